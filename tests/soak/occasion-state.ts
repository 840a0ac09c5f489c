import { type Delivery, deliveries } from '../../src/records/delivery'
import { leaderSchema, leaders } from '../../src/records/leader'
import { reflections } from '../../src/records/reflection'
import { everyDocument } from '../../src/store/every-document'
import type { Store } from '../../src/store/store'
import { planOccasion } from '../support/occasion'
import type { Place } from './place'

const atOnce = 100

/** People who have met the bot, and a campaign whose occasion to all of them is due now. @returns the occasion's id */
export async function planFor(place: Place, count: number, serviceUrl: string, campaignId: string): Promise<string> {
  const { store, queue, config } = place
  const at = new Date().toISOString()
  const ids = Array.from({ length: count }, (_, n) => `${campaignId}-leader-${n}`)
  await inTurns(ids, (id) =>
    store.create(
      leaders,
      leaderSchema.parse({
        id,
        tenantId: config.tenantId,
        createdAt: at,
        updatedAt: at,
        framework: 'skanderborg',
        role: 'leder',
        conversation: { conversationId: `a:${id}`, serviceUrl, botId: '28:bot', userId: `29:${id}` },
      }),
    ),
  )
  return planOccasion({
    store,
    queue,
    tenantId: config.tenantId,
    nowMs: Date.now(),
    campaign: { id: campaignId },
    recipients: ids.map((id) => ({ id, kind: 'leader' })),
  })
}

export function listDeliveries(store: Store, occasionId: string): Promise<Delivery[]> {
  return everyDocument(store, deliveries, occasionId)
}

/** Waits until every recipient has a record, and none that is still to change. */
export async function untilSettled(
  store: Store,
  occasionId: string,
  count: number,
  longestMs: number,
): Promise<Delivery[]> {
  const until = Date.now() + longestMs
  for (;;) {
    const all = await listDeliveries(store, occasionId)
    const isOver = all.length === count && all.every(({ state }) => state !== 'claimed' && state !== 'pending')
    if (isOver || Date.now() > until) return all
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}

/** "1930 sent, 70 unknown". */
export function countStates(all: readonly Delivery[]): string {
  const counts = new Map<string, number>()
  for (const { state } of all) counts.set(state, (counts.get(state) ?? 0) + 1)
  return [...counts].map(([state, count]) => `${count} ${state}`).join(', ')
}

/** Which of these have no reflection in their leader's journal. */
export async function withoutReflection(store: Store, sent: readonly Delivery[]): Promise<string[]> {
  const missing: string[] = []
  await inTurns(sent, async ({ recipientId, id }) => {
    if (!(await store.get(reflections, recipientId, id))) missing.push(id)
  })
  return missing
}

async function inTurns<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += atOnce) await Promise.all(items.slice(from, from + atOnce).map(act))
}
