import { createHash } from 'node:crypto'

/** One answered reflection as its writer reads it: the question in their language, the area it belongs to. */
export interface JournalEntry {
  readonly id: string
  /** Framework and area of the question; null where it is HR's own. */
  readonly place: Place | null
  /** Empty where the question is no longer in the data. */
  readonly question: string
  /** The points it asked about. */
  readonly statementIds: readonly string[]
  readonly text: string
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

/** What a place is called inside cards: `<framework>/<area>`, and `own` for HR's own questions. */
export function placeKey(place: Place | null): string {
  return place ? `${place.framework}/${place.area}` : 'own'
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
