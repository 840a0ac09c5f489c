import { cancelCampaign } from '../../../src/campaigns/verbs/cancel-campaign'
import { changeCampaign } from '../../../src/campaigns/verbs/change-campaign'
import { saveCampaign } from '../../../src/campaigns/verbs/save-campaign'
import type { AppError } from '../../../src/errors'
import { audit } from '../../../src/records/audit'
import { type Campaign, campaigns } from '../../../src/records/campaign'
import { told } from '../../../src/texts'
import { texts } from '../../support/kept'
import { codeOf, createPlace, type Place } from '../../support/verbs'
import { anotherName, type Form, operator, weekly } from '../place'

let place: Place
beforeEach(() => {
  place = createPlace()
  place.clock.set('2026-12-01T08:00:00.000Z')
})
afterEach(() => place.dispose())

/** The keys of what the form has against itself. */
async function faultsOf(form: Form): Promise<string[]> {
  const thrown = await saveCampaign(operator(place), form).then(
    () => undefined,
    (error: AppError) => error,
  )
  expect(thrown?.code).toBe('invalid')
  const say = thrown?.say
  if (!say) throw new Error('the fault has nothing to say')
  for (const locale of ['da', 'en'] as const) {
    expect(told(texts, locale, say)).not.toMatch(/[{}]|undefined/)
    expect(told(texts, locale, say).length).toBeLessThan(1500)
  }
  const { documents } = await place.store.list(campaigns, 'tenant', { limit: 10 })
  expect(documents).toEqual([])
  return [say, ...(say.and ?? [])].map(({ key }) => key.replace('campaign.fault.', ''))
}

const { recurrence } = weekly
const { every: _every, weekday: _weekday, ...dates } = recurrence

test.each<[string, Partial<Form>, string]>([
  ['no name', { name: '  ' }, 'name'],
  ['a name of any length', { name: 'x'.repeat(30_000) }, 'name'],
  ['an id that is none', { id: 'Kampagne 1' }, 'id'],
  ['a rule that fires each second', { recurrence: { ...dates, rrule: 'FREQ=SECONDLY' } }, 'rule.frequency'],
  ['a rule with an hour of its own', { recurrence: { ...dates, rrule: 'FREQ=WEEKLY;BYHOUR=3' } }, 'rule.part'],
  [
    'a rule that never fires',
    { recurrence: { ...dates, rrule: 'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2' } },
    'rule.never',
  ],
  ['a rule beside a rhythm', { recurrence: { ...recurrence, rrule: 'FREQ=WEEKLY' } }, 'rule.alone'],
  ['a rule beside a weekday', { recurrence: { ...dates, rrule: 'FREQ=WEEKLY', weekday: 'FR' } }, 'rule.alone'],
  [
    'a rule of any length',
    { recurrence: { ...dates, rrule: `FREQ=WEEKLY;BYDAY=${'MO,'.repeat(9000)}TU` } },
    'rule.unreadable',
  ],
  ['every week on the second such weekday', { recurrence: { ...recurrence, nth: 2 } }, 'monthOnly'],
  ['every week on a day of the month', { recurrence: { ...recurrence, monthDay: 5 } }, 'monthOnly'],
  [
    'every month on a weekday and on a day of the month',
    { recurrence: { ...dates, every: 'month', weekday: 'TU', monthDay: 5 } },
    'monthDayOrWeekday',
  ],
  ['the fortieth of the month', { recurrence: { ...dates, every: 'month', monthDay: 40 } }, 'monthDay'],
  ['the last day of the month but one', { recurrence: { ...dates, every: 'month', monthDay: -2 } }, 'monthDay'],
  ['half a day of the month', { recurrence: { ...dates, every: 'month', monthDay: 1.5 } }, 'monthDay'],
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
  ['a question of any length', { prompts: { kind: 'own', question: 'x'.repeat(30_000) } }, 'question'],
  ['a time of any length', { recurrence: { ...recurrence, time: '09:00'.repeat(9000) } }, 'time'],
  ['a zone of any length', { recurrence: { ...recurrence, timeZone: 'x'.repeat(30_000) } }, 'timeZone'],
  ['a level of any length', { audience: { levels: ['x'.repeat(30_000)] } }, 'level'],
  ['a person of any length', { audience: { people: ['x'.repeat(30_000)] } }, 'person'],
  ['a channel whose id is none', { audience: { channels: ['19:a/b'] } }, 'channel'],
  ['a channel without an id', { audience: { channels: [''] } }, 'channel'],
  ['an area of any length', { prompts: { kind: 'areas', areas: ['x'.repeat(30_000)] } }, 'area'],
  ['a prompt of any length', { prompts: { kind: 'chosen', promptIds: ['x'.repeat(30_000)] } }, 'prompt'],
  ['quiet hours of any length', { quietHours: { from: '18:00'.repeat(30), to: '07:00' } }, 'quietHours'],
  ['more closed days than a year has', { closedDays: { dates: Array(401).fill('2027-05-07') } }, 'closedDays'],
  ['no question', { prompts: { kind: 'own', question: ' ' } }, 'question'],
  [
    'a list of questions with an empty one',
    { prompts: { kind: 'own', question: 'Hvad nu?', more: [{ question: ' ' }] } },
    'questionAt',
  ],
  [
    'more questions than half a year has weeks',
    { prompts: { kind: 'own', question: 'Hvad nu?', more: Array(26).fill({ question: 'Og nu?' }) } },
    'questionCount',
  ],
  [
    'an area at a time for no time',
    { prompts: { kind: 'areas', areas: ['faglig-ledelse'], occasionsEach: 0 } },
    'occasionsEach',
  ],
  ['a role’s prompt that is gone', { prompts: { kind: 'byRole', turns: [{ direktoer: 'x/y/z/q1' }] } }, 'prompt'],
  ['three reminders', { reminder: { most: 3 } }, 'reminder'],
  ['a reminder after half a day', { reminder: { most: 1, afterDays: 0.5 } }, 'reminder'],
  ['no grace', { graceMinutes: 0 }, 'grace'],
])('%s is refused with a sentence naming the field, and nothing is saved', async (_what, change, key) => {
  expect(await faultsOf({ ...weekly, ...change })).toEqual([key])
})

