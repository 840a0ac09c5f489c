import { addDays } from '../../time/local-dates'
import { type RuleOfDates, ruleDates } from './occurrences'
import type { PlannedDate } from './planned-date'
import { type ClosedDayRules, closedBy, nextOpenDay } from './workdays'
import { zonedInstant } from './zoned-time'

/** When a campaign sends; its fields are those of the record. */
export interface Timetable {
  readonly recurrence: RuleOfDates & {
    readonly time: string
    readonly timeZone: string
    readonly isLeadersZone: boolean
    readonly count: number | null
  }
  readonly closedDays: ClosedDayRules & { readonly onClosed: 'move' | 'skip' }
  readonly quietHours: { readonly from: string; readonly to: string } | null
  readonly graceMinutes: number
}

/** An occasion is moved no farther than this where no next one sets the limit: past a July and its weekends. */
const farthestMoveDays = 40
/** A moved occasion comes no later than this many days before the next: nobody wants two on end. */
const nearestDays = 1

/**
 * The dates of a campaign in order, moved and skipped ones included. One that falls on a closed day is moved to the next open
 * day that is not on or just before the next date of the rule, so that two dates never become one and their order stays.
 * @param after only dates of the rule later than this one; null: from the beginning
 * @param sent how many occasions there have been: skipped dates do not count towards `count`
 */
export function* plannedDates(timetable: Timetable, after: string | null, sent: number): Generator<PlannedDate, void> {
  const { recurrence, closedDays } = timetable
  const { count, last, time, timeZone } = recurrence
  const dates = ruleDates(recurrence, after)
  let number = sent
  let ruleDate = dates.next().value
  while (ruleDate && (count === null || number < count)) {
    const next = dates.next().value
    const limits = [
      addDays(ruleDate, farthestMoveDays),
      ...(next ? [addDays(next, -nearestDays)] : []),
      ...(last ? [addDays(last, 1)] : []),
    ]
    const closed = closedBy(ruleDate, closedDays)
    const moved = closed && closedDays.onClosed === 'move' && nextOpenDay(ruleDate, closedDays, earliest(limits))
    const date = closed ? moved || null : ruleDate
    yield {
      ruleDate,
      date,
      at: date && new Date(zonedInstant(date, time, timeZone)).toISOString(),
      why: closed?.why ?? null,
      holiday: closed?.holiday ?? null,
    }
    if (date) number++
    ruleDate = next
  }
}

/**
 * The date of the rule up to which everything lies behind: a campaign that is started or resumed now goes on after it. What
 * would have been sent before is not sent afterwards.
 * @returns `after` itself where nothing has passed since
 */
export function passedUntil(timetable: Timetable, after: string | null, sent: number, nowMs: number): string | null {
  const { time, timeZone } = timetable.recurrence
  let passed = after
  for (const { ruleDate, date } of plannedDates(timetable, after, sent)) {
    if (zonedInstant(date ?? ruleDate, time, timeZone) > nowMs) return passed
    passed = date ?? ruleDate
  }
  return passed
}

/** Whether there is any date after `after`, sent or skipped. */
export function hasDates(timetable: Timetable, after: string | null, sent: number): boolean {
  return !plannedDates(timetable, after, sent).next().done
}

function earliest(dates: readonly string[]): string {
  return dates.reduce((a, b) => (a < b ? a : b))
}
