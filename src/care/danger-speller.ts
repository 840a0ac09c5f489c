import { once } from '../async/once'
import { editDistance } from '../search/edit-distance'
import type { CareWords } from './care-words'
import { foldWord } from './spoken'

/** Mends a typed word, unless it is known as it is. */
export type DangerSpeller = (word: string, isKnown: (word: string) => boolean) => string

const shortest = 6
/** From this length on two slips are mended. */
const long = 9

/**
 * A speller over a few words of danger: a general one would know more words and turn fewer into danger, and this one must not miss
 * "selmord".
 */
export function createDangerSpeller(
  words: Pick<CareWords, 'respelled' | 'mended'>,
  familiar: () => Iterable<string>,
): DangerSpeller {
  const respelled = new Map(Object.entries(words.respelled).map(([typed, meant]) => [foldWord(typed), foldWord(meant)]))
  // Read when a word is first seen to be near one of danger: most messages hold none.
  const right = once(() => new Set([...familiar()].map(foldWord)))
  const byStart = new Map<string, string[]>()
  for (const word of words.mended.map(foldWord)) {
    const start = word.charAt(0)
    byStart.set(start, [...(byStart.get(start) ?? []), word])
  }

  function nearest(word: string): string {
    const limit = word.length >= long ? 2 : 1
    let best = word
    let distance = limit + 1
    for (const candidate of byStart.get(word.charAt(0)) ?? []) {
      const found = editDistance(word, candidate, distance - 1)
      if (found < distance) {
        distance = found
        best = candidate
      }
    }
    return best
  }

  return (typed, isKnown) => {
    const word = respelled.get(typed) ?? typed
    if (word.length < shortest || isKnown(word)) return word
    const near = nearest(word)
    return near === word || right().has(word) ? word : near
  }
}
