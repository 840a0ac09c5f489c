import { createScheduler, type Scheduler } from '../../src/campaigns/planning/scheduler'
import { cancelCampaign } from '../../src/campaigns/verbs/cancel-campaign'
import { changeCampaign } from '../../src/campaigns/verbs/change-campaign'
import { pauseCampaign, resumeCampaign } from '../../src/campaigns/verbs/pause-campaign'
import { previewCampaign } from '../../src/campaigns/verbs/preview-campaign'
import { saveCampaign } from '../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../src/campaigns/verbs/start-campaign'
import { type Campaign, campaigns } from '../../src/records/campaign'
import { channels } from '../../src/records/channel'
import { deliveries, deliverySchema } from '../../src/records/delivery'
import { snoozes } from '../../src/records/reflection'
import type { Store } from '../../src/store/store'
import { codeOf, createPlace, type Place } from '../support/verbs'
import {
  addLeaders,
  anotherName,
  audienceOf,
  createKeptQueue,
  type Form,
  type KeptQueue,
  occasionsOf,
  operator,
  weekly,
} from './place'

let place: Place
let kept: KeptQueue
let scheduler: Scheduler
beforeEach(async () => {
  place = createPlace()
  place.clock.set('2026-12-01T08:00:00.000Z')
  kept = createKeptQueue(place)
  scheduler = createScheduler({ services: operator(place), queue: kept.queue })
  await addLeaders(place, ['ea', 'bo'])
})
afterEach(() => place.dispose())

async function started(form: Partial<Form> = {}): Promise<Campaign> {
  const { id } = await saveCampaign(operator(place), { ...weekly, name: anotherName(), ...form })
  return startCampaign(operator(place), { campaignId: id })
}

async function tickAt(...instants: string[]): Promise<void> {
  for (const instant of instants) {
    place.clock.set(`${instant}:00.000Z`)
    await scheduler.tick()
  }
}

const statesOf = async (id: string) => (await occasionsOf(place.store, id)).map(({ date, state }) => `${date} ${state}`)
const stateOf = async (id: string) => (await place.store.get(campaigns, 'tenant', id))?.document.state
const sentOf = (kind: string) => kept.sent.filter(({ work }) => work.kind === kind)

test('starting, pausing, resuming and cancelling twice is doing it once', async () => {
  const { id: campaignId } = await saveCampaign(operator(place), weekly)
  for (const [verb, state] of [
    [startCampaign, 'running'],
    [pauseCampaign, 'paused'],
    [resumeCampaign, 'running'],
    [cancelCampaign, 'cancelled'],
  ] as const) {
    const once = await verb(operator(place), { campaignId })
    place.clock.advance(1000)
    expect(await verb(operator(place), { campaignId })).toEqual(once)
    expect(once.state).toBe(state)
  }
  expect(await codeOf(startCampaign(operator(place), { campaignId }))).toBe('conflict')
  expect(await codeOf(pauseCampaign(operator(place), { campaignId }))).toBe('conflict')
  expect(await codeOf(resumeCampaign(operator(place), { campaignId }))).toBe('conflict')
})

test('nobody to send to, and no date to come, are refused at the start', async () => {
  const empty = await saveCampaign(operator(place), { ...weekly, audience: { units: ['Ingen'] } })
  expect(await codeOf(startCampaign(operator(place), { campaignId: empty.id }))).toBe('invalid')
  const past = await saveCampaign(operator(place), {
    ...weekly,
    name: anotherName(),
    recurrence: { ...weekly.recurrence, last: '2027-01-12' },
  })
  place.clock.set('2027-01-13T08:00:00.000Z')
  expect(await codeOf(startCampaign(operator(place), { campaignId: past.id }))).toBe('invalid')
  expect(await stateOf(past.id)).toBe('draft')
})

test('more recipients than may be written to without another yes wait for it', async () => {
  const { id: campaignId } = await saveCampaign(operator(place), weekly)
  const few = operator(place, { confirmRecipients: 1 })
  expect((await previewCampaign(few, { campaignId })).needsConfirmation).toBe(true)
  await expect(startCampaign(few, { campaignId })).rejects.toMatchObject({
    code: 'conflict',
    say: { key: 'campaign.refused.many', params: { recipients: 2, most: 1 } },
  })
  expect((await startCampaign(few, { campaignId, isConfirmed: true })).state).toBe('running')
})