test('all faults of a form are told at once', async () => {
  const form: Form = {
    name: '',
    audience: { frameworks: ['narnia'], roles: ['pave'] },
    prompts: { kind: 'chosen', promptIds: ['x'] },
    recurrence: { rrule: 'FREQ=DAILY;COUNT=3', time: '25:00', timeZone: 'Kbh', first: 'i morgen' },
  }
  expect(await faultsOf(form)).toEqual([
    ...['name', 'framework', 'role', 'prompt', 'time', 'timeZone', 'first', 'rule.frequency', 'rule.part'],
  ])
})

test('where there is a Teams, a named person is named by the object id', async () => {
  const ctx = operator(place, { isLocal: false })
  const people = ['10000000-0000-4000-8000-00000000000A', 'Peter']
  await expect(saveCampaign(ctx, { ...weekly, audience: { people } })).rejects.toMatchObject({
    say: { key: 'campaign.fault.person', params: { person: 'peter' }, and: [] },
  })
  const saved = await saveCampaign(ctx, { ...weekly, audience: { people: people.slice(0, 1) } })
  expect(saved.audience.people).toEqual(['10000000-0000-4000-8000-00000000000a'])
})

test.each([
  'RRULE:FREQ=WEEKLY;BYDAY=TU',
  'freq=weekly;byday=tu',
  ' FREQ=WEEKLY; BYDAY=TU; ',
  'rrule:FREQ=WEEKLY;BYDAY=TU;',
])('the rule “%s” is read as it is meant', async (rrule) => {
  const campaign = await saveCampaign(operator(place), { ...weekly, recurrence: { ...dates, rrule } })
  expect(campaign.recurrence.rrule).toBe('FREQ=WEEKLY;BYDAY=TU')
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
    name: before.name,
    revision: 2,
    audience: before.audience,
    recurrence: { ...before.recurrence, time: '10:30' },
    closedDays: { ...before.closedDays, dates: ['2027-05-07'] },
  })
  expect(await codeOf(changeCampaign(operator(place), { campaignId, recurrence: { time: '02:30' } }))).toBe('invalid')
  const stored = await place.store.get(campaigns, 'tenant', campaignId)
  expect(stored?.document).toEqual(after)
})

