import type { Services } from '../caller/context'
import { daysOff, nextOpenDay } from '../campaigns/calendar/workdays'
import { zonedInstant } from '../campaigns/calendar/zoned-time'
import { AppError } from '../errors'
import { localDate } from '../time/clock'
import { addDays } from '../time/local-dates'

/** The longest row of closed days has less. */
const mostClosedDays = 30
const mostDays = 366
const usualWeeks = 4
/** In the morning, before the day has filled up. */
const timeOfDay = '09:00'

/** When an agreement is looked at again: on the first working day from then on. @throws AppError `invalid` for no such date */
export function lookAt(
  { clock, config }: Pick<Services, 'clock' | 'config'>,
  { weeks, date }: { readonly weeks: string; readonly date: string },
): { readonly lookOn: string; readonly dueAt: string } {
  const today = localDate(clock.now(), config.timeZone)
  const wanted = date.trim() === '' ? addDays(today, 7 * weeksOf(weeks)) : dateOf(date.trim(), today)
  // No agreement comes back while nobody is at work.
  const lookOn = nextOpenDay(wanted, daysOff, addDays(wanted, mostClosedDays)) ?? wanted
  return { lookOn, dueAt: new Date(zonedInstant(lookOn, timeOfDay, config.timeZone)).toISOString() }
}

function weeksOf(written: string): number {
  return ['2', '4', '6'].includes(written) ? Number(written) : usualWeeks
}

/** Some clients send the time along. */
function dateOf(written: string, today: string): string {
  const [date = ''] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(written) ?? []
  const isDate = date !== '' && new Date(Date.parse(`${date}T00:00:00Z`) || 0).toISOString().startsWith(date)
  if (!isDate) throw fault('noDate')
  if (date <= today) throw fault('past')
  if (date > addDays(today, mostDays)) throw fault('tooFar')
  return date
}

function fault(what: string): AppError {
  return new AppError('invalid', `No date to look again: ${what}`, {
    say: { key: `agreement.fault.${what}`, field: 'date' },
  })
}
