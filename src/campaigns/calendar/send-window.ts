import { addDays } from '../../time/local-dates'
import type { Shortage } from './planned-date'
import type { Timetable } from './planned-dates'
import { zonedInstant } from './zoned-time'

/** Instants in milliseconds. */
export interface SendWindow {
  readonly dueAt: number
  /** What has not left by then is missed. */
  readonly closesAt: number
}

/** The clocks that are farthest ahead of UTC, by 14 hours, and farthest behind it, by 12. */
const firstZone = 'Etc/GMT-14'
const lastZone = 'Etc/GMT+12'

/** Recipients are written down this long before the first send, so that it leaves on the minute. */
const planningLeadMs = 10 * 60_000

/** The hours in which a campaign may send. */
interface SendHours extends Pick<Timetable, 'quietHours' | 'graceMinutes'> {
  readonly recurrence: Pick<Timetable['recurrence'], 'time'>
}

/** When an occasion is sent in a zone: as late as the grace allows, but neither in quiet hours nor on another day. */
export function sendWindow(timetable: SendHours, date: string, timeZone: string): SendWindow {
  const { recurrence, quietHours, graceMinutes } = timetable
  const dueAt = zonedInstant(date, recurrence.time, timeZone)
  const ends = [dueAt + graceMinutes * 60_000, zonedInstant(addDays(date, 1), '00:00', timeZone)]
  if (quietHours && quietHours.from > recurrence.time) ends.push(zonedInstant(date, quietHours.from, timeZone))
  return { dueAt, closesAt: Math.min(...ends) }
}

/**
 * The golden ratio less one. The fractions of its multiples lie evenly between 0 and 1 however many of them there are, so the pages
 * of a campaign are spread evenly without its size being known.
 */
const evenStep = 0.618_033_988_749_895

/** How fast messages may leave, and over how long a large campaign is spread; as in the configuration. */
export interface SendRate {
  readonly sendsPerSecond: number
  readonly spreadMinutes: number
}

/**
 * When a page of recipients leaves, so that a large campaign does not come all at once; the first one is on time.
 * @param page its number, and how many recipients are before it and on it
 * @returns an instant in milliseconds; at the rate given, what fits into the window is sent within it
 */
export function pageDueAt(
  window: SendWindow,
  page: { readonly number: number; readonly before: number; readonly size: number },
  rate: SendRate,
): number {
  return (
    window.dueAt + Math.floor(((page.number * evenStep) % 1) * longestSpreadMs(window, page.before + page.size, rate))
  )
}

/**
 * How much later than the first page another may leave: at most half of the time that the window has beyond the sending itself.
 * Pages that are due late then still find the time for everybody behind them, whatever their order.
 * @param recipients up to and including that page
 */
export function longestSpreadMs({ dueAt, closesAt }: SendWindow, recipients: number, rate: SendRate): number {
  const leftMs = closesAt - dueAt - (recipients / rate.sendsPerSecond) * 1000
  return Math.max(0, Math.min(rate.spreadMinutes * 60_000, leftMs / 2))
}

/**
 * Whether the windows of a date are long enough at the rate at which messages may leave.
 * @param zones how many recipients there are in each zone
 */
export function shortageOf(
  timetable: Timetable,
  date: string,
  zones: ReadonlyMap<string, number>,
  sendsPerSecond: number,
): Shortage | null {
  let [recipients, inTime] = [0, 0]
  for (const [zone, here] of zones) {
    const { dueAt, closesAt } = sendWindow(timetable, date, zone)
    recipients += here
    inTime += Math.min(here, Math.floor(((closesAt - dueAt) / 1000) * sendsPerSecond))
  }
  if (inTime === recipients) return null
  const { dueAt, closesAt } = sendWindow(timetable, date, timetable.recurrence.timeZone)
  return { recipients, inTime, from: new Date(dueAt).toISOString(), until: new Date(closesAt).toISOString() }
}

/** When an occasion is planned at the earliest, and until when there is anybody left to send it to. */
export function planningWindow(timetable: Timetable, date: string): { opensAt: number; closesAt: number } {
  const { isLeadersZone, timeZone } = timetable.recurrence
  const [first, last] = isLeadersZone ? [firstZone, lastZone] : [timeZone, timeZone]
  return {
    opensAt: sendWindow(timetable, date, first).dueAt - planningLeadMs,
    closesAt: sendWindow(timetable, date, last).closesAt,
  }
}

/**
 * When an occasion's reminder is sent in a zone: on its day, in the same hours as the occasion.
 * @param number of the reminder, from 1
 * @returns undefined where there is none
 */
export function reminderWindow(
  { reminderDates, time, quietHours, graceMinutes }: Reminded,
  number: number,
  timeZone: string,
): SendWindow | undefined {
  const date = reminderDates[number - 1]
  return date === undefined ? undefined : sendWindow({ recurrence: { time }, quietHours, graceMinutes }, date, timeZone)
}

/** An occasion's reminders; the fields are those of the record. */
interface Reminded extends Pick<Timetable, 'quietHours' | 'graceMinutes'> {
  readonly time: string
  readonly reminderDates: readonly string[]
}

/** The instant of a reminder, for those whose clocks are the farthest ahead. */
export function firstReminderAt(timetable: Pick<Timetable, 'recurrence'>, date: string): number {
  const { time, timeZone, isLeadersZone } = timetable.recurrence
  return zonedInstant(date, time, isLeadersZone ? firstZone : timeZone)
}
