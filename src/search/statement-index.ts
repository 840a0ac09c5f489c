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
/** A word that is no topic of leadership ("reelt", "hverdag") tells less of what is asked. */
const sideWordShare = 0.4
const sideWordScore = 0.7
/** How much a long statement yields to a short one (as BM25's b, gentler: prose paragraphs are worth finding). */
const lengthShare = 0.3
/**
 * Work per search is bounded: the most telling terms are looked up until they have brought this many postings, and the best
 * candidates are ranked. With 98 frameworks a common word stands in thousands of points and tells nothing.
 */
const mostPostings = 700
const mostCandidates = 100

interface Entry {
  /** Term -> the boost of the best field it stands in. */
  readonly terms: ReadonlyMap<string, number>
  readonly length: number
  readonly analysed: Readonly<Record<Field, string>>
}

/** A concept made ready for ranking: only what some point holds, with what each is worth here. */
interface Weighed {
  readonly importance: number
  readonly scoreShare: number
  readonly terms: ReadonlyMap<string, { readonly weight: number; readonly value: number }>
  readonly phrases: readonly { readonly stems: readonly string[]; readonly weight: number; readonly value: number }[]
}

/**
 * minisearch finds the candidates; what ranks them is the concepts. Its own score adds up every synonym a point happens
 * to hold, so that a point with five words around a thing would beat the one that names it. Here each concept counts once,
 * by its best word.
 */
