import { addDays, weekdayOf } from '../local-dates'
import { monthOf, namedSpan } from './named-spans'
import { addMonths, dayOf, monthsFrom, nearest, type Span, type Way, weekAround, weekOf } from './span'

/**
 * What some words mean as a time. `spans`: more than one where people mean different ones. `isGuessed`: no year was said.
 * `isDay`: a single day was named.
 */
export interface SpanReading {
  readonly spans: readonly Span[]
  readonly isGuessed?: boolean
  readonly isDay?: boolean
}
export type SpanFault = 'no-such-date' | 'too-far'

/** Longer spans are beyond every limit, and beyond what a calendar computes. */
const mostUnits = 5000

const units: readonly (readonly [RegExp, 'day' | 'week' | 'month' | 'year'])[] = [
  [/^(dag|dage|day|days)$/, 'day'],
  [/^(uge|ugen|uger|week|weeks)$/, 'week'],
  [/^(måned|måneden|måneder|maaned|maaneder|month|months)$/, 'month'],
  [/^(år|året|aar|aaret|year|years)$/, 'year'],
]
const weekdays = ['man|mon', 'tir|tue', 'ons|wed', 'tor|thu', 'fre|fri', 'lør|loer|sat', 'søn|soen|sun']
const weekdayName = /^(man|tirs|ons|tors|fre|lør|loer|søn|soen)dags?$|^(mon|tues|wednes|thurs|fri|satur|sun)day$/
const isNumber = (word: string | undefined): word is string => word !== undefined && /^\d+$/.test(word)
const isYear = (word: string | undefined): word is string => word !== undefined && /^(19|20)\d\d$/.test(word)

/**
 * Reads one expression of time, as `dateWords` gives it: all of it, or none. Pure.
 * @param today the reader's own date @param way where a day, month or holiday without a year is looked for
 * @returns undefined for words that say no time
 */
export function readSpan(words: readonly string[], today: string, way: Way): SpanReading | SpanFault | undefined {
  return (
    relativeDay(words, today) ??
    relativeSpan(words, today, way) ??
    weekdayIn(words, today, way) ??
    weeksNamed(words, today, way) ??
    nameOfYear(words, today, way) ??
    dateIn(words, today, way)
  )
}

const one = (span: Span, more: Omit<SpanReading, 'spans'> = {}): SpanReading => ({ spans: [span], ...more })
const day = (date: string, more: Omit<SpanReading, 'spans'> = {}) =>
  one({ from: date, to: date }, { isDay: true, ...more })

const relativeDays: Readonly<Record<string, number>> = {
  ...{ dag: 0, today: 0, morgen: 1, tomorrow: 1, overmorgen: 2 },
  ...{ går: -1, gaar: -1, yesterday: -1, forgårs: -2, forgaars: -2 },
}

function relativeDay([word = '', ...rest]: readonly string[], today: string): SpanReading | undefined {
  const days = relativeDays[word]
  return days === undefined || rest.length > 0 ? undefined : day(addDays(today, days))
}

const isNext = (word: string | undefined) => /^(næste|naeste|kommende|next|coming)$/.test(word ?? '')
const isLast = (word: string | undefined) => /^(sidste|seneste|forrige|last|past|previous)$/.test(word ?? '')
const isThis = (word: string | undefined) => /^(denne|dette|this|indeværende)$/.test(word ?? '')
const isRest = (word: string | undefined) => /^(resten|rest)$/.test(word ?? '')

function relativeSpan(words: readonly string[], today: string, way: Way): SpanReading | SpanFault | undefined {
  const [first, second, third, ...more] = words
  if (more.length > 0) return undefined
  if (/^weekend(en)?$/.test(words.at(-1) ?? '') && words.length <= 2) return weekend(first, today, way)
  if (isNext(first) && isNumber(second)) return ahead(Number(second), unitOf(third), today)
  if (isLast(first) && isNumber(second)) return back(Number(second), unitOf(third), today)
  if (third !== undefined) return undefined
  if (isNumber(first)) return way === 'back' ? undefined : ahead(Number(first), unitOf(second), today)
  return second === undefined ? thisYear(first, today) : aroundNow(first, unitOf(second), today)
}

