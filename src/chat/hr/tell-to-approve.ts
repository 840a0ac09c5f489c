import { toBeApprovedCard } from '../../cards/campaign/approval-card'
import { readerFor } from '../../cards/kit/reader'
import type { Campaign } from '../../records/campaign'
import { noted } from '../noted'
import type { Turn } from '../turn'

/** Where HR has a conversation of its own, the others are told there, without the questions. That it failed keeps nobody from planning. */
export async function tellToApprove({ ctx, leader, reader, otherChats }: Turn, campaign: Campaign): Promise<void> {
  const { hrConversation } = ctx.config
  if (hrConversation === '' || !leader.conversation) return
  const { serviceUrl, botId } = leader.conversation
  const conversation = { conversationId: hrConversation, serviceUrl, botId }
  await noted(ctx, async () => {
    await otherChats.post(conversation, toBeApprovedCard(readerFor(reader, ctx.config), campaign, ctx.caller.name))
  })
}
