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
import { createShortlist, type Stretch } from './shortlist'
import type { Term } from './term'
import type { Concept, Vocabulary } from './vocabulary'

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
  /** Counts what leaders say of a point in everyday words, too: as for a situation that is told, or for a question in a sentence. */
  readonly everyday?: 'told' | 'asked'
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
/** What is said of a point in everyday words, beside what the point says itself. Chosen on told situations by four authors. */
const phrasingShare = { told: 0.4, asked: 0.12 }
/**
 * What more points than these say better is not looked at: of one framework and of several in all. With none known, what leaders say
 * is looked up in those that speak best of what was asked.
 */
const mostSaid = { ofOne: 60, ofMany: 120 }
const mostPhrased = 5

interface Entry {
  readonly standing: Standing
  readonly length: number
}

/**
 * The terms asked for find the candidates; what ranks them is the concepts. To add up every synonym that a point happens to hold
 * would put one with five words around a thing before the one that names it. Here each concept counts once, by its best word.
 */
export function createStatementIndex(library: Library, vocabulary: Vocabulary): StatementIndex {
  const { points } = library
  const entries = points.map((point) => analyse(library, vocabulary, point))
  const places = new Map(points.map(({ id }, place) => [id, place]))
  const shortlist = createShortlist(entries.map(({ standing }) => standing))
  const totalLength = entries.reduce((sum, { length }) => sum + length, 0)
  const averageLength = totalLength / Math.max(1, entries.length)
  const rarityOf = (count: number) => Math.log(1 + entries.length / (1 + count))
  const rarity = (term: string) => {
    const count = shortlist.frequency(term)
    return count === undefined ? undefined : rarityOf(count)
  }
  const middlingRarity = rarityOf(entries.length / 80)
  const phrasings = createPhrasingIndex(library, vocabulary)

  const stretches = stretchesOf(points)
  const everywhere: readonly Stretch[] = [{ from: 0, to: points.length }]

  /** The terms to look up, and what each is worth. */
  function lookUp(asked: readonly Sought[]): Map<string, number> {
    const values = new Map<string, number>()
    const raise = (term: string, value: number) => values.set(term, Math.max(value, values.get(term) ?? 0))
    const count = (term: string) => shortlist.frequency(term) ?? 0
    for (const { terms, phrases } of asked) {
      for (const [term, { value }] of terms) raise(term, value)
      for (const { stems, value } of phrases)
        raise(
          stems.reduce((a, b) => (count(b) < count(a) ? b : a)),
          value,
        )
    }
    return values
  }

  function rank(asked: readonly Sought[], entry: Entry): Rank {
    const { score, ...spoken } = rankByConcept(asked, entry.standing)
    return { score: score / (1 - lengthShare + (lengthShare * entry.length) / averageLength), ...spoken }
  }

  /** The frameworks asked, or of all of them those that the candidates are from, and others where they are few. */
  function phrasedFrameworks(found: readonly number[], frameworks: readonly string[]): readonly string[] {
    if (frameworks.length > 0 && frameworks.length <= mostPhrased) return frameworks
    const near = found.flatMap((place) => points[place]?.framework ?? [])
    const others = library.frameworks.slice(0, mostPhrased).map(({ slug }) => slug)
    return [...new Set([...near, ...others])].slice(0, mostPhrased)
  }

  function phrasingsOf(concepts: readonly Concept[], frameworks: readonly string[]): ReadonlyMap<number, number> {
    const most = Math.min(mostSaid.ofOne, Math.ceil(mostSaid.ofMany / frameworks.length))
    return new Map(
      frameworks.flatMap((slug) =>
        [...phrasings.match(slug, concepts, most)].flatMap(([id, said]): [number, number][] => {
          const place = places.get(id)
          return place === undefined ? [] : [[place, said]]
        }),
      ),
    )
  }

  return {
    search(concepts, { frameworks = [], factor = () => 1, limit, everyday }) {
      // In a story a grave word tells of what happened; whoever only asks, asks of nothing else.
      const read = everyday === 'told' ? concepts.map((concept) => ({ ...concept, isGrave: false })) : concepts
      const asked = read.map((concept) => seek(concept, rarity, middlingRarity))
      const within = frameworks.length === 0 ? everywhere : frameworks.flatMap((slug) => stretches.get(slug) ?? [])
      const found = shortlist.find(lookUp(asked), within)
      const said = everyday ? phrasingsOf(concepts, phrasedFrameworks(found, frameworks)) : new Map<number, number>()
      const share = everyday ? phrasingShare[everyday] : 0
      return [...new Set([...found, ...said.keys()])]
        .flatMap((place): Hit[] => {
          const point = points[place]
          const entry = entries[place]
          const worth = point ? factor(point) : 0
          if (!point || !entry || worth === 0) return []
          const ranked = rank(asked, entry)
          const phrased = said.get(place) ?? 0
          const evidence = ranked.evidence === 'none' && phrased > 0 ? 'phrasing' : ranked.evidence
          const score = (ranked.score + share * phrased) * worth
          return score > 0 ? [{ point, score, coverage: ranked.coverage, evidence }] : []
        })
        .sort((a, b) => b.score - a.score || a.point.order - b.point.order)
        .slice(0, limit)
    },
  }
}

/** Where each framework's points stand among all: they follow each other. */
function stretchesOf(points: readonly Point[]): ReadonlyMap<string, Stretch> {
  const stretches = new Map<string, Stretch>()
  for (const [place, { framework }] of points.entries())
    stretches.set(framework, { from: stretches.get(framework)?.from ?? place, to: place + 1 })
  return stretches
}

function analyse(library: Library, vocabulary: Vocabulary, point: Point): Entry {
  const { standing, add } = createStanding()
  let length = 0
  for (const field of fields) {
    const found = vocabulary.terms(textOf(library, point, field))
    if (field === 'text') length = found.length
    for (const { stem, as } of found) if (as !== 'function') add(stem, traitOf[field][as], as === 'word')
  }
  return { standing, length }
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
