import type { Ctx } from '../context'
import { AppError } from '../errors'
import { ttlSeconds } from '../reflections/retention'
import { type HelpRequest, helpRequests } from '../store/containers'

export const helpGone = { key: 'hr.gone' }
const mostAttempts = 4

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
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const found = await ctx.store.get(helpRequests, ctx.caller.tenantId, id)
    if (!found) throw new AppError('not-found', 'No such request', { say: helpGone })
    const changes = change(found.document)
    if (!changes) return found.document
    const ttl = ttlSeconds(found.document.createdAt, ctx.config.retentionMonths, ctx.clock.now())
    const after: HelpRequest = { ...found.document, ...changes, ttl }
    if ((await ctx.store.replace(helpRequests, after, found.version)).status === 'replaced') return after
  }
  throw new AppError('conflict', 'The request kept changing under several writers')
}
