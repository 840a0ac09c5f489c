import { z } from 'zod'
import { requireHrDesk } from '../caller/access'
import { type Ctx, nowIso } from '../caller/context'
import { AppError } from '../errors'
import type { HrRequest } from '../records/hr-request'
import { answerStanding } from './answer-standing'
import { changeHrRequest } from './change-request'
import { checkRequestText, isRecent, requestIdInput, requestTextInput } from './send-request'

/** `answer`: which answer this is, counted from 0. A card that is behind cannot answer twice. */
const answerNumber = z.coerce.number().int().min(0).max(1000)
export const answerRequestInput = requestTextInput.extend({
  requestId: requestIdInput.shape.requestId,
  answer: answerNumber,
})
export const resendAnswerInput = requestIdInput.extend({ answer: answerNumber })

export interface RequestAnswer {
  readonly request: HrRequest
  /** Whether this caller is to bring the answer to the leader now. */
  readonly isToPost: boolean
}

/** HR takes a request. Who took it first keeps it. */
export function takeHrRequest(ctx: Ctx, conversationId: string, id: string): Promise<HrRequest> {
  requireHrDesk(ctx, conversationId)
  return changeHrRequest(ctx, id, (request) =>
    request.state === 'new' ? { state: 'taken', ...handledBy(ctx, request) } : undefined,
  )
}

export interface Closing {
  readonly request: HrRequest
  /** Whether this caller is to tell the leader now, who has no answer and would go on waiting for one. */
  readonly isToTell: boolean
}

/** HR closes a request. */
export async function closeHrRequest(ctx: Ctx, conversationId: string, id: string): Promise<Closing> {
  requireHrDesk(ctx, conversationId)
  let isToTell = false
  const request = await changeHrRequest(ctx, id, (standing) => {
    isToTell = standing.state !== 'closed' && answerStanding(standing) !== 'answered'
    return standing.state === 'closed' ? undefined : { state: 'closed', remindAt: null, ...handledBy(ctx, standing) }
  })
  return { request, isToTell }
}

/**
 * Stores HR's answer. The same press twice is one answer.
 * @throws AppError `invalid` for an empty or too long text, `conflict` when it is closed or somebody else has answered
 */
export async function answerHrRequest(
  ctx: Ctx,
  conversationId: string,
  input: z.infer<typeof answerRequestInput>,
): Promise<RequestAnswer> {
  requireHrDesk(ctx, conversationId)
  const text = checkRequestText(input.text)
  let isToPost = false
  const request = await changeHrRequest(ctx, input.requestId, (standing) => {
    isToPost = false
    const there = standing.answers[input.answer]
    if (there?.text === text) return undefined
    if (there || input.answer > standing.answers.length) throw refused('desk.answeredMeanwhile')
    if (standing.state === 'closed') throw refused('desk.isClosed')
    isToPost = true
    const { leaderId: byId, name: byName } = ctx.caller
    const answer = { at: nowIso(ctx), text, delivery: 'sending' as const, byId, byName }
    return { state: 'taken', answers: [...standing.answers, answer], ...handledBy(ctx, standing) }
  })
  return { request, isToPost }
}

/** Tries again with an answer that did not reach the leader. */
export async function resendAnswer(
  ctx: Ctx,
  conversationId: string,
  input: z.infer<typeof resendAnswerInput>,
): Promise<RequestAnswer> {
  requireHrDesk(ctx, conversationId)
  let isToPost = false
  const request = await changeHrRequest(ctx, input.requestId, ({ answers }) => {
    const answer = answers[input.answer]
    const isOnItsWay = answer?.delivery === 'sending' && isRecent(ctx, answer.at)
    isToPost = false
    if (!answer || answer.delivery === 'sent' || isOnItsWay) return undefined
    isToPost = true
    return { answers: answers.with(input.answer, { ...answer, at: nowIso(ctx), delivery: 'sending' as const }) }
  })
  return { request, isToPost }
}

/** How bringing the answer to the leader went. @param cardId the card in the leader's chat */
export function noteAnswerDelivery(
  ctx: Ctx,
  id: string,
  number: number,
  outcome: { delivery: HrRequest['delivery']; cardId?: string },
): Promise<HrRequest> {
  return changeHrRequest(ctx, id, ({ answers }) => {
    const answer = answers[number]
    if (!answer) return undefined
    const isThere = outcome.delivery === 'sent'
    return { answers: answers.with(number, { ...answer, ...outcome }), ...(isThere && { remindAt: null }) }
  })
}

function handledBy(ctx: Ctx, { handlerId }: HrRequest): Partial<HrRequest> {
  return handlerId === null ? { handlerId: ctx.caller.leaderId, handlerName: ctx.caller.name } : {}
}

function refused(key: string): AppError {
  return new AppError('conflict', `The request cannot be answered: ${key}`, { say: { key } })
}
