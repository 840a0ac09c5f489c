import { featureBits } from './likeness-features'
import { type LikenessIndex, spreadFeatures } from './likeness-index'

/** The index as the build keeps it: without what follows from the rest, numbers in the machine's own order. */
export function packLikeness({ kinds, weights, starts, documents, values }: LikenessIndex): Uint8Array {
  const counts = starts.slice(1).map((end, feature) => end - (starts[feature] ?? 0))
  const features = Int32Array.from(counts.keys()).filter((feature) => (counts[feature] ?? 0) > 0)
  const sections = [
    Int32Array.of(kinds.length, features.length, documents.length),
    kinds,
    weights,
    features,
    Int32Array.from(features, (feature) => counts[feature] ?? 0),
    documents,
    values,
  ]
  return Buffer.concat(sections.map((section) => new Uint8Array(section.buffer)))
}

export function unpackLikeness(packed: Uint8Array): LikenessIndex {
  // A copy of its own, since numbers can be read only from where a number may begin.
  const { buffer } = new Uint8Array(packed)
  const [examples = 0, used = 0, postings = 0] = new Int32Array(buffer, 0, 3)
  let place = 3 * 4
  const next = (length: number) => {
    const from = place
    place += length * 4
    return [buffer, from, length] as const
  }
  const kinds = new Int32Array(...next(examples))
  const weights = new Float32Array(...next(examples))
  const features = new Int32Array(...next(used))
  const usedCounts = new Int32Array(...next(used))
  const documents = new Int32Array(...next(postings))
  const values = new Float32Array(...next(postings))
  const counts = new Int32Array(2 ** featureBits)
  for (const [at, feature] of features.entries()) counts[feature] = usedCounts[at] ?? 0
  return { kinds, weights, documents, values, ...spreadFeatures(counts, examples) }
}