/** "I år", whose "i" says nothing. */
function thisYear(word: string | undefined, today: string): SpanReading | undefined {
  return /^(år|aar)$/.test(word ?? '') ? one(unitAround('year', today, 0)) : undefined
}

/** "Næste uge", "sidste måned", "dette år", "resten af ugen". */
function aroundNow(which: string | undefined, unit: Unit, today: string): SpanReading | undefined {
  if (unit === undefined || unit === 'day') return undefined
  if (isRest(which)) return one({ from: today, to: unitAround(unit, today, 0).to })
  if (isThis(which)) return one(unitAround(unit, today, 0))
  if (isNext(which)) return one(unitAround(unit, today, 1))
  return isLast(which) ? one(unitAround(unit, today, -1)) : undefined
}

function weekend(which: string | undefined, today: string, way: Way): SpanReading {
  const later = isNext(which) ? 1 : isLast(which) || (way === 'back' && !isThis(which) && weekdayOf(today) < 6) ? -1 : 0
  const { from, to } = weekAround(today, later)
  return one({ from: addDays(from, 5), to })
}

function unitOf(word: string | undefined) {
  return units.find(([pattern]) => pattern.test(word ?? ''))?.[1]
}

function unitAround(unit: 'week' | 'month' | 'year', today: string, later: number): Span {
  if (unit === 'week') return weekAround(today, later)
  const [year = 0, month = 1] = today.split('-').map(Number)
  return unit === 'month' ? monthsFrom(year, month + later) : monthsFrom(year + later, 1, 12)
}

type Unit = ReturnType<typeof unitOf>

function ahead(count: number, unit: Unit, today: string): SpanReading | SpanFault | undefined {
  if (unit === undefined) return undefined
  if (count > mostUnits) return 'too-far'
  return one({ from: today, to: addDays(shifted(today, count, unit), -1) })
}

function back(count: number, unit: Unit, today: string): SpanReading | SpanFault | undefined {
  if (unit === undefined) return undefined
  return count > mostUnits ? 'too-far' : one({ from: shifted(today, -count, unit), to: today })
}

function shifted(date: string, count: number, unit: NonNullable<Unit>): string {
  if (unit === 'day' || unit === 'week') return addDays(date, count * (unit === 'week' ? 7 : 1))
  return addMonths(date, count * (unit === 'year' ? 12 : 1))
}

/** "Mandag" is the next one, or the last; "næste mandag" and "mandag i næste uge" the one of next week. */
function weekdayIn(words: readonly string[], today: string, way: Way): SpanReading | undefined {
  const name = words.find((word) => weekdayName.test(word))
  if (name === undefined) return undefined
  const others = words.filter((word) => word !== name && unitOf(word) !== 'week')
  if (others.length > 1 || words.length > 3) return undefined
  const number = weekdays.findIndex((pattern) => new RegExp(`^(${pattern})`).test(name)) + 1
  if (isNext(others[0])) return day(addDays(weekAround(today, 1).from, number - 1))
  if (others.length > 0 && !isLast(others[0])) return undefined
  const since = (weekdayOf(today) - number + 7) % 7 || 7
  if (way === 'back' || isLast(others[0])) return day(addDays(today, -since))
  return words.length > 1 ? undefined : day(addDays(today, 7 - (since % 7)))
}

/** "Uge 42", "uge 28 og 29", "uge 28 til 30", "uge 42 2026". */
function weeksNamed(words: readonly string[], today: string, way: Way): SpanReading | SpanFault | undefined {
  const [first, ...rest] = words
  if (unitOf(first) !== 'week' || rest.length === 0 || first === 'ugen') return undefined
  const said = rest.filter((word) => !/^(og|and|til|tilogmed|uge|week)$/.test(word))
  if (!said.every(isNumber)) return undefined
  const year = isYear(said.at(-1)) ? Number(said.at(-1)) : undefined
  const numbers = said.map(Number).slice(0, year === undefined ? undefined : -1)
  const [from, to] = [numbers[0] ?? 0, numbers.at(-1) ?? 0]
  if (numbers.length === 0 || [from, to].some((week) => week < 1 || week > 53)) return 'no-such-date'
  const inYear = (each: number) => {
    const [begin, end] = [weekOf(each, from), weekOf(from <= to ? each : each + 1, to)]
    return begin && end && { from: begin.from, to: end.to }
  }
  const span = year === undefined ? nearest(inYear, today, way) : inYear(year)
  return span ? one(span, { isGuessed: year === undefined }) : 'no-such-date'
}

