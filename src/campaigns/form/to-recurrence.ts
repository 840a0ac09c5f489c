import type { Recurrence } from '../../records/campaign'
import { addDays, weekdayOf } from '../../time/local-dates'
import type { RecurrenceInput } from './campaign-input'

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/**
 * The recurrence that a form means. With `every`, the first date is moved on to the weekday, so that every second week counts
 * from the first time it is sent. @param first a real date
 */
export function toRecurrence(input: RecurrenceInput, first: string, timeZone: string): Recurrence {
  const { time, isLeadersZone, last, count } = input
  const rrule = input.rrule ?? ruleOf(input, first)
  const day = input.weekday ?? weekdays[weekdayOf(first) - 1]
  const wait = input.rrule === undefined && input.every !== 'month' ? daysUntil(first, day) : 0
  return { rrule, time, timeZone, isLeadersZone, first: addDays(first, wait), last, count }
}

/** What a rhythm chosen in a form says, with its weekday; undefined for a rule that says anything else. */
export function readRhythm(rrule: string): Pick<RecurrenceInput, 'every' | 'weekday' | 'nth'> | undefined {
  const [, second, weekly] = /^FREQ=WEEKLY(;INTERVAL=2)?;BYDAY=(\w\w)$/.exec(rrule) ?? []
  const [, nth, monthly] = /^FREQ=MONTHLY;BYDAY=(-1|[1-4])(\w\w)$/.exec(rrule) ?? []
  const weekday = weekdays.find((each) => each === (weekly ?? monthly))
  if (!weekday) return undefined
  if (nth === undefined) return { every: second === undefined ? 'week' : '2weeks', weekday }
  return { every: 'month', weekday, nth: nths.find((each) => String(each) === nth) }
}

const nths = [1, 2, 3, 4, -1] as const

function ruleOf({ every, weekday, nth, monthDay }: RecurrenceInput, first: string): string {
  const own = weekdays[weekdayOf(first) - 1]
  if (every !== 'month') return `FREQ=WEEKLY${every === '2weeks' ? ';INTERVAL=2' : ''};BYDAY=${weekday ?? own}`
  return weekday || nth
    ? `FREQ=MONTHLY;BYDAY=${nth ?? 1}${weekday ?? own}`
    : `FREQ=MONTHLY;BYMONTHDAY=${monthDay ?? Number(first.slice(8))}`
}

function daysUntil(date: string, weekday: (typeof weekdays)[number] | undefined): number {
  return weekday === undefined ? 0 : (weekdays.indexOf(weekday) + 1 - weekdayOf(date) + 7) % 7
}
