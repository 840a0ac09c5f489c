import { type Care, cares } from './care-words'
import { countFeatures, featureBits, weightOf } from './likeness-features'

export interface Example {
  readonly text: string
  readonly kind: Care | 'near'
  /** How much it counts among the nearest. */
  readonly weight: number
}

export const exampleKinds = [...cares, 'near'] as const

/** A feature that more examples than this share of them have tells nothing and costs much. */
const commonShare = 0.1

/** The examples by their features. */
export interface LikenessIndex {
  /** Of each example its place in `exampleKinds`. */
  readonly kinds: Int32Array
  readonly weights: Float32Array
  /** Where each feature's examples begin in `documents` and `values`. */
  readonly starts: Int32Array
  readonly documents: Int32Array
  readonly values: Float32Array
  readonly rarities: Float32Array
}

export function makeLikenessIndex(examples: readonly Example[]): LikenessIndex {
  const counted = examples.map(({ text }) => countFeatures(text))
  const counts = new Int32Array(2 ** featureBits)
  for (const features of counted) for (const feature of features.keys()) counts[feature] = (counts[feature] ?? 0) + 1
  const { starts, rarities } = spreadFeatures(counts, examples.length)
  const documents = new Int32Array(starts[2 ** featureBits] ?? 0)
  const values = new Float32Array(documents.length)
  const next = starts.slice()
  for (const [document, features] of counted.entries()) {
    const length = lengthOf(features, rarities)
    for (const [feature, count] of features) {
      const place = next[feature] ?? 0
      documents[place] = document
      values[place] = (weightOf(count) * (rarities[feature] ?? 0)) / length
      next[feature] = place + 1
    }
  }
  const kinds = Int32Array.from(examples, ({ kind }) => exampleKinds.indexOf(kind))
  return { kinds, weights: Float32Array.from(examples, ({ weight }) => weight), starts, documents, values, rarities }
}

/** Where each feature begins, and how much it tells, from how many examples have it. */
export function spreadFeatures(counts: Int32Array, total: number): Pick<LikenessIndex, 'starts' | 'rarities'> {
  const starts = new Int32Array(counts.length + 1)
  const rarities = new Float32Array(counts.length)
  // Most features are nobody's: their logarithm is taken once.
  const rarityOf = (count: number) => (count > commonShare * total ? 0 : Math.log((1 + total) / (1 + count)) + 1)
  const ofNone = rarityOf(0)
  for (let feature = 0; feature < counts.length; feature++) {
    const count = counts[feature] ?? 0
    rarities[feature] = count === 0 ? ofNone : rarityOf(count)
    starts[feature + 1] = (starts[feature] ?? 0) + count
  }
  return { starts, rarities }
}

/** How long a text is as a vector of its features. */
export function lengthOf(features: ReadonlyMap<number, number>, rarities: Float32Array): number {
  let sum = 0
  for (const [feature, count] of features) sum += (weightOf(count) * (rarities[feature] ?? 0)) ** 2
  return Math.sqrt(sum) || 1
}
