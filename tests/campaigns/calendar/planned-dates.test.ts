import fc from 'fast-check'
import { passedUntil, plannedDates, type Timetable } from '../../../src/campaigns/calendar/planned-dates'
import { reminderDates } from '../../../src/campaigns/calendar/reminder-dates'
import { planningWindow, sendWindow } from '../../../src/campaigns/calendar/send-window'
import { closedBy } from '../../../src/campaigns/calendar/workdays'
import { addDays } from '../../../src/time/local-dates'

const closedDays: Timetable['closedDays'] = {
  publicHolidays: true,
  weekends: true,
  customaryDays: true,
  schoolHolidays: false,
  july: false,
  dates: [],
  onClosed: 'move',
}
function timetable(
  recurrence: Partial<Timetable['recurrence']> & { rrule: string; first: string },
  more: Partial<Omit<Timetable, 'recurrence'>> = {},
): Timetable {
  const usual = { time: '09:00', timeZone: 'Europe/Copenhagen', isLeadersZone: false, last: null, count: null }
  return { recurrence: { ...usual, ...recurrence }, closedDays, quietHours: null, graceMinutes: 360, ...more }
}
function next(count: number, table: Timetable, after: string | null = null, sent = 0) {
  const found: { ruleDate: string; date: string | null; why: string | null; holiday: string | null }[] = []
  for (const planned of plannedDates(table, after, sent)) {
    found.push(planned)
    if (found.length === count) break
  }
  return found
}

test.each([
  ['2026-04-03', 'public-holiday', 'Langfredag'],
  ['2026-12-26', 'public-holiday', 'Anden Juledag'],
  ['2026-12-24', 'customary-day', 'Juleaftensdag'],
  ['2026-12-31', 'customary-day', 'Nytårsaftensdag'],
  ['2028-06-05', 'public-holiday', 'Anden Pinsedag'],
  ['2029-06-05', 'customary-day', 'Grundlovsdag'],
  ['2027-07-07', 'july', null],
  ['2027-02-17', 'school-holiday', null],
  ['2027-10-19', 'school-holiday', null],
  ['2027-05-07', 'own-closed-day', null],
  ['2027-01-09', 'weekend', null],
])('%s is closed: %s %s', (date, why, holiday) => {
  const all = { ...closedDays, schoolHolidays: true, july: true, dates: ['2027-05-07'] }
  expect(closedBy(date, all)).toEqual({ why, holiday })
  const none = { publicHolidays: false, weekends: false, customaryDays: false, schoolHolidays: false, july: false }
  expect(closedBy(date, { ...none, dates: [] })).toBeUndefined()
})

test('Store Bededag is a working day since 2024, and so are 1 May and Mother’s Day', () => {
  expect(['2026-05-01', '2027-04-23', '2027-05-03'].map((date) => closedBy(date, closedDays))).toEqual([
    ...[undefined, undefined, undefined],
  ])
})

test('skipped dates are told with the reason, and do not count towards the number of times', () => {
  const table = timetable(
    { rrule: 'FREQ=WEEKLY;BYDAY=TH', first: '2026-12-17', count: 2 },
    {
      closedDays: { ...closedDays, onClosed: 'skip' },
    },
  )
  expect(next(9, table).map(({ ruleDate, date, holiday }) => [ruleDate, date, holiday])).toEqual([
    ['2026-12-17', '2026-12-17', null],
    ['2026-12-24', null, 'Juleaftensdag'],
    ['2026-12-31', null, 'Nytårsaftensdag'],
    ['2027-01-07', '2027-01-07', null],
  ])
})

test('nothing is moved to the day before the next date: nobody wants two on end', () => {
  const july = { closedDays: { ...closedDays, july: true } }
  const lastOfJuly = (weekday: string, first: string) =>
    next(2, timetable({ rrule: `FREQ=WEEKLY;BYDAY=${weekday}`, first }, july)).map(({ date }) => date)
  // The first open day is Monday 2 August.
  expect(lastOfJuly('TU', '2027-07-27')).toEqual([null, '2027-08-03'])
  expect(lastOfJuly('WE', '2027-07-28')).toEqual(['2027-08-02', '2027-08-04'])
})

test('nothing is moved onto or past the next date, nor past the last one', () => {
  const twice = timetable({ rrule: 'FREQ=WEEKLY;BYDAY=FR,MO', first: '2027-03-26', last: '2027-03-30' })
  expect(next(9, twice).map(({ ruleDate, date }) => [ruleDate, date])).toEqual([
    // Good Friday: everything up to Easter Monday is closed.
    ['2027-03-26', null],
    ['2027-03-29', '2027-03-30'],
  ])
  const single = timetable({ rrule: 'FREQ=WEEKLY;BYDAY=TH', first: '2026-12-24', last: '2026-12-27' })
  expect(next(9, single).map(({ date }) => date)).toEqual([null])
})

