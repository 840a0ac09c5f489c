import type { Standing } from './rank-by-concept'

/** Which texts hold which terms, for finding the few worth ranking. */
export interface Shortlist {
  /** How many texts hold a term; undefined where none does. */
  frequency(term: string): number | undefined
  /**
   * The texts that hold most of the terms, those that are worth most counting most: some hundred of one stretch, fewer of each of many.
   * @param values what each term is worth
   * @param stretches where to look
   */
  find(values: ReadonlyMap<string, number>, stretches: readonly Stretch[]): number[]
}

/** From a place (inclusive) to another (exclusive). */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The texts that hold a term, in order, and what it is worth in each. */
interface Holders {
  readonly texts: number[]
  readonly boosts: number[]
}

/**
 * Work per search is bounded: the most telling terms are looked up until they have brought this many holders, and the best candidates
 * are ranked. With 98 frameworks a common word stands in thousands of points and tells nothing.
 */
const mostHolders = 700
const mostCandidates = { ofOne: 100, ofMany: 200 }

export function createShortlist(texts: readonly Standing[]): Shortlist {
  const holders = new Map<string, Holders>()
  for (const [text, standing] of texts.entries()) {
    for (const [term, { trait }] of standing) {
      const known = holders.get(term) ?? { texts: [], boosts: [] }
      known.texts.push(text)
      known.boosts.push(trait.boost)
      holders.set(term, known)
    }
  }

  function findIn(terms: readonly (readonly [term: string, value: number])[], { from, to }: Stretch, most: number) {
    const worth = new Map<number, number>()
    let looked = 0
    for (const [term, value] of terms) {
      if (looked > mostHolders) break
      const { texts, boosts } = holders.get(term) ?? { texts: [], boosts: [] }
      for (let i = firstFrom(texts, from); i < texts.length; i++) {
        const text = texts[i] ?? to
        if (text >= to) break
        worth.set(text, (worth.get(text) ?? 0) + value * (boosts[i] ?? 0))
        looked++
      }
    }
    return strongest(worth, most)
  }

  return {
    frequency: (term) => holders.get(term)?.texts.length,
    find(values, stretches) {
      const terms = [...values].sort((a, b) => b[1] - a[1])
      const most = Math.min(mostCandidates.ofOne, Math.ceil(mostCandidates.ofMany / stretches.length))
      return stretches.flatMap((stretch) => findIn(terms, stretch, most))
    },
  }
}

/** The place of the first number that is not below another, in numbers that rise. */
function firstFrom(rising: readonly number[], least: number): number {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** The keys of the highest values, highest first; of equals the one met first. Sorting all would take longer than all the rest. */
function strongest(values: ReadonlyMap<number, number>, most: number): number[] {
  const kept: (readonly [key: number, value: number])[] = []
  for (const entry of values) {
    const last = kept.length < most ? undefined : kept.at(-1)
    if (last && entry[1] <= last[1]) continue
    let at = kept.length
    while (at > 0 && (kept[at - 1]?.[1] ?? 0) < entry[1]) at--
    kept.splice(at, 0, entry)
    if (kept.length > most) kept.pop()
  }
  return kept.map(([key]) => key)
}
