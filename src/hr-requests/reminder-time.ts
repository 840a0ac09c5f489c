import { closedBy, daysOff } from '../campaigns/calendar/workdays'
import { zonedInstant } from '../campaigns/calendar/zoned-time'
import { localDate } from '../time/clock'
import { addDays } from '../time/local-dates'

/** Nobody in HR is to be reminded in the night. */
const firstHour = 8
const lastHour = 16

/**
 * When HR is reminded of a message that nobody has answered: so many working days later, at the same time of the working day.
 * @param workingDays 0: never
 * @returns an ISO instant; null: never
 */
export function reminderTime(sentMs: number, workingDays: number, timeZone: string): string | null {
  if (workingDays === 0) return null
  let date = localDate(sentMs, timeZone)
  for (let left = workingDays; left > 0; ) {
    date = addDays(date, 1)
    if (!closedBy(date, daysOff)) left--
  }
  return new Date(zonedInstant(date, workingTime(sentMs, timeZone), timeZone)).toISOString()
}

function workingTime(ms: number, timeZone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  const time = new Intl.DateTimeFormat('en-GB', options).format(ms)
  const hour = Number(time.slice(0, 2))
  if (hour < firstHour) return `0${firstHour}:00`
  return hour < lastHour ? time : `${lastHour}:00`
}
