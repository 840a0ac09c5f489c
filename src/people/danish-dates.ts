import { addDays, weekdayOf } from '../local-dates'

/** What a text says of a date; `past` is also today. */
export type DateReading =
  | { readonly status: 'date'; readonly date: string }
  | { readonly status: 'past' | 'too-far' | 'no-such-date' | 'unclear' }

const fillers = new Set(
  'til indtil frem på i om den d d. fra og med af hen for kommende st nd rd th until till the of on in through including and from coming'.split(
    ' ',
  ),
)
const numbers = new Map(
  (
    [
      [1, 'en et én ét første a an one first'],
      [2, 'to par two couple'],
      [3, 'tre three'],
      [4, 'fire four'],
      [5, 'fem five'],
      [6, 'seks six'],
      [7, 'syv seven'],
      [8, 'otte eight'],
      [9, 'ni nine'],
      [10, 'ti ten'],
      [11, 'elleve'],
      [12, 'tolv twelve'],
      [14, 'fjorten fourteen'],
    ] as const
  ).flatMap(([number, words]) => words.split(' ').map((word) => [word, number] as const)),
)
const months = ['jan', 'feb', 'mar', 'apr', 'ma[ji]|may', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'dec']
const monthName =
  /^(jan(uar|uary)?|feb(ruar|ruary)?|mar(ts|ch)?|apr(il)?|maj|may|jun[ie]?|jul[iy]?|aug(ust)?|sept?(ember)?|o[kc]t(ober)?|nov(ember)?|dec(ember)?)$/
const weekdays = ['man|mon', 'tir|tue', 'ons|wed', 'tor|thu', 'fre|fri', 'lør|sat', 'søn|sun']
const weekdayName =
  /^(man|tirs|ons|tors|fre|lør|søn)dag$|^(mon|tues|wednes|thurs|fri|satur|sun)day$|^loerdag$|^soendag$/
const unitNames: readonly (readonly [RegExp, 'day' | 'week' | 'month' | 'year'])[] = [
  [/^(dag|dage|day|days)$/, 'day'],
  [/^(uge|uger|week|weeks)$/, 'week'],
  [/^(måned|måneder|maaned|maaneder|month|months)$/, 'month'],
  [/^(år|aar|year|years)$/, 'year'],
]

/**
 * Reads when something is to go on: "1. august", "på mandag", "3 uger", "til og med fredag", "uge 32", "2026-08-01". Danish
 * and English alike. A day without a year is the next such day; "til og med" means the day after. Pure.
 * @param text what the leader wrote after the command, with or without punctuation
 * @param today the leader's own date, YYYY-MM-DD
 */
export function readDate(text: string, today: string): DateReading {
  const words =
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/\p{L}+|\d+/gu) ?? []
  const isDayNamed = words.some((word) => word === 'den' || word === 'd' || word === 'the')
  const isInclusive = /\b(og med|t ?o ?m|through|including)\b/.test(words.join(' '))
  const said = withNumbers(words).filter((word) => !fillers.has(word))
  const found = readWords(said, today, isDayNamed)
  if (typeof found !== 'string') return found
  const date = isInclusive ? addDays(found, 1) : found
  if (date <= today) return { status: 'past' }
  return date > addMonths(today, 12) ? { status: 'too-far' } : { status: 'date', date }
}

type Found = string | Exclude<DateReading, { status: 'date' }>
const unclear: Found = { status: 'unclear' }
const noSuchDate: Found = { status: 'no-such-date' }
/** Longer spans are beyond the limit anyway, and beyond what a calendar computes. */
const mostUnits = 5000

function withNumbers(words: readonly string[]): string[] {
  const spelt = words.join(' ').replace(/\b(et )?halvt (år|aar)|\bhalf (a |of a )?year\b/g, '6 måneder')
  const couple = spelt.replace(/\b(et|a) (par|couple)\b/g, '$2')
  return couple.split(' ').map((word) => String(numbers.get(word) ?? word))
}

function readWords(said: readonly string[], today: string, isDayNamed: boolean): Found {
  const phrase = said.join(' ')
  const [first = '', second = '', third = ''] = said
  const named = namedDay(phrase, today)
  if (named !== undefined) return named
  const weekday = weekdayPhrase(said, today)
  if (weekday !== undefined) return weekday
  if (said.length === 2 && isNumber(first)) {
    const unit = unitNames.find(([pattern]) => pattern.test(second))?.[1]
    if (unit) return span(Number(first), unit, today)
  }
  if (said.length === 2 && /^(uge|week)$/.test(first) && isNumber(second)) return mondayOfWeek(Number(second), today)
  if (said.length > 3) return unclear
  if (monthName.test(first)) {
    const isYear = /^\d{4}$/.test(second)
    if (second !== '' && !isNumber(second)) return unclear
    return isYear || second === '' ? inYear('1', first, second, today) : inYear(second, first, third, today)
  }
  if (!isNumber(first)) return unclear
  if (monthName.test(second)) return inYear(first, second, third, today)
  if (/^\d{4}$/.test(first) && isNumber(second) && isNumber(third)) return inYear(third, second, first, today)
  if (isNumber(second)) return inYear(first, second, third, today)
  return said.length === 1 && isDayNamed ? nextDayOfMonth(Number(first), today) : unclear
}

