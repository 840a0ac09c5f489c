import type Holidays from 'date-holidays'
import { addDays, isoWeek, weekdayOf } from '../../time/local-dates'
import type { PlannedDate } from './planned-date'

/** The days on which nothing is sent; its fields are those of the record. */
export interface ClosedDayRules {
  readonly publicHolidays: boolean
  readonly weekends: boolean
  readonly customaryDays: boolean
  readonly schoolHolidays: boolean
  readonly july: boolean
  readonly dates: readonly string[]
}

/** The days on which an office is closed. */
export const daysOff: ClosedDayRules = {
  publicHolidays: true,
  weekends: true,
  customaryDays: true,
  schoolHolidays: false,
  july: false,
  dates: [],
}

export interface Closed {
  readonly why: Exclude<PlannedDate['why'], 'quiet-hours' | null>
  /** The holiday's Danish name, where it has one. */
  readonly holiday: string | null
}

// No public holidays in Denmark, and nobody is at work.
const customary: Readonly<Record<string, string>> = {
  '06-05': 'Grundlovsdag',
  '12-24': 'Juleaftensdag',
  '12-31': 'Nytårsaftensdag',
}
/** ISO weeks of the winter and autumn holidays in (almost) every Danish municipality. */
const schoolWeeks = [7, 42]

/** Why a date is closed; undefined: it is open. Of several reasons, the one that says most. */
export function closedBy(date: string, rules: ClosedDayRules): Closed | undefined {
  const holiday = rules.publicHolidays ? publicHoliday(date) : undefined
  if (holiday !== undefined) return { why: 'public-holiday', holiday }
  const custom = rules.customaryDays ? customary[date.slice(5)] : undefined
  if (custom !== undefined) return { why: 'customary-day', holiday: custom }
  if (rules.dates.includes(date)) return { why: 'own-closed-day', holiday: null }
  if (rules.july && date.slice(5, 7) === '07') return { why: 'july', holiday: null }
  if (rules.schoolHolidays && schoolWeeks.includes(isoWeek(date))) return { why: 'school-holiday', holiday: null }
  if (rules.weekends && weekdayOf(date) > 5) return { why: 'weekend', holiday: null }
  return undefined
}

/** The first open date from `date` on, earlier than `before`; undefined: there is none. */
export function nextOpenDay(date: string, rules: ClosedDayRules, before: string): string | undefined {
  for (let day = date; day < before; day = addDays(day, 1)) if (!closedBy(day, rules)) return day
  return undefined
}

const holidaysByYear = new Map<string, ReadonlyMap<string, string>>()

function publicHoliday(date: string): string | undefined {
  const year = date.slice(0, 4)
  let known = holidaysByYear.get(year)
  if (!known) {
    const found = calendar().getHolidays(Number(year), 'da')
    known = new Map(found.filter(({ type }) => type === 'public').map((day) => [day.date.slice(0, 10), day.name]))
    holidaysByYear.set(year, known)
  }
  return known.get(date)
}

let denmark: Holidays | undefined

function calendar(): Holidays {
  if (denmark) return denmark
  // Loaded at first use: it holds the holidays of every country and costs a noticeable part of the start.
  const Calendar = require('date-holidays') as new (country: string) => Holidays
  denmark = new Calendar('DK')
  return denmark
}
