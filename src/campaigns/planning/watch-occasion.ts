import { type AudiencePage, audiencePages, type Occasion } from '../../records/campaign'
import { type Delivery, deliveries } from '../../records/delivery'
import { eachPage, everyDocument } from '../../store/every-document'
import { longestSpreadMs } from '../calendar/send-window'
import type { Planning } from './plan-occasion'

/** Work that nobody has taken up for so long has lost its message. */
const patienceMs = 5 * 60_000
/** How often is looked after an occasion that is not done. */
const betweenLooksMs = 10 * 60_000

export interface Watched {
  readonly looks: readonly number[]
  readonly isLate: boolean
}

/**
 * Looks whether everybody on an occasion's pages is being delivered to, and sends the message again for those who are not, since it
 * may have been lost. A message that was not lost is then there twice, and the second one finds nothing to do.
 * @returns when to look again, until the occasion is over, and whether anybody should have been seen to by now
 */
export async function watchOccasion(planning: Planning, occasion: Occasion): Promise<Watched> {
  const { services, queue } = planning
  const now = services.clock.now()
  const closesAt = Date.parse(occasion.closesAt)
  if (now >= closesAt) return { looks: [], isLate: false }
  // An occasion that was planned late has only just begun.
  const begunAt = Math.max(Date.parse(occasion.dueAt), Date.parse(occasion.createdAt))
  const firstLook = begunAt + sendingMs(planning, occasion)
  if (now < firstLook) return { looks: [Math.min(firstLook, closesAt)], isLate: false }
  const begun = await readBegun(planning, occasion.id)
  const pages = await everyDocument(services.store, audiencePages, occasion.id)
  let isDone = true
  for (const page of pages) {
    const left = leftOn(page, begun, now)
    if (left.length > 0) isDone = false
    if (Date.parse(page.dueAt) + patienceMs > now || Date.parse(page.closesAt) <= now) continue
    if (left.some((delivery) => delivery?.state !== 'pending')) {
      await queue.send({ kind: 'page', occasionId: occasion.id, page: page.number })
    }
    for (const delivery of left) {
      if (delivery?.state === 'pending') await queue.send({ kind: 'delivery', deliveryId: delivery.id })
    }
  }
  return { looks: [isDone ? closesAt : Math.min(now + betweenLooksMs, closesAt)], isLate: !isDone }
}

type Begun = ReadonlyMap<string, Delivery | 'done'>

/** The deliveries that were begun. There may be tens of thousands, so only the ids are kept of those that are done. */
async function readBegun({ services: { store } }: Planning, occasionId: string): Promise<Begun> {
  const begun = new Map<string, Delivery | 'done'>()
  for await (const page of eachPage(store, deliveries, occasionId)) {
    for (const { document } of page) {
      const isOpen = document.state === 'pending' || document.state === 'claimed'
      begun.set(document.recipientId, isOpen ? document : 'done')
    }
  }
  return begun
}

/** The recipients on a page whom no instance is delivering to: without a delivery, waiting past their time, or claimed by a process that died. */
function leftOn({ recipients }: AudiencePage, begun: Begun, now: number): (Delivery | undefined)[] {
  return recipients.flatMap(({ id }) => {
    const delivery = begun.get(id)
    if (!delivery) return [undefined]
    if (delivery === 'done') return []
    const { state, notBefore, claimedAt } = delivery
    const since = state === 'pending' ? (notBefore ?? claimedAt) : claimedAt
    return Date.parse(since) + patienceMs <= now ? [delivery] : []
  })
}

/** How long sending to everybody takes at the least. */
function sendingMs({ services: { config } }: Planning, { recipients, pages, dueAt, closesAt }: Occasion): number {
  const window = { dueAt: Date.parse(dueAt), closesAt: Date.parse(closesAt) }
  const spreadMs = pages > 1 ? longestSpreadMs(window, recipients, config) : 0
  return patienceMs + (recipients / config.sendsPerSecond) * 1000 + spreadMs
}
