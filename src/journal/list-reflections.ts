import { z } from 'zod'
import type { Ctx } from '../caller/context'
import type { Leader } from '../records/leader'
import { localDate } from '../time/clock'
import { readJournal } from './read-journal'
import { isWithin, type JournalEntry } from './reading/journal-entry'
import { newestFirst, pageCursor } from './reading/newest-first'

/** Local dates of the leader's own, both counted. */
export const duringInput = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() })
/** Without an end, all before or since; without any, all time. */
export type During = Readonly<z.infer<typeof duringInput>>

export const listInput = duringInput.extend({
  cursor: pageCursor.optional(),
  /** Only one area, or all notes; see `isWithin`. */
  area: z.string().max(200).default(''),
})

export interface JournalPage {
  readonly entries: readonly JournalEntry[]
  /** Opens the next page; undefined on the last. */
  readonly cursor: string | undefined
  readonly area: string
  /** Only what was written then. */
  readonly during: During
  /** How many there are on all pages. */
  readonly total: number
}

/** The caller's own answers, newest first, a page at a time. */
export async function listReflections(
  ctx: Ctx,
  leader: Pick<Leader, 'locale' | 'timeZone'>,
  { cursor, area, from, to }: z.infer<typeof listInput>,
): Promise<JournalPage> {
  const during = { from, to }
  const all = (await readJournal(ctx, leader)).filter(
    (entry) => isWithin(entry, area) && isDuring(during, entry.at, leader.timeZone),
  )
  const page = newestFirst(all, ({ at }) => at, cursor)
  return { entries: page.items, cursor: page.cursor, area, during, total: all.length }
}

/** @param at ISO instant */
export function isDuring({ from, to }: During, at: string, timeZone: string): boolean {
  if (from === undefined && to === undefined) return true
  const day = localDate(Date.parse(at), timeZone)
  return (from === undefined || day >= from) && (to === undefined || day <= to)
}
