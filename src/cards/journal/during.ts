import type { During } from '../../journal/list-reflections'
import { dateOf } from '../kit/local-time'
import type { SheetReader } from '../kit/sheet-card'

/** "1. oktober 2026 til 31. oktober 2026"; '' for all time. */
export function duringInWords({ texts, locale }: SheetReader, { from, to }: During = {}): string {
  // A local date: noon in UTC is the same day.
  const day = (date: string) => dateOf(locale, 'UTC', `${date}T12:00:00.000Z`)
  if (from === undefined && to === undefined) return ''
  if (from === to && from !== undefined) return texts(locale, 'journal.onDay', { day: day(from) })
  if (from === undefined) return texts(locale, 'journal.until', { to: day(to ?? '') })
  if (to === undefined) return texts(locale, 'journal.since', { from: day(from) })
  return texts(locale, 'journal.between', { from: day(from), to: day(to) })
}

/** As a button carries it on. */
export function datesOf({ from, to }: During): Readonly<Record<string, string>> {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}
