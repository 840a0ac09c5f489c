import { cancelCampaign } from '../../src/campaigns/cancel-campaign'
import { changeCampaign } from '../../src/campaigns/change-campaign'
import { saveCampaign } from '../../src/campaigns/save-campaign'
import type { AppError } from '../../src/errors'
import { dataDir } from '../../src/paths'
import { campaigns } from '../../src/store/campaign-containers'
import { audit } from '../../src/store/containers'
import { loadTexts, told } from '../../src/texts'
import { codeOf, createPlace, type Place } from '../support/verbs'
import { type Form, operator, weekly } from './place'

let place: Place
beforeEach(() => {
  place = createPlace()
  place.clock.set('2026-12-01T08:00:00.000Z')
})
afterEach(() => place.dispose())

const texts = loadTexts(dataDir)

/** The keys of what the form has against itself. */
async function faultsOf(form: Form): Promise<string[]> {
  const thrown = await saveCampaign(operator(place), form).then(
    () => undefined,
    (error: AppError) => error,
  )
  expect(thrown?.code).toBe('invalid')
  const say = thrown?.say
  if (!say) throw new Error('the fault has nothing to say')
  for (const locale of ['da', 'en'] as const) expect(told(texts, locale, say)).not.toMatch(/[{}]|undefined/)
  const { documents } = await place.store.list(campaigns, 'tenant', { limit: 10 })
  expect(documents).toEqual([])
  return [say, ...(say.and ?? [])].map(({ key }) => key.replace('campaign.fault.', ''))
}

const { recurrence } = weekly
const { every: _every, weekday: _weekday, ...dates } = recurrence

test.each<[string, Partial<Form>, string]>([
  ['no name', { name: '  ' }, 'name'],
  ['a rule that fires each second', { recurrence: { ...dates, rrule: 'FREQ=SECONDLY' } }, 'rule.frequency'],
  ['a rule with an hour of its own', { recurrence: { ...dates, rrule: 'FREQ=WEEKLY;BYHOUR=3' } }, 'rule.part'],
  [
    'a rule that never fires',
    { recurrence: { ...dates, rrule: 'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2' } },
    'rule.never',
  ],
  ['a rule that is none', { recurrence: { ...dates, rrule: 'hver tirsdag' } }, 'rule.unreadable'],
  ['neither rule nor rhythm', { recurrence: dates }, 'every'],
  ['a zone that is none', { recurrence: { ...recurrence, timeZone: 'Europe/Kbh' } }, 'timeZone'],
  ['an offset for a zone', { recurrence: { ...recurrence, timeZone: '+01:00' } }, 'timeZone'],
  ['a time that is none', { recurrence: { ...recurrence, time: '9' } }, 'time'],
  ['the hour in which clocks change', { recurrence: { ...recurrence, time: '02:59' } }, 'timeOfChange'],
  ['a first date that is none', { recurrence: { ...recurrence, first: '2027-02-30' } }, 'first'],
  ['a last date that is none', { recurrence: { ...recurrence, last: 'juni' } }, 'last'],
  ['an end before the start', { recurrence: { ...recurrence, last: '2027-01-04' } }, 'lastBeforeFirst'],
  [
    'an end before the first weekday',
    { recurrence: { ...recurrence, first: '2027-01-06', last: '2027-01-11' } },
    'rule.never',
  ],
  ['no times at all', { recurrence: { ...recurrence, count: 0 } }, 'count'],
  ['half a time', { recurrence: { ...recurrence, count: 2.5 } }, 'count'],
  ['a time in quiet hours', { quietHours: { from: '18:00', to: '09:30' } }, 'timeIsQuiet'],
  ['quiet hours that are none', { quietHours: { from: '18', to: '07:00' } }, 'quietHours'],
  ['closed days that are none', { closedDays: { dates: ['1. maj'] } }, 'closedDay'],
  [
    'closed days only',
    { recurrence: { ...recurrence, weekday: 'SA' }, closedDays: { onClosed: 'skip' } },
    'alwaysClosed',
  ],
  ['an empty audience', { audience: {} }, 'audienceEmpty'],
  ['an unknown framework', { audience: { frameworks: ['narnia'] } }, 'framework'],
  ['a role that no framework has', { audience: { roles: ['pave'] } }, 'role'],
  [
    'a role that the chosen framework has not',
    { audience: { frameworks: ['kerteminde'], roles: ['virksomhedsleder'] } },
    'role',
  ],
  ['an unknown level', { audience: { levels: ['boss'] } }, 'level'],
  ['a person whose id is none', { audience: { people: ['Ea Holm'] } }, 'person'],
  ['a channel where the bot is not', { audience: { channels: ['19:abc@thread.tacv2'] } }, 'channel'],
  ['a prompt that is gone', { prompts: { kind: 'chosen', promptIds: ['odder/leder/dialog/q999'] } }, 'prompt'],
  ['an unknown area', { prompts: { kind: 'areas', areas: ['hygge'] } }, 'area'],
  ['no area', { prompts: { kind: 'areas', areas: [] } }, 'areas'],
  ['no question', { prompts: { kind: 'own', question: ' ' } }, 'question'],
  ['three reminders', { reminder: { most: 3 } }, 'reminder'],
  ['a reminder after half a day', { reminder: { most: 1, afterDays: 0.5 } }, 'reminder'],
  ['no grace', { graceMinutes: 0 }, 'grace'],
])('%s is refused with a sentence naming the field, and nothing is saved', async (_what, change, key) => {
  expect(await faultsOf({ ...weekly, ...change })).toEqual([key])
})

