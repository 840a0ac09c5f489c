import { exampleKinds, type LikenessIndex } from './likeness-index'

/** The index as the build keeps it: its lists of numbers in the machine's own order, the length of the first before them. */
export function packLikeness({ features, counts, totals }: LikenessIndex): Uint8Array {
  // The totals first, since their numbers are of twice the size; then a pair, so that the rest begins where such a one would.
  const sections = [totals, Int32Array.of(features.length, 0), features, counts]
  return Buffer.concat(
    sections.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  )
}

export function unpackLikeness(packed: Uint8Array): LikenessIndex {
  // A typed array begins at a multiple of a number's size. Where the file's buffer does not, it is read from a copy that does.
  const { buffer, byteOffset } = packed.byteOffset % 8 === 0 ? packed : new Uint8Array(packed)
  const kinds = exampleKinds.length
  const lengthAt = byteOffset + 8 * kinds
  const [used = 0] = new Int32Array(buffer, lengthAt, 1)
  const featuresAt = lengthAt + 8
  return {
    totals: new Float64Array(buffer, byteOffset, kinds),
    features: new Int32Array(buffer, featuresAt, used),
    counts: new Float32Array(buffer, featuresAt + 4 * used, used * kinds),
  }
}
