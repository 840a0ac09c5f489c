import MiniSearch from 'minisearch'
import type { Library, Point } from '../framework/library'
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
  /** What a point counts beside its words: own role, area, kind. 1 changes nothing, 0 leaves it out. */
  readonly factor?: (point: Point) => number
  /** At most this many hits. */
  readonly limit: number
}

/** Finds statements by what they say. Best first; ties fall in the documents' order. */
export interface StatementIndex {
  search(concepts: readonly Concept[], options: SearchOptions): Hit[]
}

/** How much the parts of a statement count: what it says, how a pitfall sounds, the heading it stands under. */
const fieldBoost = { text: 1, signs: 0.8, heading: 0.35 }
type Field = keyof typeof fieldBoost
const fields = Object.keys(fieldBoost) as Field[]
/** A related word alone is no evidence that the point speaks of the concept. */
const evidenceWeight = 0.3
/** How much a long statement yields to a short one (as BM25's b, gentler: prose paragraphs are worth finding). */
const lengthShare = 0.3
/** Only the best by word count are scored by concept; further down nothing is shown anyway. */
const mostCandidates = 400

/**
 * minisearch finds the candidates; what ranks them is the concepts. Its own score adds up every synonym a point happens
 * to hold, so that a point with five words around a thing would beat the one that names it. Here each concept counts once,
 * by its best word.
 */
export function createStatementIndex(library: Library, vocabulary: Vocabulary): StatementIndex {
  const textOf = (point: Point, field: Field): string => {
    switch (field) {
      case 'text':
        return point.wording ? `${point.text} ${point.wording}` : point.text
      case 'signs':
        return point.signs?.join(' ') ?? ''
      case 'heading':
        return library.areaTitle(point.framework, point.area)
    }
  }
  const frequency = new Map<string, number>()
  const entries = new Map<string, { best: ReadonlyMap<string, number>; length: number }>()
  let totalLength = 0
  for (const point of library.points) {
    const best = new Map<string, number>()
    let length = 0
    for (const field of fields) {
      const terms = vocabulary.indexTerms(textOf(point, field))
      if (field === 'text') length = terms.length
      for (const term of terms) if (fieldBoost[field] > (best.get(term) ?? 0)) best.set(term, fieldBoost[field])
    }
    for (const term of best.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
    entries.set(point.id, { best, length })
    totalLength += length
  }
  const averageLength = totalLength / Math.max(1, library.points.length)
  const rarity = (term: string) => Math.log(1 + library.points.length / (1 + (frequency.get(term) ?? 0)))

  const mini = new MiniSearch<Point>({
    fields,
    idField: 'id',
    extractField: (point, field) => (field === 'id' ? point.id : textOf(point, field as Field)),
    tokenize: (text) => vocabulary.indexTerms(text),
    processTerm: (term) => term,
  })
  mini.addAll([...library.points])

  function scored(concepts: readonly Concept[], point: Point): { score: number; coverage: number } {
    const entry = entries.get(point.id)
    if (!entry) return { score: 0, coverage: 0 }
    let score = 0
    let coverage = 0
    for (const concept of concepts) {
      const ownRarity = Math.max(0, ...concept.own.map((term) => (frequency.has(term) ? rarity(term) : 0)))
      // A synonym is worth what the word asked for is worth, where that word is known at all.
      const worth = (term: string) => (ownRarity > 0 ? Math.min(rarity(term), ownRarity) : rarity(term))
      let best = 0
      let bestWeight = 0
      for (const [term, weight] of concept.terms) {
        const boost = entry.best.get(term)
        if (boost === undefined) continue
        best = Math.max(best, weight * boost * worth(term))
        bestWeight = Math.max(bestWeight, weight)
      }
      for (const { stems, weight } of concept.phrases) {
        if (!stems.every((term) => entry.best.has(term))) continue
        const boost = Math.min(...stems.map((term) => entry.best.get(term) ?? 0))
        best = Math.max(best, weight * boost * Math.max(...stems.map(worth)))
        bestWeight = Math.max(bestWeight, weight)
      }
      score += best
      if (bestWeight >= evidenceWeight) coverage += 0.5 + bestWeight / 2
    }
    const length = 1 - lengthShare + (lengthShare * entry.length) / averageLength
    const share = concepts.length > 0 ? coverage / concepts.length : 0
    return { score: (score / length) * (0.4 + 0.6 * share), coverage: share }
  }

  return {
    search(concepts, options) {
      const terms = new Map<string, number>()
      for (const concept of concepts) {
        for (const [term, weight] of concept.terms) terms.set(term, Math.max(weight, terms.get(term) ?? 0))
        for (const { stems, weight } of concept.phrases)
          for (const term of stems) terms.set(term, Math.max(weight / stems.length, terms.get(term) ?? 0))
      }
      if (terms.size === 0) return []
      const frameworks = options.frameworks?.length ? new Set(options.frameworks) : undefined
      const found = mini.search('query', {
        tokenize: () => [...terms.keys()],
        processTerm: (term) => term,
        boostTerm: (term) => terms.get(term) ?? 0,
        boost: fieldBoost,
        ...(frameworks && { filter: (result) => frameworks.has(library.point(result.id)?.framework ?? '') }),
      })
      const hits = found.slice(0, mostCandidates).flatMap((result) => {
        const point = library.point(result.id)
        if (!point) return []
        const { score, coverage } = scored(concepts, point)
        return [{ point, coverage, score: score * (options.factor?.(point) ?? 1) }]
      })
      return hits
        .filter((hit) => hit.score > 0)
        .sort((a, b) => b.score - a.score || a.point.order - b.point.order)
        .slice(0, options.limit)
    },
  }
}
