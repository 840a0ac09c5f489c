import type { Place } from '../../journal/reading/journal-entry'
import { nameOf, type Reader } from '../kit/reader'

/** What an area of the journal is called; the municipality stands before it where it is not the leader's own. */
export function areaTitle({ library, texts, locale }: Reader, place: Place | null, home: string | null): string {
  if (!place) return texts(locale, 'journal.own')
  const title = library.areaTitle(place.framework, place.area)
  return place.framework === home ? title : `${nameOf(library, place.framework)} › ${title}`
}
