import { AppError } from '../errors'
import { threadless } from '../records/conversation'
import type { Ctx } from './context'
import { hrRightOf } from './hr-right'

/** First line of a verb about one person's own things. AppError `not-found`: whose it is, is not told either. */
export function requireSelf(ctx: Ctx, leaderId: string, say: AppError['say']): void {
  if (leaderId !== ctx.caller.leaderId) throw new AppError('not-found', 'It belongs to somebody else', { say })
}

/** Whether the caller plans campaigns, for whomever it is. */
export function isHr(ctx: Ctx): boolean {
  return hrRightOf(ctx).kind !== 'none'
}

/** First line of a verb for those who plan campaigns. For whom they may, is checked where it is known who is meant. */
export function requireHr(ctx: Ctx): void {
  if (isHr(ctx)) return
  const say = { key: 'error.notHr', params: { id: ctx.caller.leaderId } }
  throw new AppError('forbidden', 'Only HR plans campaigns', { say })
}

/**
 * First line of a verb for those who answer leaders: in HR's own conversation only and, where the configuration names
 * people of HR, by somebody with a right only. A reply in a channel carries the thread after the conversation's own id.
 */
export function requireHrDesk(ctx: Ctx, conversationId: string): void {
  const { hrConversation, hrIds } = ctx.config
  const isThere = hrConversation !== '' && threadless(conversationId) === hrConversation
  const isOne = hrIds.length === 0 || isHr(ctx)
  if (!isThere || !isOne) throw new AppError('forbidden', 'Only HR answers requests, in its own conversation')
}
