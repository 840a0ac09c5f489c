import { reminderTime } from '../../src/hr-requests/reminder-time'

const inDenmark = (sent: string, days: number) => reminderTime(Date.parse(sent), days, 'Europe/Copenhagen')

test.each([
  ['three working days later, at the same time', '2026-03-10T10:30:00.000Z', 3, '2026-03-13T10:30:00.000Z'],
  ['the weekend does not count', '2026-03-12T10:30:00.000Z', 3, '2026-03-17T10:30:00.000Z'],
  ['nor does Easter', '2026-04-01T08:00:00.000Z', 3, '2026-04-09T08:00:00.000Z'],
  ['nor do Christmas Eve and the days after', '2026-12-23T09:00:00.000Z', 1, '2026-12-28T09:00:00.000Z'],
  ['what was written in the night waits for the morning', '2026-03-10T02:00:00.000Z', 1, '2026-03-11T07:00:00.000Z'],
  ['and in the evening comes before the end of the day', '2026-03-10T20:00:00.000Z', 1, '2026-03-11T15:00:00.000Z'],
  ['the clock may be put forward meanwhile', '2026-03-27T09:00:00.000Z', 1, '2026-03-30T08:00:00.000Z'],
])('%s', (_what, sent, days, expected) => expect(inDenmark(sent, days)).toBe(expected))

test('with no days there is no reminder', () => expect(inDenmark('2026-03-10T10:30:00.000Z', 0)).toBeNull())
