import type { Cards } from '../cards/kit/render'
import type { OtherChats } from '../chat/other-chats'
import type { Log } from '../log/log'
import { threadless } from '../records/conversation'
import type { BotAdapter } from './adapter'
import { cardMessage } from './answer'
import type { Failure } from './classify-failure'
import { createConnectorCalls } from './connector-call'

export interface OtherChatsOptions {
  readonly adapter: Pick<BotAdapter, 'connector'>
  readonly cards: Cards
  readonly log: Log
  /** As for the adapter. */
  readonly onThrottled?: (ms: number | null) => void
}

export function createOtherChats({ adapter, cards, log, onThrottled }: OtherChatsOptions): OtherChats {
  const calls = createConnectorCalls(adapter, log)
  const noted = <T extends { readonly status: string }>(result: T | Failure): T | Failure => {
    if (result.status === 'throttled' && 'retryAfterMs' in result) onThrottled?.(result.retryAfterMs)
    return result
  }
  return {
    async post(to, content) {
      const result = noted(await calls.post(to, cardMessage(cards, content)))
      if (result.status === 'sent') return { status: 'sent', id: result.activityId }
      return { status: result.status === 'unknown' ? 'unknown' : 'failed' }
    },
    async replace(to, messageId, content) {
      return noted(await calls.replace(to, messageId, cardMessage(cards, content))).status === 'sent'
    },
    members: ({ teamId, conversation: { serviceUrl } }) => calls.members({ conversationId: teamId, serviceUrl }),
    isMember: ({ teamId, conversation: { serviceUrl } }, personId) =>
      calls.isMember({ conversationId: teamId, serviceUrl }, personId),
    isGuest: ({ teamId, conversation }, personId) =>
      calls.isGuest({ ...conversation, conversationId: teamId ?? threadless(conversation.conversationId) }, personId),
  }
}
