import { addDays } from '../time/local-dates'
import { type Absence, absenceDuring } from './absence'
import { between } from './date-or-range'
import { bareDays, isBareDay, readMoment } from './day-of-month'
import { readSpan } from './read-span'
import type { Span } from './span'
import type { SpanFault, SpanReading } from './span-reading'

/** What was said of when somebody is away, before it is held against today. */
export interface SaidAbsence {
  readonly choices: readonly Absence[]
  readonly isGuessed: boolean
}
type Read = SaidAbsence | { readonly open: string } | SpanFault | undefined

/** @param words as `dateWords` gives them @param isDayNamed a number alone is a day of the month */
export function readSaidAbsence(words: readonly string[], today: string, isDayNamed: boolean): Read {
  const [first, ...rest] = words
  if (first === undefined) return undefined
  if (first === 'fra') return readFrom(rest, today, isDayNamed)
  const end = words.findIndex((word) => word === 'til' || word === 'tilogmed')
  if (end === 0) return readUntil(words, today, isDayNamed)
  const from = words.indexOf('fra')
  // "3 uger fra mandag" begins on Monday.
  if (from > 0) return readFrom([...words.slice(from + 1), ...words.slice(0, from)], today, isDayNamed)
  const whole = readSpan(words, today, 'ahead')
  if (whole === undefined && end > 0) return readRange(words.slice(0, end), words.slice(end + 1), today)
  // "1. august i 3 uger" begins then.
  if (whole === undefined && endsInLength(words, today)) return readFrom(words, today, isDayNamed)
  return fromSpans(whole, today)
}

function fromSpans(reading: SpanReading | SpanFault | undefined, today: string): Read {
  if (reading === undefined || typeof reading === 'string') return reading
  const { spans, isDay, isGuessed = false } = reading
  const during = spans.map(absenceDuring)
  const [day] = spans
  // "1. august" alone: until then, or that day.
  if (isDay && day && day.from > today) return { choices: [{ from: null, until: day.from }, ...during], isGuessed }
  return { choices: during, isGuessed }
}

/** "Til 1. august", "til og med fredag", "til efter påske", "til 1. august fra mandag". */
function readUntil([mode, ...words]: readonly string[], today: string, isDayNamed: boolean): Read {
  const from = words.indexOf('fra')
  if (from > 0) return readRange(words.slice(from + 1), words.slice(0, from), today)
  const isAfterward = words[0] === 'efter' || words[0] === 'after'
  const isAfter = mode === 'tilogmed' || isAfterward
  const said = isAfterward ? words.slice(1) : words
  if (!isAfter && isNewYear(said))
    return { choices: [{ from: null, until: `${Number(today.slice(0, 4)) + 1}-01-01` }], isGuessed: false }
  const reading = readMoment(said, today, isAfter ? 'ahead' : 'begins', isDayNamed)
  if (reading === undefined || typeof reading === 'string') return reading
  const { spans, isGuessed = false } = reading
  const until = ({ from: start, to }: Span) => (isAfter ? addDays(to, 1) : start)
  const ends = [...new Set(spans.map(until))]
  return { choices: ends.map((end) => ({ from: null, until: end })), isGuessed }
}

function isNewYear(words: readonly string[]): boolean {
  return /^(nytår|nytaar|new year|næste år|next year)$/.test(words.join(' '))
}

/** "Fra mandag til fredag", "fra 1. maj 3 uger frem", "fra 1. maj". */
function readFrom(words: readonly string[], today: string, isDayNamed: boolean): Read {
  const end = words.findIndex((word) => word === 'til' || word === 'tilogmed')
  if (end > 0) return readRange(words.slice(0, end), words.slice(end + 1), today)
  const isLong = endsInLength(words, today)
  const said = isLong ? words.slice(0, -2).filter((word) => !/^(og|and)$/.test(word)) : words
  const begin = readMoment(said, today, 'ahead', isDayNamed)
  if (begin === undefined || typeof begin === 'string') return begin
  const [start] = begin.spans
  if (!start || begin.spans.length > 1) return undefined
  const isGuessed = begin.isGuessed ?? false
  if (!isLong) return begin.isDay ? { open: start.from } : { choices: [absenceDuring(start)], isGuessed }
  const span = readSpan(words.slice(-2), start.from, 'ahead')
  if (span === undefined || typeof span === 'string') return span
  return { choices: span.spans.map(absenceDuring), isGuessed }
}

/** The "3 uger" of "fra 1. maj 3 uger". */
function endsInLength(words: readonly string[], today: string): boolean {
  const reading = words.length > 2 ? readSpan(words.slice(-2), today, 'ahead') : undefined
  const isSpan = reading !== undefined && typeof reading !== 'string' && !reading.isDay
  return isSpan && /^\d+$/.test(words.at(-2) ?? '')
}

/** The last day that is named is one of them. */
function readRange(from: readonly string[], to: readonly string[], today: string): Read {
  // "Fra 3. til 10. maj": the first is of the same month.
  const begin = isBareDay(from) ? [...from, ...to.slice(1)] : from
  const reading = between(readSpan, begin, to, today, 'ahead') ?? bareDays(from, to, today)
  if (reading === undefined || typeof reading === 'string') return reading
  return { choices: reading.spans.map(absenceDuring), isGuessed: reading.isGuessed ?? false }
}
