import { createBoundedMap } from '../bounded-map'
import { stem } from './stem'

/** Splits a word in small letters into its parts' stems, first part first; an empty list when it is no known compound. */
export type Splitter = (letters: string) => readonly string[]

const shortestWord = 7
const shortestPart = 3
const mostParts = 4
/** What may stand between the parts of a Danish compound: nothing, -s- (målsætningsarbejde) or -e- (børnehave). */
const links = ['', 's', 'e']
/** Endings that are words as well, or have the stem of one: "fællesskab" is no cupboard. */
const endings = new Set([
  'skab',
  'skabe',
  'skaber',
  'skabt',
  'skabes',
  'lig',
  'dom',
  'som',
  'løs',
  'fuld',
  'bar',
  'sel',
])
/** "Krav|ene" and "spil|let" are no compounds. */
const article = /^[a-zæøå]?(?:et|en|ene|erne)s?$/
const noParts = new Set([...endings].map(stem))

/**
 * A splitter over known words. The last part may be inflected, the others stand as they are, with or without a link.
 * Of several ways to split, the one with the fewest parts wins, then the one with the longest last part, which
 * carries the meaning in Danish ("medarbejder|udvikling", not "med|arbejder|udvikling").
 */
export function createSplitter(letters: Iterable<string>): Splitter {
  const words = new Set<string>()
  const stems = new Set<string>()
  for (const known of letters) {
    if (known.length < shortestPart || endings.has(known)) continue
    words.add(known)
    stems.add(stem(known))
  }
  const remembered = createBoundedMap<string, readonly string[]>(50_000)

  /** What can follow `head` in `word`, with or without a link between. */
  function tailsAfter(word: string, head: string): string[] {
    return links
      .filter((link) => word.startsWith(link, head.length))
      .map((link) => word.slice(head.length + link.length))
      .filter((tail) => tail.length >= shortestPart)
  }

  function restOf(tail: string, partsLeft: number): string[] | undefined {
    const own = stem(tail)
    if (stems.has(own) && !noParts.has(own)) return [own]
    return partsLeft > 2 ? split(tail, partsLeft - 1) : undefined
  }

  function split(word: string, partsLeft: number): string[] | undefined {
    let best: string[] | undefined
    for (let end = shortestPart; end <= word.length - shortestPart; end++) {
      const head = word.slice(0, end)
      if (!words.has(head) || (article.test(word.slice(end)) && stem(head) === stem(word))) continue
      for (const tail of tailsAfter(word, head)) {
        const rest = restOf(tail, partsLeft)
        if (rest && (!best || rest.length + 1 < best.length)) best = [stem(head), ...rest]
      }
    }
    return best
  }

  return (word) => (word.length < shortestWord ? [] : remembered.get(word, () => split(word, mostParts) ?? []))
}
