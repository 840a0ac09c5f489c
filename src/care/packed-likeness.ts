import type { LikenessIndex } from './likeness-index'

/** The index as the build keeps it: its lists of numbers in the machine's own order, the lengths of the lists before them. */
export function packLikeness({ kinds, weights, features, starts, documents, values }: LikenessIndex): Uint8Array {
  const lengths = Int32Array.of(kinds.length, features.length, documents.length)
  const sections = [lengths, kinds, weights, features, starts, documents, values]
  return Buffer.concat(
    sections.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  )
}

export function unpackLikeness(packed: Uint8Array): LikenessIndex {
  // A number can be read only from where one may begin: else from a copy.
  const { buffer, byteOffset } = packed.byteOffset % bytes === 0 ? packed : new Uint8Array(packed)
  const [examples = 0, used = 0, postings = 0] = new Int32Array(buffer, byteOffset, 3)
  let place = byteOffset + 3 * bytes
  const next = (length: number) => {
    const from = place
    place += length * bytes
    return [buffer, from, length] as const
  }
  return {
    kinds: new Int32Array(...next(examples)),
    weights: new Float32Array(...next(examples)),
    features: new Int32Array(...next(used)),
    starts: new Int32Array(...next(used + 1)),
    documents: new Int32Array(...next(postings)),
    values: new Float32Array(...next(postings)),
  }
}

/** Of each number in it. */
const bytes = 4
