import MiniSearch from 'minisearch'
import type { Library, Point } from '../framework/library'
import type { Kind } from '../framework/schema'
import type { Concept, Vocabulary } from './vocabulary'

export interface Hit {
  readonly point: Point
  readonly score: number
  /** The share of the concepts asked for that the point speaks to by a word or a synonym, 0 to 1. */
  readonly coverage: number
}

export interface SearchOptions {
  /** Only these frameworks; empty or absent: all. */
  readonly frameworks?: readonly string[]
  /** Points of this role (per framework slug) come first. */
  readonly ownRoles?: ReadonlyMap<string, string>
  readonly area?: string | null
  /** Factors by kind, 1 where absent. */
  readonly kindBoost?: Partial<Record<Kind, number>>
  /** At most this many hits. */
  readonly limit: number
}

/** Finds statements by what they say. Best first; ties fall in the documents' order. */
export interface StatementIndex {
  search(concepts: readonly Concept[], options: SearchOptions): Hit[]
}

/** How much the parts of a statement count: what it says, how a pitfall sounds, the headings it stands under. */
const fieldBoost = { text: 1, signs: 0.8, heading: 0.35 }
/** A related word alone is no evidence that the point speaks of the concept. */
const evidenceWeight = 0.3
const ownRoleBoost = 1.35
const areaBoost = 1.5
/** Background and headings answer less than what a leader is asked to do. */
const kindFactor: Partial<Record<Kind, number>> = { context: 0.7, principle: 0.85, definition: 0.9 }

export function createStatementIndex(library: Library, vocabulary: Vocabulary): StatementIndex {
  const mini = new MiniSearch<Point>({
    fields: ['text', 'signs', 'heading'],
    idField: 'id',
    extractField: (point, field) => {
      switch (field) {
        case 'text':
          return point.wording ? `${point.text} ${point.wording}` : point.text
        case 'signs':
          return point.signs?.join(' ') ?? ''
        case 'heading':
          return library.areaTitle(point.framework, point.area)
        default:
          return point.id
      }
    },
    tokenize: (text) => vocabulary.indexTerms(text),
    processTerm: (term) => term,
  })
  mini.addAll([...library.points])

  return {
    search(concepts, options) {
      const terms = new Map<string, number>()
      for (const concept of concepts)
        for (const [term, weight] of concept.terms) terms.set(term, Math.max(weight, terms.get(term) ?? 0))
      if (terms.size === 0) return []
      const frameworks = options.frameworks?.length ? new Set(options.frameworks) : undefined
      const found = mini.search('query', {
        tokenize: () => [...terms.keys()],
        processTerm: (term) => term,
        boostTerm: (term) => terms.get(term) ?? 0,
        boost: fieldBoost,
        ...(frameworks && { filter: (result) => frameworks.has(library.point(result.id)?.framework ?? '') }),
      })
      const hits = found.flatMap((result) => {
        const point = library.point(result.id)
        if (!point) return []
        const coverage = covered(concepts, new Set(result.queryTerms))
        return [{ point, coverage, score: result.score * (0.3 + 0.7 * coverage) * factor(point, options) }]
      })
      return hits.sort((a, b) => b.score - a.score || a.point.order - b.point.order).slice(0, options.limit)
    },
  }
}

function covered(concepts: readonly Concept[], matched: ReadonlySet<string>): number {
  let sum = 0
  for (const concept of concepts) {
    let best = 0
    for (const [term, weight] of concept.terms) if (weight > best && matched.has(term)) best = weight
    if (best >= evidenceWeight) sum += 0.5 + best / 2
  }
  return concepts.length > 0 ? sum / concepts.length : 0
}

function factor(point: Point, options: SearchOptions): number {
  const own = options.ownRoles?.get(point.framework) === point.role ? ownRoleBoost : 1
  const area = options.area && options.area === point.area ? areaBoost : 1
  return own * area * (kindFactor[point.kind] ?? 1) * (options.kindBoost?.[point.kind] ?? 1)
}
