import { addDays } from '../time/local-dates'
import { readSpan } from './read-span'
import { dayOf, type Way } from './span'
import { oneDay, oneSpan, type SpanFault, type SpanReading } from './span-reading'

/** A day by its number alone is the next such day; a single day that is today has been. */
export function readMoment(words: readonly string[], today: string, way: Way, isDayNamed: boolean) {
  const [first = '', second] = words
  if (isBareDay(words)) return isDayNamed ? dayOfMonth(Number(first), addDays(today, 1)) : undefined
  if (/^(næste|next)$/.test(first) && /^(uge|måned|week|month)$/.test(second ?? ''))
    return readSpan(words, today, 'ahead')
  return readSpan(words, today, way)
}

/** "3." and "10.", of this month or of the one that comes; undefined for words that are more than that. */
export function bareDays(
  from: readonly string[],
  to: readonly string[],
  today: string,
): SpanReading | SpanFault | undefined {
  if (!isBareDay(from) || !isBareDay(to)) return undefined
  const begin = dayOfMonth(Number(from[0]), today)
  if (typeof begin === 'string') return begin
  const end = dayOfMonth(Number(to[0]), begin.spans[0]?.from ?? today)
  if (typeof end === 'string') return end
  const [first, last] = [begin.spans[0], end.spans[0]]
  return first && last ? oneSpan({ from: first.from, to: last.to }) : 'no-such-date'
}

export function isBareDay(words: readonly string[]): boolean {
  return words.length === 1 && /^\d{1,2}$/.test(words[0] ?? '')
}

function dayOfMonth(day: number, from: string): SpanReading | SpanFault {
  const [year = 0, month = 1] = from.split('-').map(Number)
  // This month's may have passed, and the next month may lack it; the one after has it.
  for (let ahead = 0; ahead < 3; ahead++) {
    const first = new Date(Date.UTC(year, month - 1 + ahead, 1))
    const date = dayOf(first.getUTCFullYear(), first.getUTCMonth() + 1, day)
    if (date !== undefined && date >= from) return oneDay(date)
  }
  return 'no-such-date'
}
