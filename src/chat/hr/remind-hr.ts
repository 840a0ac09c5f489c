import type { Services } from '../../caller/context'
import { requestsReminderCard } from '../../cards/hr/requests-card'
import { readerFor } from '../../cards/kit/reader'
import { settleReminder, takeDueReminders } from '../../hr-requests/due-reminders'
import type { Texts } from '../../texts'
import type { OtherChats } from '../other-chats'

export interface HrReminderOptions {
  readonly services: Services
  readonly texts: Texts
  readonly otherChats: Pick<OtherChats, 'post'>
}

/** Reminds HR's conversation, in one card, of what leaders have written there and nobody has answered. What fails is tried again. */
export function createHrReminder({ services, texts, otherChats }: HrReminderOptions): () => Promise<void> {
  const { config } = services
  return async () => {
    if (config.hrConversation === '') return
    const due = await takeDueReminders(services)
    // How to write there is known from what was posted there before.
    const way = due.find(({ hrCard }) => hrCard !== null)?.hrCard?.conversation
    if (!way) return
    const reader = readerFor({ library: services.knowledge.library, texts }, config)
    const conversation = { ...way, conversationId: config.hrConversation }
    const { status } = await otherChats.post(conversation, requestsReminderCard(reader, due))
    // It may have arrived: reminding twice is worse than once too little.
    if (status !== 'failed') for (const { id } of due) await settleReminder(services, id)
  }
}
