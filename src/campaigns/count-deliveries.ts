import type { Services } from '../context'
import type { Occasion } from '../store/campaign-containers'
import { deliveries, deliveryStates } from '../store/delivery-containers'
import { deliveryState } from './delivery-state'
import type { DeliveryCounts } from './preview'

const page = 1000

/** An occasion's recipients by state. Counted, never kept, so that they add up whatever was cut off in the midst. */
export async function countDeliveries(services: Services, occasion: Occasion): Promise<DeliveryCounts> {
  const now = services.clock.now()
  const none = deliveryStates.map((state) => [state, 0] as const)
  const counts = Object.fromEntries(none) as Record<(typeof deliveryStates)[number], number>
  let begun = 0
  let cursor: string | undefined
  do {
    const next = await services.store.list(deliveries, occasion.id, { limit: page, cursor })
    for (const { document } of next.documents) counts[deliveryState(document, occasion, now)]++
    begun += next.documents.length
    cursor = next.cursor
  } while (cursor !== undefined)
  // While an occasion is being planned, deliveries of its first pages may be there before its number of recipients is.
  const recipients = Math.max(occasion.recipients, begun)
  counts[deliveryState(undefined, occasion, now)] += recipients - begun
  return { ...counts, recipients }
}
