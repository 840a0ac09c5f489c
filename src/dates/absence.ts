import { addDays } from '../time/local-dates'
import type { Span } from './span'

/** Days away. `from`: null where it begins now. `until`: the first day back, not among them. */
export interface Absence {
  readonly from: string | null
  readonly until: string
}

/** A period that is named ends with itself. */
export function absenceDuring({ from, to }: Span): Absence {
  return { from, until: addDays(to, 1) }
}
