import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { atOnce } from '../../async/at-once'
import { recordAudit } from '../../caller/audit'
import { type Ctx, nowIso } from '../../caller/context'
import { requireEveryUnit } from '../../caller/hr-right'
import { type Leader, leaders } from '../../records/leader'
import { awaitedLeaders, awaitedSchema, type RosterChange, type RosterDraft } from '../../records/roster'
import { updateDocument } from '../../store/update-document'
import { type draftIdInput, getPage, updateDraft } from './roster-draft'

const mostAtOnce = 40

/**
 * Puts back what an import has changed, where it still stands as the import left it: what leaders have chosen since, and what a later list
 * has said, stays. A long one is left half-way when the time is over, and `continueUndo` goes on.
 */
export async function undoRoster(
  ctx: Ctx,
  { draftId }: z.infer<typeof draftIdInput>,
  untilMs?: number,
): Promise<RosterDraft> {
  requireEveryUnit(ctx)
  const draft = await updateDraft(ctx, draftId, ({ state }) =>
    state === 'done' ? { state: 'undoing', pagesDone: 0 } : undefined,
  )
  return draft.state === 'undoing' ? continueUndo(ctx, draft, untilMs) : draft
}

export async function continueUndo(ctx: Ctx, begun: RosterDraft, untilMs?: number): Promise<RosterDraft> {
  let draft = begun
  while (draft.pagesDone < draft.pages) {
    if (untilMs !== undefined && ctx.clock.now() >= untilMs) return draft
    const number = draft.pagesDone
    // The newest first: of a record that was changed twice the oldest state is the one to come back.
    const changes = (await getPage(ctx, draft, number)).changes.toReversed()
    await atOnce(mostAtOnce, changes, (change) => takeBack(ctx, change))
    draft = await updateDraft(ctx, draft.id, ({ pagesDone }) =>
      pagesDone > number ? undefined : { pagesDone: number + 1 },
    )
  }
  let isFirst = false
  const undone = await updateDraft(ctx, draft.id, ({ state }) => {
    isFirst = state === 'undoing'
    return isFirst ? { state: 'undone' } : undefined
  })
  if (isFirst) await recordAudit(ctx, { id: `roster-undone:${draft.id}`, what: 'roster-undone', counts: {} })
  return undone
}

function takeBack(ctx: Ctx, change: RosterChange): Promise<void> {
  return change.container === 'leaders' ? takeBackLeader(ctx, change) : takeBackAwaited(ctx, change)
}

async function takeBackLeader(ctx: Ctx, { id, before, after }: RosterChange): Promise<void> {
  const { tenantId } = ctx.caller
  if (before === null) {
    const found = await ctx.store.get(leaders, tenantId, id)
    if (found && isUntouched(found.document)) await ctx.store.remove(leaders, tenantId, id)
    return
  }
  await updateDocument(ctx.store, leaders, tenantId, id, (leader) => {
    if (!leader || leader.erasing !== undefined || leader.heldSince !== undefined || !stands(leader, after))
      return 'keep'
    const told = 'role' in after ? { formerRole: undefined } : {}
    return { ...leader, ...cleared(after), ...before, ...told, updatedAt: nowIso(ctx) }
  })
}

async function takeBackAwaited(ctx: Ctx, { id, before, after }: RosterChange): Promise<void> {
  const { tenantId } = ctx.caller
  if (before === null) return ctx.store.remove(awaitedLeaders, tenantId, id)
  await updateDocument(ctx.store, awaitedLeaders, tenantId, id, (awaited) => {
    // It was taken off the list of those who are expected, as a whole.
    if (!awaited) return awaitedSchema.safeParse(before).data ?? 'keep'
    return stands(awaited, after) ? { ...awaited, ...before } : 'keep'
  })
}

/** Nobody has met the person whom the import made known: there is nothing of theirs in the record. */
function isUntouched({ conversation, welcomedAt, isProfileChosen, unreachable, heldSince, hrRight }: Leader): boolean {
  if (heldSince !== undefined || hrRight !== undefined) return false
  return conversation === null && welcomedAt === null && unreachable === null && isProfileChosen !== true
}

function stands(document: object, after: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(after).every(([field, value]) => isDeepStrictEqual(Reflect.get(document, field), value))
}

/** A field that was not there before is not there again. */
function cleared(after: Readonly<Record<string, unknown>>): Record<string, undefined> {
  return Object.fromEntries(Object.keys(after).map((field) => [field, undefined]))
}
