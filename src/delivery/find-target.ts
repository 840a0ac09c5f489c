import { nowIso } from '../caller/context'
import { keptAway } from '../dates/pause-of'
import type { AppError } from '../errors'
import { audiencePages, type Recipient } from '../records/campaign'
import { type Channel, channels } from '../records/channel'
import { type Leader, leaderSchema, leaders } from '../records/leader'
import { readOne } from '../store/as-stored'
import { localDate } from '../time/clock'
import type { Destination } from './policy/sender'
import type { SendingContext } from './sending-context'

/** A recipient who can be written to. `isKnown`: the store has a record of them. */
export type Reached =
  | { readonly kind: 'leader'; readonly leader: Leader; readonly isKnown: boolean; readonly to: Destination }
  | { readonly kind: 'channel'; readonly channel: Channel; readonly to: Destination }

/** Whom a delivery goes to, or why it goes nowhere. */
export type DeliveryTarget =
  | Reached
  /** The recipient cannot be reached; the counts tell why. */
  | { readonly kind: 'none'; readonly state: 'unreachable' | 'cancelled'; readonly reason: string }
  /** The person's data are erased or being erased: nothing may be written about them. */
  | { readonly kind: 'left' }

/** What stands in the place of a person whose data were erased (people/erase-person). */
const erasedAlias = /^erased-/

/** @param page the page of recipients that names them; undefined where the delivery's own record does */
export async function findTarget(
  context: SendingContext,
  recipient: Recipient,
  page: PageKey | undefined,
): Promise<DeliveryTarget> {
  if (erasedAlias.test(recipient.id)) return { kind: 'none', state: 'cancelled', reason: 'left' }
  return recipient.kind === 'channel' ? findChannel(context, recipient.id) : findLeader(context, recipient.id, page)
}

export interface PageKey {
  readonly occasionId: string
  readonly id: string
}

async function findChannel(context: SendingContext, id: string): Promise<DeliveryTarget> {
  const { store, config } = context.services
  const read = await readOne(store, channels, config.tenantId, id)
  if (read.kind === 'unreadable') return leaveOut(context, { container: channels.name, id }, read.fault)
  const channel = read.kind === 'found' ? read.document : undefined
  if (!channel || channel.removedAt !== null) return { kind: 'none', state: 'unreachable', reason: 'channel-removed' }
  return { kind: 'channel', channel, to: { kind: 'channel', conversation: channel.conversation } }
}

async function findLeader(context: SendingContext, id: string, page: PageKey | undefined): Promise<DeliveryTarget> {
  const { store, config, clock } = context.services
  const read = await readOne(store, leaders, config.tenantId, id)
  if (read.kind === 'unreadable') return leaveOut(context, { container: leaders.name, id }, read.fault)
  const found = read.kind === 'found' ? read.document : undefined
  // An erasure takes a person off the pages of recipients before it removes their record. So somebody without a record who is
  // still on a page was not erased: HR has named a person whom the bot has never met.
  if (!found && page && !(await isOnPage(context, page, id))) return { kind: 'left' }
  const leader = found ?? stranger(context, id)
  if (leader.erasing !== undefined) return { kind: 'left' }
  const away = keptAway(leader, localDate(clock.now(), leader.timeZone))
  if (away) return { kind: 'none', state: 'unreachable', reason: away }
  const why = leader.unreachable?.why
  if (why && !mayHaveChanged(why)) return { kind: 'none', state: 'unreachable', reason: why }
  const to: Destination = leader.conversation
    ? { kind: 'conversation', conversation: leader.conversation }
    : { kind: 'person', tenantId: config.tenantId, personId: id }
  return { kind: 'leader', leader, isKnown: found !== undefined, to }
}

/**
 * An administrator can install the app for somebody without Pejling being told. So a person whose chat could not be opened is
 * tried again, once an occasion, since the attempt ends the delivery.
 */
export function mayHaveChanged(why: string): boolean {
  return why === 'not-installed' || why === 'no-conversation'
}

/** A record that cannot be read keeps nobody else from their prompt. This person gets none: they may have paused. */
function leaveOut(
  { services: { log } }: SendingContext,
  place: { container: string; id: string },
  error: AppError,
): DeliveryTarget {
  log.warn({ ...place, error }, 'a record that cannot be read is left out')
  return { kind: 'none', state: 'unreachable', reason: 'unreadable' }
}

async function isOnPage({ services: { store } }: SendingContext, page: PageKey, recipientId: string): Promise<boolean> {
  const found = await store.get(audiencePages, page.occasionId, page.id)
  return found?.document.recipients.some(({ id }) => id === recipientId) ?? false
}

/** A person whom HR has named and the bot has never met. */
function stranger({ services }: SendingContext, id: string): Leader {
  const { tenantId, locale, timeZone } = services.config
  const now = nowIso(services)
  return leaderSchema.parse({ id, tenantId, locale, timeZone, createdAt: now, updatedAt: now })
}