test('two dates are never sent on one day, never in another order, and never on a closed day', () => {
  const day = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
  const rules = fc.record({
    publicHolidays: fc.boolean(),
    weekends: fc.boolean(),
    customaryDays: fc.boolean(),
    schoolHolidays: fc.boolean(),
    july: fc.boolean(),
    onClosed: fc.constantFrom('move' as const, 'skip' as const),
    dates: fc.array(
      fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-12-01', days)),
      { maxLength: 20 },
    ),
  })
  fc.assert(
    fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 4 }), rules, (days, closed) => {
      const table = timetable(
        { rrule: `FREQ=WEEKLY;BYDAY=${days.join(',')}`, first: '2026-12-01', last: '2028-02-01' },
        { closedDays: closed },
      )
      const planned = [...plannedDates(table, null, 0)]
      const sent = planned.flatMap(({ date }) => date ?? [])
      expect([...new Set(sent)].sort()).toEqual(sent)
      expect(sent.filter((date) => closedBy(date, closed))).toEqual([])
      for (const { ruleDate, date, why } of planned) expect(date === ruleDate).toBe(why === null)
      // From any place in it, it goes on as it would have.
      const half = planned[Math.floor(planned.length / 2)]
      if (!half) return
      const rest = [...plannedDates(table, half.date ?? half.ruleDate, 0)]
      expect(rest).toEqual(planned.slice(planned.indexOf(half) + 1))
    }),
    { numRuns: 60 },
  )
})

test('what lies behind is not sent afterwards; what is to come today is', () => {
  const table = timetable({ rrule: 'FREQ=WEEKLY;BYDAY=TU', first: '2027-01-05' })
  expect(passedUntil(table, null, 0, Date.parse('2027-01-05T07:59:59Z'))).toBeNull()
  expect(passedUntil(table, null, 0, Date.parse('2027-01-05T08:00:00Z'))).toBe('2027-01-05')
  expect(passedUntil(table, '2027-01-05', 1, Date.parse('2027-02-01T08:00:00Z'))).toBe('2027-01-26')
})

const iso = ({ dueAt, closesAt }: { dueAt: number; closesAt: number }) =>
  [dueAt, closesAt].map((at) => new Date(at).toISOString().slice(0, 16))

test('an occasion may be late by its grace, but neither into quiet hours nor into another day', () => {
  const rule = { rrule: 'FREQ=WEEKLY', first: '2027-01-05' }
  const zone = 'Europe/Copenhagen'
  expect(iso(sendWindow(timetable(rule), '2027-01-05', zone))).toEqual(['2027-01-05T08:00', '2027-01-05T14:00'])
  const evening = { graceMinutes: 1440 }
  expect(iso(sendWindow(timetable(rule, evening), '2027-01-05', zone))[1]).toBe('2027-01-05T23:00')
  const quiet = { graceMinutes: 1440, quietHours: { from: '17:00', to: '07:00' } }
  expect(iso(sendWindow(timetable(rule, quiet), '2027-01-05', zone))[1]).toBe('2027-01-05T16:00')
  const morning = { quietHours: { from: '00:00', to: '07:00' } }
  expect(iso(sendWindow(timetable(rule, morning), '2027-01-05', zone))[1]).toBe('2027-01-05T14:00')
})

test('with the leaders’ own zones an occasion is open from the first of them to the last', () => {
  const rule = { rrule: 'FREQ=WEEKLY', first: '2027-01-05', isLeadersZone: true }
  const { opensAt, closesAt } = planningWindow(timetable(rule), '2027-01-05')
  expect(iso({ dueAt: opensAt, closesAt })).toEqual(['2027-01-04T18:50', '2027-01-06T03:00'])
})

test.each([
  ['after two days', '2027-01-05', { afterDays: 2, most: 1 }, null, ['2027-01-07']],
  ['twice, each after two days', '2027-01-05', { afterDays: 2, most: 2 }, null, ['2027-01-07', '2027-01-11']],
  ['never at a weekend', '2027-01-07', { afterDays: 2, most: 1 }, null, ['2027-01-11']],
  ['never on a holiday', '2027-03-24', { afterDays: 1, most: 1 }, null, ['2027-03-30']],
  ['never when the next one comes', '2027-01-05', { afterDays: 4, most: 2 }, '2027-01-12', ['2027-01-11']],
  ['never after the next one', '2027-03-25', { afterDays: 1, most: 1 }, '2027-03-30', []],
  ['not at all', '2027-01-05', { afterDays: 2, most: 0 }, null, []],
])('a reminder comes %s', (_what, date, reminder, after, dates) => {
  const open = { ...closedDays, weekends: false, publicHolidays: false }
  expect(reminderDates(date, reminder, open, after)).toEqual(dates)
})
