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

/** The requests that the caller handled for HR, or answered where somebody else had taken them. */
export async function listHandledRequests(ctx: Ctx): Promise<HrRequest[]> {
  const { leaderId, tenantId } = ctx.caller
  const all = await everyDocument(ctx.store, hrRequests, tenantId)
  return all.filter(({ handlerId, answers }) => handlerId === leaderId || answers.some(({ byId }) => byId === leaderId))
}

/** Removes the caller's own requests, and the caller's name from those they handled for others. @returns how many were their own */
export async function eraseHrRequests(ctx: Ctx): Promise<number> {
  const own = await listOwnRequests(ctx)
  for (const { id } of own) await ctx.store.remove(hrRequests, ctx.caller.tenantId, id)
  for (const { id } of await listHandledRequests(ctx)) {
    await changeHrRequest(ctx, id, ({ handlerId, answers }) => ({
      ...(handlerId === ctx.caller.leaderId && { handlerId: null, handlerName: '' }),
      answers: answers.map((answer) =>
        answer.byId === ctx.caller.leaderId ? { ...answer, byId: undefined, byName: undefined } : answer,
      ),
    }))
  }
  return own.length
}
