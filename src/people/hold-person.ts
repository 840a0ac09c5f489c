import { recordAudit } from '../caller/audit'
import { type Ctx, nowIso } from '../caller/context'
import { AppError } from '../errors'
import { leaders } from '../records/leader'
import { everyDocument } from '../store/every-document'
import { holdRecords, releaseRecords } from './held-records'
import { findLeader, updateLeader } from './leader'

/**
 * Restricts what is done with the caller's data: they get no prompts, and nothing of theirs expires, is erased or rewritten, until they
 * are released. Safe to repeat, which also holds what has come since.
 * @returns how many records are held
 * @throws AppError `not-found` for somebody unknown; `conflict` for somebody who is being erased
 */
export async function holdPerson(ctx: Ctx, reason: string): Promise<number> {
  await known(ctx)
  let isNew = false
  const { heldSince = '' } = await updateLeader(ctx, (leader) => {
    if (leader.erasing !== undefined) throw new AppError('conflict', 'The person’s data are being erased.')
    isNew = leader.heldSince === undefined
    return isNew ? { heldSince: nowIso(ctx), holdUntold: 'held' } : undefined
  })
  const records = await holdRecords(ctx)
  // Done once more after it was broken off, it is noted once.
  await recordAudit(ctx, {
    id: `held:${heldSince}`,
    what: 'person-held',
    counts: { records },
    reason,
    isAboutCaller: true,
  })
  return records
}

/** Ends it; safe to repeat. @throws AppError `not-found` for somebody unknown, `conflict` for somebody who is not held */
export async function releasePerson(ctx: Ctx): Promise<number> {
  const { heldSince } = await known(ctx)
  if (heldSince === undefined) throw new AppError('conflict', 'The person’s data are not held.')
  const records = await releaseRecords(ctx, await listOthersHeld(ctx))
  await recordAudit(ctx, {
    id: `released:${heldSince}`,
    what: 'person-released',
    counts: { records },
    isAboutCaller: true,
  })
  await updateLeader(ctx, () => ({ heldSince: undefined, holdUntold: 'released' }))
  return records
}

/** What the caller is still to be told of their data being held: once, however many turns come at the same moment. */
export async function takeHoldUntold(ctx: Ctx): Promise<'held' | 'released' | undefined> {
  let untold: 'held' | 'released' | undefined
  await updateLeader(ctx, (leader) => {
    untold = leader.holdUntold
    return untold === undefined ? undefined : { holdUntold: undefined }
  })
  return untold
}

async function known(ctx: Ctx) {
  const leader = await findLeader(ctx)
  if (!leader) throw new AppError('not-found', 'Nobody with that object id is known.')
  return leader
}

async function listOthersHeld(ctx: Ctx): Promise<Ctx[]> {
  const all = await everyDocument(ctx.store, leaders, ctx.caller.tenantId)
  return all
    .filter(({ id, heldSince }) => heldSince !== undefined && id !== ctx.caller.leaderId)
    .map(({ id, name }) => ({ ...ctx, caller: { tenantId: ctx.caller.tenantId, leaderId: id, name } }))
}
