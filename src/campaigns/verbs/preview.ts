import type { PlannedDate, Shortage } from '../calendar/planned-date'

export interface UnreachableRecipient {
  readonly id: string
  /** Empty where Pejling has never met them. */
  readonly name: string
  readonly why:
    | 'paused'
    | 'stopped'
    /** The roster no longer names them. */
    | 'leaving'
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
