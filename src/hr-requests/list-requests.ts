import { isHr, requireHr, requireHrDesk } from '../caller/access'
import type { Ctx } from '../caller/context'
import { hrRightOf, reachesUnit } from '../caller/hr-right'
import { type HrRequest, hrRequests } from '../records/hr-request'
import { leaders } from '../records/leader'
import { asStored } from '../store/as-stored'
import { everyDocument } from '../store/every-document'

/** Where somebody asks. */
export interface DeskPlace {
  readonly conversationId: string
  readonly isPersonal: boolean
}

/**
 * What leaders have written to HR and what is not closed yet, the oldest first: in HR's own conversation, and to one of HR in their
 * own chat. To who plans for some units, what leaders of these have written.
 * @throws AppError `forbidden`
 */
export async function listOpenRequests(ctx: Ctx, { conversationId, isPersonal }: DeskPlace): Promise<HrRequest[]> {
  if (isPersonal) requireHr(ctx)
  else requireHrDesk(ctx, conversationId)
  const orderBy = { field: 'createdAt' } as const
  const all = await everyDocument(ctx.store, hrRequests, ctx.caller.tenantId, { orderBy })
  // What did not get through to HR is still with the leader, who knows.
  const open = all.filter(({ state, delivery }) => state !== 'closed' && delivery !== 'failed')
  if (!isPersonal || !isHr(ctx) || hrRightOf(ctx).kind === 'everything') return open
  const within: HrRequest[] = []
  for (const request of open) if (await isWithin(ctx, request)) within.push(request)
  return within
}

async function isWithin(ctx: Ctx, { leaderId }: HrRequest): Promise<boolean> {
  const found = await ctx.store.get(asStored(leaders), ctx.caller.tenantId, leaderId)
  const unit = found?.document.unit
  return reachesUnit(hrRightOf(ctx), typeof unit === 'string' ? unit : null)
}
