import type { Ctx } from '../caller/context'
import { retained } from '../caller/retention'
import { AppError } from '../errors'
import { type HelpRequest, helpRequests } from '../records/help-request'
import { updateDocument } from '../store/update-document'

export const helpGone = { key: 'hr.gone' }

export async function findHelp(ctx: Ctx, id: string): Promise<HelpRequest | undefined> {
  return (await ctx.store.get(helpRequests, ctx.caller.tenantId, id))?.document
}

/**
 * Changes a request under several writers. Who may is the caller's to check: `change` sees the request and may throw.
 * @param change returns the changed fields, or undefined to leave it as it is
 * @throws AppError `not-found` when there is none, or its time is over
 */
export async function changeHelp(
  ctx: Ctx,
  id: string,
  change: (request: HelpRequest) => Partial<HelpRequest> | undefined,
): Promise<HelpRequest> {
  const outcome = await updateDocument(ctx.store, helpRequests, ctx.caller.tenantId, id, (before) => {
    const changes = before && change(before)
    return changes ? retained(ctx, { ...before, ...changes }) : 'keep'
  })
  if (outcome.status === 'absent') throw new AppError('not-found', 'No such request', { say: helpGone })
  if (outcome.status === 'conflict') throw new AppError('conflict', 'The request kept changing under several writers')
  return outcome.document
}
