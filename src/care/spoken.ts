/** What stands before a word: nothing, a comma or the like, or the end of a sentence. */
export type Gap = 'none' | 'comma' | 'stop'

/** A message as a row of words in one spelling, with where it pauses. */
export interface Spoken {
  readonly words: readonly string[]
  /** For each word what stands before it. */
  readonly gaps: readonly Gap[]
}

/** Bounds the work that a text can cause; nobody in need writes longer. */
export const mostCharactersRead = 10_000

/** Cuts a message into words as they are compared: small letters, æøå as two letters, no apostrophes, nothing drawn out. */
export function spokenIn(text: string): Spoken {
  const words: string[] = []
  const gaps: Gap[] = []
  let gap: Gap = 'stop'
  for (const [part, word] of text.slice(0, mostCharactersRead).normalize('NFC').matchAll(wordOrPause)) {
    const folded = word === undefined ? '' : foldWord(word)
    if (folded === '') {
      gap = pauseOf(part, gap)
      if (part !== question) continue
    }
    words.push(folded === '' ? question : folded)
    gaps.push(gap)
    gap = part === question ? 'stop' : 'none'
  }
  return { words, gaps }
}

/** Stands in the row as a word of its own: who asks is mostly about something else than who only tells. */
const question = '?'

const wordOrPause = /([\p{L}\p{N}]+(?:['’´`][\p{L}]+)*)|[.!?…\n,;:()–—"”“»«]|\s-\s/gu

function pauseOf(mark: string, before: Gap): Gap {
  return before === 'stop' || /[.!?…\n]/.test(mark) ? 'stop' : 'comma'
}

/**
 * One spelling for the ways a Danish letter is typed, the long one: "på" and "paa" meet, "dø" and "do" do not, which a search may
 * confuse and this may not.
 */
export function foldWord(written: string): string {
  const lower = written.toLowerCase()
  if (plain.test(lower)) return lower
  return lower
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'oe')
    .replace(/å/g, 'aa')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
    .replace(/([a-z])\1{2,}/g, '$1')
}

/** A word with nothing to fold: plain letters, and none of them three times in a row. */
const plain = /^(?:([a-z0-9])(?!\1\1))*$/
