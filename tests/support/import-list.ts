import type { Ctx } from '../../src/caller/context'
import { importRoster } from '../../src/people/roster/import-roster'
import { proposeRoster } from '../../src/people/roster/propose-roster'
import { readCsv } from '../../src/people/roster/read-csv'
import { reviewRoster } from '../../src/people/roster/review-roster'

/** Reads a list of HR's, as text, and lets it count. */
export async function importList(ctx: Ctx, text: string, leaving: 'yes' | 'no' = 'no') {
  const { draft, ...review } = await readList(ctx, text)
  const { counts } = await importRoster(ctx, { draftId: draft.id, leaving })
  return { draftId: draft.id, ...review, counts }
}

/** Reads it, and tells what it would do. */
export async function readList(ctx: Ctx, text: string) {
  const { id } = await proposeRoster(ctx, { rows: readCsv(text), home: ctx.config.municipality })
  return reviewRoster(ctx, { draftId: id })
}
