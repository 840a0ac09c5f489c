import { readPast } from '../../src/dates/read-past'

// A Tuesday.
const today = '2026-03-10'

test.each<readonly [string, string | undefined, string | undefined]>([
  ['oktober', '2025-10-01', '2025-10-31'],
  ['i oktober', '2025-10-01', '2025-10-31'],
  ['i oktober 2024', '2024-10-01', '2024-10-31'],
  ['fra oktober', '2025-10-01', '2025-10-31'],
  ['i marts', '2026-03-01', '2026-03-31'],
  ['sidste marts', '2026-03-01', '2026-03-31'],
  ['i sidste måned', '2026-02-01', '2026-02-28'],
  ['sidste uge', '2026-03-02', '2026-03-08'],
  ['i denne uge', '2026-03-09', '2026-03-15'],
  ['i går', '2026-03-09', '2026-03-09'],
  ['i dag', '2026-03-10', '2026-03-10'],
  ['i foråret', '2026-03-01', '2026-05-31'],
  ['i efteråret', '2025-09-01', '2025-11-30'],
  ['i sommer', '2025-06-01', '2025-08-31'],
  ['i vinter', '2025-12-01', '2026-02-28'],
  ['i påsken', '2025-04-17', '2025-04-21'],
  ['i sommerferien', '2025-07-01', '2025-08-03'],
  ['i uge 42', '2025-10-13', '2025-10-19'],
  ['i uge 40 til 42', '2025-09-29', '2025-10-19'],
  ['i år', '2026-01-01', '2026-12-31'],
  ['sidste år', '2025-01-01', '2025-12-31'],
  ['2025', '2025-01-01', '2025-12-31'],
  ['de sidste tre måneder', '2025-12-10', '2026-03-10'],
  ['de seneste 14 dage', '2026-02-24', '2026-03-10'],
  ['siden 1. august', '2025-08-01', undefined],
  ['siden jul', '2025-12-24', undefined],
  ['siden sommerferien', '2025-07-01', undefined],
  ['efter jul', '2025-12-27', undefined],
  ['før jul', undefined, '2025-12-23'],
  ['fra august til oktober', '2025-08-01', '2025-10-31'],
  ['i januar og februar', '2026-01-01', '2026-02-28'],
  ['mellem 1. januar og 15. februar', '2026-01-01', '2026-02-15'],
  ['i mandags', '2026-03-09', '2026-03-09'],
  ['last month', '2026-02-01', '2026-02-28'],
  ['in October', '2025-10-01', '2025-10-31'],
  ['since Christmas', '2025-12-24', undefined],
  ['the last two weeks', '2026-02-24', '2026-03-10'],
])('“%s” on 10 March 2026 is %s to %s', (text, from, to) => {
  expect(readPast(text, today)).toEqual({ ...(from && { from }), ...(to && { to }) })
})

test.each([
  '',
  'delegering',
  'møder i oktober',
  'oktober festen',
  'næste uge',
  'i 2030',
  'to uger',
  'siden sidst',
  'før mødet',
  'i teamet',
  'uge',
])('“%s” is no time that has been', (text) => {
  expect(readPast(text, today)).toBeUndefined()
})