test('a change counts from the next occasion: one that is planned is sent as it was planned', async () => {
  const { id: campaignId } = await started()
  await tickAt('2027-01-05T07:55')
  await changeCampaign(operator(place), {
    campaignId,
    prompts: { kind: 'own', question: 'Hvad lykkedes?' },
    recurrence: { every: 'week', weekday: 'WE' },
  })
  await tickAt('2027-01-05T08:00', '2027-01-06T07:55')
  const [first, second] = await occasionsOf(place.store, campaignId)
  expect(first).toMatchObject({ date: '2027-01-05', revision: 1, prompts: { kind: 'automatic' } })
  expect(second).toMatchObject({ date: '2027-01-06', revision: 2, prompts: { kind: 'own' } })
})

test('a change to a time that has gone by today sends nothing today', async () => {
  const { id: campaignId } = await started()
  place.clock.set('2027-01-06T12:00:00.000Z')
  await scheduler.tick()
  await changeCampaign(operator(place), { campaignId, recurrence: { every: 'week', weekday: 'WE' } })
  await tickAt('2027-01-06T12:01', '2027-01-13T07:55')
  expect(await statesOf(campaignId)).toEqual(['2027-01-05 missed', '2027-01-13 planned'])
})

test('with the leaders’ own zones a reminder comes by their clocks too', async () => {
  await addLeaders(place, ['nuuk'], { timeZone: 'America/Nuuk' })
  const { id } = await started({ recurrence: { ...weekly.recurrence, isLeadersZone: true }, reminder: { most: 1 } })
  await tickAt('2027-01-04T19:00', '2027-01-06T18:59')
  expect(sentOf('reminder')).toEqual([])
  await tickAt('2027-01-06T19:01')
  const pages = sentOf('reminder').map(({ work, dueAt }) => ['page' in work && work.page, dueAt])
  expect(pages).toEqual([
    [0, '2027-01-07T11:00:00.000Z'],
    [1, '2027-01-07T08:00:00.000Z'],
  ])
  expect((await occasionsOf(place.store, id))[0]).toMatchObject({ reminded: 1, remindAt: null })
})

test('a reminder that is found late is queued for those whose day still has time for it', async () => {
  await addLeaders(place, ['nuuk'], { timeZone: 'America/Nuuk' })
  const { id } = await started({ recurrence: { ...weekly.recurrence, isLeadersZone: true }, reminder: { most: 1 } })
  await tickAt('2027-01-04T19:00', '2027-01-07T15:00')
  expect(sentOf('reminder').map(({ work }) => 'page' in work && work.page)).toEqual([0])
  expect(await audienceOf(place.store, `${id}:2027-01-05`)).toEqual(['nuuk', 'bo', 'ea'])
})

test('a campaign that is cancelled sends nothing more, and one that is paused neither', async () => {
  const one = await started()
  const other = await started()
  await tickAt('2027-01-05T07:55')
  await cancelCampaign(operator(place), { campaignId: one.id })
  place.clock.set('2027-01-05T08:30:00.000Z')
  await pauseCampaign(operator(place), { campaignId: other.id })
  await tickAt('2027-01-12T07:55')
  expect(await statesOf(one.id)).toEqual(['2027-01-05 cancelled'])
  expect(await statesOf(other.id)).toEqual(['2027-01-05 planned'])
})

test('a pause that ends before the time leaves an occasion as it was', async () => {
  const { id: campaignId } = await started()
  await tickAt('2027-01-05T07:51')
  await pauseCampaign(operator(place), { campaignId })
  place.clock.set('2027-01-05T07:58:00.000Z')
  await resumeCampaign(operator(place), { campaignId })
  await scheduler.tick()
  expect(await statesOf(campaignId)).toEqual(['2027-01-05 planned'])
})

test('an occasion that is sent stays so, whatever becomes of its campaign', async () => {
  const { id: campaignId } = await started({ reminder: { most: 1 } })
  await tickAt('2027-01-05T07:55', '2027-01-05T14:05')
  await cancelCampaign(operator(place), { campaignId })
  await tickAt('2027-01-07T08:05')
  expect(await statesOf(campaignId)).toEqual(['2027-01-05 planned'])
  expect(sentOf('reminder')).toEqual([])
})

