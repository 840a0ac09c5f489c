import type { Channel } from '../../records/channel'
import type { Conversation } from '../../records/conversation'
import type { Delivery } from '../../records/delivery'
import type { Agreement, Discussion } from '../../records/discussion'
import type { Leader } from '../../records/leader'
import type { Reflection } from '../../records/reflection'
import type { OwnSeries } from '../../records/rhythm'
import type { TeamRhythm } from '../../records/team-rhythm'

/** What the bot sends of its own accord. The worker decides what goes to whom; the adapter makes a card of it. */
export type Outgoing =
  /** A prompt to a leader's own chat; `reminder` counts from 1. `isAfterPause`: the first one after a pause that has ended by itself. `hasEarlier`: they have written about it before. */
  | {
      readonly kind: 'prompt'
      readonly leader: Leader
      readonly reflection: Reflection
      readonly reminder?: number
      readonly isAfterPause?: boolean
      readonly hasEarlier?: boolean
    }
  /** A prompt that the leader put off comes again. */
  | {
      readonly kind: 'snoozed'
      readonly leader: Leader
      readonly reflection: Reflection
      readonly hasEarlier?: boolean
    }
  /** Whether anything has changed since an answer, as the leader has wanted to be asked. */
  | { readonly kind: 'again'; readonly leader: Leader; readonly reflection: Reflection; readonly hasEarlier: boolean }
  /** In place of a prompt that HR has called back. */
  | { readonly kind: 'called-back'; readonly leader: Leader; readonly reflection: Reflection }
  | { readonly kind: 'channel-called-back'; readonly channel: Channel; readonly delivery: Delivery }
  /** Their profile goes in a month, for want of a contact. */
  | { readonly kind: 'expiring'; readonly leader: Leader }
  /** A prompt at the time that the leader has chosen, perhaps one of a series: which counts it in. */
  | {
      readonly kind: 'rhythm'
      readonly leader: Leader
      readonly reflection: Reflection
      readonly hasEarlier?: boolean
      readonly series?: OwnSeries | undefined
    }
  /** Opens a thread in a channel. */
  | { readonly kind: 'channel-prompt'; readonly channel: Channel; readonly delivery: Delivery }
  /** In place of a discussion's card. */
  | { readonly kind: 'discussion'; readonly discussion: Discussion }
  /** Asks where it was made what became of an agreement. */
  | { readonly kind: 'agreement'; readonly agreement: Agreement }
  /** Asks a team whether its questions are to go on. */
  | { readonly kind: 'team-rhythm'; readonly rhythm: TeamRhythm }

/** Where to: a known conversation, or a person of the tenant whom the bot has never met. */
export type Destination =
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
  | { readonly kind: 'channel'; readonly conversation: Conversation }
  /** In place of a message of ours. */
  | { readonly kind: 'message'; readonly conversation: Conversation; readonly activityId: string }
  | { readonly kind: 'person'; readonly tenantId: string; readonly personId: string }

/**
 * What became of one attempt. Only `throttled`, `busy` and `not-sent` may be tried again by themselves
 * (docs/teams-facts.md#a-send-that-may-have-arrived).
 */
export type SendOutcome =
  /** `conversation`: where it went, to be kept when it is new or has changed. */
  | { readonly status: 'sent'; readonly activityId: string; readonly conversation: Conversation }
  /** 429. Everything waits, not this message alone. `retryAfterMs` null: Teams did not say. */
  | { readonly status: 'throttled'; readonly retryAfterMs: number | null }
  /** 412: another operation on the same conversation. */
  | { readonly status: 'busy' }
  /** It failed before the request left; nothing has arrived. */
  | { readonly status: 'not-sent'; readonly why: string }
  /** Nobody is there to send to any more, or there is no way to them. */
  | { readonly status: 'gone'; readonly why: 'uninstalled' | 'blocked' | 'not-installed' | 'no-conversation' }
  /** The bot itself is switched off or unknown: everything stops until an operator acts. */
  | { readonly status: 'disabled'; readonly why: string }
  /** Teams will not take this message, now or later. */
  | { readonly status: 'refused'; readonly why: string }
  /** It may have arrived. Never sent again by itself: Teams has no idempotency key. */
  | { readonly status: 'unknown'; readonly why: string }

/**
 * Sends cards of its own accord. Never throws for an expected refusal, puts a message on its way at most once in a call
 * (a conversation may have to be created first, or the message taken elsewhere when it was certainly refused), and ends
 * within its time limit. Sends to trusted hosts only.
 */
export interface Sender {
  send(to: Destination, message: Outgoing): Promise<SendOutcome>
}
