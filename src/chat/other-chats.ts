import type { CardContent } from '../cards/kit/render'
import type { MetPerson } from '../people/roster/meet-awaited'
import type { Channel } from '../records/channel'
import type { Conversation } from '../records/conversation'

/** `failed`: certainly not there. `unknown`: it may have arrived. */
export type Posted = { readonly status: 'sent'; readonly id: string } | { readonly status: 'failed' | 'unknown' }

/** Cards in other conversations than the one a turn came from. Neither throws when Teams refuses. */
export interface OtherChats {
  post(to: Conversation, content: CardContent): Promise<Posted>
  /** Puts a card in place of a message of ours. @returns whether it stands there */
  replace(to: Conversation, messageId: string, content: CardContent): Promise<boolean>
  /** Whether somebody is in the team of a channel; where Teams does not say, no. */
  isMember(channel: Pick<Channel, 'teamId' | 'conversation'>, personId: string): Promise<boolean>
  /** Whether somebody is a guest in the team of a channel, or in a group chat; where Teams does not say, no. */
  isGuest(where: { readonly teamId?: string; readonly conversation: Conversation }, personId: string): Promise<boolean>
  /** Who is in the team of a channel; where Teams does not say, nobody. */
  members(channel: Pick<Channel, 'teamId' | 'conversation'>): Promise<readonly MetPerson[]>
}
