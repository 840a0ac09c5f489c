import type { Ctx } from '../../src/caller/context'
import { createScheduler, type Scheduler } from '../../src/campaigns/planning/scheduler'
import { campaignStatus } from '../../src/campaigns/verbs/campaign-report'
import { cancelCampaign } from '../../src/campaigns/verbs/cancel-campaign'
import { pauseCampaign, resumeCampaign } from '../../src/campaigns/verbs/pause-campaign'
import { resendDeliveries } from '../../src/campaigns/verbs/resend-deliveries'
import { saveCampaign } from '../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../src/campaigns/verbs/start-campaign'
import { type Campaign, campaigns, type Occasion } from '../../src/records/campaign'
import { type Leader, leaders } from '../../src/records/leader'
import type { Store } from '../../src/store/store'
import { arrived, createDeliveryPlace, type DeliveryPlace } from '../support/delivery-place'
import { codeOf } from '../support/verbs'
import { type Form, occasionsOf, weekly } from './place'

// A campaign that is held or stopped, from the scheduler to what is sent.

let place: DeliveryPlace
let ctx: Ctx
let scheduler: Scheduler
let campaignId: string
beforeEach(() => {
  place = createDeliveryPlace()
  const { services, queue } = place
  const config = { ...services.config, spreadMinutes: 10 }
  ctx = { ...services, config, caller: { tenantId: 'tenant', leaderId: 'operator', name: '', isOperator: true } }
  scheduler = createScheduler({ services: ctx, queue })
  place.clock.set('2027-01-01T08:00:00.000Z')
})
afterEach(() => place.dispose())

async function started(people: number, form: Partial<Form> = {}): Promise<Campaign> {
  await place.people(people)
  campaignId = (await saveCampaign(ctx, { ...weekly, ...form })).id
  return startCampaign(ctx, { campaignId })
}
const pause = () => pauseCampaign(ctx, { campaignId })
const resume = () => resumeCampaign(ctx, { campaignId })
const campaign = async () => (await place.store.get(campaigns, 'tenant', campaignId))?.document
const first = async () => (await occasionsOf(place.store, campaignId))[0] as Occasion

/** Lets time go by to then, minute by minute within an hour, by the hour beyond. */
async function until(iso: string): Promise<void> {
  const end = Date.parse(`${iso}:00.000Z`)
  while (place.clock.now() < end) {
    const left = end - place.clock.now()
    place.clock.advance(Math.min(left, left > 3600_000 ? 3600_000 : 60_000))
    await scheduler.tick()
    await place.deliver()
  }
}

/** The states that the newest occasion's recipients are in, which add up to them. */
async function counts(): Promise<Record<string, number>> {
  const [last] = (await campaignStatus(ctx, { campaignId })).occasions
  const { recipients, ...states } = last?.counts ?? {}
  expect(Object.values(states).reduce((a, b) => a + b, 0)).toBe(recipients)
  return Object.fromEntries(Object.entries(states).filter(([, n]) => n > 0))
}
const sentTo = () => place.sent.map(({ recipientId }) => recipientId)

/** A store in which everything fails after so many writes, as it does for a process that is killed. */
function dyingAfter(writes: number): Store {
  let left = writes
  const step = <R>(act: () => Promise<R>): Promise<R> =>
    left-- > 0 ? act() : Promise.reject(new Error('the process is dead'))
  return {
    ...place.store,
    create: (container, document) => step(() => place.store.create(container, document)),
    replace: (container, document, version) => step(() => place.store.replace(container, document, version)),
  }
}

/** The scheduler of a process that is killed while it writes the recipients down. */
async function killedWhilePlanning(): Promise<void> {
  // Its claim on the campaign, the occasion, its stretch, and a page.
  await createScheduler({ services: { ...ctx, store: dyingAfter(4) }, queue: place.queue }).tick()
  expect(await first()).toMatchObject({ state: 'planning', recipients: 0 })
}

describe('a pause in the midst of sending', () => {
  beforeEach(async () => {
    await started(120, { reminder: { most: 1, afterDays: 2 } })
    place.clock.set('2027-01-05T07:51:00.000Z')
    await scheduler.tick()
    await until('2027-01-05T08:01')
    expect(place.sent).toHaveLength(100)
    await pause()
  })

  test('holds the rest, which goes on when it ends in time, with nobody twice', async () => {
    await until('2027-01-05T08:30')
    expect(await counts()).toEqual({ sent: 100, pending: 20 })
    await resume()
    await until('2027-01-05T08:35')
    expect(await counts()).toEqual({ sent: 120 })
    expect(new Set(sentTo()).size).toBe(120)
    expect(place.sent).toHaveLength(120)
    expect(await campaign()).toMatchObject({ state: 'running', occasions: 1, doneUntil: '2027-01-05' })
  })

  test('that goes on for too long lets the rest be missed, and nothing of it is sent afterwards', async () => {
    await until('2027-01-05T14:00')
    expect(await counts()).toEqual({ sent: 100, missed: 20 })
    await resume()
    await until('2027-01-06T08:00')
    expect(await counts()).toEqual({ sent: 100, missed: 20 })
    expect(place.sent).toHaveLength(100)
  })

  test('ends the reminders of what has been sent, when it goes on too', async () => {
    await resume()
    await until('2027-01-05T08:30')
    expect(await counts()).toEqual({ sent: 120 })
    await until('2027-01-08T08:00')
    expect(place.sent).toHaveLength(120)
  })

  test('becomes a stop when the campaign is cancelled', async () => {
    await cancelCampaign(ctx, { campaignId })
    await until('2027-01-05T15:00')
    expect(await counts()).toEqual({ sent: 100, cancelled: 20 })
    expect(place.sent).toHaveLength(100)
  })

  test('tells nobody of a next time', async () => {
    expect(await campaignStatus(ctx, { campaignId })).toMatchObject({ nextSendAt: null })
  })
})

