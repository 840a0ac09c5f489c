import { z } from 'zod'
import { requireSelf } from '../caller/access'
import { type Ctx, nowIso } from '../caller/context'
import { retained } from '../caller/retention'
import { AppError } from '../errors'
import { type HrRequest, hrRequests } from '../records/hr-request'
import { changeHrRequest, findHrRequest, requestGone } from './change-request'
import { reminderTime } from './reminder-time'

export const mostRequestCharacters = 2000
const requestId = z.uuid()

export const requestTextInput = z.object({ text: z.string().default('') })
export const requestIdInput = z.object({ requestId })
/** Without a text: one more attempt at a request that is stored. */
export const sendRequestInput = requestTextInput.extend({ requestId })

/** Another attempt is made no sooner: until then the first may still be on its way. */
const attemptMs = 60_000

/** @throws AppError `invalid` for an empty or too long text; says which */
export function checkRequestText(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') throw new AppError('invalid', 'The message is empty', { say: { key: 'hr.fault.empty' } })
  if (trimmed.length > mostRequestCharacters) {
    const say = { key: 'hr.fault.tooLong', params: { most: mostRequestCharacters } }
    throw new AppError('invalid', `The message is longer than ${mostRequestCharacters} characters`, { say })
  }
  return trimmed
}

/**
 * Stores the caller's request, or finds it stored, and tells whether to post it now: true for one caller at a time, and
 * never again once it has been posted.
 * @param cardId the card in the caller's chat that will show the state
 */
export async function sendHrRequest(
  ctx: Ctx,
  input: z.infer<typeof sendRequestInput>,
  cardId: string | null,
): Promise<{ request: HrRequest; isToPost: boolean }> {
  const now = nowIso(ctx)
  if (!(await findHrRequest(ctx, input.requestId))) {
    if (input.text === '') throw new AppError('not-found', 'No such request', { say: requestGone })
    const request: HrRequest = retained(ctx, {
      id: input.requestId,
      tenantId: ctx.caller.tenantId,
      leaderId: ctx.caller.leaderId,
      name: ctx.caller.name,
      text: checkRequestText(input.text),
      state: 'new',
      delivery: 'sending',
      sendingSince: now,
      hrCard: null,
      leaderCardId: cardId,
      answers: [],
      handlerId: null,
      handlerName: '',
      remindAt: reminderTime(ctx.clock.now(), ctx.config.hrReminderDays, ctx.config.timeZone),
      createdAt: now,
    })
    if ((await ctx.store.create(hrRequests, request)).status === 'created') return { request, isToPost: true }
  }
  let isToPost = false
  const request = await changeHrRequest(ctx, input.requestId, (standing) => {
    requireSelf(ctx, standing.leaderId, requestGone)
    const isOnItsWay = standing.delivery === 'sending' && isRecent(ctx, standing.sendingSince)
    isToPost = standing.delivery !== 'sent' && !isOnItsWay
    return isToPost
      ? { delivery: 'sending', sendingSince: now, leaderCardId: cardId ?? standing.leaderCardId }
      : undefined
  })
  return { request, isToPost }
}

/** How posting it to HR went. */
export function noteRequestDelivery(
  ctx: Ctx,
  id: string,
  outcome: Pick<HrRequest, 'delivery' | 'hrCard'>,
): Promise<HrRequest> {
  return changeHrRequest(ctx, id, () => outcome)
}

/** The caller's own request as it stands now. */
export async function showHrRequest(ctx: Ctx, input: z.infer<typeof requestIdInput>): Promise<HrRequest> {
  const request = await findHrRequest(ctx, input.requestId)
  if (!request) throw new AppError('not-found', 'No such request', { say: requestGone })
  requireSelf(ctx, request.leaderId, requestGone)
  return request
}

export function isRecent(ctx: Ctx, at: string): boolean {
  return ctx.clock.now() - Date.parse(at) < attemptMs
}
