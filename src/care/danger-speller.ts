import { editDistance } from '../search/edit-distance'
import type { CareWords } from './care-words'
import type { ExpressionStep } from './expression'
import { foldWord } from './spoken'
import { members } from './word-keys'

/** Mends a typed word, unless it is known as it is. */
export type DangerSpeller = (word: string, isKnown: (word: string) => boolean) => string

const shortest = 6
/** From this length on two slips are mended. */
const long = 9

/**
 * A speller over the words of `data/care/` alone: a general one would know more words and turn fewer into danger, and this one must
 * not miss "selmord".
 */
export function createDangerSpeller(
  words: CareWords,
  expressions: readonly (readonly ExpressionStep[])[],
  familiar: readonly string[],
): DangerSpeller {
  const respelled = new Map(Object.entries(words.respelled).map(([typed, meant]) => [foldWord(typed), foldWord(meant)]))
  const right = new Set(familiar.map(foldWord))
  const known = new Set([
    ...Object.keys(words.groups).flatMap((name) => members(words.groups, name)),
    ...expressions.flat().flatMap((step) => ('keys' in step ? step.keys : [])),
  ])
  const byStart = new Map<string, string[]>()
  for (const word of known) {
    if (word.length < shortest || /[<*]/.test(word)) continue
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
    if (word.length < shortest || known.has(word) || right.has(word) || isKnown(word)) return word
    return nearest(word)
  }
}