export function createStatementIndex(library: Library, vocabulary: Vocabulary): StatementIndex {
  const entries = new Map(library.points.map((point) => [point.id, analyse(library, vocabulary, point)]))
  const frequency = new Map<string, number>()
  let totalLength = 0
  for (const { terms, length } of entries.values()) {
    for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
    totalLength += length
  }
  const averageLength = totalLength / Math.max(1, entries.size)
  const rarityOf = (count: number) => Math.log(1 + entries.size / (1 + count))
  const rarity = (term: string) => rarityOf(frequency.get(term) ?? 0)
  const middlingRarity = rarityOf(entries.size / 80)

  const whole = createSearch(library.points, entries)
  /** One index a framework, made when first asked for: most questions are about one's own. */
  const partial = new Map<string, MiniSearch<Point>>()
  const searchesFor = (frameworks: readonly string[]) =>
    frameworks.length === 0
      ? [whole]
      : frameworks.map((framework) => {
          const made = partial.get(framework) ?? createSearch(library.select({ framework }), entries)
          partial.set(framework, made)
          return made
        })

  function weigh(concept: Concept): Weighed {
    const ownRarity = Math.max(0, ...concept.own.map((term) => (frequency.has(term) ? rarity(term) : 0)))
    // A synonym is worth what the word asked for is worth; where no point has that word, as much as a middling one.
    const worth = (term: string) => Math.min(rarity(term), ownRarity > 0 ? ownRarity : middlingRarity)
    const terms = new Map<string, { weight: number; value: number }>()
    for (const [term, weight] of concept.terms)
      if (frequency.has(term)) terms.set(term, { weight, value: weight * worth(term) })
    const phrases = concept.phrases
      .filter(({ stems }) => stems.every((term) => frequency.has(term)))
      .map(({ stems, weight }) => ({ stems, weight, value: weight * Math.max(...stems.map(worth)) }))
    const [importance, scoreShare] = concept.isTopic ? [1, 1] : [sideWordShare, sideWordScore]
    return { importance, scoreShare, terms, phrases }
  }

  /** The terms to look up, most telling first, until they bring enough. */
  function lookUp(weighed: readonly Weighed[]): Map<string, number> {
    const values = new Map<string, number>()
    const raise = (term: string, value: number) => values.set(term, Math.max(value, values.get(term) ?? 0))
    for (const { terms, phrases } of weighed) {
      for (const [term, { value }] of terms) raise(term, value)
      for (const { stems, value } of phrases) {
        const rarest = stems.reduce((a, b) => (rarity(b) > rarity(a) ? b : a))
        raise(rarest, value)
      }
    }
    const chosen = new Map<string, number>()
    let postings = 0
    for (const [term, value] of [...values].sort((a, b) => b[1] - a[1])) {
      if (postings > mostPostings) break
      postings += frequency.get(term) ?? 0
      chosen.set(term, value)
    }
    return chosen
  }

  function rank(weighed: readonly Weighed[], entry: Entry): { score: number; coverage: number } {
    let score = 0
    let coverage = 0
    let asked = 0
    for (const { importance, scoreShare, terms, phrases } of weighed) {
      asked += importance
      let best = 0
      let bestWeight = 0
      for (const [term, boost] of entry.terms) {
        const known = terms.get(term)
        if (!known) continue
        best = Math.max(best, known.value * boost)
        bestWeight = Math.max(bestWeight, known.weight)
      }
      for (const { stems, weight, value } of phrases) {
        if (value <= best || !stems.every((term) => entry.terms.has(term))) continue
        best = Math.max(best, value * Math.min(...stems.map((term) => entry.terms.get(term) ?? 0)))
        bestWeight = Math.max(bestWeight, weight)
      }
      score += best * scoreShare
      if (bestWeight >= evidenceWeight) coverage += (0.5 + bestWeight / 2) * importance
    }
    const length = 1 - lengthShare + (lengthShare * entry.length) / averageLength
    const share = asked > 0 ? coverage / asked : 0
    return { score: (score / length) * (0.2 + 0.8 * share), coverage: share }
  }

  return {
    search(concepts, options) {
      const weighed = concepts.map(weigh)
      const values = lookUp(weighed)
      if (values.size === 0) return []
      const terms = [...values.keys()]
      const candidates = searchesFor(options.frameworks ?? []).flatMap((search) =>
        search
          .search('query', {
            tokenize: () => terms,
            processTerm: (term) => term,
            boostTerm: (term) => values.get(term) ?? 0,
            boost: fieldBoost,
          })
          .slice(0, mostCandidates),
      )
      return candidates
        .flatMap(({ id }) => {
          const point = library.point(id)
          const entry = entries.get(id)
          if (!point || !entry) return []
          const { score, coverage } = rank(weighed, entry)
          return [{ point, coverage, score: score * (options.factor?.(point) ?? 1) }]
        })
        .filter((hit) => hit.score > 0)
        .sort((a, b) => b.score - a.score || a.point.order - b.point.order)
        .slice(0, options.limit)
    },
  }
}

function createSearch(points: readonly Point[], entries: ReadonlyMap<string, Entry>): MiniSearch<Point> {
  const search = new MiniSearch<Point>({
    fields,
    idField: 'id',
    // Each text is analysed once, for ranking too; here its terms are only taken apart again.
    extractField: (point, field) =>
      field === 'id' ? point.id : (entries.get(point.id)?.analysed[field as Field] ?? ''),
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
  })
  search.addAll([...points])
  return search
}

function analyse(library: Library, vocabulary: Vocabulary, point: Point): Entry {
  const terms = new Map<string, number>()
  const analysed = { text: '', signs: '', heading: '' }
  let length = 0
  for (const field of fields) {
    const found = vocabulary.indexTerms(textOf(library, point, field))
    if (field === 'text') length = found.length
    for (const term of found) if (fieldBoost[field] > (terms.get(term) ?? 0)) terms.set(term, fieldBoost[field])
    analysed[field] = found.join(' ')
  }
  return { terms, length, analysed }
}

function textOf(library: Library, point: Point, field: Field): string {
  switch (field) {
    case 'text':
      return point.wording ? `${point.text} ${point.wording}` : point.text
    case 'signs':
      return point.signs?.join(' ') ?? ''
    case 'heading':
      return library.areaTitle(point.framework, point.area)
  }
}
