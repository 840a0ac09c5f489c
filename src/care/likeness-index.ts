import { type Care, cares } from './care-words'
import { comparedWords, featureBits, featuresOf } from './likeness-features'

export interface Example {
  readonly text: string
  readonly kind: Care | 'near'
  /** How much it counts: a whole number. */
  readonly weight: number
}

export const exampleKinds = [...cares, 'near'] as const

/** How often each feature stands in the examples of each kind. */
export interface LikenessIndex {
  /** Those that some example has, in order. */
  readonly features: Int32Array
  /** For each of them its count in each of `exampleKinds`, beside each other. */
  readonly counts: Uint16Array
  /** The sum of each of `exampleKinds`. */
  readonly totals: Float64Array
}

/** Beyond it how often says nothing more. */
const mostCounted = 65_535

/** @param featuresIn what is counted of a text; whoever makes several indices of the same texts keeps what was found */
export function makeLikenessIndex(
  examples: readonly Example[],
  featuresIn: (text: string) => Iterable<number> = (text) => featuresOf(comparedWords(text)),
): LikenessIndex {
  const kinds = exampleKinds.length
  const all = new Uint32Array(kinds * 2 ** featureBits)
  const isSeen = new Uint8Array(2 ** featureBits)
  let seen = 0
  for (const { text, kind, weight } of examples) {
    const of = exampleKinds.indexOf(kind)
    for (const feature of featuresIn(text)) {
      const place = kinds * feature + of
      all[place] = (all[place] ?? 0) + weight
      seen += 1 - (isSeen[feature] ?? 0)
      isSeen[feature] = 1
    }
  }
  const features = new Int32Array(seen)
  const counts = new Uint16Array(kinds * seen)
  let at = 0
  for (let feature = isSeen.indexOf(1); feature >= 0; feature = isSeen.indexOf(1, feature + 1)) {
    features[at] = feature
    for (let kind = 0; kind < kinds; kind++)
      counts[kinds * at + kind] = Math.min(mostCounted, all[kinds * feature + kind] ?? 0)
    at += 1
  }
  return { features, counts, totals: totalsOf(counts) }
}

export function totalsOf(counts: LikenessIndex['counts']): Float64Array {
  const kinds = exampleKinds.length
  const totals = new Float64Array(kinds)
  for (let at = 0; at < counts.length; at++) totals[at % kinds] = (totals[at % kinds] ?? 0) + (counts[at] ?? 0)
  return totals
}

/** Where a feature stands in `features`; -1 for one that no example has. */
export function placeOfFeature({ features }: LikenessIndex, feature: number): number {
  let low = 0
  let high = features.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const there = features[middle] ?? 0
    if (there === feature) return middle
    if (there < feature) low = middle + 1
    else high = middle - 1
  }
  return -1
}
