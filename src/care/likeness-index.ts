import { type Care, cares } from './care-words'
import { countFeatures, featureBits, weightOf } from './likeness-features'

export interface Example {
  readonly text: string
  readonly kind: Care | 'near'
  /** How much it counts among the nearest. */
  readonly weight: number
}

export const exampleKinds = [...cares, 'near'] as const

/** The examples by their features. */
export interface LikenessIndex {
  /** Of each example its place in `exampleKinds`. */
  readonly kinds: Int32Array
  readonly weights: Float32Array
  /** Those that some example has, in order. */
  readonly features: Int32Array
  /** Where the examples of each of them begin in `documents` and `values`; one more, where they end. */
  readonly starts: Int32Array
  readonly documents: Uint16Array | Int32Array
  readonly values: Float32Array
}

/** A feature that more examples than this share of them have tells nothing and costs much. */
const commonShare = 0.1

export function makeLikenessIndex(examples: readonly Example[]): LikenessIndex {
  const counted = examples.map(({ text }) => countFeatures(text))
  const counts = new Int32Array(2 ** featureBits)
  for (const of of counted) for (const feature of of.keys()) counts[feature] = (counts[feature] ?? 0) + 1
  const rarityOf = (feature: number) => rarity(counts[feature] ?? 0, examples.length)
  const features = Int32Array.from(counts.keys()).filter((feature) => (counts[feature] ?? 0) > 0)
  const starts = new Int32Array(features.length + 1)
  /** Where the next example of a feature has its place. */
  const next = new Int32Array(counts.length)
  for (const [at, feature] of features.entries()) {
    next[feature] = starts[at] ?? 0
    starts[at + 1] = (starts[at] ?? 0) + (counts[feature] ?? 0)
  }
  const documents = new Int32Array(starts[features.length] ?? 0)
  const values = new Float32Array(documents.length)
  for (const [document, of] of counted.entries()) {
    const length = lengthOf(of, rarityOf)
    for (const [feature, count] of of) {
      const place = next[feature] ?? 0
      documents[place] = document
      values[place] = (weightOf(count) * rarityOf(feature)) / length
      next[feature] = place + 1
    }
  }
  const kinds = Int32Array.from(examples, ({ kind }) => exampleKinds.indexOf(kind))
  return { kinds, weights: Float32Array.from(examples, ({ weight }) => weight), features, starts, documents, values }
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

/** How much a feature tells. @param count so many of the examples have it @param total so many there are */
export function rarity(count: number, total: number): number {
  return count > commonShare * total ? 0 : Math.log((1 + total) / (1 + count)) + 1
}

/** How long a text is as a vector of its features. */
export function lengthOf(features: ReadonlyMap<number, number>, rarityOf: (feature: number) => number): number {
  let sum = 0
  for (const [feature, count] of features) sum += (weightOf(count) * rarityOf(feature)) ** 2
  return Math.sqrt(sum) || 1
}