test('all faults of a form are told at once', async () => {
  const form: Form = {
    ...{ name: '', audience: { frameworks: ['narnia'], roles: ['pave'] } },
    prompts: { kind: 'chosen', promptIds: ['x'] },
    recurrence: { rrule: 'FREQ=DAILY;COUNT=3', time: '25:00', timeZone: 'Kbh', first: 'i morgen' },
  }
  expect(await faultsOf(form)).toEqual([
    ...['name', 'framework', 'role', 'prompt', 'time', 'timeZone', 'first', 'rule.frequency', 'rule.part'],
  ])
})

test('a form that is sent twice makes one campaign', async () => {
  const form = { ...weekly, id: 'cabcdefghij12' }
  const first = await saveCampaign(operator(place), form)
  place.clock.advance(60_000)
  expect(await saveCampaign(operator(place), { ...form, name: 'Igen' })).toEqual(first)
  const { documents } = await place.store.list(campaigns, 'tenant', { limit: 10 })
  expect(documents).toHaveLength(1)
})

test('an id made here has neither colon nor dot, and who of HR made it stands in the campaign alone', async () => {
  const { id, createdBy } = await saveCampaign(place.ctx({ leaderId: 'hr' }, { hrIds: ['hr'] }), weekly)
  expect(id).toMatch(/^c[a-z0-9]{12}$/)
  expect(createdBy).toBe('hr')
  const { documents } = await place.store.list(audit, 'tenant', { limit: 10 })
  expect(documents.map(({ document }) => [document.what, document.id])).toEqual([['campaign-created', `${id}:created`]])
})

test.each([
  ['every week on the first date’s weekday', { every: 'week' }, 'FREQ=WEEKLY;BYDAY=FR', '2027-01-01'],
  ['every week, from the first Tuesday', { every: 'week', weekday: 'TU' }, 'FREQ=WEEKLY;BYDAY=TU', '2027-01-05'],
  [
    'every second week, counted from the first',
    { every: '2weeks', weekday: 'MO' },
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
    '2027-01-04',
  ],
  ['every month on the same day', { every: 'month' }, 'FREQ=MONTHLY;BYMONTHDAY=1', '2027-01-01'],
  ['every month on the first Monday', { every: 'month', weekday: 'MO' }, 'FREQ=MONTHLY;BYDAY=1MO', '2027-01-01'],
  ['every month on the last Friday', { every: 'month', nth: -1 }, 'FREQ=MONTHLY;BYDAY=-1FR', '2027-01-01'],
] as const)('%s', async (_what, how, rrule, first) => {
  const form = { ...weekly, recurrence: { ...how, time: '09:00', first: '2027-01-01' } }
  expect((await saveCampaign(operator(place), form)).recurrence).toMatchObject({ rrule, first })
})

test('a change keeps what it does not name, counts up the revision, and a faulty one changes nothing', async () => {
  const before = await saveCampaign(operator(place), { ...weekly, closedDays: { july: true } })
  const { id: campaignId } = before
  const after = await changeCampaign(operator(place), {
    campaignId,
    recurrence: { time: '10:30' },
    closedDays: { dates: ['2027-05-07'] },
  })
  expect(after).toMatchObject({
    ...{ name: before.name, revision: 2, audience: before.audience },
    recurrence: { ...before.recurrence, time: '10:30' },
    closedDays: { ...before.closedDays, dates: ['2027-05-07'] },
  })
  expect(await codeOf(changeCampaign(operator(place), { campaignId, recurrence: { time: '02:30' } }))).toBe('invalid')
  const stored = await place.store.get(campaigns, 'tenant', campaignId)
  expect(stored?.document).toEqual(after)
})

test('what has ended is not changed', async () => {
  const { id: campaignId } = await saveCampaign(operator(place), weekly)
  await cancelCampaign(operator(place), { campaignId })
  expect(await codeOf(changeCampaign(operator(place), { campaignId, name: 'Nyt' }))).toBe('conflict')
})