type Change = Omit<Parameters<typeof changeCampaign>[1], 'campaignId'>
async function changed(form: Partial<Form>, change: Change): Promise<Campaign> {
  const { id: campaignId } = await saveCampaign(operator(place), { ...weekly, name: anotherName(), ...form })
  return changeCampaign(operator(place), { campaignId, ...change })
}
const narrow: Partial<Form> = { audience: { frameworks: ['skanderborg'], roles: ['kontraktholder'] } }

test.each<[string, Change, object]>([
  [
    'a unit',
    { audience: { units: ['Skole'] } },
    { frameworks: ['skanderborg'], roles: ['kontraktholder'], units: ['Skole'] },
  ],
  ['a role', { audience: { roles: ['leder-af-leder'] } }, { frameworks: ['skanderborg'], roles: ['leder-af-leder'] }],
  ['no role', { audience: { roles: [] } }, { frameworks: ['skanderborg'], roles: [] }],
])('a change of the audience to %s leaves its other parts as they are', async (_what, change, audience) => {
  expect((await changed(narrow, change)).audience).toMatchObject(audience)
})

test('a change of the days before a reminder leaves their number as it is, and the other way round', async () => {
  const twice: Partial<Form> = { reminder: { most: 2, afterDays: 3 } }
  expect((await changed(twice, { reminder: { afterDays: 4 } })).reminder).toEqual({ most: 2, afterDays: 4 })
  expect((await changed(twice, { reminder: { most: 1 } })).reminder).toEqual({ most: 1, afterDays: 3 })
  expect((await changed({}, { reminder: { most: 1, afterDays: 4 } })).reminder).toEqual({ most: 1, afterDays: 4 })
})

test('the last date, the number of times and the leaders’ zones can be taken away', async () => {
  const recurrence = { ...weekly.recurrence, last: '2027-06-29', count: 5, isLeadersZone: true }
  const none = { last: null, count: null, isLeadersZone: false }
  expect((await changed({ recurrence }, { recurrence: none })).recurrence).toMatchObject(none)
})

