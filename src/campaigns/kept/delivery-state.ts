import type { Occasion } from '../../records/campaign'
import type { Delivery, DeliveryState } from '../../records/delivery'

/** A claim holds for as long as one attempt may take. An older one belongs to a process that is gone, and its message may have arrived. */
const claimMs = 2 * 60_000

/** What a delivery counts as now. @param delivery undefined: nobody has begun on this recipient */
export function deliveryState(
  delivery: Pick<Delivery, 'state' | 'claimedAt' | 'closesAt'> | undefined,
  occasion: Occasion,
  nowMs: number,
): DeliveryState {
  if (delivery?.state === 'claimed') return Date.parse(delivery.claimedAt) + claimMs <= nowMs ? 'unknown' : 'claimed'
  if (delivery && delivery.state !== 'pending') return delivery.state
  if (occasion.state === 'cancelled' || occasion.state === 'missed') return occasion.state
  const isOver = Date.parse(delivery?.closesAt ?? occasion.closesAt) <= nowMs
  return isOver && occasion.state === 'planned' ? 'missed' : 'pending'
}
