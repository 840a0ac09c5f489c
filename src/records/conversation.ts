import { z } from 'zod'

/** How to reach somebody (or a channel) again. Never leaves the server. */
export const conversationSchema = z.looseObject({
  conversationId: z.string(),
  serviceUrl: z.string(),
  botId: z.string(),
  userId: z.string().optional(),
})
export type Conversation = z.infer<typeof conversationSchema>

/** A channel's own conversation id: that of a message in it carries the thread behind. */
export function threadless(conversationId: string): string {
  return conversationId.split(';messageid=')[0] ?? ''
}
