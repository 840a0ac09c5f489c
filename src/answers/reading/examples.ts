import { type ExampleIndex, examined } from './example-index'

/** How like its best example of each kind a text is, 0 to 1. */
export type Likeness = ReadonlyMap<string, number>

/** The example lines, matched by words and pairs of words: how a text resembles what is known to ask for a kind of thing. */
export interface Examples {
  /** A word of the text, masked: itself where some example has it, else a slot. */
  isKnown(stem: string): boolean
  /** How many of the ways of asking for such a kind of thing hold a stem, which is then hardly what is asked about. */
  waysWith(kind: string, stem: string): number
  /** Whether a line of such a kind has a stem. */
  hasIn(kind: string, stem: string): boolean
  /** @param masked the words of a text, slots in their place */
  like(masked: readonly string[]): Likeness
}

/** Kinds whose lines are nothing but a way of asking; those of the others hold what was asked about as well. */
const asking = new Set(['expectations', 'pitfalls', 'values', 'definition', 'overview', 'compare', 'change'])

/** Those whose words are never what another is about. */
const plain = ['expectations', 'overview', 'compare', 'change']

export function createExamples(index: ExampleIndex): Examples {
  const { kinds, kindOf, norms, ways, features, weights, postings, unknownWeight } = index
  const known = new Set(index.known)
  const placeOf = new Map(features.map((feature, place) => [feature, place]))
  // What a text shares with each example; all zeros again once it was read, so that none is made for each text.
  const shared = new Float64Array(kindOf.length)
  const countIn = (kind: string, stem: string) => {
    const of = ways[kind]
    return of && Object.hasOwn(of, stem) ? (of[stem] ?? 0) : 0
  }

  /** Gathers what a text shares with examples. @returns those that it shares anything with */
  function gather(list: ReadonlySet<string>): number[] {
    const met: number[] = []
    for (const feature of list) {
      const place = placeOf.get(feature)
      if (place === undefined) continue
      const worth = (weights[place] ?? 0) ** 2
      for (const i of postings[place] ?? []) {
        const before = shared[i] ?? 0
        if (before === 0) met.push(i)
        shared[i] = before + worth
      }
    }
    return met
  }

  /** A pair that no example has is no news where its words are known. */
  function lengthOf(list: ReadonlySet<string>): number {
    let sum = 0
    for (const feature of list) {
      const place = placeOf.get(feature)
      const weight = place === undefined ? undefined : weights[place]
      sum += (weight ?? (feature.includes(' ') ? 0 : unknownWeight)) ** 2
    }
    return Math.sqrt(sum)
  }

  return {
    isKnown: (stem) => known.has(stem),
    waysWith: (kind, stem) =>
      asking.has(kind) ? [...new Set([kind, ...plain])].reduce((sum, each) => sum + countIn(each, stem), 0) : 0,
    hasIn: (kind, stem) => countIn(kind, stem) > 0,
    like(words) {
      const list = new Set(examined(words))
      const length = lengthOf(list)
      const best = new Float64Array(kinds.length)
      for (const i of gather(list)) {
        const kind = kindOf[i] ?? 0
        best[kind] = Math.max(best[kind] ?? 0, (shared[i] ?? 0) / ((norms[i] ?? 1) * length))
        shared[i] = 0
      }
      return new Map(kinds.flatMap((kind, i) => (best[i] ? [[kind, best[i]] as const] : [])))
    },
  }
}
