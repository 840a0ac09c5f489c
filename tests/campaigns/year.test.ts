import { plannedDates } from '../../src/campaigns/calendar/planned-dates'
import { createScheduler } from '../../src/campaigns/planning/scheduler'
import { saveCampaign } from '../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../src/campaigns/verbs/start-campaign'
import { createPlace, type Place } from '../support/verbs'
import { addLeaders, createKeptQueue, type Form, occasionsOf, operator } from './place'
import { yearOfThursdays } from './year-of-thursdays'

const thursdays: Form = {
  name: 'Torsdagens spørgsmål',
  audience: { isEveryLeader: true },
  recurrence: { every: 'week', weekday: 'TH', time: '09:00', first: '2026-12-01', last: '2027-12-31' },
  closedDays: { schoolHolidays: true, july: true, dates: ['2027-05-07'] },
}
const hourMs = 3600 * 1000
const toMinutes = (iso: string | null) => (iso === null ? null : iso.replace(':00.000Z', 'Z'))

let place: Place
beforeEach(() => {
  place = createPlace()
  place.clock.set('2026-12-01T12:00:00.000Z')
})
afterEach(() => place.dispose())

test('a year of dates is the one in the calendar', async () => {
  const campaign = await saveCampaign(operator(place), thursdays)
  const dates = [...plannedDates(campaign, null, 0)].map(({ ruleDate, at }) => ({
    rule: ruleDate,
    sent: toMinutes(at),
  }))
  expect(dates).toEqual(yearOfThursdays)
})

test('a year of occasions comes as the calendar says, each once, while the clock steps back and forth', async () => {
  await addLeaders(place, ['ea'])
  const { id } = await saveCampaign(operator(place), thursdays)
  await startCampaign(operator(place), { campaignId: id })
  const kept = createKeptQueue(place)
  const scheduler = createScheduler({ services: operator(place), queue: kept.queue })
  const end = Date.parse('2028-01-10T00:00:00Z')
  for (let n = 0; place.clock.now() < end; n++) {
    await scheduler.tick()
    // Every so often a machine's clock is put right by some hours.
    place.clock.advance(n % 9 === 3 ? -2 * hourMs : n % 11 === 5 ? 6 * hourMs : 5 * hourMs)
  }
  const sent = yearOfThursdays.flatMap((one) => one.sent ?? [])
  const found = (await occasionsOf(place.store, id)).map(({ dueAt, state, number }) => [
    number,
    toMinutes(dueAt),
    state,
  ])
  expect(found).toEqual(sent.map((at, number) => [number, at, 'planned']))
  expect(kept.sent.filter(({ work }) => work.kind === 'page').length).toBeGreaterThanOrEqual(sent.length)
})
