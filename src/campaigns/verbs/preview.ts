import type { ChannelName } from '../../records/channel'
import type { PromptsRunOut } from '../audience/prompts-run-out'
import type { PlannedDate, Shortage } from '../calendar/planned-date'

/** Somebody who is not reached for a reason that HR, or whoever runs Pejling, can do something about. */
export interface UnreachableRecipient {
  readonly id: string
  /** Empty where Pejling has never met them. */
  readonly name: string
  /** What the channel and its team are called, where it is one. */
  readonly channel?: ChannelName
  readonly why: /** The roster no longer names them. */
    | 'leaving'
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
  /** The caller is one of the leaders, and gets the question as well. */
  readonly isForCaller: boolean
  readonly channels: number
  /** Of the channels, how many have a question of their own, which waits for the campaign's. */
  readonly channelsAsked: number
  /** Leaders among them who have never met Pejling: they do now, where the app is installed for them. */
  readonly newcomers: number
  /** Of those, whom nothing would reach today, and why. At most 50 are named; `unreachableCount` counts all. */
  readonly unreachable: readonly UnreachableRecipient[]
  readonly unreachableCount: number
  /** Leaders who have paused, stopped, blocked or removed Pejling, together and without a name; null: fewer than five, nobody included. */
  readonly away: number | null
  /** A prompt that one of the recipients would get; undefined where nobody would. */
  readonly sample:
    | { readonly promptId: string; readonly question?: string; readonly framework: string | null }
    | undefined
  /** Where there are more dates than prompts; null: they last. */
  readonly runOut: PromptsRunOut | null
  /** Of the first date that is not planned yet; null: there is time for all. */
  readonly shortage: Shortage | null
  /** More recipients than may be started without another yes. */
  readonly needsConfirmation: boolean
}
