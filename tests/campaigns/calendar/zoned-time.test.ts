import fc from 'fast-check'
import { zonedInstant } from '../../../src/campaigns/calendar/zoned-time'
import { isTimeZone } from '../../../src/time/time-zone'

const at = (date: string, time: string, timeZone = 'Europe/Copenhagen') =>
  new Date(zonedInstant(date, time, timeZone)).toISOString().slice(0, 16)

test.each([
  ['an hour ahead in winter', '2027-01-05', '09:00', '2027-01-05T08:00'],
  ['two in summer', '2027-07-06', '09:00', '2027-07-06T07:00'],
  ['before the clocks go forward', '2027-03-28', '01:59', '2027-03-28T00:59'],
  ['an hour that is left out is an hour later', '2027-03-28', '02:30', '2027-03-28T01:30'],
  ['after the clocks went forward', '2027-03-28', '03:00', '2027-03-28T01:00'],
  ['the day the clocks go forward, at nine', '2027-03-28', '09:00', '2027-03-28T07:00'],
  ['an hour that comes twice is its first', '2027-10-31', '02:30', '2027-10-31T00:30'],
  ['after the clocks went back', '2027-10-31', '03:00', '2027-10-31T02:00'],
  ['the day the clocks go back, at nine', '2027-10-31', '09:00', '2027-10-31T08:00'],
  ['the last minute of a year', '2026-12-31', '23:59', '2026-12-31T22:59'],
  ['the first minute of a year', '2027-01-01', '00:00', '2026-12-31T23:00'],
])('%s', (_what, date, time, expected) => {
  expect(at(date, time)).toBe(expected)
})

test('zones far from UTC, and those whose clocks go by half hours, are right', () => {
  expect(at('2027-01-05', '09:00', 'Etc/GMT-14')).toBe('2027-01-04T19:00')
  expect(at('2027-01-05', '09:00', 'Etc/GMT+12')).toBe('2027-01-05T21:00')
  expect(at('2027-01-05', '09:00', 'Asia/Kathmandu')).toBe('2027-01-05T03:15')
  // Lord Howe's clocks go forward by half an hour.
  expect(at('2027-10-03', '02:15', 'Australia/Lord_Howe')).toBe('2027-10-02T15:45')
})

test('whatever the zone, the clock on the wall shows what was asked for, but for an hour that is left out', () => {
  const zones = [
    'Europe/Copenhagen',
    'America/Nuuk',
    'Atlantic/Faroe',
    'Asia/Tehran',
    'America/Sao_Paulo',
    'Pacific/Apia',
  ]
  const minute = fc.integer({ min: 0, max: 40 * 366 * 24 * 60 })
  fc.assert(
    fc.property(minute, fc.constantFrom(...zones), (minutes, timeZone) => {
      const [date = '', time = ''] = new Date(Date.UTC(2015, 0) + minutes * 60_000)
        .toISOString()
        .slice(0, 16)
        .split('T')
      const shown = new Date(zonedInstant(date, time, timeZone)).toLocaleString('sv-SE', { timeZone }).slice(0, 16)
      const lateMs = Date.parse(`${shown.replace(' ', 'T')}Z`) - Date.parse(`${date}T${time}Z`)
      return lateMs === 0 || lateMs === 3_600_000
    }),
  )
})

test.each(['Europe/Kbh', '+02:00', '', 'København', '-1'])('%p is no time zone', (name) => {
  expect(isTimeZone(name)).toBe(false)
})
