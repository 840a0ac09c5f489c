import { z } from 'zod'
import type { Ctx } from '../caller/context'
import type { Leader } from '../records/leader'
import { readJournal } from './read-journal'
import { type JournalEntry, placeKey } from './reading/journal-entry'
import { newestFirst, pageCursor } from './reading/newest-first'

export const listInput = z.object({
  cursor: pageCursor.optional(),
  /** Only one area; see `placeKey`. */
  area: z.string().max(200).default(''),
})

export interface JournalPage {
  readonly entries: readonly JournalEntry[]
  /** Opens the next page; undefined on the last. */
  readonly cursor: string | undefined
  readonly area: string
  /** How many there are on all pages. */
  readonly total: number
}

/** The caller's own answers, newest first, a page at a time. */
export async function listReflections(
  ctx: Ctx,
  leader: Pick<Leader, 'locale'>,
  { cursor, area }: z.infer<typeof listInput>,
): Promise<JournalPage> {
  const all = (await readJournal(ctx, leader)).filter(({ place }) => area === '' || placeKey(place) === area)
  const page = newestFirst(all, ({ at }) => at, cursor)
  return { entries: page.items, cursor: page.cursor, area, total: all.length }
}
