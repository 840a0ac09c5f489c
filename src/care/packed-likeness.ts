import type { LikenessIndex } from './likeness-index'

/** The index as the build keeps it: its lists of numbers in the machine's own order, the lengths of the lists before them. */
export function packLikeness({ kinds, weights, features, starts, documents, values }: LikenessIndex): Uint8Array {
  if (kinds.length > mostExamples) throw new Error(`more than ${mostExamples} examples have no room in the index`)
  const lengths = Int32Array.of(kinds.length, features.length, documents.length)
  // The places of examples take half the room; last, since after them no number of four bytes might begin.
  const sections = [lengths, kinds, weights, features, starts, values, Uint16Array.from(documents)]
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
    values: new Float32Array(...next(postings)),
    documents: new Uint16Array(buffer, place, postings),
  }
}

/** Of each number in it but the last list's. */
const bytes = 4
const mostExamples = 2 ** 16
