import { type Ctx, nowIso } from '../../caller/context'
import { requireEveryUnit } from '../../caller/hr-right'
import { retainedDays } from '../../caller/retention'
import { newRosterId, rosterPageId } from '../../records/ids'
import { type RosterDraft, rosterDraftSchema, rosterDrafts, rosterPageSchema, rosterPages } from '../../records/roster'
import { readRoster } from './read-roster'
import type { TableRow } from './table-row'

/** Few enough for a document of the store, and for a step of a long import. */
const pageRows = 400
/** Until it can be undone no longer. */
export const draftDays = 1

export interface RosterFile {
  readonly rows: readonly TableRow[]
  /** The municipality of rows that name none. */
  readonly home: string | null
}

/**
 * Reads a list and keeps what it says for a day, so that it can be looked at before anything of it counts.
 * @throws AppError `invalid` where the file as a whole cannot be used
 */
export async function proposeRoster(ctx: Ctx, { rows, home }: RosterFile): Promise<RosterDraft> {
  requireEveryUnit(ctx)
  const { library, readTitle } = ctx.knowledge
  const { columns, skipped, lines, faults } = readRoster(rows, { library, readTitle, home })
  const { tenantId, leaderId } = ctx.caller
  const id = newRosterId()
  const createdAt = nowIso(ctx)
  const own = { tenantId, createdAt }
  const pages = Math.max(1, Math.ceil(Math.max(lines.length, faults.length) / pageRows))
  const part = <T>(all: readonly T[], n: number) => all.slice(n * pageRows, (n + 1) * pageRows)
  for (let n = 0; n < pages; n++) {
    const page = { id: rosterPageId(id, n), draftId: id, lines: part(lines, n), faults: part(faults, n), ...own }
    await ctx.store.create(rosterPages, retainedDays(ctx, rosterPageSchema.parse(page), draftDays))
  }
  const draft = { id, createdBy: leaderId, state: 'proposed', columns, skipped, rows: rows.length - 1, pages }
  // Last, so that a draft that is there is whole.
  const made = retainedDays(ctx, rosterDraftSchema.parse({ ...draft, ...own, updatedAt: createdAt }), draftDays)
  await ctx.store.create(rosterDrafts, made)
  return made
}
