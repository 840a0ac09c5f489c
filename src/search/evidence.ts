import type { Word } from './prompt-words'
import type { Concept } from './vocabulary'
import { weights } from './weights'

/** "Arbejdskultur" is a culture, "arbejdsmiljø" is no work: the last part of a compound tells, the others next to nothing. */
const kinWeight = 0.9
const partWeight = 0.15
/** One word of "sige nej" tells little more. */
const wordOfPhraseWeight = 0.2
/** How far from its first the words of a phrase may stand, each. */
const phraseReach = 3

/** A text of a prompt, as far as it can tell what the prompt is about. */
export interface Part {
  readonly boost: number
  readonly words: readonly Word[]
  /** Of all words: most phrases are seen not to be there without looking at where they stand. */
  readonly stems: ReadonlySet<string>
}

/** A concept made ready to be looked for. */
export interface SoughtWords {
  readonly terms: ReadonlyMap<string, number>
  readonly phrases: Concept['phrases']
  /** What a longer word may end in. */
  readonly kin: readonly string[]
  readonly isPhrase: boolean
  /** Stem -> how it is spelt, where it is to be spelt so. */
  readonly letters: ReadonlyMap<string, string>
  readonly importance: number
}

/** What the best single word or phrase in the texts is worth, 0 to 1. */
export function evidenceIn(parts: readonly Part[], sought: SoughtWords): number {
  let best = 0
  for (const { boost, words, stems: standing } of parts) {
    for (const word of words) best = Math.max(best, boost * wordWeight(word, sought))
    for (const { stems, weight } of sought.phrases) {
      const isBetter = boost * weight > best && stems.every((stem) => standing.has(stem))
      if (isBetter && standTogether(stems, words, sought)) best = boost * weight
    }
  }
  return best
}

function wordWeight(word: Word, sought: SoughtWords): number {
  if (word.isFunction) return 0
  const { terms, kin } = sought
  const known = isMeant(word, sought) ? (terms.get(word.stem) ?? 0) : 0
  const own = known === weights.part ? (sought.isPhrase ? wordOfPhraseWeight : partWeight) : known
  const part = word.parts.some((stem) => terms.has(stem)) ? partWeight : 0
  const isKin = kin.some((stem) => word.stem.endsWith(stem) && word.stem !== stem)
  return Math.max(own, part, isKin ? kinWeight : 0)
}

function isMeant({ stem, letters }: Word, sought: SoughtWords): boolean {
  return (sought.letters.get(stem) ?? letters) === letters
}

/** Whether words with these stems stand close to each other, in whatever order. */
function standTogether(stems: readonly string[], words: readonly Word[], sought: SoughtWords): boolean {
  return words.some(({ stem: first }, from) => {
    if (!stems.includes(first)) return false
    const near = words.slice(from, from + stems.length * phraseReach)
    return stems.every((stem) => near.some((word) => word.stem === stem && isMeant(word, sought)))
  })
}
