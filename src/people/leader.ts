import { type Ctx, nowIso } from '../context'
import { AppError } from '../errors'
import { type Leader, leaderSchema, leaders } from '../store/containers'

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

/** Two devices may write at once; who comes second reads again and writes on top. */
const mostAttempts = 4

/**
 * Changes the caller's own record, made if need be.
 * @param change returns the changed fields, or undefined to leave the record as it is
 */
export async function updateLeader(ctx: Ctx, change: (leader: Leader) => Partial<Leader> | undefined): Promise<Leader> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const found = await ctx.store.get(leaders, ctx.caller.tenantId, ctx.caller.leaderId)
    const before = found?.document ?? newLeader(ctx)
    const changes = change(before)
    if (!changes) return before
    const after: Leader = { ...before, ...changes, updatedAt: nowIso(ctx) }
    const outcome = found
      ? await ctx.store.replace(leaders, after, found.version)
      : await ctx.store.create(leaders, after)
    if (outcome.status === 'replaced' || outcome.status === 'created') return after
  }
  throw new AppError('conflict', 'The leader record kept changing under several writers')
}
