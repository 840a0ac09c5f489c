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

export interface UnreachableRecipient {
  readonly id: string
  /** Empty where Pejling has never met them. */
  readonly name: string
  readonly why:
    | 'paused'
    | 'stopped'
    | 'uninstalled'
    | 'blocked'
    | 'not-installed'
    /** Teams opened no chat with them when it was last tried. */
    | 'no-conversation'
    | 'channel-removed'
    | 'no-prompt'
    /** Their record does not fit its schema. */
    | 'unreadable'
}

/** What a campaign will do, computed by the code that does it. */
export interface Preview {
  /** The next six; those that are planned already come first. */
  readonly dates: readonly PlannedDate[]
  readonly leaders: number
  readonly channels: number
  /** Leaders among them who have never met Pejling: they do now, where the app is installed for them. */
  readonly newcomers: number
  /** Of those, whom nothing would reach today. At most 50 are named; `unreachableCount` counts all. */
  readonly unreachable: readonly UnreachableRecipient[]
  readonly unreachableCount: number
  /** A prompt that one of the recipients would get; undefined where nobody would. */
  readonly sample:
    | { readonly promptId: string; readonly question?: string; readonly framework: string | null }
    | undefined
  /** Of the first date that is not planned yet; null: there is time for all. */
  readonly shortage: Shortage | null
  /** More recipients than may be started without another yes. */
  readonly needsConfirmation: boolean
}
