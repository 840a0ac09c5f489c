import type { Ctx } from '../caller/context'
import { retained } from '../caller/retention'
import { AppError } from '../errors'
import { type HrRequest, hrRequests } from '../records/hr-request'
import { updateDocument } from '../store/update-document'

export const requestGone = { key: 'hr.gone' }

export async function findHrRequest(ctx: Ctx, id: string): Promise<HrRequest | undefined> {
  return (await ctx.store.get(hrRequests, ctx.caller.tenantId, id))?.document
}

/**
 * Changes a request under several writers. Who may is the caller's to check: `change` sees the request and may throw.
 * @param change returns the changed fields, or undefined to leave it as it is
 * @throws AppError `not-found` when there is none, or its time is over
 */
export async function changeHrRequest(
  ctx: Ctx,
  id: string,
  change: (request: HrRequest) => Partial<HrRequest> | undefined,
): Promise<HrRequest> {
  const outcome = await updateDocument(ctx.store, hrRequests, ctx.caller.tenantId, id, (before) => {
    const changes = before && change(before)
    return changes ? retained(ctx, { ...before, ...changes }) : 'keep'
  })
  if (outcome.status === 'absent') throw new AppError('not-found', 'No such request', { say: requestGone })
  if (outcome.status === 'conflict') throw new AppError('conflict', 'The request kept changing under several writers')
  return outcome.document
}
