import { createHash } from 'node:crypto'

/** One answered reflection as its writer reads it: the question in their language, the area it belongs to. Or a note of theirs. */
export interface JournalEntry {
  readonly id: string
  readonly place: EntryPlace
  /** A note answers no question. */
  readonly isNote?: true
  /** Empty where the question is no longer in the data, and in a note. */
  readonly question: string
  /** The points it asked about. */
  readonly statementIds: readonly string[]
  readonly text: string
  /** The question that was asked after it, and what was answered to that. */
  readonly second?: { readonly question: string; readonly text: string }
  /** "How well does it go?", 1 to 5; absent where the leader did not say. */
  readonly scale?: number
  /** What others may have seen of it, by the leader's own act; absent: nothing. */
  readonly shared?: 'sent' | 'unknown' | 'takenBack'
  /** When it was answered: ISO instant. */
  readonly at: string
}

export interface Place {
  readonly framework: string
  readonly area: string
}

/** Everything the leader wrote in it. */
export function writtenIn({ text, second }: Pick<JournalEntry, 'text' | 'second'>): string {
  return [text, second?.text ?? ''].filter((part) => part !== '').join('\n')
}

/** Framework and area of a question or note; null where the question is HR's own, `notes` where a note is in no area, `talks` for what was agreed in a talk. */
export type EntryPlace = Place | 'notes' | 'talks' | null

/** Whether it is an area of a framework. */
export function isPlace(place: EntryPlace): place is Place {
  return typeof place === 'object' && place !== null
}

/** What a place is called inside cards: `<framework>/<area>`, `own` for HR's own questions, `notes` and `talks`. */
export function placeKey(place: EntryPlace): string {
  if (typeof place === 'string') return place
  return place ? `${place.framework}/${place.area}` : 'own'
}

/** The place that a key names. */
export function placeOf(key: string): EntryPlace {
  if (key === 'notes' || key === 'talks') return key
  const [framework = '', area] = key.split('/')
  return area === undefined ? null : { framework, area }
}

/** Whether an entry belongs to what is chosen: everything, one place, or all notes, in whatever area they are. */
export function isWithin({ place, isNote }: Pick<JournalEntry, 'place' | 'isNote'>, chosen: string): boolean {
  return chosen === '' || (chosen === 'notes' ? isNote === true : placeKey(place) === chosen)
}

/**
 * Stands for a reflection where ids would be too long, such as fifty of them in a card. It holds nothing of the text, and is looked
 * up among the reader's own reflections only. 48 bits: among a thousand no two are alike.
 */
export function entryKey(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 12)
}

/** Entries by place; the place of the newest entry first, and the entries in the order they came. */
export function byPlace(entries: readonly JournalEntry[]): Map<string, JournalEntry[]> {
  const places = new Map<string, JournalEntry[]>()
  for (const entry of entries) {
    const key = placeKey(entry.place)
    const known = places.get(key)
    if (known) known.push(entry)
    else places.set(key, [entry])
  }
  return places
}
