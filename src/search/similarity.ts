import type { Library, Point } from '../framework/library'
import type { Vocabulary } from './vocabulary'

/** How alike two points are in what they say, 0 to 1: the cosine of their terms, rare terms counting most. */
export type Similarity = (a: Point, b: Point) => number

export function createSimilarity(library: Library, vocabulary: Vocabulary): Similarity {
  const frequency = new Map<string, number>()
  const termsOf = new Map<string, ReadonlySet<string>>()
  for (const point of library.points) {
    const terms = new Set(vocabulary.terms(point.text).map(({ stem }) => stem))
    termsOf.set(point.id, terms)
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  }
  const rarity = (term: string) => Math.log(1 + library.points.length / (frequency.get(term) ?? 1)) ** 2
  const norms = new Map<string, number>()
  const norm = (point: Point, terms: ReadonlySet<string>) => {
    const known = norms.get(point.id)
    if (known !== undefined) return known
    let sum = 0
    for (const term of terms) sum += rarity(term)
    norms.set(point.id, Math.sqrt(sum))
    return Math.sqrt(sum)
  }
  const none: ReadonlySet<string> = new Set()
  return (a, b) => {
    const left = termsOf.get(a.id) ?? none
    const right = termsOf.get(b.id) ?? none
    let shared = 0
    for (const term of left) if (right.has(term)) shared += rarity(term)
    return shared === 0 ? 0 : shared / (norm(a, left) * norm(b, right))
  }
}
