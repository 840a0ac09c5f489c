import { addDays } from '../time/local-dates'
import { between } from './date-or-range'
import { dateWords } from './date-words'
import { readSpan } from './read-span'
import type { Span } from './span'
import type { SpanFault, SpanReading } from './span-reading'

/** A time that has been: without a beginning all before, without an end all since. */
export type PastSpan = Partial<Span>

/**
 * Reads a time that has been: "oktober", "i sidste uge", "siden påske", "fra august til oktober". The last such time counts, where no
 * year is said. All of the text says it, or it says none. Pure.
 * @param today the reader's own date, YYYY-MM-DD
 */
export function readPast(text: string, today: string): PastSpan | undefined {
  const words = dateWords(text)
  const [first = '', ...rest] = words
  if (/^(mellem|between|fra)$/.test(first)) return readBetween(rest, today)
  if (/^(siden|since|efter|after)$/.test(first)) {
    const span = spanOf(readSpan(rest, today, 'back'))
    const from = span && (/^(efter|after)$/.test(first) ? addDays(span.to, 1) : span.from)
    return from === undefined || from > today ? undefined : { from }
  }
  if (/^(før|foer|before|til)$/.test(first)) {
    const span = spanOf(readSpan(rest, today, 'back'))
    return span && { to: addDays(span.from, -1) }
  }
  return readBetween(words, today)
}

function readBetween(words: readonly string[], today: string): Span | undefined {
  const whole = spanOf(readSpan(words, today, 'back'))
  if (whole) return whole.from <= today ? whole : undefined
  const middle = words.findIndex((word) => /^(til|tilogmed|og|and)$/.test(word))
  return middle > 0
    ? spanOf(between(readSpan, words.slice(0, middle), words.slice(middle + 1), today, 'back'))
    : undefined
}

/** Of what people mean differently by a name, all of it. */
function spanOf(reading: SpanReading | SpanFault | undefined): Span | undefined {
  if (reading === undefined || typeof reading === 'string') return undefined
  const { spans } = reading
  const from = spans.map((span) => span.from).sort()[0]
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1)
  return from !== undefined && to !== undefined ? { from, to } : undefined
}
