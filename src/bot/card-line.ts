import type { CardContent, Cards } from '../cards/kit/render'
import type { Log } from '../log'
import type { Channel } from '../records/channel'
import type { Conversation } from '../records/conversation'
import type { BotAdapter } from './adapter'
import { createConnectorCalls } from './connector-call'
import { cardMessage } from './reply'

/** `failed`: certainly not there. `unknown`: it may have arrived. */
export type Posted = { readonly status: 'sent'; readonly id: string } | { readonly status: 'failed' | 'unknown' }

/** Cards in other conversations than the one a turn came from. Neither throws when Teams refuses. */
export interface CardLine {
  post(to: Conversation, content: CardContent): Promise<Posted>
  /** Puts a card in place of a message of ours. @returns whether it stands there */
  replace(to: Conversation, messageId: string, content: CardContent): Promise<boolean>
  /** Whether somebody is in the team of a channel; where Teams does not say, no. */
  isMember(channel: Pick<Channel, 'teamId' | 'conversation'>, personId: string): Promise<boolean>
}

export interface CardLineOptions {
  readonly adapter: Pick<BotAdapter, 'connector'>
  readonly cards: Cards
  readonly log: Log
}

export function createCardLine({ adapter, cards, log }: CardLineOptions): CardLine {
  const calls = createConnectorCalls(adapter, log)
  return {
    async post(to, content) {
      const result = await calls.post(to, cardMessage(cards, content))
      if (result.status === 'sent') return { status: 'sent', id: result.activityId }
      return { status: result.status === 'unknown' ? 'unknown' : 'failed' }
    },
    async replace(to, messageId, content) {
      return (await calls.replace(to, messageId, cardMessage(cards, content))).status === 'sent'
    },
    isMember: ({ teamId, conversation: { serviceUrl } }, personId) =>
      calls.isMember({ conversationId: teamId, serviceUrl }, personId),
  }
}
