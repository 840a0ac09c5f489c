import { firstRhythmDate, nextDayTime, nextRhythmTime } from '../../src/dates/rhythm-dates'

const zone = 'Europe/Copenhagen'
const next = (rule: { weekday?: number; time?: string; everyWeeks?: number; startsOn?: string }, after: string) =>
  new Date(
    nextRhythmTime(
      { weekday: 5, time: '09:00', everyWeeks: 1, startsOn: '2026-03-13', ...rule },
      Date.parse(after),
      zone,
    ),
  ).toISOString()

test.each([
  ['the same day before the hour', {}, '2026-03-13T07:00:00.000Z', '2026-03-13T08:00:00.000Z'],
  ['a week later after it', {}, '2026-03-13T08:00:00.000Z', '2026-03-20T08:00:00.000Z'],
  ['over the change of clocks at the same hour', {}, '2026-03-28T08:00:00.000Z', '2026-04-10T07:00:00.000Z'],
  ['every second week', { everyWeeks: 2 }, '2026-03-13T08:00:00.000Z', '2026-03-27T08:00:00.000Z'],
  ['every second week, long after', { everyWeeks: 2 }, '2026-09-01T08:00:00.000Z', '2026-09-11T07:00:00.000Z'],
  // Easter Monday is closed; Tuesday is the next day that is not.
  [
    'a holiday by the next open day',
    { weekday: 1, startsOn: '2026-03-16' },
    '2026-04-03T08:00:00.000Z',
    '2026-04-07T07:00:00.000Z',
  ],
  [
    'on a Saturday, where that was chosen',
    { weekday: 6, startsOn: '2026-03-14' },
    '2026-03-13T08:00:00.000Z',
    '2026-03-14T08:00:00.000Z',
  ],
])('%s', (_what, rule, after, at) => expect(next(rule, after)).toBe(at))

test('where it has to wait it comes at the same hour of the next open day', () => {
  const rule = { weekday: 5, time: '09:00', everyWeeks: 1, startsOn: '2026-03-13' }
  expect(new Date(nextDayTime(rule, '2026-03-13', zone)).toISOString()).toBe('2026-03-16T08:00:00.000Z')
  expect(new Date(nextDayTime({ ...rule, weekday: 6 }, '2026-03-13', zone)).toISOString()).toBe(
    '2026-03-14T08:00:00.000Z',
  )
})

test('it begins with the first such day, today included', () => {
  expect(firstRhythmDate(5, '2026-03-13')).toBe('2026-03-13')
  expect(firstRhythmDate(1, '2026-03-13')).toBe('2026-03-16')
})
