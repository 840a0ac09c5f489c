import { createBoundedMap } from '../bounded-map'
import { editDistance } from './edit-distance'

/** A short word with another consonant is another word: "skade" is no "skabe". */
function isOther(typed: string, word: string): boolean {
  if (typed.length > longestShort || typed.length !== word.length) return false
  const differing = [...typed].filter((letter, i) => letter !== word[i])
  return differing.length === 1 && !/[aeiouy]/.test(differing[0] ?? '')
}

const longestShort = 6

/** The nearest known word within one slip for short words and two for long; undefined when none is near. */
export function createSpeller(words: readonly string[]): (folded: string) => string | undefined {
  const shortest = 5
  const byLength = new Map<number, string[]>()
  for (const word of words) {
    const list = byLength.get(word.length)
    if (list) list.push(word)
    else byLength.set(word.length, [word])
  }
  const remembered = createBoundedMap<string, string | null>(10_000)
  function nearest(folded: string): string | undefined {
    if (folded.length < shortest) return undefined
    const limit = folded.length >= 8 ? 2 : 1
    let best: string | undefined
    let bestDistance = limit + 1
    for (let length = folded.length - limit; length <= folded.length + limit; length++) {
      for (const word of byLength.get(length) ?? []) {
        // A slip in the first letter is rare; asking for it keeps short words from turning into others.
        if (word[0] !== folded[0] || isOther(folded, word)) continue
        const distance = editDistance(folded, word, bestDistance - 1)
        if (distance < bestDistance) {
          best = word
          bestDistance = distance
        }
      }
    }
    return best
  }
  return (folded) => remembered.get(folded, () => nearest(folded) ?? null) ?? undefined
}
