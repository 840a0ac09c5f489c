import { type EntryPlace, placeKey } from '../../journal/reading/journal-entry'
import { nameOf, type Reader } from '../kit/reader'

/** What an area of the journal is called; the municipality stands before it where it is not the reader's own. */
export function areaTitle({ library, texts, locale, home }: Reader, place: EntryPlace): string {
  if (place === 'notes') return texts(locale, 'ownNote.many')
  if (place === 'talks') return texts(locale, 'expect.many')
  if (!place) return texts(locale, 'journal.own')
  const title = library.areaTitle(place.framework, place.area)
  return place.framework === home ? title : `${nameOf(library, place.framework)} › ${title}`
}

/** What several are called, by key. */
export function areaTitles(reader: Reader, places: readonly EntryPlace[]): Map<string, string> {
  return new Map(places.map((place) => [placeKey(place), areaTitle(reader, place)]))
}
