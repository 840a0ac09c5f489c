import type { Ctx } from '../context'
import { type HelpRequest, helpRequests } from '../store/containers'
import { everyPage } from '../store/every-page'
import { changeHelp } from './change-help'

const page = 200

/** The caller's own requests, or those the caller handled for HR. */
export async function listHelp(ctx: Ctx, field: 'leaderId' | 'handlerId'): Promise<HelpRequest[]> {
  const where = [{ field, is: '=', value: ctx.caller.leaderId }] as const
  return everyPage((cursor) => ctx.store.list(helpRequests, ctx.caller.tenantId, { where, limit: page, cursor }))
}

/**
 * Removes the caller's own requests, and the caller's name from those they handled for others.
 * @param beforeRemoval empties HR's card, which shows name and text
 */
export async function eraseHelp(ctx: Ctx, beforeRemoval: (request: HelpRequest) => Promise<void>): Promise<number> {
  const own = await listHelp(ctx, 'leaderId')
  for (const request of own) {
    await beforeRemoval(request)
    await ctx.store.remove(helpRequests, ctx.caller.tenantId, request.id)
  }
  for (const { id } of await listHelp(ctx, 'handlerId')) {
    await changeHelp(ctx, id, () => ({ handlerId: null, handlerName: '' }))
  }
  return own.length
}
