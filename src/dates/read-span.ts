import { dateOrRange } from './date-or-range'
import { namedSpan } from './named-spans'
import { relativeSpan } from './relative-span'
import { monthsFrom, nearest, type Span, type Way } from './span'
import { oneSpan, type SpanFault, type SpanReading } from './span-reading'
import { isYear, pointerOf } from './time-words'
import { weekdayIn, weeksIn } from './weekday-or-week'

/**
 * Reads one expression of time, as `dateWords` gives it: all of it, or none. Pure.
 * @param today the reader's own date @param way where a day, month or holiday without a year is looked for
 * @returns undefined for words that say no time
 */
export function readSpan(words: readonly string[], today: string, way: Way): SpanReading | SpanFault | undefined {
  return (
    relativeSpan(words, today, way) ??
    weekdayIn(words, today, way) ??
    weeksIn(words, today, way) ??
    nameOfYear(words, today, way) ??
    dateOrRange(words, today, way)
  )
}

/** Months, seasons and holidays, with or without a year; a year. */
function nameOfYear(words: readonly string[], today: string, way: Way): SpanReading | undefined {
  const [first = '', second, ...more] = words
  if (more.length > 0) return undefined
  if (isYear(first) && second === undefined) return oneSpan(monthsFrom(Number(first), 1, 12))
  const pointer = pointerOf(first)
  const isPointed = pointer === 'last' || pointer === 'next'
  const named = namedSpan(isPointed ? (second ?? '') : first)
  if (!named) return undefined
  if (isYear(second)) return spansOf(named.map((inYear) => inYear(Number(second))))
  if (second !== undefined && !isPointed) return undefined
  const found = named.map((inYear) => nearest(inYear, today, pointer === 'last' ? 'back' : way))
  return spansOf(found, true)
}

function spansOf(found: readonly (Span | undefined)[], isGuessed = false): SpanReading | undefined {
  const spans = found.flatMap((span) => span ?? [])
  return spans.length > 0 ? { spans, isGuessed } : undefined
}
