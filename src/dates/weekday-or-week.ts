import { addDays, weekdayOf } from '../time/local-dates'
import { nearest, type Way, weekAround, weekOf } from './span'
import { oneDay, oneSpan, type SpanFault, type SpanReading } from './span-reading'
import { isNumber, isYear, pointerOf, unitOf } from './time-words'

const weekdays = ['man|mon', 'tir|tue', 'ons|wed', 'tor|thu', 'fre|fri', 'lør|loer|sat', 'søn|soen|sun']
const weekdayName = /^(man|tirs|ons|tors|fre|lør|loer|søn|soen)dags?$|^(mon|tues|wednes|thurs|fri|satur|sun)day$/

/** "Mandag" is the next one, or the last; "næste mandag" and "mandag i næste uge" the one of next week. */
export function weekdayIn(words: readonly string[], today: string, way: Way): SpanReading | undefined {
  const name = words.find((word) => weekdayName.test(word))
  if (name === undefined) return undefined
  const others = words.filter((word) => word !== name && unitOf(word) !== 'week')
  if (others.length > 1 || words.length > 3) return undefined
  const number = weekdays.findIndex((pattern) => new RegExp(`^(${pattern})`).test(name)) + 1
  const pointer = pointerOf(others[0])
  if (pointer === 'next') return oneDay(addDays(weekAround(today, 1).from, number - 1))
  if (others.length > 0 && pointer !== 'last') return undefined
  const since = (weekdayOf(today) - number + 7) % 7 || 7
  if (way === 'back' || pointer === 'last') return oneDay(addDays(today, -since))
  return words.length > 1 ? undefined : oneDay(addDays(today, 7 - (since % 7)))
}

/** "Uge 42", "uge 28 og 29", "uge 28 til 30", "uge 42 2026". */
export function weeksIn(words: readonly string[], today: string, way: Way): SpanReading | SpanFault | undefined {
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
  return span ? oneSpan(span, year === undefined) : 'no-such-date'
}
