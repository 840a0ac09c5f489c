import { createScheduler } from '../../src/campaigns/planning/scheduler'
import { cancelCampaign } from '../../src/campaigns/verbs/cancel-campaign'
import { eraseDeliveries } from '../../src/campaigns/verbs/erase-deliveries'
import { saveCampaign } from '../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../src/campaigns/verbs/start-campaign'
import type { Campaign } from '../../src/records/campaign'
import { leaders } from '../../src/records/leader'
import type { Store } from '../../src/store/store'
import { createPlace, type Place } from '../support/verbs'
import {
  addLeaders,
  anotherName,
  audienceOf,
  createKeptQueue,
  type KeptQueue,
  occasionsOf,
  operator,
  pagesOf,
  weekly,
} from './place'

// Several pages, several zones: 230 leaders here, 120 elsewhere, some left in peace.
const here = Array.from({ length: 230 }, (_, n) => `a${String(n * 3).padStart(4, '0')}`)
const elsewhere = Array.from({ length: 120 }, (_, n) => `a${String(n * 3 + 1).padStart(4, '0')}`)
const everybody = [...here, ...elsewhere].sort()

let place: Place
let kept: KeptQueue
beforeEach(async () => {
  place = createPlace()
  place.clock.set('2026-12-01T08:00:00.000Z')
  kept = createKeptQueue(place)
  await addLeaders(place, here)
  await addLeaders(place, elsewhere, { timeZone: 'America/Nuuk' })
  await addLeaders(place, ['b-paused'], { pausedUntil: '2027-06-01' })
  await addLeaders(place, ['b-stopped'], { stopped: true })
})
afterEach(() => place.dispose())

async function started(): Promise<Campaign> {
  const { recurrence } = weekly
  const { id } = await saveCampaign(operator(place), {
    ...weekly,
    name: anotherName(),
    recurrence: { ...recurrence, isLeadersZone: true },
  })
  return startCampaign(operator(place), { campaignId: id })
}

/** What a process sees that dies after its n-th write: everything fails from then on, the queue too. */
function dyingAfter(writes: number): { store: Store; queue: KeptQueue['queue']; isDead: () => boolean } {
  let done = 0
  const step = <R>(act: () => Promise<R>): Promise<R> => {
    if (done >= writes) return Promise.reject(new Error('the process is dead'))
    done++
    return act()
  }
  const { store } = place
  return {
    isDead: () => done >= writes,
    queue: { send: (message, options) => step(() => kept.queue.send(message, options)) },
    store: {
      ...store,
      create: (container, document) => step(() => store.create(container, document)),
      replace: (container, document, version) => step(() => store.replace(container, document, version)),
    },
  }
}

test('killed between any two writes and gone on with, an occasion has exactly its audience, each once', async () => {
  let survived = false
  for (let writes = 0; !survived; writes++) {
    expect(writes).toBeLessThan(60)
    place.clock.set('2026-12-01T08:00:00.000Z')
    const { id } = await started()
    const occasionId = `${id}:2027-01-05`
    place.clock.set('2027-01-04T23:00:00.000Z')
    const dying = dyingAfter(writes)
    kept.sent.length = 0
    const doomed = createScheduler({ services: { ...operator(place), store: dying.store }, queue: dying.queue })
    await doomed.tick()
    survived = !dying.isDead()
    // Its claim on the campaign has to run out.
    place.clock.advance(3 * 60_000)
    await createScheduler({ services: operator(place), queue: kept.queue }).tick()

    const [occasion, ...more] = await occasionsOf(place.store, id)
    expect(more).toEqual([])
    expect(occasion).toMatchObject({ state: 'planned', recipients: everybody.length, cursor: null })
    expect([writes, (await audienceOf(place.store, occasionId)).sort()]).toEqual([writes, everybody])
    const pages = await pagesOf(place.store, occasionId)
    expect(pages).toHaveLength(occasion?.pages ?? 0)
    // Every page has its message; one that may not have been sent was sent again.
    const told = new Set(kept.sent.map(({ work }) => ('page' in work ? work.page : undefined)))
    expect([...told].sort()).toEqual(pages.map(({ number }) => number))
    await cancelCampaign(operator(place), { campaignId: id })
  }
})

test('who joins or leaves between a kill and the going on costs nobody their place, and gives nobody two', async () => {
  const { id } = await started()
  place.clock.set('2027-01-04T23:00:00.000Z')
  // After two of the pages.
  const dying = dyingAfter(7)
  const doomed = createScheduler({ services: { ...operator(place), store: dying.store }, queue: dying.queue })
  await doomed.tick()
  expect(dying.isDead()).toBe(true)
  const standing = await audienceOf(place.store, `${id}:2027-01-05`)
  expect(standing.length).toBeGreaterThan(0)
  expect(standing.length).toBeLessThan(everybody.length)
  // More than one reading gives, all among those who are there; and the last one on a page is erased.
  await addLeaders(
    place,
    Array.from({ length: 600 }, (_, n) => `a0${String(n).padStart(3, '0')}x`),
  )
  const pages = await pagesOf(place.store, `${id}:2027-01-05`)
  const gone = pages.at(-1)?.recipients.at(-1)?.id ?? ''
  await eraseDeliveries(place.ctx({ leaderId: gone }), 'erased-1')
  await place.store.remove(leaders, 'tenant', gone)
  place.clock.advance(3 * 60_000)
  await createScheduler({ services: operator(place), queue: kept.queue }).tick()

  const audience = await audienceOf(place.store, `${id}:2027-01-05`)
  expect(new Set(audience).size).toBe(audience.length)
  expect(everybody.filter((leader) => leader !== gone && !audience.includes(leader))).toEqual([])
  expect(audience).not.toContain(gone)
  const [occasion] = await occasionsOf(place.store, id)
  expect(occasion).toMatchObject({ state: 'planned', recipients: audience.length })
})

test('two that plan at the same time write one audience', async () => {
  const { id } = await started()
  place.clock.set('2027-01-04T23:00:00.000Z')
  const one = createScheduler({ services: operator(place), queue: kept.queue })
  // The other believes that the first one's claim has run out.
  const late = { now: () => place.clock.now() + 3 * 60_000 }
  const other = createScheduler({ services: { ...operator(place), clock: late }, queue: kept.queue })
  const first = one.tick()
  await new Promise(setImmediate)
  await Promise.all([first, other.tick(), other.tick()])
  place.clock.advance(10 * 60_000)
  await one.tick()
  const [occasion] = await occasionsOf(place.store, id)
  expect(occasion).toMatchObject({ state: 'planned', recipients: everybody.length })
  expect((await audienceOf(place.store, `${id}:2027-01-05`)).sort()).toEqual(everybody)
})

test('a page leaves at nine on the clocks of those on it', async () => {
  const { id } = await started()
  place.clock.set('2027-01-04T23:00:00.000Z')
  await createScheduler({ services: operator(place), queue: kept.queue }).tick()
  const due = (await pagesOf(place.store, `${id}:2027-01-05`)).map(({ timeZone, dueAt }) => `${timeZone} ${dueAt}`)
  expect([...new Set(due)].sort()).toEqual([
    'America/Nuuk 2027-01-05T11:00:00.000Z',
    'Europe/Copenhagen 2027-01-05T08:00:00.000Z',
  ])
  const [occasion] = await occasionsOf(place.store, id)
  expect(occasion).toMatchObject({ dueAt: '2027-01-05T08:00:00.000Z', closesAt: '2027-01-05T17:00:00.000Z' })
})
