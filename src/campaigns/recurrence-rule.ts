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

/** The parts of an RFC 5545 rule of dates that cannot be used, with the first reason for each; empty: it can be. */
export function ruleFaults(rrule: string): readonly RuleFault[] {
  const parts = rrule.split(';').map((part) => part.split('='))
  const names = parts.map(([name = '']) => name)
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

/** A rule that no fault was found in, from a first local date on. */
export function readRule(rrule: string, first: string): RRuleTemporal {
  // Dates only: in UTC no clock change comes between.
  const start = `DTSTART;TZID=UTC:${first.replaceAll('-', '')}T000000`
  return new RRuleTemporal({ rruleString: `${start}\nRRULE:${rrule}` })
}
