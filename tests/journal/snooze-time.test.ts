import fc from 'fast-check'
import { type SnoozeChoice, snoozeTime } from '../../src/journal/snooze-time'
import { localDate } from '../../src/time/clock'

const copenhagen = 'Europe/Copenhagen'
const at = (choice: SnoozeChoice, now: string, zone = copenhagen) => {
  const nowMs = Date.parse(now)
  return new Date(snoozeTime(choice, nowMs, localDate(nowMs, zone), zone)).toISOString()
}

test.each<[choice: SnoozeChoice, now: string, expected: string, why: string]>([
  ['hour', '2026-03-10T08:00:00Z', '2026-03-10T09:00:00.000Z', 'an hour'],
  ['hour', '2026-03-10T22:40:00Z', '2026-03-10T23:40:00.000Z', 'across the local midnight'],
  [
    'hour',
    '2026-03-29T00:30:00Z',
    '2026-03-29T01:30:00.000Z',
    'an hour of the clock that stands, across the missing one',
  ],
  ['hour', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00.000Z', 'the same into the double one'],
  ['tomorrow', '2026-03-10T08:00:00Z', '2026-03-11T07:00:00.000Z', 'eight in winter'],
  ['tomorrow', '2026-07-10T08:00:00Z', '2026-07-11T06:00:00.000Z', 'eight in summer'],
  ['tomorrow', '2026-03-10T23:30:00Z', '2026-03-12T07:00:00.000Z', 'half past midnight is the next day already'],
  ['tomorrow', '2026-03-28T12:00:00Z', '2026-03-29T06:00:00.000Z', 'into summer time'],
  ['tomorrow', '2026-10-24T12:00:00Z', '2026-10-25T07:00:00.000Z', 'out of summer time'],
  ['tomorrow', '2026-12-31T12:00:00Z', '2027-01-01T07:00:00.000Z', 'across the year'],
  ['monday', '2026-03-10T08:00:00Z', '2026-03-16T07:00:00.000Z', 'from a Tuesday'],
  ['monday', '2026-03-15T12:00:00Z', '2026-03-16T07:00:00.000Z', 'from a Sunday'],
  ['monday', '2026-03-09T05:00:00Z', '2026-03-16T07:00:00.000Z', 'on a Monday the next one, before eight too'],
  ['monday', '2026-03-09T12:00:00Z', '2026-03-16T07:00:00.000Z', 'on a Monday the next one'],
  ['monday', '2026-03-26T12:00:00Z', '2026-03-30T06:00:00.000Z', 'over the weekend of summer time'],
])('%s from %s is %s: %s', (choice, now, expected) => expect(at(choice, now)).toBe(expected))

test('the morning is the leader’s own', () => {
  expect(at('tomorrow', '2026-07-10T12:00:00Z', 'America/Godthab')).toBe('2026-07-11T09:00:00.000Z')
  expect(at('tomorrow', '2026-07-10T12:00:00Z', 'Pacific/Auckland')).toBe('2026-07-11T20:00:00.000Z')
})

test('wherever and whenever, a morning is eight o’clock there, and it is to come', () => {
  const zones = fc.constantFrom(copenhagen, 'Atlantic/Faroe', 'America/Godthab', 'Asia/Kathmandu', 'Pacific/Auckland')
  const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) })
  fc.assert(
    fc.property(fc.constantFrom('tomorrow' as const, 'monday' as const), instants, zones, (choice, nowMs, timeZone) => {
      const due = snoozeTime(choice, nowMs, localDate(nowMs, timeZone), timeZone)
      const wall = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium', dateStyle: 'full' }).format(due)
      expect(wall).toMatch(choice === 'monday' ? /^Monday.* 08:00:00$/ : / 08:00:00$/)
      expect(due).toBeGreaterThan(nowMs)
      expect(due - nowMs).toBeLessThanOrEqual((choice === 'monday' ? 8 : 2) * 24 * 3_600_000)
    }),
  )
})
