import type { z } from 'zod'
import { readerFor } from '../../cards/kit/reader'
import { hrDeskCard } from '../../cards/leader/hr-desk-card'
import { hrAnswerCard, hrClosedCard, hrStateCard } from '../../cards/leader/hr-request-card'
import {
  answerHrRequest,
  type answerRequestInput,
  closeHrRequest,
  noteAnswerDelivery,
  type RequestAnswer,
  resendAnswer,
  type resendAnswerInput,
  takeHrRequest,
} from '../../hr-requests/answer-requests'
import { noteRequestDelivery } from '../../hr-requests/send-request'
import type { HrRequest } from '../../records/hr-request'
import { type Leader, leaders } from '../../records/leader'
import { type Reply, replace } from '../reply'
import type { Turn } from '../turn'

// Every verb here begins with requireHrDesk: HR's conversation only, HR's people only.

export async function takeRequest(turn: Turn, input: { requestId: string }): Promise<Reply> {
  return showBoth(turn, await takeHrRequest(turn.ctx, turn.conversationId, input.requestId))
}

export async function closeRequest(turn: Turn, input: { requestId: string }): Promise<Reply> {
  const { request, isToTell } = await closeHrRequest(turn.ctx, turn.conversationId, input.requestId)
  const leader = isToTell ? await asker(turn, request) : undefined
  // Nobody notices a card that changes further up in the chat, so a new one is posted.
  if (leader?.conversation)
    await turn.otherChats.post(leader.conversation, hrClosedCard(readerFor(turn.reader, leader), request))
  return showBoth(turn, request)
}

export async function answerRequest(turn: Turn, input: z.infer<typeof answerRequestInput>): Promise<Reply> {
  return bringAnswer(turn, await answerHrRequest(turn.ctx, turn.conversationId, input), input.answer)
}

export async function answerAgain(turn: Turn, input: z.infer<typeof resendAnswerInput>): Promise<Reply> {
  return bringAnswer(turn, await resendAnswer(turn.ctx, turn.conversationId, input), input.answer)
}

/** Puts the answer into the leader's own chat; whether it arrived stands in HR's card. */
async function bringAnswer(turn: Turn, { request, isToPost }: RequestAnswer, number: number): Promise<Reply> {
  if (!isToPost) return showBoth(turn, request)
  const leader = await asker(turn, request)
  const posted = leader?.conversation
    ? await turn.otherChats.post(leader.conversation, hrAnswerCard(readerFor(turn.reader, leader), request, number))
    : { status: 'failed' as const }
  const after = await noteAnswerDelivery(turn.ctx, request.id, number, {
    delivery: posted.status,
    ...(posted.status === 'sent' && { cardId: posted.id }),
  })
  return showBoth(turn, after)
}

/**
 * Brings both cards up to date: the leader's, and HR's for everybody in its conversation, since the answer to an invoke is seen only
 * by the person who pressed. Where that fails, the next press shows what is stored.
 */
async function showBoth(turn: Turn, found: HrRequest): Promise<Reply> {
  const leader = await asker(turn, found)
  const request = await arrived(turn, found, leader)
  if (request.hrCard)
    await turn.otherChats.replace(
      request.hrCard.conversation,
      request.hrCard.id,
      hrDeskCard(readerFor(turn.reader, turn.ctx.config), request),
    )
  if (leader?.conversation && request.leaderCardId !== null)
    await turn.otherChats.replace(
      leader.conversation,
      request.leaderCardId,
      hrStateCard(readerFor(turn.reader, leader), request),
    )
  return replace(hrDeskCard(readerFor(turn.reader, turn.ctx.config), request))
}

/** Where it was not known whether a request had arrived, a press in HR's conversation proves it, and tells where its card is. */
async function arrived(turn: Turn, request: HrRequest, leader: Leader | undefined): Promise<HrRequest> {
  if (request.hrCard || turn.pressedId === undefined || !leader?.conversation) return request
  const conversation = { ...leader.conversation, conversationId: turn.conversationId, userId: undefined }
  return noteRequestDelivery(turn.ctx, request.id, { delivery: 'sent', hrCard: { id: turn.pressedId, conversation } })
}

async function asker({ ctx }: Turn, { leaderId }: HrRequest): Promise<Leader | undefined> {
  return (await ctx.store.get(leaders, ctx.caller.tenantId, leaderId))?.document
}
