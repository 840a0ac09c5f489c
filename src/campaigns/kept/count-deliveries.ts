import type { z } from 'zod'
import type { Services } from '../../caller/context'
import type { DeliveryCounts, Occasion } from '../../records/campaign'
import { deliveries, deliverySchema, deliveryStates } from '../../records/delivery'
import { eachPage } from '../../store/every-document'
import type { Container } from '../../store/store'
import { isOwnChoice } from '../audience/own-choice'
import { deliveryState } from './delivery-state'
import { changeOccasion } from './occasion-record'

export interface OccasionTally {
  readonly counts: DeliveryCounts
  /** Of those who could not be reached: who chose so. */
  readonly away: number
  readonly remindedLeaders: number
}

/** A send that had begun when the occasion closed is recorded, or given up, well within this. */
const settledAfterMs = 10 * 60_000

/**
 * An occasion's recipients by state. Until the occasion is over for everybody they are counted from the deliveries, so that they add
 * up whatever process died meanwhile. Then the counts are kept with the occasion: a year of them would take long to count each time.
 */
export async function countDeliveries(services: Services, occasion: Occasion): Promise<OccasionTally> {
  const { counts: kept, away, remindedLeaders } = occasion
  if (kept && away !== undefined && remindedLeaders !== undefined) return { counts: kept, away, remindedLeaders }
  const { isOpen, ...tally } = await countAnew(services, occasion)
  const isOver = services.clock.now() - Date.parse(occasion.closesAt) > settledAfterMs
  // A reminder to come is still to be counted.
  const isDone = isOver && !isOpen && occasion.state !== 'planning' && occasion.remindAt === null
  if (isDone) await keepCounts(services, occasion, tally)
  return tally
}

const countedSchema = deliverySchema.pick({
  id: true,
  state: true,
  reason: true,
  claimedAt: true,
  closesAt: true,
  reminded: true,
})
/** Deliveries, of which only what is counted is read: there may be tens of thousands. */
const counted: Container<z.infer<typeof countedSchema>> = { ...deliveries, schema: countedSchema }

/** `isOpen`: a delivery may still come to something else. */
async function countAnew(
  services: Services,
  occasion: Occasion,
): Promise<OccasionTally & { readonly isOpen: boolean }> {
  const now = services.clock.now()
  const none = deliveryStates.map((state) => [state, 0] as const)
  const counts = Object.fromEntries(none) as Record<(typeof deliveryStates)[number], number>
  let [begun, away, remindedLeaders] = [0, 0, 0]
  let isOpen = false
  for await (const page of eachPage(services.store, counted, occasion.id)) {
    for (const { document } of page) {
      counts[deliveryState(document, occasion, now)]++
      if (document.state === 'unreachable' && isOwnChoice(document.reason)) away++
      if (document.reminded > 0) remindedLeaders++
      isOpen ||= document.state === 'pending' || document.state === 'claimed'
    }
    begun += page.length
  }
  // While an occasion is being planned, deliveries of its first pages may be there before its number of recipients is.
  const recipients = Math.max(occasion.recipients, begun)
  counts[deliveryState(undefined, occasion, now)] += recipients - begun
  return { counts: { ...counts, recipients }, away, remindedLeaders, isOpen }
}

/** Keeping the counts saves counting them again. Where that fails, HR is answered all the same. */
async function keepCounts(services: Services, { campaignId, date }: Occasion, tally: OccasionTally): Promise<void> {
  try {
    await changeOccasion(services, campaignId, date, ({ isResent }) => (isResent ? undefined : { ...tally }))
  } catch (error) {
    services.log.warn({ error, campaignId }, 'the counts of an occasion could not be kept')
  }
}
