import { timeOfDay } from '../cards/kit/local-time'
import { localDate } from '../time/clock'

/** "Tue 2027-01-05 09:00": what a clock on the wall shows, with the weekday, since a date says little of closed days. @param at ISO instant */
export function localMinute(at: string | null, timeZone: string): string {
  if (at === null) return '-'
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone }).format(new Date(at))
  return `${weekday} ${localDate(Date.parse(at), timeZone)} ${timeOfDay('en', timeZone, at)}`
}

/** "Tue 2027-01-05 09:00 (Europe/Copenhagen)", where zones may differ from line to line. @param at ISO instant */
export function zonedMinute(at: string | null, timeZone: string): string {
  return at === null ? '-' : `${localMinute(at, timeZone)} (${timeZone})`
}
