import { addDays, weekdayOf } from '../time/local-dates'

/** Some days in a row, both ends counted, as local dates. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** Where to look when no year is said: what comes, today among it, or what has been. `begins`: what begins today or later. */
export type Way = 'ahead' | 'begins' | 'back'

/** Of what comes once a year, the one that is meant: the next, or the last that has begun. */
export function nearest(inYear: (year: number) => Span | undefined, today: string, way: Way): Span | undefined {
  const year = Number(today.slice(0, 4))
  const all = [year - 1, year, year + 1].flatMap((each) => inYear(each) ?? [])
  if (way === 'back') return all.findLast(({ from }) => from <= today)
  return all.find(({ from, to }) => (way === 'begins' ? from : to) >= today)
}

export function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : undefined
}

/** Some months, the first given by a year and its number. */
export function monthsFrom(year: number, month: number, count = 1): Span {
  const first = new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)
  return { from: first, to: addDays(addMonths(first, count), -1) }
}

/** An ISO week; undefined for one that the year does not have. */
export function weekOf(year: number, week: number): Span | undefined {
  // 4 January always lies in week 1 (ISO 8601).
  const fourth = `${year}-01-04`
  const monday = addDays(fourth, (week - 1) * 7 + 1 - weekdayOf(fourth))
  // The Thursday tells which year a week belongs to.
  const isOfYear = week >= 1 && Number(addDays(monday, 3).slice(0, 4)) === year
  return isOfYear ? { from: monday, to: addDays(monday, 6) } : undefined
}

/** The week that a date lies in, so many weeks on. */
export function weekAround(date: string, later = 0): Span {
  const monday = addDays(date, 1 - weekdayOf(date) + later * 7)
  return { from: monday, to: addDays(monday, 6) }
}

/** The same day of a later month, or its last where it has no such day. */
export function addMonths(date: string, count: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0))
  last.setUTCDate(Math.min(day, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

/** Easter Sunday (Gauss, as Meeus gives it). */
export function easterOf(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1) ?? ''
}
