import MiniSearch from 'minisearch'
import type { Library, Point } from '../framework/library'
import { createPhrasingIndex } from './phrasing-index'
import {
  createStanding,
  type Evidence,
  type Rank,
  rankByConcept,
  type Sought,
  type Standing,
  seek,
  type Trait,
} from './rank-by-concept'
import type { Concept, Term, Vocabulary } from './vocabulary'

export interface Hit {
  readonly point: Point
  readonly score: number
  /** The share of the concepts asked for that the point speaks to by a word or a synonym, 0 to 1. */
  readonly coverage: number
  /** How the point speaks of what was asked, at its strongest: the same in every framework, and whatever else was found. */
  readonly evidence: Evidence
}

export interface SearchOptions {
  /** Only these frameworks; empty or absent: all. */
  readonly frameworks?: readonly string[]
  /** What a point counts beside its words: own role, area, kind. 1 changes nothing, 0 leaves it out. */
  readonly factor?: (point: Point) => number
  /** At most this many hits. */
  readonly limit: number
  /** Somebody tells of a situation: then what leaders say of a point in everyday words counts too. */
  readonly told?: boolean
}

/** Finds statements by what they say. Best first; ties fall in the documents' order. */
export interface StatementIndex {
  search(concepts: readonly Concept[], options: SearchOptions): Hit[]
}

/** The parts of a statement: what it says, the heading it stands under, and how a pitfall sounds, which may rank but proves nothing. */
const fields = ['text', 'signs', 'heading'] as const
type Field = (typeof fields)[number]
const fieldBoost = { text: 1, signs: 0.8, heading: 0.35 }
/** "Arbejdskultur" is a culture, "arbejdsmiljø" is no work: the last part of a compound tells, the others next to nothing. */
const kinBoost = 0.9
const partBoost = 0.35
type FieldTraits = Readonly<Record<Exclude<Term['as'], 'function'>, Trait>>
const traitOf: Readonly<Record<Field, FieldTraits>> = {
  text: traitsOf(fieldBoost.text, 'own', 'synonym'),
  signs: traitsOf(fieldBoost.signs, 'related', 'related'),
  heading: traitsOf(fieldBoost.heading, 'synonym', 'related'),
}

function traitsOf(boost: number, word: Evidence, kin: Evidence): FieldTraits {
  return {
    word: { boost, proves: word },
    kin: { boost: boost * kinBoost, proves: kin },
    part: { boost: boost * partBoost, proves: 'related' },
  }
}

/** How much a long statement yields to a short one (as BM25's b, gentler: prose paragraphs are worth finding). */
const lengthShare = 0.3
/**
 * Work per search is bounded: the most telling terms are looked up until they have brought this many postings, and the best
 * candidates are ranked. With 98 frameworks a common word stands in thousands of points and tells nothing.
 */
const mostPostings = 700
const mostCandidates = 100
/** What is said of a point in everyday words, beside what the point says itself. Chosen on told situations by four authors. */
const phrasingShare = 0.4

interface Entry {
  readonly standing: Standing
  readonly length: number
  readonly analysed: Readonly<Record<Field, string>>
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
  for (const { standing, length } of entries.values()) {
    for (const term of standing.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
    totalLength += length
  }
  const averageLength = totalLength / Math.max(1, entries.size)
  const rarityOf = (count: number) => Math.log(1 + entries.size / (1 + count))
  const rarity = (term: string) => {
    const count = frequency.get(term)
    return count === undefined ? undefined : rarityOf(count)
  }
  const middlingRarity = rarityOf(entries.size / 80)
  const phrasings = createPhrasingIndex(library, vocabulary)

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

  /** The terms to look up, most telling first, until they bring enough. */
  function lookUp(asked: readonly Sought[]): Map<string, number> {
    const values = new Map<string, number>()
    const raise = (term: string, value: number) => values.set(term, Math.max(value, values.get(term) ?? 0))
    for (const { terms, phrases } of asked) {
      for (const [term, { value }] of terms) raise(term, value)
      for (const { stems, value } of phrases) {
        const rarest = stems.reduce((a, b) => ((frequency.get(b) ?? 0) < (frequency.get(a) ?? 0) ? b : a))
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

  function rank(asked: readonly Sought[], entry: Entry): Rank {
    const { score, ...spoken } = rankByConcept(asked, entry.standing)
    return { score: score / (1 - lengthShare + (lengthShare * entry.length) / averageLength), ...spoken }
  }

  function candidatesOf(asked: readonly Sought[], frameworks: readonly string[]): string[] {
    const values = lookUp(asked)
    if (values.size === 0) return []
    const terms = [...values.keys()]
    return searchesFor(frameworks).flatMap((search) =>
      search
        .search('query', {
          tokenize: () => terms,
          processTerm: (term) => term,
          boostTerm: (term) => values.get(term) ?? 0,
          boost: fieldBoost,
        })
        .slice(0, mostCandidates)
        .map(({ id }): string => id),
    )
  }

  function phrasingsFor(concepts: readonly Concept[], frameworks: readonly string[]): ReadonlyMap<string, number> {
    const slugs = frameworks.length > 0 ? frameworks : library.frameworks.map(({ slug }) => slug)
    return new Map(slugs.flatMap((slug) => [...phrasings.match(slug, concepts)]))
  }

  return {
    search(concepts, { frameworks = [], factor = () => 1, limit, told = false }) {
      // In a story a grave word tells of what happened; whoever only asks, asks of nothing else.
      const read = told ? concepts.map((concept) => ({ ...concept, isGrave: false })) : concepts
      const asked = read.map((concept) => seek(concept, rarity, middlingRarity))
      const said = told ? phrasingsFor(concepts, frameworks) : new Map<string, number>()
      return [...new Set([...candidatesOf(asked, frameworks), ...said.keys()])]
        .flatMap((id): Hit[] => {
          const point = library.point(id)
          const entry = entries.get(id)
          if (!point || !entry) return []
          const ranked = rank(asked, entry)
          const phrased = said.get(id) ?? 0
          const evidence = ranked.evidence === 'none' && phrased > 0 ? 'phrasing' : ranked.evidence
          const score = (ranked.score + phrasingShare * phrased) * factor(point)
          return score > 0 ? [{ point, score, coverage: ranked.coverage, evidence }] : []
        })
        .sort((a, b) => b.score - a.score || a.point.order - b.point.order)
        .slice(0, limit)
    },
  }
}

function createSearch(points: readonly Point[], entries: ReadonlyMap<string, Entry>): MiniSearch<Point> {
  const search = new MiniSearch<Point>({
    fields: [...fields],
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
  const { standing, add } = createStanding()
  const analysed = { text: '', signs: '', heading: '' }
  let length = 0
  for (const field of fields) {
    const found = vocabulary.terms(textOf(library, point, field))
    if (field === 'text') length = found.length
    for (const { stem, as } of found) if (as !== 'function') add(stem, traitOf[field][as], as === 'word')
    analysed[field] = found.map(({ stem }) => stem).join(' ')
  }
  return { standing, length, analysed }
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
