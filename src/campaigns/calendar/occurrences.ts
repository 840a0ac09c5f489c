import { addDays } from '../../time/local-dates'
import { readRule } from './recurrence-rule'

/** The dates that a recurrence names; its fields are those of the record. */
export interface RuleOfDates {
  readonly rrule: string
  readonly first: string
  readonly last: string | null
}

/** Dates are looked for in stretches of this many days, so that a rule without an end costs no more than is asked of it. */
const stretchDays = 400
/** The rarest date, 29 February, comes within eight years. A rule without a date in this time has none at all. */
const longestGapDays = 9 * 366

/**
 * The local dates that the rule names, in order, from `first` to `last`. Every second week counts from the week of `first`;
 * months without the day are left out (RFC 5545, 3.3.10).
 * @param after only dates later than this one; null: from the beginning
 */
export function* ruleDates(rule: RuleOfDates, after: string | null = null): Generator<string, void> {
  const { first, last } = rule
  const dates = readRule(rule.rrule, first)
  let from = after !== null && after >= first ? addDays(after, 1) : first
  let silentUntil = addDays(from, longestGapDays)
  while ((last === null || from <= last) && from <= silentUntil) {
    const to = addDays(from, stretchDays - 1)
    for (const found of dates.between(new Date(from), new Date(to), true)) {
      const date = found.toPlainDate().toString()
      if (last !== null && date > last) return
      yield date
      silentUntil = addDays(date, longestGapDays)
    }
    from = addDays(to, 1)
  }
}
