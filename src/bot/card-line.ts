import type { CloudAdapter, ConversationReference, TurnContext } from 'botbuilder'
import type { CardContent, Cards } from '../cards/render'
import type { Log } from '../log'
import type { Conversation } from '../store/conversation'
import { connectorFailure } from './connector-limits'
import { cardMessage } from './reply'

/** `failed`: certainly not there. `unknown`: it may have arrived. */
export type Posted = { readonly status: 'sent'; readonly id: string } | { readonly status: 'failed' | 'unknown' }

/** Cards in other conversations than the one a turn came from. Neither throws when Teams refuses. */
export interface CardLine {
  post(to: Conversation, content: CardContent): Promise<Posted>
  /** Puts a card in place of a message of ours. @returns whether it stands there */
  replace(to: Conversation, messageId: string, content: CardContent): Promise<boolean>
}

export interface CardLineOptions {
  readonly adapter: Pick<CloudAdapter, 'continueConversationAsync'>
  /** The bot's own; empty in local mode. */
  readonly appId: string
  readonly cards: Cards
  readonly log: Log
}

export function createCardLine({ adapter, appId, cards, log }: CardLineOptions): CardLine {
  async function inConversation(to: Conversation, act: (context: TurnContext) => Promise<void>): Promise<void> {
    const reference: Partial<ConversationReference> = {
      channelId: 'msteams',
      serviceUrl: to.serviceUrl,
      bot: { id: to.botId, name: '' },
      conversation: { id: to.conversationId } as ConversationReference['conversation'],
    }
    await adapter.continueConversationAsync(appId, reference, act)
  }

  return {
    async post(to, content) {
      let id = ''
      try {
        await inConversation(to, async (context) => {
          id = (await context.sendActivity(cardMessage(cards, content)))?.id ?? ''
        })
        return { status: 'sent', id }
      } catch (error) {
        log.warn({ error }, 'card not posted')
        return { status: connectorFailure(error)?.mayHaveArrived ? 'unknown' : 'failed' }
      }
    },
    async replace(to, messageId, content) {
      try {
        await inConversation(to, async (context) => {
          await context.updateActivity({ ...cardMessage(cards, content), id: messageId })
        })
        return true
      } catch (error) {
        log.warn({ error }, 'card not replaced')
        return false
      }
    },
  }
}
