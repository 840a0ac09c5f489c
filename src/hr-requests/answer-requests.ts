import { z } from 'zod'
import { requireHelpDesk } from '../caller/access'
import { type Ctx, nowIso } from '../caller/context'
import { AppError } from '../errors'
import type { HelpRequest } from '../records/help-request'
import { answerStanding } from './answer-standing'
import { changeHelp } from './change-request'
import { checkHelpText, helpIdInput, helpTextInput, isRecent } from './send-request'

/** `answer`: which answer this is, counted from 0. A card that is behind cannot answer twice. */
const answerNumber = z.coerce.number().int().min(0).max(1000)
export const answerHelpInput = helpTextInput.extend({ requestId: helpIdInput.shape.requestId, answer: answerNumber })
export const resendHelpInput = helpIdInput.extend({ answer: answerNumber })

export interface RequestAnswer {
  readonly request: HelpRequest
  /** Whether this caller is to bring the answer to the leader now. */
  readonly isToPost: boolean
}

/** HR takes a request. Who took it first keeps it. */
export function takeHelp(ctx: Ctx, conversationId: string, id: string): Promise<HelpRequest> {
  requireHelpDesk(ctx, conversationId)
  return changeHelp(ctx, id, (request) =>
    request.state === 'new' ? { state: 'taken', ...handledBy(ctx, request) } : undefined,
  )
}

export interface Closing {
  readonly request: HelpRequest
  /** Whether this caller is to tell the leader now, who has no answer and would go on waiting for one. */
  readonly isToTell: boolean
}

/** HR closes a request. */
export async function closeHelp(ctx: Ctx, conversationId: string, id: string): Promise<Closing> {
  requireHelpDesk(ctx, conversationId)
  let isToTell = false
  const request = await changeHelp(ctx, id, (standing) => {
    isToTell = standing.state !== 'closed' && answerStanding(standing) !== 'answered'
    return standing.state === 'closed' ? undefined : { state: 'closed', ...handledBy(ctx, standing) }
  })
  return { request, isToTell }
}

/**
 * Stores HR's answer. The same press twice is one answer.
 * @throws AppError `invalid` for an empty or too long text, `conflict` when it is closed or somebody else has answered
 */
export async function answerHelp(
  ctx: Ctx,
  conversationId: string,
  input: z.infer<typeof answerHelpInput>,
): Promise<RequestAnswer> {
  requireHelpDesk(ctx, conversationId)
  const text = checkHelpText(input.text)
  let isToPost = false
  const request = await changeHelp(ctx, input.requestId, (standing) => {
    isToPost = false
    const there = standing.answers[input.answer]
    if (there?.text === text) return undefined
    if (there || input.answer > standing.answers.length) throw refused('desk.answeredMeanwhile')
    if (standing.state === 'closed') throw refused('desk.isClosed')
    isToPost = true
    const answer = { at: nowIso(ctx), text, delivery: 'sending' as const }
    return { state: 'taken', answers: [...standing.answers, answer], ...handledBy(ctx, standing) }
  })
  return { request, isToPost }
}

/** Tries again with an answer that did not reach the leader. */
export async function resendAnswer(
  ctx: Ctx,
  conversationId: string,
  input: z.infer<typeof resendHelpInput>,
): Promise<RequestAnswer> {
  requireHelpDesk(ctx, conversationId)
  let isToPost = false
  const request = await changeHelp(ctx, input.requestId, ({ answers }) => {
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
  outcome: { delivery: HelpRequest['delivery']; cardId?: string },
): Promise<HelpRequest> {
  return changeHelp(ctx, id, ({ answers }) => {
    const answer = answers[number]
    return answer && { answers: answers.with(number, { ...answer, ...outcome }) }
  })
}

function handledBy(ctx: Ctx, { handlerId }: HelpRequest): Partial<HelpRequest> {
  return handlerId === null ? { handlerId: ctx.caller.leaderId, handlerName: ctx.caller.name } : {}
}

function refused(key: string): AppError {
  return new AppError('conflict', `The request cannot be answered: ${key}`, { say: { key } })
}
