import { z } from 'zod'
import { atOnce } from '../../async/at-once'
import { requireHr } from '../../caller/access'
import type { Ctx } from '../../caller/context'
import type { Campaign, Occasion, Recipient } from '../../records/campaign'
import { type ChannelName, channelNameSchema, channels } from '../../records/channel'
import { type DeliveryState, deliveries } from '../../records/delivery'
import { leaders } from '../../records/leader'
import { asStored } from '../../store/as-stored'
import { everyDocument } from '../../store/every-document'
import { isOwnChoice } from '../audience/own-choice'
import { countDeliveries, type OccasionTally } from '../kept/count-deliveries'
import { findOccasion } from '../kept/find-occasion'

export const unreachedInput = z.object({ occasionId: z.string() })

/** Somebody whom an occasion did not reach, for a reason that HR or an operator can do something about. */
export interface UnreachedLine {
  readonly recipient: Recipient
  /** Empty where Pejling has never met them. */
  readonly name: string
  /** What the channel and its team are called, where it is one: kept when Pejling has left it. */
  readonly channel?: ChannelName
  readonly state: DeliveryState
  /** Why, as a code. */
  readonly reason: string | null
  /** When it was last tried, as an ISO instant. */
  readonly triedAt: string
}

export interface Unreached extends OccasionTally {
  readonly campaign: Campaign
  readonly occasion: Occasion
  readonly lines: readonly UnreachedLine[]
}

const states = ['unreachable', 'failed', 'unknown', 'missed'] as const
const readsAtOnce = 25

/** Everybody whom an occasion did not reach and HR can help, by name. Who chose not to be reached is only counted. AppError `not-found`. */
export async function listUnreached(ctx: Ctx, input: z.input<typeof unreachedInput>): Promise<Unreached> {
  requireHr(ctx)
  const { occasion, campaign } = await findOccasion(ctx, unreachedInput.parse(input).occasionId)
  const found = await Promise.all(
    states.map((value) =>
      everyDocument(ctx.store, deliveries, occasion.id, { where: [{ field: 'state', is: '=', value }] }),
    ),
  )
  const curable = found.flat().filter(({ reason }) => !isOwnChoice(reason))
  const lines = await atOnce(readsAtOnce, curable, async ({ recipientId, recipientKind, state, reason, claimedAt }) => {
    const recipient = { id: recipientId, kind: recipientKind }
    return { recipient, ...(await namesOf(ctx, recipient)), state, reason, triedAt: claimedAt }
  })
  const tally = await countDeliveries(ctx, occasion)
  return { campaign, occasion, lines: lines.toSorted((a, b) => sortName(a).localeCompare(sortName(b), 'da')), ...tally }
}

function sortName({ name, channel }: UnreachedLine): string {
  return [channel?.teamName ?? '', name].join(' ').trim()
}

async function namesOf(ctx: Ctx, { id, kind }: Recipient): Promise<Pick<UnreachedLine, 'name' | 'channel'>> {
  // The record is read as it is stored: of one that does not fit its schema HR needs to see whose it is.
  const found = await ctx.store.get(asStored(kind === 'channel' ? channels : leaders), ctx.caller.tenantId, id)
  const stored = found?.document.name
  const name = typeof stored === 'string' ? stored : ''
  const channel = kind === 'channel' ? channelNameSchema.safeParse(found?.document).data : undefined
  return { name, ...(channel && { channel }) }
}
