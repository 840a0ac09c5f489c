import fc from 'fast-check'
import { ttlSeconds } from '../../src/reflections/retention'

const at = Date.parse
const endOf = (createdAt: string, months: number) =>
  new Date(at(createdAt) + ttlSeconds(createdAt, months, at(createdAt)) * 1000).toISOString()

test.each([
  ['2026-03-10T08:00:00.000Z', 18, '2027-09-10T08:00:00.000Z', 'the same day, months later'],
  ['2026-01-15T23:59:59.000Z', 1, '2026-02-15T23:59:59.000Z', ''],
  ['2026-12-31T00:00:00.000Z', 12, '2027-12-31T00:00:00.000Z', 'over the new year'],
  ['2024-02-29T12:00:00.000Z', 60, '2029-02-28T12:00:00.000Z', 'a leap day: the month’s last day'],
  [
    '2025-08-31T12:00:00.000Z',
    18,
    '2027-02-28T12:00:00.000Z',
    'a month with fewer days: its last, not the next month’s third',
  ],
])('created %s and kept %i months, it goes at %s %s', (createdAt, months, end) => {
  expect(endOf(createdAt, months)).toBe(end)
})

test('is whole seconds from the present, and at least one', () => {
  const createdAt = '2026-03-10T08:00:00.000Z'
  expect(ttlSeconds(createdAt, 1, at('2026-04-10T07:59:00.000Z'))).toBe(60)
  expect(ttlSeconds(createdAt, 1, at('2026-04-10T07:59:59.001Z'))).toBe(1)
  expect(ttlSeconds(createdAt, 1, at('2026-04-10T08:00:00.000Z'))).toBe(1)
  expect(ttlSeconds(createdAt, 1, at('2030-01-01T00:00:00.000Z'))).toBe(1)
})

test('a later write never prolongs a life', () => {
  const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 30 * 24 * 3600 }),
      (created, months, laterSeconds) => {
        const createdAt = created.toISOString()
        const later = created.getTime() + laterSeconds * 1000
        const ends = [created.getTime(), later].map((now) => now + ttlSeconds(createdAt, months, now) * 1000)
        expect(Math.abs((ends[1] ?? 0) - Math.max(ends[0] ?? 0, later + 1000))).toBeLessThan(1000)
      },
    ),
  )
})
