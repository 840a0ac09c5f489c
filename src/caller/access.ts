import { AppError } from '../errors'
import { threadless } from '../records/conversation'
import type { Ctx } from './context'

/** First line of a verb about one person's own things. AppError `not-found`: whose it is, is not told either. */
export function requireSelf(ctx: Ctx, leaderId: string, say: AppError['say']): void {
  if (leaderId !== ctx.caller.leaderId) throw new AppError('not-found', 'It belongs to somebody else', { say })
}

/** Whether the caller plans campaigns: HR's people, by object id, and the operator at the server. */
export function isHr({ caller, config }: Ctx): boolean {
  return caller.isOperator === true || config.hrIds.includes(caller.leaderId)
}

/** First line of a verb for those who plan campaigns. */
export function requireHr(ctx: Ctx): void {
  if (!isHr(ctx)) throw new AppError('forbidden', 'Only HR plans campaigns', { say: { key: 'error.notHr' } })
}

/**
 * First line of a verb for those who answer leaders: in HR's own conversation only and, where HR's people are named in the
 * configuration, by one of them only. A reply in a channel carries the thread after the conversation's own id.
 */
export function requireHrDesk(ctx: Ctx, conversationId: string): void {
  const { hrConversation, hrIds } = ctx.config
  const isThere = hrConversation !== '' && threadless(conversationId) === hrConversation
  const isOne = hrIds.length === 0 || hrIds.includes(ctx.caller.leaderId)
  if (!isThere || !isOne) throw new AppError('forbidden', 'Only HR answers requests, in its own conversation')
}
