/** A colon, a line's end, or a dash that parts; after what it is about no dash, beside which a sentence goes on. */
const beginning =
  /^\s*(?:(?:gem|skriv|lav|tilføj|tag|save|write|add|make|take)\s+)?(?:(?:et|en|this|a|my|mit)\s+)?(?:nyt?\s+|new\s+)?(?:notat|note)(?:\s+(?:til mig selv|til mig|to self|to myself))?(?:\s+(?:om|about|on)\s+([^:\n]{1,80}?)\s*[:\n]|\s*[:\n]|\s+[-–—]\s)\s*([\s\S]*)$/i

export interface NoteReading {
  /** What it is said to be about, before the colon; '' where nothing is said. */
  readonly about: string
  readonly text: string
}

/** What somebody writes down for themselves, as "notat: husk at spørge Mette"; undefined for any other text. Pure. */
export function readNote(text: string): NoteReading | undefined {
  const found = beginning.exec(text)
  return found ? { about: found[1]?.trim() ?? '', text: found[2]?.trim() ?? '' } : undefined
}
