import { z } from 'zod'
import type { Ctx } from '../caller/context'
import type { Leader } from '../records/leader'
import { duringInput, isDuring } from './list-reflections'
import { readJournal } from './read-journal'
import { isPlace, isWithin, type JournalEntry } from './reading/journal-entry'
import { type JournalHit, searchJournal } from './reading/journal-search'

/** As many as one card shows without becoming a wall. */
const pageSize = 6

export const searchInput = duringInput.extend({
  text: z.string().trim().max(200).default(''),
  /** Only one area, or all notes; see `isWithin`. */
  area: z.string().max(200).default(''),
  page: z.coerce.number().int().min(0).max(1000).default(0),
})

export interface JournalFinds {
  readonly hits: readonly JournalHit[]
  readonly total: number
  readonly page: number
  readonly isLast: boolean
}

/** What the caller has written about something, in their own words; nothing of it is kept. */
export async function searchReflections(
  ctx: Ctx,
  leader: Pick<Leader, 'locale' | 'timeZone'>,
  { text, area, page, ...during }: z.infer<typeof searchInput>,
): Promise<JournalFinds> {
  const { library, vocabulary } = ctx.knowledge
  const entries = (await readJournal(ctx, leader)).filter(
    (entry) => isWithin(entry, area) && isDuring(during, entry.at, leader.timeZone),
  )
  const surroundings = ({ place, statementIds }: JournalEntry) => ({
    area: isPlace(place) ? library.areaTitle(place.framework, place.area) : '',
    points: statementIds.flatMap((id) => library.point(id)?.text ?? []),
  })
  const slice = { from: page * pageSize, count: pageSize }
  const { total, hits } = searchJournal(vocabulary, entries, text, surroundings, slice)
  return { hits, total, page, isLast: slice.from + slice.count >= total }
}
