import { RRuleTemporal } from 'rrule-temporal'

/** What is wrong with a recurrence rule. */
export type RuleFault =
  /** Parts that are not taken: times of day, ends and starts stand elsewhere. */
  | { readonly why: 'part'; readonly part: string }
  | { readonly why: 'frequency'; readonly part: string }
  | { readonly why: 'unreadable'; readonly part: string }

const values: Readonly<Record<string, RegExp>> = {
  FREQ: /^(WEEKLY|MONTHLY)$/,
  INTERVAL: /^([1-9]|[1-4]\d|5[0-2])$/,
  BYDAY: /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*$/,
  BYMONTHDAY: /^-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01]))*$/,
  BYMONTH: /^([1-9]|1[0-2])(,([1-9]|1[0-2]))*$/,
  BYSETPOS: /^-?[1-5](,-?[1-5])*$/,
  WKST: /^(MO|SU)$/,
}

/** A whole rule is shorter: every weekday of every week of the month is not. */
const longestRule = 200

/** A rule as it is meant, however it was copied: "RRULE:freq=weekly; byday=tu;". */
export function tidyRule(typed: string): string {
  return typed
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;+$/, '')
}

/** The parts of an RFC 5545 rule of dates that cannot be used, with the first reason for each; empty: it can be. */
export function ruleFaults(rrule: string): readonly RuleFault[] {
  const parts = rrule.split(';').map((part) => part.split('='))
  const names = parts.map(([name = '']) => name)
  if (rrule.length > longestRule) return [{ why: 'unreadable', part: rrule }]
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return [{ why: 'unreadable', part: twice }]
  if (!names.includes('FREQ')) return [{ why: 'unreadable', part: 'FREQ' }]
  const isMonthly = parts.some(([name, value]) => name === 'FREQ' && value === 'MONTHLY')
  return parts.flatMap(([name = '', value = '', ...rest]): RuleFault[] => {
    const fits = values[name]
    if (!fits) return [{ why: 'part', part: name }]
    if (name === 'FREQ' && !fits.test(value)) return [{ why: 'frequency', part: value }]
    // Numbers before weekdays, and days of the month, mean nothing in a week.
    const isMonthPart = name === 'BYMONTHDAY' || name === 'BYSETPOS' || (name === 'BYDAY' && /\d/.test(value))
    const isUsable = fits.test(value) && rest.length === 0 && (isMonthly || !isMonthPart)
    return isUsable ? [] : [{ why: 'unreadable', part: name }]
  })
}

/** Whether it is a day that months have, -1 for the last. */
export function isMonthDay(day: number): boolean {
  return Number.isInteger(day) && (day === -1 || (day >= 1 && day <= 31))
}

/** Where in a week or month a rule falls. */
export interface RuleDay {
  readonly weekday?: string | undefined
  /** Which such weekday of the month, -1 for the last. */
  readonly nth?: number | undefined
  readonly monthDay?: number | undefined
}

/** Why a rule has no day to be changed by itself: the rest of the key of the sentence. */
export type DayFault = 'monthDay' | 'monthOnly' | 'monthDayOrWeekday' | 'rule.whole'

/** The rule on another day, otherwise as it is. */
export function ruleOn(
  rrule: string,
  { weekday, nth, monthDay }: RuleDay,
): { readonly rrule: string } | { readonly why: DayFault } {
  const parts = rrule.split(';')
  const days = parts.filter((part) => /^BY(DAY|MONTHDAY|SETPOS)=/.test(part)).join(';')
  if (monthDay !== undefined && !isMonthDay(monthDay)) return { why: 'monthDay' }
  if (!parts.includes('FREQ=MONTHLY')) {
    if (nth !== undefined || monthDay !== undefined) return { why: 'monthOnly' }
    return /^(BYDAY=[A-Z]{2})?$/.test(days) ? { rrule: withDay(parts, `BYDAY=${weekday}`) } : { why: 'rule.whole' }
  }
  const isWeekday = weekday !== undefined || nth !== undefined
  if (isWeekday && monthDay !== undefined) return { why: 'monthDayOrWeekday' }
  const [single, oldNth = 1, oldWeekday] = /^(?:BYDAY=([+-]?\d)([A-Z]{2})|BYMONTHDAY=-?\d+)?$/.exec(days) ?? []
  const day = weekday ?? oldWeekday
  if (single === undefined || (isWeekday && day === undefined)) return { why: 'rule.whole' }
  return { rrule: withDay(parts, isWeekday ? `BYDAY=${nth ?? oldNth}${day}` : `BYMONTHDAY=${monthDay}`) }
}

/** The day in place of the one that there is. */
function withDay(parts: readonly string[], day: string): string {
  const isDay = (part: string) => /^BY(MONTH)?DAY=/.test(part)
  return (parts.some(isDay) ? parts.map((part) => (isDay(part) ? day : part)) : [...parts, day]).join(';')
}

/** A rule that no fault was found in, from a first local date on. */
export function readRule(rrule: string, first: string): RRuleTemporal {
  // Dates only: in UTC no clock change comes between.
  const start = `DTSTART;TZID=UTC:${first.replaceAll('-', '')}T000000`
  return new RRuleTemporal({ rruleString: `${start}\nRRULE:${rrule}` })
}
