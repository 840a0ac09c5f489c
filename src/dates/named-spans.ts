import { addDays } from '../time/local-dates'
import { easterOf, monthsFrom, type Span, weekOf } from './span'

/** A part of the year with a name of its own. Several: people mean different ones by it. */
export type NamedSpan = readonly ((year: number) => Span | undefined)[]

const months = ['jan', 'feb', 'mar', 'apr', 'ma[ji]|may', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'dec']
const monthName =
  /^(jan(uar|uary)?|feb(ruar|ruary)?|mar(ts|ch)?|apr(il)?|maj|may|jun[ie]?|jul[iy]|aug(ust)?|sept?(ember)?|o[kc]t(ober)?|nov(ember)?|dec(ember)?)$/

/** 1 to 12; undefined for a word that is no month. */
export function monthOf(word: string): number | undefined {
  if (!monthName.test(word)) return undefined
  return months.findIndex((name) => new RegExp(`^(${name})`).test(word)) + 1
}

const aroundEaster =
  (from: number, to: number) =>
  (year: number): Span => ({ from: addDays(easterOf(year), from), to: addDays(easterOf(year), to) })
const days =
  (from: string, to: string, years = 0) =>
  (year: number): Span => ({ from: `${year}-${from}`, to: `${year + years}-${to}` })
const weeks = (first: number, last: number) => (year: number) => {
  const [from, to] = [weekOf(year, first), weekOf(year, last)]
  return from && to && { from: from.from, to: to.to }
}

const named: readonly (readonly [RegExp, NamedSpan])[] = [
  [/^påsken?$|^paaske(n)?$|^easter$/, [aroundEaster(-3, 1)]],
  [/^påskeferien?$|^paaskeferien?$/, [aroundEaster(-8, 1)]],
  [/^himmelfart$/, [aroundEaster(39, 42)]],
  [/^pinsen?$|^whitsun$|^pentecost$/, [aroundEaster(48, 50)]],
  [/^jul(en)?$|^christmas$/, [days('12-24', '12-26')]],
  [/^juleferien?$|^julognytår$|^juledagene$/, [days('12-24', '01-01', 1)]],
  // The winter holiday lies in one week here and in the next there.
  [/^vinterferien?$/, [weeks(7, 7), weeks(8, 8)]],
  [/^efterårsferien?$|^efteraarsferien?$/, [weeks(42, 42)]],
  [/^industriferien?$/, [weeks(29, 31)]],
  [/^sommerferien?$/, [(year) => monthsFrom(year, 7), weeks(28, 30), weeks(29, 31)]],
  [/^for(å|aa)r(et)?$|^spring$/, [(year) => monthsFrom(year, 3, 3)]],
  [/^sommer(en)?$|^summer$/, [(year) => monthsFrom(year, 6, 3)]],
  [/^efter(å|aa)r(et)?$|^autumn$|^fall$/, [(year) => monthsFrom(year, 9, 3)]],
  [/^vinter(en)?$|^winter$/, [(year) => monthsFrom(year, 12, 3)]],
]

/** Holidays, seasons and months by their names. */
export function namedSpan(word: string): NamedSpan | undefined {
  const month = monthOf(word)
  if (month !== undefined) return [(year) => monthsFrom(year, month)]
  return named.find(([pattern]) => pattern.test(word))?.[1]
}
