import { toRecurrence } from '../../../src/campaigns/form/to-recurrence'
import { carriedFields } from '../../../src/cards/campaign/campaign-form-values'
import { campaignOf } from '../../../src/chat/hr/campaign-of'
import { formInput, readForm } from '../../../src/chat/hr/form-fields'
import { emptyForm, formOf } from '../../../src/chat/hr/form-of'
import { leaderSchema } from '../../../src/records/leader'
import { campaign } from '../../cards/campaign/sample-campaigns'

const zone = 'Europe/Copenhagen'
const at = '2026-03-10T08:00:00.000Z'
const leader = leaderSchema.parse({ id: 'hr', tenantId: 't', framework: 'odder', createdAt: at, updatedAt: at })
/** As a card sends it: texts, and what is chosen with commas between. */
const filled = (more: object = {}) =>
  formInput.parse({
    campaignId: 'cabc123def456',
    step: 'when',
    plan: 'automatic',
    name: ' Ugens refleksion ',
    framework: 'all',
    levels: '',
    channels: '',
    weekday: 'TU',
    time: '09:00',
    first: '2026-12-01',
    every: '1',
    weeks: '12',
    closed: 'weekends,holidays',
    question: '',
    reminder: '0',
    ...more,
  })
const meant = (more: object = {}, before?: Parameters<typeof campaignOf>[1]) =>
  campaignOf(readForm(filled(more)), before)

test('a new form begins with the reader’s municipality, next Tuesday at nine, and a quarter of a year', () => {
  expect(emptyForm(leader, Date.parse(at), zone)).toMatchObject({
    name: '',
    framework: 'odder',
    weekday: 'TU',
    time: '09:00',
    first: '2026-03-17',
    every: '1',
    weeks: 12,
    closed: ['weekends', 'holidays'],
  })
  expect(emptyForm({ ...leader, framework: null }, Date.parse('2026-03-08T23:30:00.000Z'), zone)).toMatchObject({
    framework: 'all',
    first: '2026-03-10',
  })
})

test('a filled-in form means a campaign', () => {
  expect(meant()).toEqual({
    name: 'Ugens refleksion',
    audience: { isEveryLeader: true, frameworks: [], levels: [], channels: [], units: [], roles: [], people: [] },
    prompts: { kind: 'automatic' },
    recurrence: { every: 'week', weekday: 'TU', time: '09:00', first: '2026-12-01', last: '2027-02-22' },
    closedDays: { weekends: true, publicHolidays: true, customaryDays: true, schoolHolidays: false, july: false },
    reminder: { afterDays: 2, most: 0 },
  })
})

test.each<readonly [string, object, object]>([
  [
    'one municipality and some levels',
    { framework: 'odder', levels: 'staff,top' },
    { audience: { isEveryLeader: false, frameworks: ['odder'], levels: ['top', 'staff'] } },
  ],
  [
    'some roles of one municipality',
    { framework: 'odder', rolesOf: 'odder', roles: 'stabschef,direktoer' },
    { audience: { frameworks: ['odder'], roles: ['stabschef', 'direktoer'] } },
  ],
  [
    'another municipality than that of the roles',
    { framework: 'soroe', rolesOf: 'odder', roles: 'stabschef' },
    { audience: { frameworks: ['soroe'], roles: [] } },
  ],
  [
    'channels only, whatever levels are ticked',
    { framework: 'none', levels: 'top', channels: '19:a,19:b' },
    { audience: { isEveryLeader: false, levels: [], channels: ['19:a', '19:b'] } },
  ],
  ['no end', { weeks: '' }, { recurrence: { last: null } }],
  ['no end, as another client says it', { weeks: null }, { recurrence: { last: null } }],
  ['a number that is one', { weeks: 1 }, { recurrence: { last: '2026-12-07' } }],
  ['every second week', { every: '2' }, { recurrence: { every: '2weeks' } }],
  ['a time without its zero', { time: '8:05' }, { recurrence: { time: '08:05' } }],
  ['a time with seconds', { time: '08:05:00' }, { recurrence: { time: '08:05' } }],
  [
    'a question of one’s own',
    { plan: 'own', question: ' Hvad lykkedes? ' },
    { prompts: { kind: 'own', question: 'Hvad lykkedes?' } },
  ],
  ['every day', { closed: '' }, { closedDays: { weekends: false, publicHolidays: false, customaryDays: false } }],
  [
    'summer and school',
    { closed: 'july,school' },
    { closedDays: { july: true, schoolHolidays: true, weekends: false } },
  ],
  [
    'every month on the last such weekday',
    { every: 'm-1', weekday: 'FR' },
    { recurrence: { every: 'month', nth: -1, weekday: 'FR' } },
  ],
  [
    'units, whose names may hold a comma',
    { units: 'Skole%2C%20nord,Dagtilbud' },
    { audience: { units: ['Skole, nord', 'Dagtilbud'] } },
  ],
  ['pitfalls only', { plan: 'pitfalls' }, { prompts: { kind: 'pitfalls' } }],
  [
    'some areas at once',
    { plan: 'areas', areas: 'dialog,retning', each: 'all' },
    { prompts: { kind: 'areas', areas: ['dialog', 'retning'] } },
  ],
  [
    'one area at a time',
    { plan: 'areas', areas: 'dialog,retning', each: '2' },
    { prompts: { kind: 'areas', areas: ['dialog', 'retning'], occasionsEach: 2 } },
  ],
  [
    'chosen prompts',
    { plan: 'chosen', prompts: 'a/b/c/q1,a/b/c/q2' },
    { prompts: { kind: 'chosen', promptIds: ['a/b/c/q1', 'a/b/c/q2'] } },
  ],
  [
    'a list of one’s own, pasted with its numbers, in two languages',
    {
      plan: 'own',
      question: '1. Hvad lykkedes?\n\n 2) Hvem har brug for dig?',
      english: '- What went well?\r\n- Who needs you?',
    },
    {
      prompts: {
        kind: 'own',
        question: 'Hvad lykkedes?',
        en: 'What went well?',
        more: [{ question: 'Hvem har brug for dig?', en: 'Who needs you?' }],
      },
    },
  ],
  ['two reminders', { reminder: '2' }, { reminder: { afterDays: 2, most: 2 } }],
  [
    'a date that is none, for the verb to refuse',
    { first: 'i morgen' },
    { recurrence: { first: 'i morgen', last: null } },
  ],
])('it can say %s', (_what, more, expected) => {
  expect(meant(more)).toMatchObject(expected)
})

