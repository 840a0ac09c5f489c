import { createHash, createHmac } from 'node:crypto'
import { audit } from '../records/audit'
import { type Ctx, nowIso } from './context'
import { ttlSeconds } from './retention'

/** What is done for HR: shown in HR's log. */
export const hrActs = [
  'campaign-created',
  'campaign-changed',
  'campaign-approved',
  'campaign-started',
  'campaign-paused',
  'campaign-resumed',
  'campaign-cancelled',
  'draft-deleted',
  'campaign-deleted',
  'deliveries-resent',
  'occasion-called-back',
  'roster-imported',
  'leavers-marked',
  'roster-undone',
  'right-given',
  'right-taken',
] as const
export type HrAct = (typeof hrActs)[number]

export interface AuditNote {
  /** Makes noting it twice safe; holds nothing of a person. */
  readonly id: string
  readonly what: HrAct | 'erased' | 'person-exported' | 'person-held' | 'person-released'
  /** To which campaign it was done. */
  readonly campaign?: { readonly id: string; readonly name: string }
  /** Whose right to plan it was about, by object id. */
  readonly about?: string
  /** How many of each; never of which leaders, never what stood there. */
  readonly counts: Readonly<Record<string, number>>
  readonly reason?: string
  /** Then the caller is named by nothing, and it is done again when an older store is put back. Only whoever has the key of this installation can tell whom it was about. */
  readonly isAboutCaller?: true
}

/** Notes that something was done, once for each id. Goes by the same retention as everything else. */
export async function recordAudit(ctx: Ctx, note: AuditNote): Promise<void> {
  const { id, what, counts, reason, isAboutCaller, campaign, about } = note
  const at = nowIso(ctx)
  const by = isAboutCaller ? ctx.caller.by : actorOf(ctx)
  const whom = isAboutCaller ? auditedAs(ctx, ctx.caller.leaderId) : undefined
  await ctx.store.create(audit, {
    id,
    tenantId: ctx.caller.tenantId,
    at,
    what,
    counts: { ...counts },
    ...(by !== undefined && { by }),
    ...(reason !== undefined && { reason }),
    ...(about !== undefined && { about }),
    ...(campaign && { campaignId: campaign.id, campaignName: campaign.name }),
    ...(whom !== undefined && { whom }),
    ttl: ttlSeconds(at, ctx.config.retentionMonths, ctx.clock.now()),
  })
}

/** What stands for a person in the audit; undefined where the installation has no key. */
export function auditedAs(
  { auditKey, config }: Pick<Ctx, 'auditKey' | 'config'>,
  leaderId: string,
): string | undefined {
  if (auditKey === undefined) return undefined
  const hash = createHmac('sha256', auditKey).update(`${config.tenantId}\n${leaderId}`).digest('hex')
  return `${keyOfHash(auditKey)}${hash}`
}

/** What a hash begins with: which key it was made with, so that a key that was lost is not taken for a person who is unknown. */
export function keyOfHash(auditKey: string): string {
  return `${createHash('sha256').update(auditKey).digest('hex').slice(0, 8)}:`
}

/** Which operator, as far as they say, or who of HR. */
function actorOf({ caller }: Ctx): string | undefined {
  return caller.by ?? (caller.isOperator ? undefined : caller.leaderId)
}
