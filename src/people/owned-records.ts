import { ownedCampaignRecords } from '../campaigns/erase-deliveries'
import type { Ctx } from '../context'
import { listHelp } from '../help/erase-help'
import { leaders, type Reflection, reflections, type Snooze, snoozes } from '../store/containers'
import { everyPage } from '../store/every-page'
import type { StoredDocument } from '../store/store'

/**
 * For every container, what of it is about the caller. A container without a rule is a fault that a test finds: nothing may
 * be stored about somebody that "mine data" does not show.
 */
export const ownedRecords: Readonly<Record<string, (ctx: Ctx) => Promise<readonly StoredDocument[]>>> = {
  async leaders(ctx) {
    const found = await ctx.store.get(leaders, ctx.caller.tenantId, ctx.caller.leaderId)
    return found ? [found.document] : []
  },
  reflections: listOwnReflections,
  async helpRequests(ctx) {
    // The way to HR's conversation is not about the leader.
    const own = (await listHelp(ctx, 'leaderId')).map(({ hrCard: _hr, ...request }) => request)
    // One of HR sees which requests carry their name, not what others wrote in them.
    const handled = (await listHelp(ctx, 'handlerId')).map(({ id, state, createdAt, handlerName }) => ({
      ...{ id, state, createdAt, handlerName },
    }))
    return [...own, ...handled.filter(({ id }) => !own.some((request) => request.id === id))]
  },
  async snoozes(ctx) {
    return listOwnSnoozes(ctx)
  },
  ...ownedCampaignRecords,
  /** Hold nothing about anybody. */
  channels: async () => [],
  sending: async () => [],
  audit: async () => [],
}

const page = 500

export async function listOwnReflections(ctx: Ctx): Promise<Reflection[]> {
  const found = await everyPage((cursor) => ctx.store.list(reflections, ctx.caller.leaderId, { limit: page, cursor }))
  return found.sort((a, b) => a.createdAt.localeCompare(b.createdAt))
}

export function listOwnSnoozes(ctx: Ctx): Promise<Snooze[]> {
  const where = [{ field: 'leaderId', is: '=', value: ctx.caller.leaderId }] as const
  return everyPage((cursor) => ctx.store.list(snoozes, ctx.caller.tenantId, { where, limit: page, cursor }))
}
