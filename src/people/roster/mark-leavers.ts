import type { z } from 'zod'
import { recordAudit } from '../../caller/audit'
import { type Ctx, nowIso } from '../../caller/context'
import { requireEveryUnit } from '../../caller/hr-right'
import { AppError } from '../../errors'
import { type Leader, leaders } from '../../records/leader'
import { everyDocument } from '../../store/every-document'
import { updateDocument } from '../../store/update-document'
import { faultyRoster, type rosterInput } from './import-roster'
import { readRoster } from './read-roster'

/**
 * Finds those whom Pejling knows and a roster does not name, and unless it is a dry run sends them no more prompts. Nothing of theirs is
 * erased: what they have written is theirs. Safe to repeat.
 * @returns those who were not known to be leaving
 * @throws AppError `invalid` for a faulty file
 */
export async function markLeavers(
  ctx: Ctx,
  { text, isDryRun }: z.infer<typeof rosterInput> & { readonly isDryRun: boolean },
): Promise<readonly Leader[]> {
  requireEveryUnit(ctx)
  const { lines, faults } = readRoster(text, ctx.knowledge.library)
  if (faults.length > 0) throw faultyRoster(faults)
  const named = new Set(lines.map(({ objectId }) => objectId))
  const known = await everyDocument(ctx.store, leaders, ctx.caller.tenantId)
  const missing = known.filter(
    ({ id, erasing, leavingSince, heldSince }) =>
      !named.has(id) && [erasing, leavingSince, heldSince].every((since) => since === undefined),
  )
  if (isDryRun || missing.length === 0) return missing
  const now = nowIso(ctx)
  for (const { id } of missing) await mark(ctx, id, now)
  await recordAudit(ctx, { id: `leavers:${now}`, what: 'leavers-marked', counts: { leavers: missing.length } })
  return missing
}

async function mark(ctx: Ctx, id: string, leavingSince: string): Promise<void> {
  const { status } = await updateDocument(ctx.store, leaders, ctx.caller.tenantId, id, (before) =>
    before && before.erasing === undefined ? { ...before, leavingSince, updatedAt: leavingSince } : 'keep',
  )
  if (status === 'conflict') throw new AppError('conflict', 'A leader record kept changing under several writers')
}
