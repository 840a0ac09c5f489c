import { type Ctx, nowIso } from '../caller/context'
import { AppError } from '../errors'
import { type Leader, leaderSchema, leaders } from '../records/leader'
import { updateDocument } from '../store/update-document'

/** What is not yet stored: a leader as the program sees one it has never met. */
export function newLeader(ctx: Ctx): Leader {
  const now = nowIso(ctx)
  return leaderSchema.parse({
    id: ctx.caller.leaderId,
    tenantId: ctx.caller.tenantId,
    name: ctx.caller.name,
    locale: ctx.config.locale,
    timeZone: ctx.config.timeZone,
    createdAt: now,
    updatedAt: now,
  })
}

/** The caller's own record; undefined when nothing is stored of them. */
export async function findLeader(ctx: Ctx): Promise<Leader | undefined> {
  return (await ctx.store.get(leaders, ctx.caller.tenantId, ctx.caller.leaderId))?.document
}

/**
 * Changes the caller's own record, made if need be; two devices may write at once.
 * @param change returns the changed fields, or undefined to leave the record as it is
 */
export async function updateLeader(ctx: Ctx, change: (leader: Leader) => Partial<Leader> | undefined): Promise<Leader> {
  const outcome = await updateDocument(ctx.store, leaders, ctx.caller.tenantId, ctx.caller.leaderId, (found) => {
    const before = found ?? newLeader(ctx)
    const changes = change(before)
    return changes ? { ...before, ...changes, updatedAt: nowIso(ctx) } : 'keep'
  })
  if (outcome.status === 'conflict') {
    throw new AppError('conflict', 'The leader record kept changing under several writers')
  }
  return outcome.status === 'absent' ? newLeader(ctx) : outcome.document
}
