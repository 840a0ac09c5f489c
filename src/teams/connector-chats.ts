import type { Cards } from '../cards/kit/render'
import type { OtherChats } from '../chat/other-chats'
import type { Log } from '../log/log'
import type { BotAdapter } from './adapter'
import { cardMessage } from './answer'
import { createConnectorCalls } from './connector-call'

export interface OtherChatsOptions {
  readonly adapter: Pick<BotAdapter, 'connector'>
  readonly cards: Cards
  readonly log: Log
}

export function createOtherChats({ adapter, cards, log }: OtherChatsOptions): OtherChats {
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
