import { addDays } from '../local-dates'
import { dateWords, namesDay } from './date-words'
import { between, readSpan, type SpanFault, type SpanReading } from './read-span'
import { addMonths, dayOf, type Span, type Way } from './span'

/** Days away. `from`: null where it begins now. `until`: the first day back, not among them. */
export interface Absence {
  readonly from: string | null
  readonly until: string
}

/**
 * When somebody is away. `either`: what was said can mean each of these, or only one that should not be taken for granted. `open`: it
 * begins, and no end was named. `past` is also today.
 */
export type AbsenceReading =
  | { readonly status: 'absence'; readonly absence: Absence }
  | { readonly status: 'either'; readonly choices: readonly Absence[] }
  | { readonly status: 'open'; readonly from: string }
  | { readonly status: 'past' | 'too-far' | 'no-such-date' | 'unclear' }

const furthestMonths = 12
/** A year that was not said and lies further ahead is hardly meant. */
const guessedMonths = 11

/**
 * Reads from when until when somebody is away: "til 1. august", "i påsken", "fra mandag til fredag", "3 uger", "uge 28 til 30". What is
 * named by "til" ends before it, "til og med" after it; a period ends with itself. Danish and English alike. Pure.
 * @param today the leader's own date, YYYY-MM-DD
 */
export function readAbsence(text: string, today: string): AbsenceReading {
  const words = dateWords(text)
  const said = readWords(words, today, namesDay(text))
  if (said === undefined) return { status: 'unclear' }
  if (typeof said === 'string') return { status: said }
  if ('open' in said) return said.open <= today ? { status: 'unclear' } : { status: 'open', from: said.open }
  return judge(said, today)
}

/** What was said, before it is held against today. */
interface Said {
  readonly choices: readonly Absence[]
  readonly isGuessed: boolean
}
type Read = Said | { readonly open: string } | SpanFault | undefined

function judge({ choices, isGuessed }: Said, today: string): AbsenceReading {
  const ahead = choices.filter(({ until }) => until > today).map((each) => beginning(each, today))
  const [first] = ahead
  if (!first) return { status: 'past' }
  const near = ahead.filter(({ until }) => until <= addMonths(today, furthestMonths))
  if (near.length === 0) return { status: 'too-far' }
  if (choices.length > 1) return { status: 'either', choices: near }
  const isDoubtful = isGuessed && (first.from ?? first.until) > addMonths(today, guessedMonths)
  return isDoubtful ? { status: 'either', choices: near } : { status: 'absence', absence: first }
}

function beginning({ from, until }: Absence, today: string): Absence {
  return { from: from !== null && from > today ? from : null, until }
}

function readWords(words: readonly string[], today: string, isDayNamed: boolean): Read {
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
  return fromSpans(whole, today)
}

function fromSpans(reading: SpanReading | SpanFault | undefined, today: string): Read {
  if (reading === undefined || typeof reading === 'string') return reading
  const { spans, isDay, isGuessed = false } = reading
  const during = spans.map(absenceOf)
  const [day] = spans
  // "1. august" alone: until then, or that day.
  if (isDay && day && day.from > today) return { choices: [{ from: null, until: day.from }, ...during], isGuessed }
  return { choices: during, isGuessed }
}

function absenceOf({ from, to }: Span): Absence {
  return { from, until: addDays(to, 1) }
}

/** "Til 1. august", "til og med fredag", "til efter påske", "til 1. august fra mandag". */
function readUntil([mode, ...words]: readonly string[], today: string, isDayNamed: boolean): Read {
  const from = words.indexOf('fra')
  if (from > 0) return readRange(words.slice(from + 1), words.slice(0, from), today)
  const isAfter = mode === 'tilogmed' || words[0] === 'efter' || words[0] === 'after'
  const said = words[0] === 'efter' || words[0] === 'after' ? words.slice(1) : words
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

/** A day by its number alone is the next such day; a single day that is today has been. */
function readMoment(words: readonly string[], today: string, way: Way, isDayNamed: boolean) {
  const [first = '', second] = words
  if (/^\d{1,2}$/.test(first) && second === undefined)
    return isDayNamed ? dayOfMonth(Number(first), addDays(today, 1)) : undefined
  if (/^(næste|next)$/.test(first) && /^(uge|måned|week|month)$/.test(second ?? ''))
    return readSpan(words, today, 'ahead')
  return readSpan(words, today, way)
}

function dayOfMonth(day: number, from: string): SpanReading | SpanFault {
  const [year = 0, month = 1] = from.split('-').map(Number)
  for (let ahead = 0; ahead < 3; ahead++) {
    const first = new Date(Date.UTC(year, month - 1 + ahead, 1))
    const date = dayOf(first.getUTCFullYear(), first.getUTCMonth() + 1, day)
    if (date !== undefined && date >= from) return { spans: [{ from: date, to: date }], isDay: true }
  }
  return 'no-such-date'
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
  if (!isLong) return begin.isDay ? { open: start.from } : { choices: [absenceOf(start)], isGuessed }
  const span = readSpan(words.slice(-2), start.from, 'ahead')
  if (span === undefined || typeof span === 'string') return span
  return { choices: span.spans.map(absenceOf), isGuessed }
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
  const reading = between(isBareDay(from) ? [...from, ...to.slice(1)] : from, to, today, 'ahead')
  const days =
    reading === undefined && isBareDay(from) && isBareDay(to)
      ? bareDays(Number(from[0]), Number(to[0]), today)
      : reading
  if (days === undefined || typeof days === 'string') return days
  return { choices: days.spans.map(absenceOf), isGuessed: days.isGuessed ?? false }
}

function isBareDay(words: readonly string[]): boolean {
  return words.length === 1 && /^\d{1,2}$/.test(words[0] ?? '')
}

function bareDays(from: number, to: number, today: string): SpanReading | SpanFault {
  const begin = dayOfMonth(from, today)
  if (typeof begin === 'string') return begin
  const end = dayOfMonth(to, begin.spans[0]?.from ?? today)
  if (typeof end === 'string') return end
  const [first, last] = [begin.spans[0], end.spans[0]]
  return first && last ? { spans: [{ from: first.from, to: last.to }] } : 'no-such-date'
}
