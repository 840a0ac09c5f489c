import { nextOpenDay } from '../campaigns/calendar/workdays'
import { zonedInstant } from '../campaigns/calendar/zoned-time'
import { addDays, weekdayOf } from '../time/local-dates'

/** A leader's own time for questions; its fields are those of the record. */
interface RhythmRule {
  readonly weekday: number
  readonly time: string
  readonly everyWeeks: number
  readonly startsOn: string
}

/** Holidays hold it; a weekend only where the leader has not chosen a day of it. */
const closedDays = { publicHolidays: true, customaryDays: true, schoolHolidays: false, july: false, dates: [] }
/** Some way beyond any row of closed days. */
const mostWeeks = 60

/**
 * The next time after an instant, moved from a closed day to the next open one before the week is over. Pure.
 * @returns milliseconds
 */
export function nextRhythmTime(
  { weekday, time, everyWeeks, startsOn }: RhythmRule,
  afterMs: number,
  zone: string,
): number {
  const rules = { ...closedDays, weekends: weekday < 6 }
  for (let week = 0; week < mostWeeks * everyWeeks; week += everyWeeks) {
    // Weeks long past are passed over.
    const date = addDays(startsOn, 7 * (week + passedWeeks(startsOn, everyWeeks, afterMs)))
    const open = nextOpenDay(date, rules, addDays(date, 7 - weekdayOf(date) + 1))
    if (open === undefined) continue
    const at = zonedInstant(open, time, zone)
    if (at > afterMs) return at
  }
  return zonedInstant(addDays(startsOn, 7 * mostWeeks * everyWeeks), time, zone)
}

/** The same hour on the next open day. */
export function nextDayTime({ weekday, time }: RhythmRule, afterDate: string, zone: string): number {
  const from = addDays(afterDate, 1)
  const open = nextOpenDay(from, { ...closedDays, weekends: weekday < 6 }, addDays(from, 14))
  return zonedInstant(open ?? from, time, zone)
}

/** The first date of the weekday from `today` on. */
export function firstRhythmDate(weekday: number, today: string): string {
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7)
}

const weekMs = 7 * 24 * 3600_000

function passedWeeks(startsOn: string, everyWeeks: number, afterMs: number): number {
  const weeks = Math.floor((afterMs - Date.parse(`${startsOn}T00:00:00Z`)) / weekMs) - 1
  return Math.max(0, Math.floor(weeks / everyWeeks) * everyWeeks)
}
