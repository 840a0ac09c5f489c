import fc from 'fast-check'
import { type RuleOfDates, ruleDates } from '../../../src/campaigns/calendar/occurrences'
import { ruleFaults } from '../../../src/campaigns/calendar/recurrence-rule'
import { addDays, isoWeek, weekdayOf } from '../../../src/time/local-dates'

function first(count: number, rule: Partial<RuleOfDates> & { rrule: string }, after: string | null = null): string[] {
  const found: string[] = []
  for (const date of ruleDates({ first: '2026-12-01', last: null, ...rule }, after)) {
    found.push(date)
    if (found.length === count) break
  }
  return found
}

test.each<[string, Parameters<typeof first>[1], string[]]>([
  [
    'weekly, over the year’s end and week 53',
    { rrule: 'FREQ=WEEKLY;BYDAY=WE', first: '2026-12-23' },
    ['2026-12-23', '2026-12-30', '2027-01-06'],
  ],
  [
    'every second week, from the first',
    { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' },
    ['2026-12-01', '2026-12-15', '2026-12-29', '2027-01-12'],
  ],
  ['two days a week', { rrule: 'FREQ=WEEKLY;BYDAY=MO,TH' }, ['2026-12-03', '2026-12-07', '2026-12-10', '2026-12-14']],
  ['the first Monday', { rrule: 'FREQ=MONTHLY;BYDAY=1MO' }, ['2026-12-07', '2027-01-04', '2027-02-01', '2027-03-01']],
  ['the last Friday', { rrule: 'FREQ=MONTHLY;BYDAY=-1FR' }, ['2026-12-25', '2027-01-29', '2027-02-26']],
  [
    'on the 31st, where there is one',
    { rrule: 'FREQ=MONTHLY;BYMONTHDAY=31' },
    ['2026-12-31', '2027-01-31', '2027-03-31', '2027-05-31'],
  ],
  ['the last day of a month', { rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1' }, ['2026-12-31', '2027-01-31', '2027-02-28']],
  ['29 February', { rrule: 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=29' }, ['2028-02-29', '2032-02-29']],
])('%s', (_what, rule, dates) => {
  expect(first(dates.length, rule)).toEqual(dates)
})

test('both Sundays on which clocks change are Sundays like others', () => {
  const sundays = { rrule: 'FREQ=WEEKLY;BYDAY=SU' }
  expect(first(3, { ...sundays, first: '2027-03-21' })).toEqual(['2027-03-21', '2027-03-28', '2027-04-04'])
  expect(first(3, { ...sundays, first: '2027-10-24' })).toEqual(['2027-10-24', '2027-10-31', '2027-11-07'])
})

test('the last date is the last, and a rule that names no date ends', () => {
  expect(first(9, { rrule: 'FREQ=WEEKLY;BYDAY=TU', last: '2026-12-15' })).toEqual([
    '2026-12-01',
    '2026-12-08',
    '2026-12-15',
  ])
  expect(first(9, { rrule: 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31' })).toEqual([])
})

test('going on after a date gives what going through from the beginning does', () => {
  const rrule = fc.constantFrom(
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR',
    'FREQ=MONTHLY;BYDAY=2WE',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
  )
  fc.assert(
    fc.property(rrule, fc.integer({ min: 0, max: 900 }), (rule, days) => {
      const after = addDays('2026-12-01', days)
      const all = first(400, { rrule: rule, last: '2031-01-01' })
      expect(first(5, { rrule: rule, last: '2031-01-01' }, after)).toEqual(
        all.filter((date) => date > after).slice(0, 5),
      )
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['FREQ=SECONDLY', 'frequency', 'SECONDLY'],
  ['FREQ=HOURLY', 'frequency', 'HOURLY'],
  ['FREQ=DAILY', 'frequency', 'DAILY'],
  ['FREQ=WEEKLY;BYHOUR=9', 'part', 'BYHOUR'],
  ['FREQ=WEEKLY;BYMINUTE=0', 'part', 'BYMINUTE'],
  ['FREQ=WEEKLY;COUNT=4', 'part', 'COUNT'],
  ['FREQ=WEEKLY;UNTIL=20270101', 'part', 'UNTIL'],
  ['FREQ=WEEKLY\nDTSTART:20270101', 'frequency', 'WEEKLY\nDTSTART:20270101'],
  ['DTSTART=20270101;FREQ=WEEKLY', 'part', 'DTSTART'],
  ['BYDAY=TU', 'unreadable', 'FREQ'],
  ['', 'unreadable', 'FREQ'],
  ['FREQ=WEEKLY;BYDAY=XX', 'unreadable', 'BYDAY'],
  ['FREQ=WEEKLY;BYDAY=1MO', 'unreadable', 'BYDAY'],
  ['FREQ=WEEKLY;INTERVAL=0', 'unreadable', 'INTERVAL'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'unreadable', 'BYMONTHDAY'],
  ['FREQ=WEEKLY;FREQ=WEEKLY', 'unreadable', 'FREQ'],
  ['FREQ=WEEKLY;BYDAY=TU;', 'part', ''],
])('%p is refused', (rrule, why, part) => {
  expect(ruleFaults(rrule)).toContainEqual({ why, part })
})

test('a rule that no fault is found in can be read', () => {
  const day = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
  const weekly = fc.tuple(fc.integer({ min: 1, max: 52 }), fc.uniqueArray(day, { minLength: 1 }))
  fc.assert(
    fc.property(weekly, ([interval, days]) => {
      const rrule = `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.join(',')}`
      expect(ruleFaults(rrule)).toEqual([])
      const dates = first(3, { rrule })
      expect(dates).toHaveLength(3)
      expect([...dates].sort()).toEqual(dates)
      const wanted = days.map((name) => ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].indexOf(name) + 1)
      expect(wanted).toEqual(expect.arrayContaining([...new Set(dates.map(weekdayOf))]))
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['2026-12-28', 53],
  ['2027-01-03', 53],
  ['2027-01-04', 1],
  ['2027-02-15', 7],
  ['2027-10-24', 42],
  ['2024-12-30', 1],
  ['2021-01-03', 53],
])('%s is in ISO week %i', (date, week) => {
  expect(isoWeek(date)).toBe(week)
})
