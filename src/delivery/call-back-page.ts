import { nowIso } from '../caller/context'
import { retained } from '../caller/retention'
import { changeDiscussion } from '../channels/discussion'
import type { Work } from '../queue/work-message'
import { audiencePages, type Recipient } from '../records/campaign'
import { channels } from '../records/channel'
import type { Conversation } from '../records/conversation'
import { type Delivery, deliveries } from '../records/delivery'
import { discussions } from '../records/discussion'
import { deliveryId, pageId } from '../records/ids'
import { leaders } from '../records/leader'
import { type Reflection, reflections } from '../records/reflection'
import type { Versioned } from '../store/store'
import { updateDocument } from '../store/update-document'
import { isAgain, throttlePauseMs } from './policy/next-state'
import type { Outgoing } from './policy/sender'
import { afterStop, bothOf, done, later, type SendingContext, type Verdict } from './sending-context'

type CallBackWork = Extract<Work, { kind: 'call-back' }>

/**
 * Says on the cards of a page that HR has called the question back. An answer that was given stays on its card and in the journal;
 * without one the prompt waits no longer. It is safe to repeat: a card that says so is left alone.
 */
export async function callBackPage(context: SendingContext, work: CallBackWork, deadlineMs: number): Promise<Verdict> {
  const found = await context.services.store.get(audiencePages, work.occasionId, pageId(work.occasionId, work.page))
  const verdicts = await Promise.all(
    (found?.document.recipients ?? []).map((one) =>
      context.concurrently(() => callBackOne(context, work.occasionId, one, deadlineMs)),
    ),
  )
  return verdicts.reduce(bothOf, done)
}

async function callBackOne(
  context: SendingContext,
  occasionId: string,
  recipient: Recipient,
  deadlineMs: number,
): Promise<Verdict> {
  const { store } = context.services
  if (!context.isOpen(deadlineMs)) return afterStop(context)
  const delivery = await store.get(deliveries, occasionId, deliveryId(occasionId, recipient.id))
  const state = delivery?.document.state
  if (!delivery || delivery.document.calledBackAt || (state !== 'sent' && state !== 'unknown')) return done
  const cards = await (recipient.kind === 'channel' ? channelCard(context, delivery) : leaderCards(context, delivery))
  for (const { conversation, activityId, message } of cards) {
    if (!(await context.waitForPace(conversation.conversationId, deadlineMs))) return afterStop(context)
    await context.depart()
    const outcome = await context.sender.send({ kind: 'message', conversation, activityId }, message)
    if (outcome.status === 'throttled')
      await context.rateShare.pause(throttlePauseMs(outcome.retryAfterMs, 1), 'throttled')
    if (isAgain(outcome)) return later(retryMs)
  }
  const after = retained(context.services, { ...delivery.document, calledBackAt: nowIso(context.services) })
  const written = await store.replace(deliveries, after, delivery.version)
  // Somebody has answered in this moment, and their card is to show it.
  return written.status === 'changed' ? later(retryMs) : done
}

const retryMs = 15_000

interface CardToChange {
  readonly conversation: Conversation
  readonly activityId: string
  readonly message: Outgoing
}

async function channelCard(
  { services }: SendingContext,
  { document: delivery }: Versioned<Delivery>,
): Promise<readonly CardToChange[]> {
  const { store, config } = services
  const { conversation, activityId } = delivery
  await closeDiscussion(services, delivery.id)
  const channel = (await store.get(channels, config.tenantId, delivery.recipientId))?.document
  if (!channel || !conversation || activityId === undefined) return []
  return [{ conversation, activityId, message: { kind: 'channel-called-back', channel, delivery } }]
}

/** Whoever answers from now on does not bring the question back. */
async function closeDiscussion(services: SendingContext['services'], id: string): Promise<void> {
  if (!(await services.store.get(discussions, services.config.tenantId, id))) return
  await changeDiscussion(services, id, () => ({ state: 'calledBack', dueAt: null }))
}

async function leaderCards(
  context: SendingContext,
  { document: delivery }: Versioned<Delivery>,
): Promise<readonly CardToChange[]> {
  const { store, config } = context.services
  const reflection = await closeReflection(context, delivery)
  const leader = (await store.get(leaders, config.tenantId, delivery.recipientId))?.document
  const conversation = leader?.conversation
  if (!reflection || !leader || !conversation || leader.erasing !== undefined) return []
  const message: Outgoing = { kind: 'called-back', leader, reflection }
  return (reflection.cardIds ?? []).map((activityId) => ({ conversation, activityId, message }))
}

/** Undefined: there is none, or it was erased. */
async function closeReflection(context: SendingContext, delivery: Delivery): Promise<Reflection | undefined> {
  const { services } = context
  const { recipientId, id } = delivery
  const outcome = await updateDocument(services.store, reflections, recipientId, id, (before) => {
    if (!before || before.calledBackAt !== undefined) return 'keep'
    const isOpen = before.state === 'shown' || before.state === 'snoozed'
    const state = isOpen ? ('skipped' as const) : before.state
    return retained(services, { ...before, state, calledBackAt: nowIso(services) })
  })
  return outcome.status === 'absent' || outcome.status === 'conflict' ? undefined : outcome.document
}
