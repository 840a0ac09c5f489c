import { addDays } from '../../time/local-dates'
import { type ClosedDayRules, nextOpenDay } from './workdays'

/** How long a reminder may be put off by closed days before it has lost its meaning. */
const farthestMoveDays = 14

/**
 * The local dates on which an occasion's reminders come: N days after it and after each other, moved off weekends, public
 * holidays and closed days, and never on or after the day of the next occasion.
 * @param next the date of the next occasion; null: none
 */
export function reminderDates(
  date: string,
  reminder: { readonly afterDays: number; readonly most: number },
  closedDays: ClosedDayRules,
  next: string | null,
): string[] {
  const rules = { ...closedDays, weekends: true, publicHolidays: true }
  const dates: string[] = []
  while (dates.length < reminder.most) {
    const wished = addDays(dates.at(-1) ?? date, reminder.afterDays)
    const latest = addDays(wished, farthestMoveDays)
    const day = nextOpenDay(wished, rules, next !== null && next < latest ? next : latest)
    if (day === undefined) break
    dates.push(day)
  }
  return dates
}
