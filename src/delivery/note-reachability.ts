import { nowIso } from '../caller/context'
import { type Channel, channels } from '../records/channel'
import type { Conversation } from '../records/conversation'
import type { Delivery } from '../records/delivery'
import { type Leader, leaders } from '../records/leader'
import { updateDocument } from '../store/update-document'
import { mayHaveChanged, type Reached } from './find-target'
import type { SendOutcome } from './policy/sender'
import type { SendingContext } from './sending-context'

/** No prompt comes again within half a year, and a channel gets few. */
const mostShown = 200

/** Notes what a send has shown of its recipient: how they are reached, or that they cannot be reached any more. */
export function noteReachability(
  context: SendingContext,
  target: Reached,
  outcome: SendOutcome,
  delivery: Delivery,
): Promise<void> {
  return target.kind === 'leader'
    ? noteLeader(context, target, outcome)
    : noteChannelReached(context, target, outcome, delivery)
}

type ReachedAs<K extends Reached['kind']> = Extract<Reached, { kind: K }>

async function noteLeader(context: SendingContext, target: ReachedAs<'leader'>, outcome: SendOutcome): Promise<void> {
  const { store, config } = context.services
  // Most sends show nothing new, and then nothing is read.
  if (!leaderNews(context, target.leader, outcome)) return
  await updateDocument(store, leaders, config.tenantId, target.leader.id, (found) => {
    // A record that was there before the send was erased meanwhile and is not made anew. Nothing is kept of a stranger who does
    // not have the app.
    if (!found && (target.isKnown || (outcome.status === 'gone' && mayHaveChanged(outcome.why)))) return 'keep'
    const before = found ?? target.leader
    const news = leaderNews(context, before, outcome)
    return news ? { ...before, ...news, updatedAt: nowIso(context.services) } : 'keep'
  })
}

function leaderNews({ services }: SendingContext, leader: Leader, outcome: SendOutcome): Partial<Leader> | undefined {
  if (outcome.status === 'sent') {
    const isSame = leader.conversation !== null && isSameWay(leader.conversation, outcome.conversation)
    return isSame && leader.unreachable === null
      ? undefined
      : { conversation: { ...leader.conversation, ...outcome.conversation }, unreachable: null }
  }
  if (outcome.status !== 'gone') return undefined
  const { why } = outcome
  const unreachable = leader.unreachable?.why === why ? leader.unreachable : { why, at: nowIso(services) }
  // The known chat is gone; the next attempt asks Teams for the person.
  const conversation = mayHaveChanged(why) ? null : leader.conversation
  const isNews = unreachable !== leader.unreachable || conversation !== leader.conversation
  return isNews ? { unreachable, conversation } : undefined
}

async function noteChannelReached(
  context: SendingContext,
  target: ReachedAs<'channel'>,
  outcome: SendOutcome,
  delivery: Delivery,
): Promise<void> {
  const { store, config } = context.services
  await updateDocument(store, channels, config.tenantId, target.channel.id, (before) => {
    const news = before && channelNews(context, before, outcome, delivery)
    return news ? { ...before, ...news, updatedAt: nowIso(context.services) } : 'keep'
  })
}

/** What Teams does not find once may be there the next time; when the app has left, Teams says so (docs/teams-facts.md#what-a-refusal-means). */
export function hasLeft(outcome: SendOutcome): boolean {
  return outcome.status === 'gone' && (outcome.why === 'uninstalled' || outcome.why === 'blocked')
}

/** A channel that cannot be written to any more. */
export async function noteChannelGone({ services }: Pick<SendingContext, 'services'>, { id }: Channel): Promise<void> {
  const { store, config } = services
  await updateDocument(store, channels, config.tenantId, id, (before) =>
    before?.removedAt === null ? { ...before, removedAt: nowIso(services), updatedAt: nowIso(services) } : 'keep',
  )
}

function channelNews(
  { services }: SendingContext,
  channel: Channel,
  outcome: SendOutcome,
  { promptId }: Delivery,
): Partial<Channel> | undefined {
  if (outcome.status === 'gone')
    return hasLeft(outcome) && channel.removedAt === null ? { removedAt: nowIso(services) } : undefined
  if (outcome.status !== 'sent' && outcome.status !== 'unknown') return undefined
  const shown = [...channel.shown, { promptId, at: nowIso(services) }].slice(-mostShown)
  const serviceUrl = outcome.status === 'sent' ? outcome.conversation.serviceUrl : channel.conversation.serviceUrl
  return { shown, conversation: { ...channel.conversation, serviceUrl } }
}

function isSameWay(a: Conversation, b: Conversation): boolean {
  return a.conversationId === b.conversationId && a.serviceUrl === b.serviceUrl
}
