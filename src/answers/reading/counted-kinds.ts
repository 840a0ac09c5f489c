import { type CountedIndex, countedFeatures } from './counted-index'

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
/** Words that stand beside each other are no independent witnesses: each is worth this much of one. */
const worthOfWitness = 0.35

/**
 * Nothing is trained: how often each beginning of a word, and each pair of them with or without a word between, stands in lines of one
 * kind is weighed against how often in those of the others (naive Bayes).
 */
export function createCountedKinds({ kinds, lines, sizes, features, counts, wordLines }: CountedIndex): CountedKinds {
  const places = new Map(features.map((feature, nth) => [feature, nth * kinds.length]))
  const logarithms = new Float32Array(features.length * kinds.length).fill(Math.log(unseen))
  for (const [nth, of] of counts.entries())
    for (let i = 0; i < of.length; i += 2)
      logarithms[nth * kinds.length + (of[i] ?? 0)] = Math.log((of[i + 1] ?? 0) + unseen)
  const lengths = sizes.map((count) => Math.log(count + unseen * features.length))
  const before = lines.map(Math.log)
  return {
    sharesOf(words) {
      const sums = [...before]
      for (const feature of countedFeatures(words)) {
        const place = places.get(feature)
        // What stands in no line tells nothing.
        if (place === undefined) continue
        for (const [at, size] of lengths.entries()) sums[at] = (sums[at] ?? 0) + (logarithms[place + at] ?? 0) - size
      }
      const most = Math.max(...sums)
      const weights = sums.map((sum) => Math.exp(worthOfWitness * (sum - most)))
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      return new Map(kinds.map((kind, at) => [kind, (weights[at] ?? 0) / total]))
    },
    linesWith: (word, kind) => wordLines[`${kind} ${word}`] ?? 0,
  }
}