test.each(['0', '105', '1,5', 'mange', '-3'])(
  '“%s” weeks are refused with a sentence that names the field',
  async (weeks) => {
    const thrown = await Promise.resolve()
      .then(() => readForm(filled({ weeks })))
      .catch((error: unknown) => error)
    expect(thrown).toMatchObject({ code: 'invalid', say: { key: 'campaignForm.weeks.error' } })
  },
)

test.each([
  {},
  { framework: 'odder', rolesOf: 'odder', roles: 'stabschef', levels: '' },
  { framework: 'odder', levels: 'top,staff', channels: '19:a', weeks: '' },
  { framework: 'none', channels: '19:a,19:b', every: '2', weeks: '52' },
  { plan: 'own', question: 'Hvad lykkedes?', reminder: '1', closed: 'july', time: '23:59' },
  { plan: 'own', question: 'Hvad lykkedes?\nOg hvad nu?', english: 'What went well?\nAnd now?' },
  { plan: 'areas', areas: 'dialog,retning', each: '3', units: 'Skole%2C%20nord' },
  { plan: 'chosen', prompts: 'a/b/c/q2,a/b/c/q1', every: 'm2', weekday: 'WE' },
  { plan: 'byRole', turns: 'direktoer=a/b/c/q1,leder=a/b/c/q2;leder=a/b/c/q3' },
])('what is saved fills the form again as it was: %o', (more) => {
  const form = readForm(filled(more))
  const { recurrence, ...rest } = campaignOf(form, undefined)
  const { first } = recurrence
  const kept = { ...toRecurrence({ isLeadersZone: false, count: null, ...recurrence }, first, zone), first }
  expect(formOf(campaign({ ...rest, recurrence: kept } as never))).toEqual(form)
})

test('the number of weeks stays when the first date was moved on to its weekday', () => {
  const recurrence = {
    rrule: 'FREQ=WEEKLY;BYDAY=MO',
    time: '09:00',
    timeZone: zone,
    first: '2026-12-07',
    last: '2027-02-22',
  }
  expect(formOf(campaign({ recurrence } as never)).weeks).toBe(12)
})

test('what the form cannot say is kept: several municipalities, another rhythm, areas, named people', () => {
  const before = campaign({
    audience: { frameworks: ['odder', 'soroe'], roles: ['stabschef'], units: ['Skole'], people: ['p'] },
    prompts: { kind: 'areas', areas: ['retning'], occasionsEach: 9 },
    recurrence: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=1', time: '09:00', timeZone: zone, first: '2026-12-07', count: 6 },
    reminder: { afterDays: 3, most: 1 },
  } as never)
  const form = formOf(before)
  expect(form).toMatchObject({ framework: 'kept', every: 'kept', weeks: null, plan: 'kept' })
  const after = campaignOf(form, before)
  expect(after).toMatchObject({
    audience: { frameworks: ['odder', 'soroe'], roles: ['stabschef'], units: ['Skole'], people: ['p'] },
    prompts: { kind: 'areas', areas: ['retning'], occasionsEach: 9 },
    reminder: { afterDays: 3, most: 1 },
  })
  expect(after.recurrence).toEqual({ time: '09:00', first: '2026-12-07', last: null })
})

test('roles go with their municipality; those of all municipalities, which the form cannot say, are kept', () => {
  const one = campaign({ audience: { frameworks: ['odder'], roles: ['stabschef'] } } as never)
  expect(formOf(one)).toMatchObject({ framework: 'odder', roles: ['stabschef'] })
  expect(campaignOf({ ...formOf(one), framework: 'all' }, one).audience.roles).toEqual([])
  expect(campaignOf({ ...formOf(one), framework: 'none' }, one).audience.roles).toEqual([])
  const everywhere = campaign({ audience: { roles: ['leder-af-ledere'] } } as never)
  expect(formOf(everywhere)).toMatchObject({ framework: 'all', roles: [] })
  expect(campaignOf(formOf(everywhere), everywhere).audience.roles).toEqual(['leder-af-ledere'])
})

