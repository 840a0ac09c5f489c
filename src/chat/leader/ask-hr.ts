import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import { readerFor } from '../../cards/kit/reader'
import { helpFormCard, helpPreviewCard, helpStateCard } from '../../cards/leader/help-card'
import { helpDeskCard } from '../../cards/leader/help-desk-card'
import { checkHelpText, noteHelpDelivery, sendHelp, type sendHelpInput, showHelp } from '../../hr-requests/send-request'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'

/** The form, or whom to ask where HR has no conversation with the bot. */
export function writeToHr(turn: Turn, { text }: { text: string }): Reply {
  const { hrConversation, contact } = turn.ctx.config
  if (hrConversation !== '') {
    const form = helpFormCard(turn.reader, text)
    // With a text it is the preview's "edit", whose place the form takes.
    return text === '' ? send(form) : replace(form)
  }
  return send(notice(turn.reader, contact === '' ? 'hrNobody' : 'hrContact', { contact }))
}

/** Shows what would be sent; nothing is stored yet. */
export function previewHelp(turn: Turn, input: { text: string }): Reply {
  const { name } = turn.ctx.caller
  return replace(helpPreviewCard(turn.reader, { id: randomUUID(), name, text: checkHelpText(input.text) }))
}

/** Stores the request first, then posts it; what failed stands in the card with a way to try again. */
export async function sendToHr(turn: Turn, input: z.infer<typeof sendHelpInput>): Promise<Reply> {
  const { ctx, leader, line } = turn
  const { hrConversation } = ctx.config
  if (hrConversation === '' || !leader.conversation) return writeToHr(turn, input)
  const { request, isToPost } = await sendHelp(ctx, input, turn.pressedId ?? null)
  if (!isToPost) return replace(helpStateCard(turn.reader, request))
  // The same bot at the same address as here, in HR's conversation.
  const { serviceUrl, botId } = leader.conversation
  const conversation = { conversationId: hrConversation, serviceUrl, botId }
  const posted = await line.post(
    conversation,
    helpDeskCard(readerFor(turn.reader, ctx.config), { ...request, delivery: 'sent' }),
  )
  const after = await noteHelpDelivery(ctx, request.id, {
    delivery: posted.status,
    hrCard: posted.status === 'sent' ? { id: posted.id, conversation } : null,
  })
  return replace(helpStateCard(turn.reader, after))
}

export async function helpStatus(turn: Turn, input: { requestId: string }): Promise<Reply> {
  return replace(helpStateCard(turn.reader, await showHelp(turn.ctx, input)))
}

export function leaveHr({ reader }: Turn): Reply {
  return replace(notice(reader, 'hrCancelled'))
}
