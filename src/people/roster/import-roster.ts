import { z } from 'zod'
import { atOnce } from '../../async/at-once'
import { recordAudit } from '../../caller/audit'
import { type Ctx, nowIso } from '../../caller/context'
import { requireEveryUnit } from '../../caller/hr-right'
import { retainedDays } from '../../caller/retention'
import { AppError } from '../../errors'
import { leaders } from '../../records/leader'
import {
  awaitedLeaders,
  type RosterChange,
  type RosterDraft,
  type RosterPage,
  rosterCounts,
  rosterPages,
} from '../../records/roster'
import { updateDocument } from '../../store/update-document'
import { keepRow } from './keep-row'
import { type KnownPeople, knownPeople, targetOf } from './known-people'
import { leavingPeople } from './leaving-people'
import { draftDays } from './propose-roster'
import { draftIdInput, everyPage, getPage, toldLeader, updateDraft } from './roster-draft'

export const importInput = draftIdInput.extend({
  /** Whether those whom the list does not name get no more prompts; nothing of theirs is erased. */
  leaving: z.enum(['yes', 'no']).default('no'),
})

/** So many records are written at a time, which the stores write together. */
const mostAtOnce = 40

/**
 * Lets a list count: keeps what it says of everybody in it. A long one is left half-way when the time is over, and `continueRoster` goes
 * on; nothing is done twice. @param untilMs by the clock; absent: until all is done
 */
export async function importRoster(
  ctx: Ctx,
  { draftId, leaving }: z.infer<typeof importInput>,
  untilMs?: number,
): Promise<RosterDraft> {
  requireEveryUnit(ctx)
  const draft = await updateDraft(ctx, draftId, ({ state }) =>
    state === 'proposed' ? { state: 'importing', isLeaving: leaving === 'yes', pagesDone: 0 } : undefined,
  )
  if (draft.state === 'dropped' || draft.state === 'undone') {
    throw new AppError('conflict', 'The roster was dropped', { say: { key: 'roster.dropped' } })
  }
  return draft.state === 'importing' ? continueImport(ctx, draft, untilMs) : draft
}

/** Goes on with an import that was begun. For whoever may import, and for the server itself. */
export async function continueImport(ctx: Ctx, begun: RosterDraft, untilMs?: number): Promise<RosterDraft> {
  let draft = begun
  const known = await knownPeople(ctx)
  while (draft.pagesDone < draft.pages) {
    if (untilMs !== undefined && ctx.clock.now() >= untilMs) return draft
    draft = await importPage(ctx, draft, draft.pagesDone, known)
  }
  const leaving = draft.isLeaving ? await markLeaving(ctx, draft, known) : 0
  let isFirst = false
  const done = await updateDraft(ctx, draft.id, ({ state, counts = {} }) => {
    isFirst = state === 'importing'
    return isFirst ? { state: 'done', counts: { ...noCounts, ...counts, leaving } } : undefined
  })
  const counts = { ...noCounts, ...done.counts }
  if (isFirst) {
    await recordAudit(ctx, { id: `roster:${draft.id}`, what: 'roster-imported', counts })
    if (leaving > 0)
      await recordAudit(ctx, { id: `leavers:${draft.id}`, what: 'leavers-marked', counts: { leavers: leaving } })
  }
  return done
}

const noCounts = Object.fromEntries(rosterCounts.map((name) => [name, 0])) as Record<
  (typeof rosterCounts)[number],
  number
>

async function importPage(ctx: Ctx, draft: RosterDraft, number: number, known: KnownPeople): Promise<RosterDraft> {
  const page = await getPage(ctx, draft, number)
  const told = new Set(draft.columns)
  const counts = { created: 0, changed: 0, unchanged: 0, kept: 0 }
  const changes: RosterChange[] = []
  const kept = await atOnce(mostAtOnce, page.lines, (line) =>
    keepRow(ctx, targetOf(line, known), toldLeader(ctx, draft, line), told),
  )
  for (const { what, isKept, change } of kept) {
    counts[what]++
    if (isKept) counts.kept++
    if (change) changes.push(change)
  }
  await noteChanges(ctx, page, changes)
  return updateDraft(ctx, draft.id, (before) =>
    before.pagesDone > number
      ? undefined
      : {
          pagesDone: number + 1,
          counts: Object.fromEntries(
            rosterCounts.map((name) => [name, (before.counts?.[name] ?? 0) + (name === 'leaving' ? 0 : counts[name])]),
          ) as Record<(typeof rosterCounts)[number], number>,
        },
  )
}

/** What was changed by an attempt that did not come to its end stays noted, too. */
async function noteChanges(ctx: Ctx, { tenantId, id }: RosterPage, changes: readonly RosterChange[]): Promise<void> {
  if (changes.length === 0) return
  await updateDocument(ctx.store, rosterPages, tenantId, id, (page) =>
    page ? retainedDays(ctx, { ...page, changes: [...page.changes, ...changes] }, draftDays) : 'keep',
  )
}

/** Whoever is leaving gets no more prompts; whoever was never met is no longer expected. */
async function markLeaving(ctx: Ctx, draft: RosterDraft, known: KnownPeople): Promise<number> {
  const { tenantId } = ctx.caller
  const pages = await everyPage(ctx, draft)
  const [last] = pages.slice(-1)
  const leavingSince = nowIso(ctx)
  const changes: RosterChange[] = []
  for (const { kind, id } of leavingPeople(pages, known)) {
    if (kind === 'awaited') {
      const before = known.awaited.get(id)
      await ctx.store.remove(awaitedLeaders, tenantId, id)
      if (before) changes.push({ container: 'awaitedLeaders', id, before: { ...before }, after: {} })
      continue
    }
    const { status } = await updateDocument(ctx.store, leaders, tenantId, id, (before) =>
      before && before.erasing === undefined && before.heldSince === undefined
        ? { ...before, leavingSince, updatedAt: leavingSince }
        : 'keep',
    )
    if (status === 'conflict') throw new AppError('conflict', 'A leader record kept changing under several writers')
    if (status === 'written') {
      changes.push({ container: 'leaders', id, before: { leavingSince: undefined }, after: { leavingSince } })
    }
  }
  if (last) await noteChanges(ctx, last, changes)
  return changes.length
}
