import { addDays, weekdayOf } from '../time/local-dates'
import { addMonths, monthsFrom, type Span, type Way, weekAround } from './span'
import { oneDay, oneSpan, type SpanFault, type SpanReading } from './span-reading'
import { isNumber, pointerOf, type TimeUnit, unitOf } from './time-words'

/** Longer spans are beyond every limit, and beyond what a calendar computes. */
const mostUnits = 5000

const relativeDays = new Map(
  (
    [
      [-2, 'forgårs forgaars'],
      [-1, 'går gaar yesterday'],
      [0, 'dag today'],
      [1, 'morgen tomorrow'],
      [2, 'overmorgen'],
    ] as const
  ).flatMap(([days, words]) => words.split(' ').map((word) => [word, days] as const)),
)

/** What is told from today on: "i morgen", "3 uger", "sidste måned", "resten af ugen", "i weekenden". */
export function relativeSpan(words: readonly string[], today: string, way: Way): SpanReading | SpanFault | undefined {
  const [first = '', second, third, ...more] = words
  if (more.length > 0) return undefined
  const days = relativeDays.get(first)
  if (days !== undefined && second === undefined) return oneDay(addDays(today, days))
  if (/^weekend(en)?$/.test(words.at(-1) ?? '') && words.length <= 2) return weekend(first, today, way)
  const pointer = pointerOf(first)
  if (pointer === 'next' && isNumber(second)) return ahead(Number(second), unitOf(third), today)
  if (pointer === 'last' && isNumber(second)) return back(Number(second), unitOf(third), today)
  if (third !== undefined) return undefined
  if (isNumber(first)) return way === 'back' ? undefined : ahead(Number(first), unitOf(second), today)
  return second === undefined ? thisYear(first, today) : aroundNow(first, unitOf(second), today)
}

/** "I år", whose "i" says nothing. */
function thisYear(word: string, today: string): SpanReading | undefined {
  return /^(år|aar)$/.test(word) ? oneSpan(unitAround('year', today, 0)) : undefined
}

/** "Næste uge", "sidste måned", "dette år", "resten af ugen". */
function aroundNow(which: string, unit: TimeUnit | undefined, today: string): SpanReading | undefined {
  const pointer = pointerOf(which)
  if (unit === undefined || unit === 'day' || pointer === undefined) return undefined
  if (pointer === 'rest') return oneSpan({ from: today, to: unitAround(unit, today, 0).to })
  return oneSpan(unitAround(unit, today, { last: -1, this: 0, next: 1 }[pointer]))
}

function weekend(which: string, today: string, way: Way): SpanReading {
  const pointer = pointerOf(which)
  const isBehind = pointer === 'last' || (way === 'back' && pointer !== 'this' && weekdayOf(today) < 6)
  const { from, to } = weekAround(today, pointer === 'next' ? 1 : isBehind ? -1 : 0)
  return oneSpan({ from: addDays(from, 5), to })
}

function unitAround(unit: Exclude<TimeUnit, 'day'>, today: string, later: number): Span {
  if (unit === 'week') return weekAround(today, later)
  const [year = 0, month = 1] = today.split('-').map(Number)
  return unit === 'month' ? monthsFrom(year, month + later) : monthsFrom(year + later, 1, 12)
}

function ahead(count: number, unit: TimeUnit | undefined, today: string): SpanReading | SpanFault | undefined {
  if (unit === undefined) return undefined
  return count > mostUnits ? 'too-far' : oneSpan({ from: today, to: addDays(shifted(today, count, unit), -1) })
}

function back(count: number, unit: TimeUnit | undefined, today: string): SpanReading | SpanFault | undefined {
  if (unit === undefined) return undefined
  return count > mostUnits ? 'too-far' : oneSpan({ from: shifted(today, -count, unit), to: today })
}

function shifted(date: string, count: number, unit: TimeUnit): string {
  if (unit === 'day' || unit === 'week') return addDays(date, count * (unit === 'week' ? 7 : 1))
  return addMonths(date, count * (unit === 'year' ? 12 : 1))
}
