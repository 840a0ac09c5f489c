import type { z } from 'zod'
import { requireHr, requireHrDesk } from '../../caller/access'
import { requestsCard } from '../../cards/hr/requests-card'
import { notice } from '../../cards/kit/notice-card'
import { readerFor } from '../../cards/kit/reader'
import { hrDeskCard } from '../../cards/leader/hr-desk-card'
import { AppError } from '../../errors'
import { findHrRequest, requestGone } from '../../hr-requests/change-request'
import { listOpenRequests } from '../../hr-requests/list-requests'
import { noteRequestDelivery, type requestIdInput } from '../../hr-requests/send-request'
import { channels } from '../../records/channel'
import { threadless } from '../../records/conversation'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import type { pageInput } from './follow-campaign'

const pageSize = 8

/** What waits for HR: in HR's own conversation, where it can be opened, and without the words in the chat of one of HR. */
export async function showRequests(turn: Turn, input: z.infer<typeof pageInput>): Promise<Reply> {
  const { ctx, reader, conversationId, isPersonal } = turn
  const { hrConversation } = ctx.config
  const isAtDesk = hrConversation !== '' && threadless(conversationId) === hrConversation
  if (!isAtDesk && !isPersonal) return send(notice(reader, 'privateHr'))
  if (isPersonal) requireHr(ctx)
  if (hrConversation === '') return send(notice(reader, 'deskNowhere'))
  const all = await listOpenRequests(ctx, { conversationId, isPersonal })
  const pages = Math.max(1, Math.ceil(all.length / pageSize))
  const page = Math.min(input.page ?? 0, pages - 1)
  const requests = all.slice(page * pageSize, (page + 1) * pageSize)
  const reading = isAtDesk ? readerFor(reader, ctx.config) : reader
  const place = isAtDesk ? undefined : (await ctx.store.get(channels, ctx.config.tenantId, hrConversation))?.document
  const card = requestsCard({ ...reading, requests, page, pages, isAtDesk, place })
  return input.page === undefined ? send(card) : replace(card)
}

/** Brings a message up again at the end of HR's conversation. There is one card of it: the one before says that it has moved. */
export async function bringUpRequest(turn: Turn, { requestId }: z.infer<typeof requestIdInput>): Promise<Reply> {
  const { ctx, reader, leader, conversationId, otherChats } = turn
  requireHrDesk(ctx, conversationId)
  const request = await findHrRequest(ctx, requestId)
  if (!request) throw new AppError('not-found', 'No such request', { say: requestGone })
  const way = request.hrCard?.conversation ?? leader.conversation
  if (!way) throw new AppError('unavailable', 'It is not known how to write to HR’s conversation')
  const conversation = { ...way, conversationId: ctx.config.hrConversation, userId: undefined }
  const desk = readerFor(reader, ctx.config)
  const posted = await otherChats.post(conversation, hrDeskCard(desk, request))
  if (posted.status !== 'sent') throw new AppError('unavailable', 'The card could not be posted')
  await noteRequestDelivery(ctx, requestId, { delivery: 'sent', hrCard: { id: posted.id, conversation } })
  if (request.hrCard) {
    await otherChats.replace(request.hrCard.conversation, request.hrCard.id, notice(desk, 'deskMoved'))
  }
  return showRequests(turn, { page: 0 })
}
