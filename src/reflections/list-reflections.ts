import { z } from 'zod'
import type { Ctx } from '../context'
import type { Leader } from '../store/containers'
import { entryKey, type JournalEntry, placeKey } from './journal-entry'
import { readJournal } from './read-journal'

/** As many as one card shows without becoming a wall. */
const pageSize = 8

const instantAndKey = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9a-f]{12}$/

export const listInput = z.object({
  /** The last entry of the page before. */
  cursor: z.string().regex(instantAndKey).optional(),
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

/** The caller's own answers, newest first, a page at a time. What is written meanwhile shifts none from page to page. */
export async function listReflections(
  ctx: Ctx,
  leader: Pick<Leader, 'locale'>,
  { cursor, area }: z.infer<typeof listInput>,
): Promise<JournalPage> {
  const all = (await readJournal(ctx, leader)).filter(({ place }) => area === '' || placeKey(place) === area)
  const inOrder = all.map((entry) => ({ entry, key: `${entry.at}~${entryKey(entry.id)}` }))
  inOrder.sort((a, b) => (a.key < b.key ? 1 : -1))
  const rest = cursor === undefined ? inOrder : inOrder.filter(({ key }) => key < cursor)
  const shown = rest.slice(0, pageSize)
  return {
    entries: shown.map(({ entry }) => entry),
    cursor: rest.length > pageSize ? shown.at(-1)?.key : undefined,
    area,
    total: all.length,
  }
}