test('a campaign ends when its last occasion and its reminders are over', async () => {
  const { id } = await started({ recurrence: { ...weekly.recurrence, count: 2 }, reminder: { most: 1, afterDays: 2 } })
  await tickAt('2027-01-05T07:55', '2027-01-12T07:55', '2027-01-12T14:05')
  expect(await stateOf(id)).toBe('running')
  await tickAt('2027-01-14T08:00', '2027-01-14T08:01')
  expect(await stateOf(id)).toBe('ended')
  expect(await statesOf(id)).toEqual(['2027-01-05 planned', '2027-01-12 planned'])
})

test('a reminder is queued once, a message a page, and dropped when it is found too late', async () => {
  const { id } = await started({ reminder: { most: 2, afterDays: 1 } })
  await tickAt('2027-01-05T07:55', '2027-01-06T07:59')
  expect(sentOf('reminder')).toEqual([])
  await tickAt('2027-01-06T08:00', '2027-01-06T08:01')
  const message = { kind: 'reminder', occasionId: `${id}:2027-01-05`, page: 0, number: 1 }
  expect(sentOf('reminder')).toEqual([{ work: message, dueAt: '2027-01-06T08:00:00.000Z' }])
  await tickAt('2027-01-07T14:30')
  expect(sentOf('reminder')).toHaveLength(1)
  expect((await occasionsOf(place.store, id))[0]).toMatchObject({ reminded: 2, remindAt: null })
})

test('a campaign that fails keeps no other from being sent, and is tried again after a pause that grows', async () => {
  const bad = await started()
  const good = await started()
  const failing: Store = {
    ...place.store,
    create: (container, document) =>
      document.id.startsWith(bad.id) ? Promise.reject(new Error('it fails')) : place.store.create(container, document),
  }
  const sick = createScheduler({ services: { ...operator(place), store: failing }, queue: kept.queue })
  const failures: number[] = []
  place.clock.set('2027-01-05T07:55:00.000Z')
  for (let n = 0; n < 20; n++) {
    await sick.tick()
    const { failing: now } = (await place.store.get(campaigns, 'tenant', bad.id))?.document ?? {}
    failures.push(now?.times ?? 0)
    place.clock.advance(30_000)
  }
  expect(await statesOf(good.id)).toEqual(['2027-01-05 planned'])
  expect(failures).toEqual([1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5])
  expect(sick.health()).toMatchObject({ failing: 1 })
  expect(sick.health().oldestUndoneMs).toBeGreaterThan(8 * 60_000)
  place.clock.advance(15 * 60_000)
  await scheduler.tick()
  expect(await statesOf(bad.id)).toEqual(['2027-01-05 planned'])
  expect(scheduler.health()).toMatchObject({ failing: 0, nextRunAt: expect.any(String) })
})

test('the schedule tells when something is sent next, and for how long what was due has not been', async () => {
  const { id } = await started()
  await tickAt('2027-01-04T12:00')
  expect(scheduler.health()).toMatchObject({ nextRunAt: '2027-01-05T08:00:00.000Z', oldestUndoneMs: 0 })
  await tickAt('2027-01-05T07:55')
  expect(scheduler.health()).toMatchObject({ nextRunAt: '2027-01-05T08:00:00.000Z', oldestUndoneMs: 0 })
  await tickAt('2027-01-05T08:00')
  expect(scheduler.health()).toMatchObject({ nextRunAt: '2027-01-12T08:00:00.000Z', oldestUndoneMs: 0 })
  // Nobody sends anything: the sending is stopped, or every worker is gone.
  await tickAt('2027-01-05T08:06', '2027-01-05T11:00')
  expect(scheduler.health()).toMatchObject({ oldestUndoneMs: 3 * 3600_000 })
  for (const recipientId of ['ea', 'bo']) {
    const at = '2027-01-05T11:00:00.000Z'
    const occasionId = `${id}:2027-01-05`
    await place.store.create(
      deliveries,
      deliverySchema.parse({
        id: `${occasionId}:${recipientId}`,
        occasionId,
        campaignId: id,
        tenantId: 'tenant',
        recipientId,
        recipientKind: 'leader',
        state: 'sent',
        promptId: 'own',
        claimedAt: at,
        claimedBy: 'me',
        createdAt: at,
      }),
    )
  }
  await tickAt('2027-01-05T11:10')
  expect(scheduler.health()).toMatchObject({ nextRunAt: '2027-01-12T08:00:00.000Z', oldestUndoneMs: 0 })
})

