import type { Ctx } from '../caller/context'
import { type HelpRequest, helpRequests } from '../records/help-request'
import { type AsStored, asStored } from '../store/as-stored'
import { everyDocument } from '../store/every-document'
import { changeHelp } from './change-request'

/** The caller's own requests, those too that this version cannot read. */
export function listOwnHelp(ctx: Ctx): Promise<AsStored[]> {
  const where = [{ field: 'leaderId', is: '=', value: ctx.caller.leaderId }] as const
  const all = asStored(helpRequests)
  return everyDocument(ctx.store, all, ctx.caller.tenantId, { where })
}

/** The requests that the caller handled for HR. */
export function listHandledHelp(ctx: Ctx): Promise<HelpRequest[]> {
  const where = [{ field: 'handlerId', is: '=', value: ctx.caller.leaderId }] as const
  return everyDocument(ctx.store, helpRequests, ctx.caller.tenantId, { where })
}

/** Removes the caller's own requests, and the caller's name from those they handled for others. @returns how many were their own */
export async function eraseHelp(ctx: Ctx): Promise<number> {
  const own = await listOwnHelp(ctx)
  for (const { id } of own) await ctx.store.remove(helpRequests, ctx.caller.tenantId, id)
  for (const { id } of await listHandledHelp(ctx)) {
    await changeHelp(ctx, id, () => ({ handlerId: null, handlerName: '' }))
  }
  return own.length
}
