import { audit } from '../records/audit'
import { type Ctx, nowIso } from './context'
import { ttlSeconds } from './retention'

export interface AuditNote {
  /** Makes noting it twice safe; holds nothing of a person. */
  readonly id: string
  readonly what:
    | 'erased'
    | 'campaign-created'
    | 'campaign-changed'
    | 'campaign-started'
    | 'campaign-paused'
    | 'campaign-resumed'
    | 'campaign-cancelled'
    | 'campaign-deleted'
    | 'deliveries-resent'
    | 'roster-imported'
    | 'leavers-marked'
    | 'person-exported'
  /** How many of each; never who, never what stood there. */
  readonly counts: Readonly<Record<string, number>>
  readonly reason?: string
}

/** Notes that something was done, once for each id. Goes by the same retention as everything else. */
export async function recordAudit(ctx: Ctx, { id, what, counts, reason }: AuditNote): Promise<void> {
  const at = nowIso(ctx)
  await ctx.store.create(audit, {
    id,
    tenantId: ctx.caller.tenantId,
    at,
    what,
    counts: { ...counts },
    ...(ctx.caller.by !== undefined && { by: ctx.caller.by }),
    ...(reason !== undefined && { reason }),
    ttl: ttlSeconds(at, ctx.config.retentionMonths, ctx.clock.now()),
  })
}
