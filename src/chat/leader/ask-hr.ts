import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { checkHelpText, noteHelpDelivery, sendHelp, type sendHelpInput, showHelp } from '../../hr-requests/send-request'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import type { Views } from '../views/views'

/** The form, or whom to ask where HR has no conversation with the bot. */
export function writeToHr(turn: Turn, { text }: { text: string }, views: Views): Reply {
  const { hrConversation, contact } = turn.ctx.config
  if (hrConversation !== '') {
    const form = views.sheets.helpForm(turn.leader, text)
    // With a text it is the preview's "edit", whose place the form takes.
    return text === '' ? send(form) : replace(form)
  }
  return send(views.notice(turn.leader, contact === '' ? 'hrNobody' : 'hrContact', { contact }))
}

/** Shows what would be sent; nothing is stored yet. */
export function previewHelp(turn: Turn, input: { text: string }, views: Views): Reply {
  const { name } = turn.ctx.caller
  return replace(views.sheets.helpPreview(turn.leader, { id: randomUUID(), name, text: checkHelpText(input.text) }))
}

/** Stores the request first, then posts it; what failed stands in the card with a way to try again. */
export async function sendToHr(turn: Turn, input: z.infer<typeof sendHelpInput>, views: Views): Promise<Reply> {
  const { ctx, leader, line } = turn
  const { hrConversation } = ctx.config
  if (hrConversation === '' || !leader.conversation) return writeToHr(turn, input, views)
  const { request, isToPost } = await sendHelp(ctx, input, turn.pressedId ?? null)
  if (!isToPost) return replace(views.sheets.helpState(leader, request))
  // The same bot at the same address as here, in HR's conversation.
  const { serviceUrl, botId } = leader.conversation
  const conversation = { conversationId: hrConversation, serviceUrl, botId }
  const posted = await line.post(conversation, views.sheets.helpDesk(ctx.config, { ...request, delivery: 'sent' }))
  const after = await noteHelpDelivery(ctx, request.id, {
    delivery: posted.status,
    hrCard: posted.status === 'sent' ? { id: posted.id, conversation } : null,
  })
  return replace(views.sheets.helpState(leader, after))
}

export async function helpStatus(turn: Turn, input: { requestId: string }, views: Views): Promise<Reply> {
  return replace(views.sheets.helpState(turn.leader, await showHelp(turn.ctx, input)))
}
