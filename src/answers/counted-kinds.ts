import { tokenise } from '../search/danish'
import type { Utterance } from './load-utterances'
import { slotIn } from './slot-in'

/** How likely a text is to ask for each kind of thing, by how often its words stand in lines of that kind; together 1. */
export type Shares = ReadonlyMap<string, number>

/** Tells what words ask for by counting, where no line as a whole is like them. */
export interface CountedKinds {
  /** @param words folded, slots in the place of names */
  sharesOf(words: readonly string[]): Shares
  /** How many lines of a kind hold a word. */
  linesWith(word: string, kind: string): number
}

/** What a word counts before it is seen, so that seeing it once does not decide everything. */
const unseen = 0.2
/** Inflections share the beginning of a word. */
const beginning = 5
/** Words that stand beside each other are no independent witnesses: each is worth this much of one. */
const worthOfWitness = 0.35

/**
 * Nothing is trained: how often each beginning of a word, and each pair of them with or without a word between, stands in lines of one
 * kind is weighed against how often in those of the others (naive Bayes).
 */
export function createCountedKinds(lines: readonly Utterance[]): CountedKinds {
  const kinds = [...new Set(lines.map(({ kind }) => countedAs(kind)))]
  const places = new Map<string, number>()
  const wordLines = new Map<string, number>()
  const counts: number[] = []
  const all = kinds.map(() => 0)
  const linesOf = kinds.map(() => 0)
  for (const { kind, line } of lines) {
    const at = kinds.indexOf(countedAs(kind))
    linesOf[at] = (linesOf[at] ?? 0) + 1
    const words = wordsIn(line)
    for (const word of new Set(words)) {
      const key = `${countedAs(kind)} ${word}`
      wordLines.set(key, (wordLines.get(key) ?? 0) + 1)
    }
    for (const feature of featuresOf(words)) {
      const known = places.get(feature)
      const place = known ?? counts.length
      if (known === undefined) {
        places.set(feature, place)
        for (const _ of kinds) counts.push(0)
      }
      counts[place + at] = (counts[place + at] ?? 0) + 1
      all[at] = (all[at] ?? 0) + 1
    }
  }
  const logarithms = Float32Array.from(counts, (count) => Math.log(count + unseen))
  const sizes = all.map((count) => Math.log(count + unseen * places.size))
  const before = linesOf.map(Math.log)
  return {
    sharesOf(words) {
      const sums = [...before]
      for (const feature of featuresOf(words)) {
        const place = places.get(feature)
        // What stands in no line tells nothing.
        if (place === undefined) continue
        for (const [at, size] of sizes.entries()) sums[at] = (sums[at] ?? 0) + (logarithms[place + at] ?? 0) - size
      }
      const most = Math.max(...sums)
      const weights = sums.map((sum) => Math.exp(worthOfWitness * (sum - most)))
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      return new Map(kinds.map((kind, at) => [kind, (weights[at] ?? 0) / total]))
    },
    linesWith: (word, kind) => wordLines.get(`${kind} ${word}`) ?? 0,
  }
}

/** Small talk of all kinds counts together, as do edits of the turn before; who asks for advice tells of something. */
function countedAs(kind: string): string {
  const [group = kind] = kind.split('.')
  return group === 'advice' ? 'told' : group
}

function wordsIn(line: string): string[] {
  return line.split(/\s+/).flatMap((part) => slotIn(part) ?? tokenise(part).map(({ folded }) => folded))
}

/** What was asked about stands for anything, and tells nothing. */
const topic = 'EMNE'

function featuresOf(words: readonly string[]): Set<string> {
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
