import type { z } from 'zod'
import { readerFor } from '../../cards/kit/reader'
import { helpAnswerCard, helpClosedCard, helpStateCard } from '../../cards/leader/help-card'
import { helpDeskCard } from '../../cards/leader/help-desk-card'
import {
  answerHelp,
  type answerHelpInput,
  closeHelp,
  noteAnswerDelivery,
  type RequestAnswer,
  resendAnswer,
  type resendHelpInput,
  takeHelp,
} from '../../hr-requests/answer-requests'
import { noteHelpDelivery } from '../../hr-requests/send-request'
import type { HelpRequest } from '../../records/help-request'
import { type Leader, leaders } from '../../records/leader'
import { type Reply, replace } from '../reply'
import type { Turn } from '../turn'

// Every verb here begins with requireHelpDesk: HR's conversation only, HR's people only.

export async function takeRequest(turn: Turn, input: { requestId: string }): Promise<Reply> {
  return showBoth(turn, await takeHelp(turn.ctx, turn.conversationId, input.requestId))
}

export async function closeRequest(turn: Turn, input: { requestId: string }): Promise<Reply> {
  const { request, isToTell } = await closeHelp(turn.ctx, turn.conversationId, input.requestId)
  const leader = isToTell ? await asker(turn, request) : undefined
  // A card that changes further up in the chat is noticed by nobody.
  if (leader?.conversation)
    await turn.line.post(leader.conversation, helpClosedCard(readerFor(turn.reader, leader), request))
  return showBoth(turn, request)
}

export async function answerRequest(turn: Turn, input: z.infer<typeof answerHelpInput>): Promise<Reply> {
  return bringAnswer(turn, await answerHelp(turn.ctx, turn.conversationId, input), input.answer)
}

export async function answerAgain(turn: Turn, input: z.infer<typeof resendHelpInput>): Promise<Reply> {
  return bringAnswer(turn, await resendAnswer(turn.ctx, turn.conversationId, input), input.answer)
}

/** Puts the answer into the leader's own chat; whether it arrived stands in HR's card. */
async function bringAnswer(turn: Turn, { request, isToPost }: RequestAnswer, number: number): Promise<Reply> {
  if (!isToPost) return showBoth(turn, request)
  const leader = await asker(turn, request)
  const posted = leader?.conversation
    ? await turn.line.post(leader.conversation, helpAnswerCard(readerFor(turn.reader, leader), request, number))
    : { status: 'failed' as const }
  const after = await noteAnswerDelivery(turn.ctx, request.id, number, {
    delivery: posted.status,
    ...(posted.status === 'sent' && { cardId: posted.id }),
  })
  return showBoth(turn, after)
}

/**
 * Brings both cards up to date: HR's for everybody there, since an invoke's answer is seen by who pressed only, and the
 * leader's. Where that fails, what is stored stands, and the next press shows it.
 */
async function showBoth(turn: Turn, found: HelpRequest): Promise<Reply> {
  const leader = await asker(turn, found)
  const request = await arrived(turn, found, leader)
  if (request.hrCard)
    await turn.line.replace(
      request.hrCard.conversation,
      request.hrCard.id,
      helpDeskCard(readerFor(turn.reader, turn.ctx.config), request),
    )
  if (leader?.conversation && request.leaderCardId !== null)
    await turn.line.replace(
      leader.conversation,
      request.leaderCardId,
      helpStateCard(readerFor(turn.reader, leader), request),
    )
  return replace(helpDeskCard(readerFor(turn.reader, turn.ctx.config), request))
}

/** A press in HR's conversation proves that a request arrived of which that was not known, and tells where its card is. */
async function arrived(turn: Turn, request: HelpRequest, leader: Leader | undefined): Promise<HelpRequest> {
  if (request.hrCard || turn.pressedId === undefined || !leader?.conversation) return request
  const conversation = { ...leader.conversation, conversationId: turn.conversationId, userId: undefined }
  return noteHelpDelivery(turn.ctx, request.id, { delivery: 'sent', hrCard: { id: turn.pressedId, conversation } })
}

async function asker({ ctx }: Turn, { leaderId }: HelpRequest): Promise<Leader | undefined> {
  return (await ctx.store.get(leaders, ctx.caller.tenantId, leaderId))?.document
}
