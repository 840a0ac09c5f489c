import { hasEarlier } from '../journal/find-earlier'
import { noteReflectionCard } from '../journal/note-reflection-card'
import type { Leader } from '../records/leader'
import type { Reflection } from '../records/reflection'
import type { OwnSeries } from '../records/rhythm'
import { asLeader } from './deliver'
import { pauseAfter } from './pause-after'
import { isAgain } from './policy/next-state'
import type { SendOutcome } from './policy/sender'
import type { SendingContext } from './sending-context'

interface OwnQuestion {
  readonly kind: 'snoozed' | 'again' | 'rhythm'
  readonly leader: Leader
  readonly conversation: NonNullable<Leader['conversation']>
  readonly reflection: Reflection
  readonly series?: OwnSeries | undefined
}

/** `again`: nothing has arrived, so that it may be tried again. `lost`: it did not arrive, or may have, and is not. */
export type QuestionSent =
  | { readonly status: 'sent' | 'again' }
  | { readonly status: 'lost'; readonly outcome: SendOutcome['status'] }

/** Sends a leader a question of their own that has been claimed, and notes the card on which it stands. */
export async function sendQuestion(
  context: SendingContext,
  { conversation, ...question }: OwnQuestion,
): Promise<QuestionSent> {
  const { leader, reflection } = question
  const isGoingOn = await hasEarlier(context.services, reflection)
  await context.depart()
  const outcome = await context.sender.send(
    { kind: 'conversation', conversation },
    { ...question, hasEarlier: isGoingOn },
  )
  await pauseAfter(context, outcome)
  if (outcome.status !== 'sent')
    return isAgain(outcome) ? { status: 'again' } : { status: 'lost', outcome: outcome.status }
  await noteReflectionCard(asLeader(context, leader), reflection.id, [outcome.activityId])
  return { status: 'sent' }
}
