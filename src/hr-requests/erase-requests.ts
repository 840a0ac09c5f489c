import type { Ctx } from '../caller/context'
import { type HrRequest, hrRequests } from '../records/hr-request'
import { type AsStored, asStored } from '../store/as-stored'
import { everyDocument } from '../store/every-document'
import { changeHrRequest } from './change-request'

/** The caller's own requests, those too that this version cannot read. */
export function listOwnRequests(ctx: Ctx): Promise<AsStored[]> {
  const where = [{ field: 'leaderId', is: '=', value: ctx.caller.leaderId }] as const
  const all = asStored(hrRequests)
  return everyDocument(ctx.store, all, ctx.caller.tenantId, { where })
}

/** The requests that the caller handled for HR. */
export function listHandledRequests(ctx: Ctx): Promise<HrRequest[]> {
  const where = [{ field: 'handlerId', is: '=', value: ctx.caller.leaderId }] as const
  return everyDocument(ctx.store, hrRequests, ctx.caller.tenantId, { where })
}

/** Removes the caller's own requests, and the caller's name from those they handled for others. @returns how many were their own */
export async function eraseHrRequests(ctx: Ctx): Promise<number> {
  const own = await listOwnRequests(ctx)
  for (const { id } of own) await ctx.store.remove(hrRequests, ctx.caller.tenantId, id)
  for (const { id } of await listHandledRequests(ctx)) {
    await changeHrRequest(ctx, id, () => ({ handlerId: null, handlerName: '' }))
  }
  return own.length
}
