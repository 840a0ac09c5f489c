import type { Library, Point } from '../../framework/library'
import { byPlace, type EntryPlace, type JournalEntry } from './journal-entry'

export interface LusArea {
  readonly place: EntryPlace
  /** The framework's points that the entries are about, in the document's order. */
  readonly points: readonly Point[]
  /** Oldest first: how the thought has moved. */
  readonly entries: readonly JournalEntry[]
}

/** What a leader takes to the talk with their own leader: chosen reflections by area, with the framework's points. */
export interface LusContent {
  readonly areas: readonly LusArea[]
}

/** The areas in the order their framework has them; HR's own questions and notes in no area last. */
export function lusContent(library: Library, entries: readonly JournalEntry[]): LusContent {
  const areas = [...byPlace(entries).values()].map((own): LusArea => {
    const points = new Set(own.flatMap(({ statementIds }) => statementIds.flatMap((id) => library.point(id) ?? [])))
    return {
      place: own[0]?.place ?? null,
      points: [...points].sort((a, b) => a.order - b.order),
      entries: [...own].sort((a, b) => a.at.localeCompare(b.at)),
    }
  })
  return { areas: areas.sort((a, b) => orderOf(library, a.place) - orderOf(library, b.place)) }
}

function orderOf(library: Library, place: EntryPlace): number {
  if (!place) return Number.MAX_SAFE_INTEGER
  if (place === 'talks') return Number.MAX_SAFE_INTEGER - 1
  if (place === 'notes') return Number.POSITIVE_INFINITY
  const framework = library.frameworks.findIndex(({ slug }) => slug === place.framework)
  const area = library.framework(place.framework)?.areas.findIndex(({ slug }) => slug === place.area) ?? -1
  return framework * 1000 + (area < 0 ? 999 : area)
}
