import { z } from 'zod'
import { requireHr } from '../../caller/access'
import { recordAudit } from '../../caller/audit'
import { type Ctx, nowIso } from '../../caller/context'
import { retained } from '../../caller/retention'
import { AppError } from '../../errors'
import type { Work } from '../../queue/work-message'
import type { WorkQueue } from '../../queue/work-queue'
import { type Delivery, deliveries } from '../../records/delivery'
import { eachPage } from '../../store/every-document'
import type { Versioned } from '../../store/store'
import { isOwnChoice } from '../audience/own-choice'
import { deliveryState } from '../kept/delivery-state'
import { findOccasion } from '../kept/find-occasion'
import { changeOccasion } from '../kept/occasion-record'

export const resendInput = z.object({
  occasionId: z.string(),
  /** `unreachable`: those that HR may have helped since; who chose not to be reached is left alone. A delivery that is `unknown` may have arrived, so sending it again may send it twice. */
  states: z.array(z.enum(['failed', 'unknown', 'unreachable'])).min(1),
})

/** What resending is handed besides. */
export interface Resending extends Ctx {
  readonly queue: Pick<WorkQueue<Work>, 'send'>
}

/**
 * Sends again what failed, or what may have failed, whenever that was: from now on each has the campaign's grace once more.
 * @returns how many
 * @throws AppError `not-found`, and `conflict` for an occasion or campaign that is stopped
 */
export async function resendDeliveries(
  ctx: Resending,
  input: z.input<typeof resendInput>,
): Promise<{ resent: number }> {
  requireHr(ctx)
  const { occasionId, states } = resendInput.parse(input)
  const { occasion, campaign } = await findOccasion(ctx, occasionId)
  if (campaign.state === 'paused') throw stopped('paused')
  if (occasion.calledBackAt !== undefined) throw stopped('calledBack')
  if (occasion.state === 'cancelled' || campaign.state === 'cancelled') throw stopped('stopped')
  // This is written before anything else, since counts that are kept with the occasion would not tell what changes now.
  await changeOccasion(ctx, campaign.id, occasion.date, ({ isResent }) =>
    isResent ? undefined : { isResent: true, counts: undefined, away: undefined, remindedLeaders: undefined },
  )
  const now = ctx.clock.now()
  const closesAt = new Date(now + campaign.graceMinutes * 60_000).toISOString()
  let resent = 0
  for await (const page of eachPage(ctx.store, deliveries, occasion.id)) {
    for (const found of page) {
      const state = deliveryState(found.document, occasion, now)
      const isWanted = states.some((wanted) => wanted === state) && !isOwnChoice(found.document.reason)
      if (isWanted && (await reopen(ctx, found, closesAt))) resent++
    }
  }
  if (resent > 0) {
    await recordAudit(ctx, {
      id: `${occasion.id}:resent:${nowIso(ctx)}`,
      what: 'deliveries-resent',
      counts: { resent },
      campaign,
    })
  }
  return { resent }
}

/**
 * The message is sent this long before it is due, and before the record is changed. When the process dies in between, the message
 * finds a record that asks for nothing, and no record waits for a message.
 */
const aheadMs = 5000

/** @returns false when somebody has changed the delivery meanwhile */
async function reopen(ctx: Resending, { document, version }: Versioned<Delivery>, closesAt: string): Promise<boolean> {
  const again = { state: 'pending' as const, reason: null, notBefore: nowIso(ctx), closesAt }
  await ctx.queue.send({ kind: 'delivery', deliveryId: document.id }, { delayMs: aheadMs })
  return (await ctx.store.replace(deliveries, retained(ctx, { ...document, ...again }), version)).status === 'replaced'
}

function stopped(why: 'paused' | 'stopped' | 'calledBack'): AppError {
  return new AppError('conflict', `The occasion is ${why}`, { say: { key: `campaign.refused.${why}` } })
}