test('a page whose message was lost gets another one, while there is time', async () => {
  await started()
  await tickAt('2027-01-05T07:55')
  kept.sent.length = 0
  await tickAt('2027-01-05T08:04')
  expect(kept.sent).toEqual([])
  await tickAt('2027-01-05T08:06', '2027-01-05T08:07', '2027-01-05T08:17')
  expect(sentOf('page')).toHaveLength(2)
  await tickAt('2027-01-05T14:01', '2027-01-05T15:00')
  expect(sentOf('page')).toHaveLength(2)
})

test('what was put off comes when its time has come, once, and again when nobody takes it', async () => {
  const snooze = {
    id: 'ea:r1',
    tenantId: 'tenant',
    leaderId: 'ea',
    reflectionId: 'r1',
    dueAt: '2026-12-02T08:00:00.000Z',
  }
  await place.store.create(snoozes, snooze)
  const other = createScheduler({ services: operator(place), queue: kept.queue })
  await tickAt('2026-12-02T07:59')
  expect(kept.sent).toEqual([])
  place.clock.set('2026-12-02T08:00:00.000Z')
  await Promise.all([scheduler.tick(), other.tick()])
  await tickAt('2026-12-02T08:05')
  expect(kept.sent.map(({ work }) => work)).toEqual([{ kind: 'snoozed', leaderId: 'ea', reflectionId: 'r1' }])
  await tickAt('2026-12-02T08:11')
  expect(kept.sent).toHaveLength(2)
})

test('named people, channels and leaders are each in an occasion once, met or not', async () => {
  const at = new Date(place.clock.now()).toISOString()
  const conversation = { conversationId: '19:x', serviceUrl: 'https://example.org', botId: 'b' }
  const channel = {
    tenantId: 'tenant',
    teamId: 't',
    teamName: 'Ledere',
    name: 'Fælles',
    removedAt: null,
    framework: null,
    group: null,
    shown: [],
  }
  await place.store.create(channels, { id: '19:x', ...channel, conversation, createdAt: at, updatedAt: at })
  await addLeaders(place, ['in-odder'], { framework: 'odder', role: 'direktoer' })
  await addLeaders(place, ['named'], { framework: 'odder', role: 'direktoer', unreachable: { why: 'blocked', at } })
  const later = { pausedFrom: '2027-01-06', pausedUntil: '2027-02-01' }
  await addLeaders(place, ['leaving'], { framework: 'odder', role: 'direktoer', ...later })
  await addLeaders(place, ['on-leave'], { framework: 'odder', role: 'direktoer', pausedUntil: '2027-02-01' })
  const audience = {
    frameworks: ['odder'],
    levels: ['top'],
    people: ['named', 'never-met', 'named'],
    channels: ['19:x'],
  }
  const { id } = await started({ audience })
  await tickAt('2027-01-05T07:55')
  expect(await audienceOf(place.store, `${id}:2027-01-05`)).toEqual([
    'named',
    'never-met',
    'in-odder',
    'leaving',
    '19:x',
  ])
  const preview = await previewCampaign(operator(place), { campaignId: id })
  // Whoever has never met Pejling does so by the first prompt, where the app is installed for them.
  expect(preview).toMatchObject({ leaders: 5, channels: 1, unreachableCount: 0, away: null, newcomers: 3 })
  // Who has blocked Pejling or is on a break is told of by no name, and of fewer than five not at all.
  expect(preview.unreachable).toEqual([])
})

test('it stops in order: what is under way is finished, and nothing begins afterwards', async () => {
  await started()
  place.clock.set('2027-01-05T07:55:00.000Z')
  scheduler.start()
  scheduler.start()
  await scheduler.stop()
  expect(sentOf('page')).toHaveLength(1)
  expect(scheduler.health()).toMatchObject({ isRunning: false, lastTickAt: '2027-01-05T07:55:00.000Z' })
})