/** Months, seasons and holidays, with or without a year; a year. */
function nameOfYear(words: readonly string[], today: string, way: Way): SpanReading | undefined {
  const [first = '', second, ...more] = words
  if (more.length > 0) return undefined
  if (isYear(first) && second === undefined) return one(monthsFrom(Number(first), 1, 12))
  const isPast = isLast(first)
  const isAhead = isNext(first)
  const named = namedSpan(isPast || isAhead ? (second ?? '') : first)
  if (!named) return undefined
  if (isYear(second))
    return spansOf(
      named.map((inYear) => inYear(Number(second))),
      false,
    )
  if (second !== undefined && !isPast && !isAhead) return undefined
  return spansOf(
    named.map((inYear) => nearest(inYear, today, isPast ? 'back' : way)),
    true,
  )
}

function spansOf(found: readonly (Span | undefined)[], isGuessed: boolean): SpanReading | undefined {
  const spans = found.flatMap((span) => span ?? [])
  return spans.length > 0 ? { spans, isGuessed } : undefined
}

/** "1. august", "1/8", "August 1st 2026", "2026-08-01"; and "1.–15. august", "1/7–15/8". */
function dateIn(words: readonly string[], today: string, way: Way): SpanReading | SpanFault | undefined {
  const [first = '', second = '', third = '', fourth = ''] = words
  if (words.length > 4) return undefined
  const range = rangeOfDays(words, today, way)
  if (range !== undefined) return range
  if (words.length > 3) return undefined
  const [date, named, year] =
    monthOf(first) !== undefined
      ? [second, first, third]
      : isYear(first)
        ? [third, second, first]
        : [first, second, third]
  if (!isNumber(date) || (third !== '' && !isNumber(year)) || fourth !== '') return undefined
  const month = monthOf(named) ?? (isNumber(named) ? Number(named) : undefined)
  if (month === undefined) return undefined
  if (year === '') {
    if (!dayOf(2028, month, Number(date))) return 'no-such-date'
    const found = nearest((each) => spanOfDay(each, month, Number(date)), today, way)
    return found ? day(found.from, { isGuessed: true }) : 'no-such-date'
  }
  if (!/^(\d{2}|\d{4})$/.test(year)) return undefined
  const found = dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, Number(date))
  return found ? day(found) : 'no-such-date'
}

function spanOfDay(year: number, month: number, number: number): Span | undefined {
  const date = dayOf(year, month, number)
  return date === undefined ? undefined : { from: date, to: date }
}

function rangeOfDays(words: readonly string[], today: string, way: Way): SpanReading | SpanFault | undefined {
  const [a = '', b = '', c = '', d = ''] = words
  const month = monthOf(c)
  if (words.length === 3 && isNumber(a) && isNumber(b) && month !== undefined)
    return between([a, c], [b, c], today, way)
  const isTwice = words.length === 4 && isNumber(a) && isNumber(c)
  return isTwice && !isYear(a) && !isYear(c) && !isYear(d) ? between([a, b], [c, d], today, way) : undefined
}

/** From the one to the other: the second is the next such day after the first, looked at backwards the first before the second. */
export function between(
  from: readonly string[],
  to: readonly string[],
  today: string,
  way: Way,
): SpanReading | SpanFault | undefined {
  const isBack = way === 'back'
  const known = readSpan(isBack ? to : from, today, isBack ? 'back' : 'ahead')
  if (known === undefined || typeof known === 'string') return known
  const near = known.spans[0]
  if (!near || known.spans.length > 1) return undefined
  const other = readSpan(isBack ? from : to, isBack ? near.to : near.from, isBack ? 'back' : 'ahead')
  if (other === undefined || typeof other === 'string') return other
  const far = other.spans[0]
  if (!far || other.spans.length > 1) return undefined
  const span = isBack ? { from: far.from, to: near.to } : { from: near.from, to: far.to }
  const isGuessed = (known.isGuessed ?? false) || (other.isGuessed ?? false)
  return span.from <= span.to ? one(span, { isGuessed }) : 'no-such-date'
}
