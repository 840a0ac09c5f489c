import { changeAgreement } from '../channels/agreements'
import type { Work } from '../queue/work-message'
import { channels } from '../records/channel'
import { type Agreement, agreements } from '../records/discussion'
import { pauseAfter } from './pause-after'
import { isAgain } from './policy/next-state'
import type { Outgoing, SendOutcome } from './policy/sender'
import { afterStop, done, type SendingContext, type Verdict } from './sending-context'

const retryMs = 5 * 60_000
/** A team that has been archived or has removed Pejling may come back. */
const dayMs = 24 * 3600_000
const longestWaitMs = 30 * dayMs

/** Asks what became of an agreement: in its thread, or where that has gone in the channel. Like everything that is sent, once at most. */
export async function followAgreement(
  context: SendingContext,
  { agreementId }: Extract<Work, { kind: 'agreement' }>,
  deadlineMs: number,
): Promise<Verdict> {
  const { store, config, clock } = context.services
  const found = (await store.get(agreements, config.tenantId, agreementId))?.document
  if (!found || found.dueAt === null || found.text === '') return done
  const channel = (await store.get(channels, config.tenantId, found.placeId))?.document
  if (channel && channel.removedAt !== null) {
    const isOver = clock.now() > Date.parse(`${found.lookOn}T00:00:00Z`) + longestWaitMs
    await postpone(context, agreementId, isOver ? null : dayMs)
    return done
  }
  if (!(await context.waitForPace(found.conversation.conversationId, deadlineMs))) return afterStop(context)
  const agreement = await claim(context, agreementId)
  if (!agreement) return done
  await context.depart()
  const outcome = await send(context, agreement, channel?.conversation)
  await note(context, agreement, outcome)
  return done
}

/** Of several who have the same message, one is to send. */
async function claim({ services }: SendingContext, id: string): Promise<Agreement | undefined> {
  let isClaimed = false
  const agreement = await changeAgreement(services, id, ({ dueAt }) => {
    isClaimed = dueAt !== null
    return isClaimed ? { dueAt: null, outcome: null } : undefined
  })
  return isClaimed ? agreement : undefined
}

async function send(
  { sender }: SendingContext,
  agreement: Agreement,
  channel: Agreement['conversation'] | undefined,
): Promise<SendOutcome> {
  const message: Outgoing = { kind: 'agreement', agreement }
  const outcome = await sender.send({ kind: 'conversation', conversation: agreement.conversation }, message)
  const isThreadGone = outcome.status === 'gone' || outcome.status === 'refused'
  return isThreadGone && channel ? sender.send({ kind: 'channel', conversation: channel }, message) : outcome
}

async function note(context: SendingContext, { id }: Agreement, outcome: SendOutcome): Promise<void> {
  const { services } = context
  await pauseAfter(context, outcome)
  if (outcome.status === 'sent') {
    const { activityId: askedId, conversation } = outcome
    await changeAgreement(services, id, () => ({ askedId, conversation }))
  } else if (isAgain(outcome)) await postpone(context, id, retryMs)
  else services.log.warn({ outcome: outcome.status }, 'an agreement was not looked at again')
}

/** @param ms null: it is not asked about any more */
async function postpone({ services }: SendingContext, id: string, ms: number | null): Promise<void> {
  const dueAt = ms === null ? null : new Date(services.clock.now() + ms).toISOString()
  await changeAgreement(services, id, () => ({ dueAt }))
}
