import { z } from 'zod'
import type { Ctx } from '../caller/context'
import type { Leader } from '../records/leader'
import { localDate } from '../time/clock'
import { readJournal } from './read-journal'
import { byPlace, type EntryPlace, placeKey } from './reading/journal-entry'
import { type ScaleSeries, scaleOverTime } from './reading/scale-over-time'

export const scaleSeriesInput = z.object({
  /** Only one area; see `placeKey`. Absent: all together. */
  area: z.string().max(200).optional(),
})

export interface OwnScale extends ScaleSeries {
  /** What is shown; '' for all together. */
  readonly area: string
  /** The places that have enough answers for a line of their own. */
  readonly places: readonly EntryPlace[]
}

/** The caller's own answers to "how well does it go?" over time, overall or in one area. */
export async function showScale(
  ctx: Ctx,
  leader: Leader,
  { area = '' }: z.infer<typeof scaleSeriesInput>,
): Promise<OwnScale> {
  const entries = (await readJournal(ctx, leader)).filter(({ scale }) => scale !== undefined)
  const dayOf = (at: string) => localDate(Date.parse(at), leader.timeZone)
  const places = [...byPlace(entries).values()]
    .filter((own) => scaleOverTime(own, dayOf).points.length > 0)
    .map(([first]) => first?.place ?? null)
  const chosen = area === '' ? entries : entries.filter(({ place }) => placeKey(place) === area)
  return { ...scaleOverTime(chosen, dayOf), area, places }
}
