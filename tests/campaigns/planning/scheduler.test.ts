import { createScheduler, type Scheduler } from '../../../src/campaigns/planning/scheduler'
import { pauseCampaign, resumeCampaign } from '../../../src/campaigns/verbs/pause-campaign'
import { previewCampaign } from '../../../src/campaigns/verbs/preview-campaign'
import { saveCampaign } from '../../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../../src/campaigns/verbs/start-campaign'
import type { Campaign } from '../../../src/records/campaign'
import { createPlace, type Place } from '../../support/verbs'
import {
  addLeaders,
  audienceOf,
  createKeptQueue,
  type Form,
  type KeptQueue,
  occasionsOf,
  operator,
  weekly,
} from '../place'

let place: Place
let kept: KeptQueue
let scheduler: Scheduler
beforeEach(() => {
  place = createPlace()
  place.clock.set('2026-12-01T08:00:00.000Z')
  kept = createKeptQueue(place)
  scheduler = createScheduler({ services: operator(place), queue: kept.queue })
})
afterEach(() => place.dispose())

async function started(form: Form = weekly): Promise<Campaign> {
  const { id } = await saveCampaign(operator(place), form)
  return startCampaign(operator(place), { campaignId: id })
}

async function tickAt(iso: string): Promise<void> {
  place.clock.set(iso)
  await scheduler.tick()
}

test('plans an occasion shortly before its time, for everybody, with a message for its time', async () => {
  await addLeaders(place, ['ea', 'bo'])
  const { id } = await started()
  await tickAt('2027-01-05T07:49:00.000Z')
  expect(await occasionsOf(place.store, id)).toEqual([])
  await tickAt('2027-01-05T07:51:00.000Z')
  const [occasion] = await occasionsOf(place.store, id)
  expect(occasion).toMatchObject({
    id: `${id}:2027-01-05`,
    state: 'planned',
    recipients: 2,
    pages: 1,
    number: 0,
    cursor: null,
    dueAt: '2027-01-05T08:00:00.000Z',
    closesAt: '2027-01-05T14:00:00.000Z',
  })
  expect(await audienceOf(place.store, `${id}:2027-01-05`)).toEqual(['bo', 'ea'])
  const message = { kind: 'page', occasionId: `${id}:2027-01-05`, page: 0 }
  expect(kept.sent).toEqual([{ work: message, dueAt: '2027-01-05T08:00:00.000Z' }])
})

test('plans an occasion once, however often and wherever it looks', async () => {
  await addLeaders(place, ['ea'])
  await started()
  const other = createScheduler({ services: operator(place), queue: kept.queue })
  place.clock.set('2027-01-05T07:55:00.000Z')
  await Promise.all([scheduler.tick(), other.tick()])
  await tickAt('2027-01-05T07:56:00.000Z')
  await other.tick()
  expect(kept.sent.map(({ work }) => work.kind)).toEqual(['page'])
})

test('a leader who joins later is in the next occasion', async () => {
  await addLeaders(place, ['ea'])
  const { id } = await started()
  await tickAt('2027-01-05T07:55:00.000Z')
  await addLeaders(place, ['bo'])
  await tickAt('2027-01-05T08:30:00.000Z')
  await tickAt('2027-01-12T07:55:00.000Z')
  expect(await audienceOf(place.store, `${id}:2027-01-05`)).toEqual(['ea'])
  expect(await audienceOf(place.store, `${id}:2027-01-12`)).toEqual(['bo', 'ea'])
})

test('what was due while nothing ran is sent within its grace, and recorded as missed beyond it', async () => {
  await addLeaders(place, ['ea', 'bo'])
  const { id } = await started()
  await tickAt('2027-01-26T13:59:00.000Z')
  const found = (await occasionsOf(place.store, id)).map(({ date, state, recipients }) => [date, state, recipients])
  expect(found).toEqual([
    ['2027-01-05', 'missed', 2],
    ['2027-01-12', 'missed', 2],
    ['2027-01-19', 'missed', 2],
    ['2027-01-26', 'planned', 2],
  ])
  expect(kept.sent).toHaveLength(1)
})

test('the preview tells what then happens', async () => {
  await addLeaders(place, ['ea'], { framework: 'odder', role: 'afdelingsleder' })
  const { id } = await saveCampaign(operator(place), weekly)
  const preview = await previewCampaign(operator(place), { campaignId: id })
  expect(preview.dates.map(({ date }) => date)).toEqual([
    ...['2027-01-05', '2027-01-12', '2027-01-19', '2027-01-26', '2027-02-02', '2027-02-09'],
  ])
  expect(preview).toMatchObject({ leaders: 1, channels: 0, unreachableCount: 0, needsConfirmation: false })
  expect(preview.sample?.promptId).toMatch(/^odder\//)
})

test('what falls into a pause is not sent afterwards', async () => {
  await addLeaders(place, ['ea'])
  const { id } = await started()
  await pauseCampaign(operator(place), { campaignId: id })
  place.clock.set('2027-01-12T09:00:00.000Z')
  await resumeCampaign(operator(place), { campaignId: id })
  await scheduler.tick()
  expect(await occasionsOf(place.store, id)).toEqual([])
  await tickAt('2027-01-19T08:00:00.000Z')
  expect((await occasionsOf(place.store, id)).map(({ date, state }) => [date, state])).toEqual([
    ['2027-01-19', 'planned'],
  ])
})
