import { exampleKinds, type LikenessIndex } from './likeness-index'

/** The index as the build keeps it: its lists of numbers in the machine's own order, the length of the first before them. */
export function packLikeness({ features, counts }: LikenessIndex): Uint8Array {
  const sections = [Int32Array.of(features.length), features, counts]
  return Buffer.concat(
    sections.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  )
}

export function unpackLikeness(packed: Uint8Array): LikenessIndex {
  // A typed array begins at a multiple of a number's size. Where the file's buffer does not, it is read from a copy that does.
  const { buffer, byteOffset } = packed.byteOffset % bytes === 0 ? packed : new Uint8Array(packed)
  const [used = 0] = new Int32Array(buffer, byteOffset, 1)
  return {
    features: new Int32Array(buffer, byteOffset + bytes, used),
    counts: new Float32Array(buffer, byteOffset + (1 + used) * bytes, used * exampleKinds.length),
  }
}

/** The size of each number in it. */
const bytes = 4
