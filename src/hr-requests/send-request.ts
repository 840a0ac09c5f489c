import { z } from 'zod'
import { requireSelf } from '../caller/access'
import { type Ctx, nowIso } from '../caller/context'
import { retained } from '../caller/retention'
import { AppError } from '../errors'
import { type HelpRequest, helpRequests } from '../records/help-request'
import { changeHelp, findHelp, helpGone } from './change-request'

export const mostHelpCharacters = 2000
const requestId = z.uuid()

export const helpTextInput = z.object({ text: z.string().default('') })
export const helpIdInput = z.object({ requestId })
/** Without a text: one more attempt at a request that is stored. */
export const sendHelpInput = helpTextInput.extend({ requestId })

/** Another attempt is made no sooner: until then the first may still be on its way. */
const attemptMs = 60_000

/** @throws AppError `invalid` for an empty or too long text; says which */
export function checkHelpText(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') throw new AppError('invalid', 'The message is empty', { say: { key: 'hr.fault.empty' } })
  if (trimmed.length > mostHelpCharacters) {
    const say = { key: 'hr.fault.tooLong', params: { most: mostHelpCharacters } }
    throw new AppError('invalid', `The message is longer than ${mostHelpCharacters} characters`, { say })
  }
  return trimmed
}

/**
 * Stores the caller's request, or finds it stored, and tells whether to post it now: true for one caller at a time, and
 * never again once it has been posted.
 * @param cardId the card in the caller's chat that will show the state
 */
export async function sendHelp(
  ctx: Ctx,
  input: z.infer<typeof sendHelpInput>,
  cardId: string | null,
): Promise<{ request: HelpRequest; isToPost: boolean }> {
  const now = nowIso(ctx)
  if (!(await findHelp(ctx, input.requestId))) {
    if (input.text === '') throw new AppError('not-found', 'No such request', { say: helpGone })
    const request: HelpRequest = retained(ctx, {
      id: input.requestId,
      tenantId: ctx.caller.tenantId,
      leaderId: ctx.caller.leaderId,
      name: ctx.caller.name,
      text: checkHelpText(input.text),
      state: 'new',
      delivery: 'sending',
      sendingSince: now,
      hrCard: null,
      leaderCardId: cardId,
      answers: [],
      handlerId: null,
      handlerName: '',
      createdAt: now,
    })
    if ((await ctx.store.create(helpRequests, request)).status === 'created') return { request, isToPost: true }
  }
  let isToPost = false
  const request = await changeHelp(ctx, input.requestId, (standing) => {
    requireSelf(ctx, standing.leaderId, helpGone)
    const isOnItsWay = standing.delivery === 'sending' && isRecent(ctx, standing.sendingSince)
    isToPost = standing.delivery !== 'sent' && !isOnItsWay
    return isToPost
      ? { delivery: 'sending', sendingSince: now, leaderCardId: cardId ?? standing.leaderCardId }
      : undefined
  })
  return { request, isToPost }
}

/** How posting it to HR went. */
export function noteHelpDelivery(
  ctx: Ctx,
  id: string,
  outcome: Pick<HelpRequest, 'delivery' | 'hrCard'>,
): Promise<HelpRequest> {
  return changeHelp(ctx, id, () => outcome)
}

/** The caller's own request as it stands now. */
export async function showHelp(ctx: Ctx, input: z.infer<typeof helpIdInput>): Promise<HelpRequest> {
  const request = await findHelp(ctx, input.requestId)
  if (!request) throw new AppError('not-found', 'No such request', { say: helpGone })
  requireSelf(ctx, request.leaderId, helpGone)
  return request
}

export function isRecent(ctx: Ctx, at: string): boolean {
  return ctx.clock.now() - Date.parse(at) < attemptMs
}
