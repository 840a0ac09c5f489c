import { type JournalEntry, placeKey } from './journal-entry'
import type { OwnArea } from './own-areas'

export interface AreaCoverage extends OwnArea {
  /** How many of the leader's own reflections belong to it. */
  readonly count: number
}

export interface Coverage {
  /** The areas of the leader's own framework and role, in the document's order. */
  readonly areas: readonly AreaCoverage[]
  /** The first area that is still untouched; undefined where there is none. */
  readonly next: AreaCoverage | undefined
  /** Reflections on HR's own questions. */
  readonly hrs: number
  /** Reflections on other areas than these: another role or municipality. */
  readonly elsewhere: number
}

/** Which areas a leader has reflected on, and which not. Counts, never shares or scores. */
export function coverageOf(own: readonly OwnArea[], entries: readonly JournalEntry[]): Coverage {
  const counts = new Map<string, number>()
  for (const { place } of entries) counts.set(placeKey(place), (counts.get(placeKey(place)) ?? 0) + 1)
  const areas = own.map((area) => ({ ...area, count: counts.get(placeKey(area.place)) ?? 0 }))
  const hrs = counts.get(placeKey(null)) ?? 0
  const within = areas.reduce((sum, { count }) => sum + count, 0)
  return {
    areas,
    next: areas.find(({ count }) => count === 0),
    hrs,
    elsewhere: entries.length - within - hrs,
  }
}
