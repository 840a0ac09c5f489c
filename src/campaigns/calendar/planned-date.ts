/** One date that the recurrence names, and what becomes of it. */
export interface PlannedDate {
  /** As the rule says, YYYY-MM-DD. */
  readonly ruleDate: string
  /** When it is sent; null: skipped. */
  readonly date: string | null
  /** Instant of the first send in the campaign's zone, ISO; null: skipped. */
  readonly at: string | null
  /** Why it is moved or skipped; null: it is not. */
  readonly why:
    | 'public-holiday'
    | 'weekend'
    | 'customary-day'
    | 'school-holiday'
    | 'july'
    | 'own-closed-day'
    | 'quiet-hours'
    | null
  /** The holiday's name, where it has one (Danish). */
  readonly holiday: string | null
  /** Its recipients are written down already: it is sent as it was planned, whatever is changed now. */
  readonly isPlanned?: true
}

/** Where there is no time to send to everybody before a window closes. */
export interface Shortage {
  /** The window in the campaign's zone, as ISO instants. */
  readonly from: string
  readonly until: string
  readonly recipients: number
  /** To how many of them there is time to send. */
  readonly inTime: number
}
