import { monthOf } from './named-spans'
import { dayOf, nearest, type Span, type Way } from './span'
import { oneDay, oneSpan, type SpanFault, type SpanReading } from './span-reading'
import { isNumber, isYear } from './time-words'

/** "1. august", "1/8", "August 1st 2026", "2026-08-01"; and "1.–15. august", "1/7–15/8". */
export function dateOrRange(words: readonly string[], today: string, way: Way): SpanReading | SpanFault | undefined {
  return rangeOfDays(words, today, way) ?? dateIn(words, today, way)
}

type ReadWords = (words: readonly string[], today: string, way: Way) => SpanReading | SpanFault | undefined

/**
 * From the one to the other: the second is the next such time after the first; looked at backwards, the first is the last before the
 * second.
 * @param read what tells each of the two
 */
export function between(
  read: ReadWords,
  from: readonly string[],
  to: readonly string[],
  today: string,
  way: Way,
): SpanReading | SpanFault | undefined {
  const isBack = way === 'back'
  const known = read(isBack ? to : from, today, isBack ? 'back' : 'ahead')
  if (known === undefined || typeof known === 'string') return known
  const near = known.spans[0]
  if (!near || known.spans.length > 1) return undefined
  const other = read(isBack ? from : to, isBack ? near.to : near.from, isBack ? 'back' : 'ahead')
  if (other === undefined || typeof other === 'string') return other
  const far = other.spans[0]
  if (!far || other.spans.length > 1) return undefined
  const span = isBack ? { from: far.from, to: near.to } : { from: near.from, to: far.to }
  const isGuessed = (known.isGuessed ?? false) || (other.isGuessed ?? false)
  return span.from <= span.to ? oneSpan(span, isGuessed) : 'no-such-date'
}

function rangeOfDays(words: readonly string[], today: string, way: Way): SpanReading | SpanFault | undefined {
  const [a = '', b = '', c = '', d = ''] = words
  if (words.length === 3 && isNumber(a) && isNumber(b) && monthOf(c) !== undefined)
    return between(dateIn, [a, c], [b, c], today, way)
  const isTwice = words.length === 4 && isNumber(a) && isNumber(c)
  return isTwice && ![a, c, d].some(isYear) ? between(dateIn, [a, b], [c, d], today, way) : undefined
}

function dateIn(words: readonly string[], today: string, way: Way): SpanReading | SpanFault | undefined {
  const [first = '', second = '', third = ''] = words
  if (words.length > 3) return undefined
  const [date, named, year] =
    monthOf(first) !== undefined
      ? [second, first, third]
      : isYear(first)
        ? [third, second, first]
        : [first, second, third]
  if (!isNumber(date) || (third !== '' && !isNumber(year))) return undefined
  const month = monthOf(named) ?? (isNumber(named) ? Number(named) : undefined)
  if (month === undefined) return undefined
  if (year === '') return nearestDay(month, Number(date), today, way)
  if (!/^(\d{2}|\d{4})$/.test(year)) return undefined
  const found = dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, Number(date))
  return found ? oneDay(found) : 'no-such-date'
}

function nearestDay(month: number, number: number, today: string, way: Way): SpanReading | SpanFault {
  const inYear = (year: number): Span | undefined => {
    const date = dayOf(year, month, number)
    return date === undefined ? undefined : { from: date, to: date }
  }
  // A leap year has every day that any year has.
  const found = inYear(2028) && nearest(inYear, today, way)
  return found ? oneDay(found.from, true) : 'no-such-date'
}
