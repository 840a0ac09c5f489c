import { z } from 'zod'
import { atOnce } from '../../async/at-once'
import { requireHr } from '../../caller/access'
import type { Ctx } from '../../caller/context'
import type { Campaign, Occasion, Recipient } from '../../records/campaign'
import { channels } from '../../records/channel'
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
  readonly state: DeliveryState
  /** Why, as a code. */
  readonly reason: string | null
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
  const lines = await atOnce(readsAtOnce, curable, async ({ recipientId, recipientKind, state, reason }) => {
    const recipient = { id: recipientId, kind: recipientKind }
    return { recipient, name: await nameOf(ctx, recipient), state, reason }
  })
  const tally = await countDeliveries(ctx, occasion)
  return { campaign, occasion, lines: lines.toSorted((a, b) => a.name.localeCompare(b.name, 'da')), ...tally }
}

async function nameOf(ctx: Ctx, { id, kind }: Recipient): Promise<string> {
  // The record is read as it is stored: of one that does not fit its schema HR needs to see whose it is.
  const found = await ctx.store.get(asStored(kind === 'channel' ? channels : leaders), ctx.caller.tenantId, id)
  const name = found?.document.name
  return typeof name === 'string' ? name : ''
}