test('what failed before a pause is sent again after it', async () => {
  await started(3)
  place.answer((one) => (one.recipientId === 'leader-1' ? { status: 'refused', why: 'card' } : arrived(one)))
  place.clock.set('2027-01-05T07:51:00.000Z')
  await scheduler.tick()
  await until('2027-01-05T08:01')
  place.answer(arrived)
  await pause()
  const resend = () =>
    resendDeliveries({ ...ctx, queue: place.queue }, { occasionId: `${campaignId}:2027-01-05`, states: ['failed'] })
  expect(await codeOf(resend())).toBe('conflict')
  place.clock.set('2027-01-06T08:00:00.000Z')
  await resume()
  expect(await resend()).toEqual({ resent: 1 })
  await until('2027-01-06T08:02')
  expect(await counts()).toEqual({ sent: 3 })
})

test('a campaign that is held during its last occasion goes on, and then it ends', async () => {
  await started(2, { recurrence: { ...weekly.recurrence, count: 1 } })
  place.clock.set('2027-01-05T07:51:00.000Z')
  await scheduler.tick()
  await pause()
  await until('2027-01-05T08:10')
  expect(place.sent).toEqual([])
  await resume()
  await until('2027-01-05T08:12')
  expect(await counts()).toEqual({ sent: 2 })
  await until('2027-01-05T15:00')
  expect(await campaign()).toMatchObject({ state: 'ended' })
})

test('a campaign that is held beyond its last occasion has none to go on with', async () => {
  await started(2, { recurrence: { ...weekly.recurrence, count: 1 } })
  place.clock.set('2027-01-05T07:51:00.000Z')
  await scheduler.tick()
  await pause()
  await until('2027-01-05T14:01')
  await expect(resume()).rejects.toMatchObject({ code: 'invalid', say: { key: 'campaign.refused.over' } })
  expect(await counts()).toEqual({ missed: 2 })
})

test('a queued reminder does not go out after a pause, however short', async () => {
  await started(2, { reminder: { most: 2, afterDays: 1 } })
  place.clock.set('2027-01-05T07:51:00.000Z')
  await scheduler.tick()
  await until('2027-01-06T07:59')
  expect(place.sent).toHaveLength(2)
  place.clock.set('2027-01-06T08:00:00.000Z')
  await scheduler.tick()
  await pause()
  await resume()
  await until('2027-01-08T08:00')
  expect(place.sent).toHaveLength(2)
})

describe('a pause while the recipients are being written down', () => {
  beforeEach(async () => {
    await started(120, { recurrence: { ...weekly.recurrence, count: 3 }, reminder: { most: 1, afterDays: 1 } })
    place.clock.set('2027-01-05T07:51:00.000Z')
    await killedWhilePlanning()
    await pause()
  })

  test('that ends before the time leaves the occasion as it was: everybody, and no time used up', async () => {
    place.clock.set('2027-01-05T07:52:00.000Z')
    await resume()
    await until('2027-01-05T07:59')
    expect(await first()).toMatchObject({ state: 'planned', recipients: 120 })
    expect(await campaign()).toMatchObject({ state: 'running', occasions: 1 })
    await until('2027-01-05T08:20')
    expect(await counts()).toEqual({ sent: 120 })
    expect(new Set(sentTo()).size).toBe(120)
    await until('2027-01-06T08:30')
    expect(place.sent).toHaveLength(240)
  })

  test('does not leave the writing undone: what is missed in the end is everybody', async () => {
    await until('2027-01-05T08:30')
    expect(await counts()).toEqual({ pending: 120 })
    expect(await campaign()).toMatchObject({ state: 'paused', nextAt: null })
    await until('2027-01-05T15:00')
    expect(await counts()).toEqual({ missed: 120 })
    expect(place.sent).toEqual([])
  })
})

describe('a campaign that is cancelled while the recipients are being written down', () => {
  const change = async (id: string, changes: Partial<Leader>) => {
    const found = await place.store.get(leaders, 'tenant', id)
    if (found) await place.store.replace(leaders, { ...found.document, ...changes }, found.version)
  }

  test('counts everybody it was for, whether or not they were written down yet', async () => {
    await started(120)
    place.clock.set('2027-01-05T07:51:00.000Z')
    await killedWhilePlanning()
    // One of those on the page that is written, and one of those who were not to get it.
    await change('leader-0', { stopped: true })
    await place.people(1, { stopped: true })
    await cancelCampaign(ctx, { campaignId })
    expect(await counts()).toEqual({ cancelled: 120 })
    expect(await first()).toMatchObject({ state: 'cancelled', recipients: 120, pages: 1 })
    await until('2027-01-05T09:00')
    expect(place.sent).toEqual([])
  })
})
