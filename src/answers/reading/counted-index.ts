import { tokenise } from '../../search/danish'
import type { Utterance } from './load-utterances'
import { slotIn } from './slot-in'

/** How often words stand in lines of each kind, as the build keeps it. */
export interface CountedIndex {
  readonly kinds: readonly string[]
  /** For each kind how many lines it has, and how many features they have together. */
  readonly lines: readonly number[]
  readonly sizes: readonly number[]
  readonly features: readonly string[]
  /** For each feature the places of its kinds, each followed by how often it stands there. */
  readonly counts: readonly (readonly number[])[]
  /** `kind word` -> how many of its lines hold the word. */
  readonly wordLines: Readonly<Record<string, number>>
}

/** Inflections share the beginning of a word. */
const beginning = 5

export function makeCountedIndex(lines: readonly Utterance[]): CountedIndex {
  const kinds = [...new Set(lines.map(({ kind }) => countedAs(kind)))]
  const counts = new Map<string, Map<number, number>>()
  const wordLines = new Map<string, number>()
  const sizes = kinds.map(() => 0)
  const linesOf = kinds.map(() => 0)
  for (const { kind, line } of lines) {
    const at = kinds.indexOf(countedAs(kind))
    linesOf[at] = (linesOf[at] ?? 0) + 1
    const words = wordsIn(line)
    for (const word of new Set(words)) raise(wordLines, `${countedAs(kind)} ${word}`)
    for (const feature of countedFeatures(words)) {
      const of = counts.get(feature) ?? new Map<number, number>()
      counts.set(feature, of)
      raise(of, at)
      sizes[at] = (sizes[at] ?? 0) + 1
    }
  }
  return {
    kinds,
    lines: linesOf,
    sizes,
    features: [...counts.keys()],
    counts: [...counts.values()].map((of) => [...of].flat()),
    wordLines: Object.fromEntries(wordLines),
  }
}

function raise<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/**
 * Small talk of all kinds counts together, as do edits of the turn before; who asks for advice tells of something. What Pejling is asked
 * about itself has a text each.
 */
function countedAs(kind: string): string {
  if (kind.startsWith('talk.about-')) return kind
  const [group = kind] = kind.split('.')
  return group === 'advice' ? 'told' : group
}

function wordsIn(line: string): string[] {
  return line.split(/\s+/).flatMap((part) => slotIn(part) ?? tokenise(part).map(({ folded }) => folded))
}

/** What was asked about stands for anything, and tells nothing. */
const topic = 'EMNE'

/** @param words folded, slots in the place of names */
export function countedFeatures(words: readonly string[]): Set<string> {
  const begun = ['^', ...words.map((word) => word.slice(0, beginning)), '$']
  const features = new Set<string>()
  for (const [at, word] of begun.entries()) {
    if (word === topic) continue
    const [next = topic, afterNext = topic] = begun.slice(at + 1, at + 3)
    features.add(word)
    if (next !== topic) features.add(`${word} ${next}`)
    if (afterNext !== topic) features.add(`${word} - ${afterNext}`)
  }
  return features
}