test.each<[string, string, Change['recurrence'], string]>([
  ['another weekday', 'FREQ=WEEKLY;BYDAY=TU', { weekday: 'WE' }, 'FREQ=WEEKLY;BYDAY=WE'],
  [
    'another weekday every third week',
    'INTERVAL=3;BYDAY=TU;FREQ=WEEKLY',
    { weekday: 'WE' },
    'INTERVAL=3;BYDAY=WE;FREQ=WEEKLY',
  ],
  ['a weekday', 'FREQ=WEEKLY', { weekday: 'WE' }, 'FREQ=WEEKLY;BYDAY=WE'],
  ['another weekday of the month', 'FREQ=MONTHLY;BYDAY=-1FR', { weekday: 'MO' }, 'FREQ=MONTHLY;BYDAY=-1MO'],
  ['another week of the month', 'FREQ=MONTHLY;BYDAY=2MO', { nth: 3 }, 'FREQ=MONTHLY;BYDAY=3MO'],
  ['both', 'FREQ=MONTHLY;BYDAY=2MO', { nth: -1, weekday: 'FR' }, 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['another day of the month', 'FREQ=MONTHLY;BYMONTHDAY=1', { monthDay: -1 }, 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['a day in place of a weekday', 'FREQ=MONTHLY;BYDAY=1MO', { monthDay: 15 }, 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['a weekday in place of a day', 'FREQ=MONTHLY;BYMONTHDAY=15', { weekday: 'TU' }, 'FREQ=MONTHLY;BYDAY=1TU'],
  ['a rhythm of its own', 'FREQ=WEEKLY;BYDAY=TU', { every: 'month', monthDay: 3 }, 'FREQ=MONTHLY;BYMONTHDAY=3'],
  ['another rule', 'FREQ=WEEKLY;BYDAY=TU', { rrule: 'FREQ=MONTHLY;BYDAY=1TU' }, 'FREQ=MONTHLY;BYDAY=1TU'],
  ['another time only', 'FREQ=WEEKLY;BYDAY=TU,TH', { time: '10:00' }, 'FREQ=WEEKLY;BYDAY=TU,TH'],
])('a recurrence is changed to %s', async (_what, rrule, change, expected) => {
  const after = await changed({ recurrence: { ...dates, rrule } }, { recurrence: change })
  expect(after.recurrence).toEqual({ ...after.recurrence, rrule: expected, first: dates.first })
})

test.each<[string, Partial<Form>, Change, string]>([
  ['a week of the month for every week', {}, { recurrence: { nth: 2 } }, 'monthOnly'],
  ['a day of the month for every week', {}, { recurrence: { monthDay: 2 } }, 'monthOnly'],
  [
    'a weekday for several of them',
    { recurrence: { ...dates, rrule: 'FREQ=WEEKLY;BYDAY=TU,TH' } },
    { recurrence: { weekday: 'WE' } },
    'rule.whole',
  ],
  [
    'a week for a day of the month, without a weekday',
    { recurrence: { ...dates, rrule: 'FREQ=MONTHLY;BYMONTHDAY=5' } },
    { recurrence: { nth: 2 } },
    'rule.whole',
  ],
  [
    'a day and a weekday of the month',
    { recurrence: { ...dates, rrule: 'FREQ=MONTHLY;BYMONTHDAY=5' } },
    { recurrence: { monthDay: 3, weekday: 'MO' } },
    'monthDayOrWeekday',
  ],
  [
    'a day that no month has',
    { recurrence: { ...dates, rrule: 'FREQ=MONTHLY;BYMONTHDAY=5' } },
    { recurrence: { monthDay: 40 } },
    'monthDay',
  ],
  ['a rule and a weekday', {}, { recurrence: { rrule: 'FREQ=WEEKLY', weekday: 'WE' } }, 'rule.alone'],
  ['every leader, where it is narrowed otherwise', narrow, { audience: { isEveryLeader: true } }, 'narrowed'],
  ['the days before a reminder where there is none', {}, { reminder: { afterDays: 4 } }, 'noReminder'],
  ['an audience of nobody', narrow, { audience: { frameworks: [], roles: [] } }, 'audienceEmpty'],
])('a change that could not take effect is refused with a sentence: %s', async (_what, form, change, key) => {
  const campaign = await saveCampaign(operator(place), { ...weekly, ...form })
  const thrown: AppError = await changeCampaign(operator(place), { campaignId: campaign.id, ...change }).then(
    () => Promise.reject(new Error('it took effect')),
    (error) => error,
  )
  const { say } = thrown
  if (!say) throw thrown
  expect([say, ...(say.and ?? [])].map((one) => one.key)).toEqual([`campaign.fault.${key}`])
  for (const locale of ['da', 'en'] as const) expect(told(texts, locale, say)).not.toMatch(/[{}]|undefined/)
  expect((await place.store.get(campaigns, 'tenant', campaign.id))?.document).toEqual(campaign)
})

test('of two changes at once to different parts none is lost: the second is refused, and can be made again', async () => {
  const { id: campaignId } = await saveCampaign(operator(place), weekly)
  const both: Change[] = [{ name: 'Nyt' }, { recurrence: { time: '10:00' } }]
  const outcomes = await Promise.allSettled(
    both.map((change) => changeCampaign(operator(place), { campaignId, ...change })),
  )
  for (const [at, { status }] of outcomes.entries()) {
    if (status === 'rejected') await changeCampaign(operator(place), { campaignId, ...both[at] })
  }
  const stored = await place.store.get(campaigns, 'tenant', campaignId)
  expect(stored?.document).toMatchObject({ name: 'Nyt', revision: 3, recurrence: { time: '10:00' } })
})

test('every leader is meant again once nothing narrows', async () => {
  const audience = { isEveryLeader: true, frameworks: [], roles: [] }
  expect((await changed(narrow, { audience })).audience).toMatchObject(audience)
})

test('what has ended is not changed', async () => {
  const { id: campaignId } = await saveCampaign(operator(place), weekly)
  await cancelCampaign(operator(place), { campaignId })
  expect(await codeOf(changeCampaign(operator(place), { campaignId, name: 'Nyt' }))).toBe('conflict')
})
