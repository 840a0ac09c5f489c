import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import { readerFor } from '../../cards/kit/reader'
import { hrDeskCard } from '../../cards/leader/hr-desk-card'
import { hrFormCard, hrPreviewCard, hrStateCard } from '../../cards/leader/hr-request-card'
import { AppError } from '../../errors'
import {
  checkRequestText,
  noteRequestDelivery,
  sendHrRequest,
  type sendRequestInput,
  showHrRequest,
} from '../../hr-requests/send-request'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'

/** The form, or whom to ask where HR has no conversation with the bot. */
export function writeToHr(turn: Turn, { text }: { text: string }): Reply {
  const { hrConversation, contact } = turn.ctx.config
  if (hrConversation !== '') {
    const form = hrFormCard(turn.reader, text)
    // With a text it is "edit" in the preview, and the form takes the place of the preview.
    return text === '' ? send(form) : replace(form, { holds: 'own' })
  }
  return send(notice(turn.reader, contact === '' ? 'hrNobody' : 'hrContact', { contact }))
}

/** Shows what would be sent; nothing is stored yet. */
export function previewRequest(turn: Turn, input: { text: string }): Reply {
  const { name } = turn.ctx.caller
  return replace(hrPreviewCard(turn.reader, { id: randomUUID(), name, text: checkRequestText(input.text) }))
}

/** Stores the request first, then posts it; what failed stands in the card with a way to try again. */
export async function sendToHr(turn: Turn, input: z.infer<typeof sendRequestInput>): Promise<Reply> {
  const { ctx, leader, otherChats } = turn
  const { hrConversation } = ctx.config
  // Of somebody whose record cannot be read it is not known where to post.
  if (!turn.isProfileRead) throw new AppError('unavailable', 'The profile was not read')
  if (hrConversation === '' || !leader.conversation) return writeToHr(turn, input)
  const { request, isToPost } = await sendHrRequest(ctx, input, turn.pressedId ?? null)
  if (!isToPost) return replace(hrStateCard(turn.reader, request))
  // The same bot at the same address as here, in HR's conversation.
  const { serviceUrl, botId } = leader.conversation
  const conversation = { conversationId: hrConversation, serviceUrl, botId }
  const posted = await otherChats.post(
    conversation,
    hrDeskCard(readerFor(turn.reader, ctx.config), { ...request, delivery: 'sent' }),
  )
  const after = await noteRequestDelivery(ctx, request.id, {
    delivery: posted.status,
    hrCard: posted.status === 'sent' ? { id: posted.id, conversation } : null,
  })
  return replace(hrStateCard(turn.reader, after))
}

export async function showRequestState(turn: Turn, input: { requestId: string }): Promise<Reply> {
  return replace(hrStateCard(turn.reader, await showHrRequest(turn.ctx, input)))
}

export function leaveHr({ reader }: Turn): Reply {
  return replace(notice(reader, 'hrCancelled'))
}
