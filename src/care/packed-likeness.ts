import { featureBits } from './likeness-features'
import { exampleKinds, type LikenessIndex, totalsOf } from './likeness-index'

/** A count that takes two bytes more: most are small. */
const more = 255
const bytesOfFeatures = 2 ** featureBits / 8
const kinds = exampleKinds.length

/**
 * The index as the build keeps it, a fifth of what it takes in memory: a bit for each feature that there may be, set where some example
 * has it, then its counts, one after the other.
 */
export function packLikeness({ features, counts }: LikenessIndex): Uint8Array {
  const seen = new Uint8Array(bytesOfFeatures)
  for (const feature of features) seen[feature >>> 3] = (seen[feature >>> 3] ?? 0) | (1 << (feature & 7))
  const bytes: number[] = []
  for (const count of counts)
    if (count < more) bytes.push(count)
    else bytes.push(more, count & 255, count >>> 8)
  return Buffer.concat([seen, Uint8Array.from(bytes)])
}

export function unpackLikeness(packed: Uint8Array): LikenessIndex {
  const features = featuresIn(packed)
  const counts = new Uint16Array(kinds * features.length)
  let from = bytesOfFeatures
  for (let at = 0; at < counts.length; at++) {
    let count = packed[from++] ?? 0
    if (count === more) {
      count = (packed[from] ?? 0) | ((packed[from + 1] ?? 0) << 8)
      from += 2
    }
    counts[at] = count
  }
  return { features, counts, totals: totalsOf(counts) }
}

function featuresIn(packed: Uint8Array): Int32Array {
  const features: number[] = []
  for (let at = 0; at < bytesOfFeatures; at++) {
    const byte = packed[at] ?? 0
    if (byte !== 0) for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) features.push(8 * at + bit)
  }
  return Int32Array.from(features)
}
