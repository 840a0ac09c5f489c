import { z } from 'zod'
import { type Ctx, nowIso } from '../../caller/context'
import { requireEveryUnit } from '../../caller/hr-right'
import { retainedDays } from '../../caller/retention'
import { AppError } from '../../errors'
import { rosterPageId } from '../../records/ids'
import { type RosterDraft, type RosterLine, type RosterPage, rosterDrafts, rosterPages } from '../../records/roster'
import { updateDocument } from '../../store/update-document'
import { draftDays } from './propose-roster'
import { titleKey } from './role-of-title'
import type { ToldLeader } from './row-changes'

export const draftIdInput = z.object({ draftId: z.string().max(40) })

const gone = { key: 'roster.gone' }

/** A list that has been read. @throws AppError `not-found` after a day */
export async function getDraft(ctx: Ctx, draftId: string): Promise<RosterDraft> {
  const found = await ctx.store.get(rosterDrafts, ctx.caller.tenantId, draftId)
  if (!found) throw new AppError('not-found', 'The roster is no longer there', { say: gone })
  return found.document
}

export async function getPage(ctx: Ctx, draft: RosterDraft, number: number): Promise<RosterPage> {
  const found = await ctx.store.get(rosterPages, draft.tenantId, rosterPageId(draft.id, number))
  if (!found) throw new AppError('not-found', 'A page of the roster is no longer there', { say: gone })
  return found.document
}

export async function everyPage(ctx: Ctx, draft: RosterDraft): Promise<RosterPage[]> {
  const pages: RosterPage[] = []
  for (let n = 0; n < draft.pages; n++) pages.push(await getPage(ctx, draft, n))
  return pages
}

/** @param change as of `updateDocument` */
export async function updateDraft(
  ctx: Ctx,
  draftId: string,
  change: (draft: RosterDraft) => Partial<RosterDraft> | undefined,
): Promise<RosterDraft> {
  const outcome = await updateDocument(ctx.store, rosterDrafts, ctx.caller.tenantId, draftId, (before) => {
    const changes = before && change(before)
    return changes ? retainedDays(ctx, { ...before, ...changes, updatedAt: nowIso(ctx) }, draftDays) : 'keep'
  })
  if (outcome.status === 'conflict') throw new AppError('conflict', 'The roster kept changing')
  if (outcome.status === 'absent') throw new AppError('not-found', 'The roster is no longer there', { say: gone })
  return outcome.document
}

/** Keeps which roles titles stand for. Of a list that is imported, or on the way, nothing changes. */
export function chooseRoles(
  ctx: Ctx,
  { draftId, choices }: { readonly draftId: string; readonly choices: Readonly<Record<string, string>> },
): Promise<RosterDraft> {
  requireEveryUnit(ctx)
  return updateDraft(ctx, draftId, (draft) =>
    draft.state === 'proposed' ? { choices: { ...draft.choices, ...choices } } : undefined,
  )
}

/** The list is not to be used: nobody can import it by an older card. */
export function dropRoster(ctx: Ctx, { draftId }: z.infer<typeof draftIdInput>): Promise<RosterDraft> {
  requireEveryUnit(ctx)
  return updateDraft(ctx, draftId, ({ state }) => (state === 'proposed' ? { state: 'dropped' } : undefined))
}

/** A row with the role that HR chose for its title, as long as the municipality has it. */
export function toldLeader(
  { knowledge }: Pick<Ctx, 'knowledge'>,
  { choices }: RosterDraft,
  line: RosterLine,
): ToldLeader {
  const { framework, said } = line
  const chosen = choices[titleKey(framework, said)]
  const isThere = chosen && framework !== null && knowledge.library.role(framework, chosen) !== undefined
  const role = line.role ?? (isThere ? chosen : null)
  // "None of them" is an answer, too.
  return { ...line, role, isRoleUnknown: said !== '' && role === null && chosen !== '' }
}