/** Days that have a name of their own. */
function namedDay(phrase: string, today: string): string | undefined {
  const [year = '', month = ''] = today.split('-')
  const nextMonth = addMonths(`${year}-${month}-01`, 1)
  const nextYear = `${Number(year) + 1}-01-01`
  switch (phrase) {
    case 'dag':
    case 'today':
      return today
    case 'morgen':
    case 'tomorrow':
      return addDays(today, 1)
    case 'overmorgen':
    case 'day after tomorrow':
      return addDays(today, 2)
    case 'næste uge':
    case 'next week':
    case 'resten ugen':
    case 'rest week':
      return addDays(today, 8 - weekdayOf(today))
    case 'næste måned':
    case 'next month':
    case 'resten måneden':
    case 'rest month':
      return nextMonth
    case 'næste år':
    case 'next year':
    case 'resten året':
    case 'rest year':
    case 'nytår':
    case 'new year':
      return nextYear
    default:
      return undefined
  }
}

/** "mandag" is the next one; "næste mandag" and "mandag i næste uge" the one of next week. */
function weekdayPhrase(said: readonly string[], today: string): string | undefined {
  const isNextWeek = /^(næste|next) \S+$|^\S+ (næste uge|next week)$/.test(said.join(' '))
  const name = said.find((word) => weekdayName.test(word))
  if (!name || !(said.length === 1 || isNextWeek)) return undefined
  const spelt = name.replace('oe', 'ø')
  const day = weekdays.findIndex((pattern) => new RegExp(`^(${pattern})`).test(spelt))
  const ahead = (day + 1 - weekdayOf(today) + 7) % 7
  return addDays(today, isNextWeek ? 8 - weekdayOf(today) + day : ahead === 0 ? 7 : ahead)
}

function span(count: number, unit: 'day' | 'week' | 'month' | 'year', today: string): Found {
  if (count > mostUnits) return { status: 'too-far' }
  if (unit === 'day' || unit === 'week') return addDays(today, count * (unit === 'week' ? 7 : 1))
  return addMonths(today, count * (unit === 'year' ? 12 : 1))
}

function mondayOfWeek(week: number, today: string): Found {
  if (week < 1 || week > 53) return noSuchDate
  const year = Number(today.slice(0, 4))
  for (const candidate of [year, year + 1]) {
    // 4 January always lies in week 1 (ISO 8601).
    const fourth = `${candidate}-01-04`
    const monday = addDays(fourth, (week - 1) * 7 + 1 - weekdayOf(fourth))
    // The Thursday tells which year a week belongs to.
    if (Number(addDays(monday, 3).slice(0, 4)) !== candidate) continue
    if (monday > today) return monday
  }
  return noSuchDate
}

function inYear(day: string, month: string, year: string, today: string): Found {
  const number = isNumber(month) ? Number(month) : months.findIndex((name) => new RegExp(`^(${name})`).test(month)) + 1
  if (year !== '' && !/^(\d{2}|\d{4})$/.test(year)) return unclear
  if (year !== '') return dateOf(year.length === 2 ? 2000 + Number(year) : Number(year), number, Number(day))
  const thisYear = Number(today.slice(0, 4))
  const date = dateOf(thisYear, number, Number(day))
  return typeof date === 'string' && date < today ? dateOf(thisYear + 1, number, Number(day)) : date
}

function nextDayOfMonth(day: number, today: string): Found {
  const [year = '', month = ''] = today.split('-')
  for (let ahead = 0; ahead < 3; ahead++) {
    const first = addMonths(`${year}-${month}-01`, ahead)
    const date = dateOf(Number(first.slice(0, 4)), Number(first.slice(5, 7)), day)
    if (typeof date === 'string' && date > today) return date
  }
  return noSuchDate
}

const isNumber = (word: string) => /^\d+$/.test(word)

function dateOf(year: number, month: number, day: number): Found {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : noSuchDate
}

/** The same day of a later month, or its last where it has no such day. */
function addMonths(date: string, count: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0))
  last.setUTCDate(Math.min(day, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}