/** As a card of an earlier version sent it, which had everything on it but what came later. */
const ofEarlier = (more: object) => readForm(filled({ step: undefined, plan: undefined, ...more }))

test('in a form of an earlier version a question is one’s own, and one that is emptied gives way to the framework’s', () => {
  const before = campaign({ prompts: { kind: 'own', question: 'Hvad lykkedes?' } })
  expect(campaignOf(ofEarlier({ question: 'Hvad nu?' }), before).prompts).toEqual({ kind: 'own', question: 'Hvad nu?' })
  expect(campaignOf(ofEarlier({ question: '' }), before).prompts).toEqual({ kind: 'automatic' })
})

test('what a form of an earlier version could not say stays as it is', () => {
  const before = campaign({
    audience: { frameworks: ['odder'], units: ['Skole'] },
    prompts: { kind: 'pitfalls' },
  } as never)
  const { audience, prompts } = campaignOf(ofEarlier({ framework: 'odder' }), before)
  expect([audience.units, prompts]).toEqual([['Skole'], { kind: 'pitfalls' }])
  expect(campaignOf(readForm(filled({ framework: 'odder', plan: 'automatic' })), before).audience.units).toEqual([])
})

test('what buttons carry from card to card is read as it was', () => {
  const form = readForm(
    filled({
      framework: 'odder',
      rolesOf: 'odder',
      roles: 'stabschef',
      units: 'Skole%2C%20nord',
      channels: '19:a',
      plan: 'own',
      question: 'Hvad nu?\nOg nu?',
      english: 'What?\nAnd?',
      every: 'm3',
      weeks: '',
    }),
  )
  expect(readForm(formInput.parse({ campaignId: 'c', step: 'when', ...carriedFields(form) }))).toEqual(form)
})

test('of the bank’s page what is ticked is chosen and what is unticked is not; what was chosen elsewhere stays in its order', () => {
  const { prompts } = readForm(filled({ prompts: 'q5,q1,q2', shownPrompts: 'q1,q2,q3', picked: 'q3,q2' }))
  expect(prompts).toEqual(['q5', 'q2', 'q3'])
})

test('more lines in one language than in the other are told', () => {
  const wrong = readForm(filled({ plan: 'own', question: 'Hvad?\nHvem?', english: 'What?' }))
  expect(() => campaignOf(wrong, undefined)).toThrow(
    expect.objectContaining({ code: 'invalid', say: expect.objectContaining({ key: 'campaign.fault.questionLines' }) }),
  )
})

test('what is no form at all is refused', () => {
  for (const wrong of [{}, { campaignId: '' }, { campaignId: 'c', name: 7 }, { campaignId: 'c', weeks: {} }])
    expect(formInput.safeParse(wrong).success).toBe(false)
})

test.each([
  ['09:00', '09:00'],
  ['9:00', '09:00'],
  ['9.30', '09:30'],
  ['09:00:00', '09:00'],
  ['9:00 AM', '09:00'],
  ['9:15 pm', '21:15'],
  ['12:00 AM', '00:00'],
  ['12:30 p.m.', '12:30'],
  ['9 PM', '21:00'],
])('a picker’s “%s” is read as %s', (written, time) => expect(meant({ time: written }).recurrence.time).toBe(time))

test.each(['', 'i morgen', '9', '13:00 PM', '0:00 AM', '9:5', '09:00 XM'])(
  'what is no time of day (“%s”) is left for the faults to name',
  (written) => expect(meant({ time: written }).recurrence.time).toBe(written),
)

test.each([
  [{ closed: 'weekends;holidays' }, { closedDays: { weekends: true, publicHolidays: true } }],
  [{ closed: ' weekends , july ' }, { closedDays: { weekends: true, july: true, publicHolidays: false } }],
  [{ levels: 'staff; top' }, { audience: { levels: ['top', 'staff'] } }],
  [{ reminder: '' }, { reminder: { most: 0 } }],
])('%j is read as it is meant', (fields, wanted) => expect(meant(fields)).toMatchObject(wanted))

test.each([
  { closed: 'weekends|holidays' },
  { closed: 'Weekender' },
  { levels: 'staff,chefer' },
  { levels: '__proto__' },
  { weekday: 'tirsdag' },
  { weekday: 'MO,TU' },
  { every: '3' },
  { plan: 'hver anden' },
  { each: '9' },
  { reminder: '5' },
  { reminder: '1,2' },
])('%j was not offered: it is refused by name, and means no default and no wider audience', (fields) => {
  const [value = ''] = Object.values(fields)
  const strange = { key: 'campaignForm.choice.error', params: { value: expect.any(String) } }
  expect(() => meant(fields)).toThrow(
    expect.objectContaining({ code: 'invalid', say: expect.objectContaining(strange) }),
  )
  expect(value).not.toBe('')
})
