import type { Locale } from '../../texts'

// Formatters are slow to make and there are few zones, so each is made once.
const formatters = new Map<string, Intl.DateTimeFormat>()

/** "tirsdag den 3. november" / "Tuesday 3 November", in the leader's own zone. @param at ISO instant */
export function longDate(locale: Locale, timeZone: string, at: string): string {
  const date = format(locale, timeZone, { weekday: 'long', day: 'numeric', month: 'long' }, at)
  // Danish says "tirsdag den 3.", which not every version of ICU does.
  return locale === 'da' ? date.replace(/^(\p{L}+) (?=\d)/u, '$1 den ') : date
}

/** "tirsdag den 1. december", with the year where it is not this one. @param date YYYY-MM-DD @param today likewise */
export function dateInWords(locale: Locale, date: string, today: string): string {
  const words = longDate(locale, 'UTC', `${date}T12:00:00.000Z`)
  return date.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${date.slice(0, 4)}`
}

/** "1. december", for a button; with the year where it is not this one. @param date YYYY-MM-DD @param today likewise */
export function shortDate(locale: Locale, date: string, today: string): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const }
  return format(locale, 'UTC', { day: 'numeric', month: 'long', ...year }, `${date}T12:00:00.000Z`)
}

/** "3. november 2026 kl. 14.05" / "3 November 2026 at 14:05". @param at ISO instant */
export function dateAndTime(locale: Locale, timeZone: string, at: string): string {
  return format(locale, timeZone, { dateStyle: 'long', timeStyle: 'short' }, at)
}

/** "tirsdag den 3. november kl. 14.05" / "Tuesday 3 November at 14:05". @param at ISO instant */
export function dayAndTime(locale: Locale, timeZone: string, at: string): string {
  return `${longDate(locale, timeZone, at)} ${locale === 'da' ? 'kl.' : 'at'} ${timeOfDay(locale, timeZone, at)}`
}

/** "3. november 2026" / "3 November 2026". @param at ISO instant */
export function dateOf(locale: Locale, timeZone: string, at: string): string {
  return format(locale, timeZone, { dateStyle: 'long' }, at)
}

/** "09.00" / "09:00". @param at ISO instant */
export function timeOfDay(locale: Locale, timeZone: string, at: string): string {
  return format(locale, timeZone, { timeStyle: 'short' }, at)
}

/** "3.11. 09.00" / "03/11, 09:00": for where there is little room. @param at ISO instant */
export function shortTime(locale: Locale, timeZone: string, at: string): string {
  const time = format(locale, timeZone, { day: 'numeric', month: 'numeric', hour: '2-digit', minute: '2-digit' }, at)
  return locale === 'da' ? time.replace(', ', '. ') : time
}

/** "2026-11-03 14:05", which a table sorts by. @param at ISO instant */
export function sortableTime(timeZone: string, at: string): string {
  return format(
    'da',
    timeZone,
    { ...numeric, month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    at,
  ).replace(/^(\d+)\.(\d+)\.(\d+)\D+(\d+)\D(\d+)$/, '$3-$2-$1 $4:$5')
}
const numeric = { year: 'numeric', hourCycle: 'h23' } as const

/** "November 2026". @param at ISO instant */
export function monthAndYear(locale: Locale, timeZone: string, at: string): string {
  const month = format(locale, timeZone, { month: 'long', year: 'numeric' }, at)
  return month.charAt(0).toUpperCase() + month.slice(1)
}

function format(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions, at: string): string {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', { ...options, timeZone })
    formatters.set(key, formatter)
  }
  return formatter.format(new Date(at))
}
