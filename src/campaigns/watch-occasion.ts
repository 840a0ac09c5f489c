import {
  type AudiencePage,
  audiencePages,
  type Delivery,
  deliveries,
  type Occasion,
} from '../store/campaign-containers'
import { everyPage } from '../store/every-page'
import { deliveryId } from '../store/ids'
import type { Planning } from './plan-occasion'

/** Work that nobody has taken up by then has lost its message. */
const patienceMs = 5 * 60_000
/** How often is looked after an occasion that is not done. */
const betweenLooksMs = 10 * 60_000

/**
 * Looks whether everybody on an occasion's pages is seen to, and sends the messages again of those that are not: a message may
 * have been lost. Who works on a page all the same finds nothing to do.
 * @returns when to look again, until the occasion is over
 */
export async function watchOccasion(planning: Planning, occasion: Occasion): Promise<readonly number[]> {
  const { services, queue } = planning
  const now = services.clock.now()
  const closesAt = Date.parse(occasion.closesAt)
  if (now >= closesAt) return []
  // Planned late, it has only just begun.
  const begunAt = Math.max(Date.parse(occasion.dueAt), Date.parse(occasion.createdAt))
  const firstLook = begunAt + sendingMs(planning, occasion)
  if (now < firstLook) return [Math.min(firstLook, closesAt)]
  const known = new Map<string, Delivery>()
  const all = await everyPage((cursor) => services.store.list(deliveries, occasion.id, { limit: 500, cursor }))
  for (const delivery of all) known.set(delivery.id, delivery)
  const pages = await everyPage((cursor) => services.store.list(audiencePages, occasion.id, { limit: 200, cursor }))
  let isDone = true
  for (const page of pages) {
    const left = leftOn(page, known, now)
    if (left.length > 0) isDone = false
    if (Date.parse(page.dueAt) + patienceMs > now || Date.parse(page.closesAt) <= now) continue
    if (left.some((delivery) => delivery?.state !== 'pending')) {
      await queue.send({ kind: 'page', occasionId: occasion.id, page: page.number })
    }
    for (const delivery of left) {
      if (delivery?.state === 'pending') await queue.send({ kind: 'delivery', deliveryId: delivery.id })
    }
  }
  return isDone ? [closesAt] : [Math.min(now + betweenLooksMs, closesAt)]
}

/** Those on a page whom nobody is seeing to: without a delivery, waiting past their time, or claimed by one that is gone. */
function leftOn({ recipients, occasionId }: AudiencePage, known: ReadonlyMap<string, Delivery>, now: number) {
  return recipients
    .map(({ id }) => known.get(deliveryId(occasionId, id)))
    .filter((delivery) => {
      if (!delivery) return true
      const { state, notBefore, claimedAt } = delivery
      if (state === 'pending') return Date.parse(notBefore ?? claimedAt) + patienceMs <= now
      return state === 'claimed' && Date.parse(claimedAt) + patienceMs <= now
    })
}

/** How long sending to everybody takes at the least. */
function sendingMs({ services }: Planning, { recipients, pages }: Occasion): number {
  const { sendsPerSecond, spreadMinutes } = services.config
  return patienceMs + (recipients / sendsPerSecond) * 1000 + (pages > 1 ? spreadMinutes * 60_000 : 0)
}
