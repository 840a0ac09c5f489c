import type { Library, Point } from '../framework/library'
import type { Concept, Vocabulary } from './vocabulary'
import { raise, weights } from './weights'

/** Finds points by what leaders say of them in everyday words. */
export interface PhrasingIndex {
  /** Point id -> how much of what was told is said of it, for so many of a framework of which most is. */
  match(framework: string, told: readonly Concept[], most: number): ReadonlyMap<string, number>
}

/** BM25's constants, as everybody sets them. */
const saturation = 1.2
const lengthShare = 0.75
/** The single line that says it best counts beside all that is said of the point. */
const lineShare = 0.5
/** A line says one thing and a story several: it is compared with so many concepts of the story at a time, and several may agree. */
const stretch = 6
/** Of a longer story its beginning and its end are read, where it comes to the point. */
const mostConcepts = { first: 30, last: 60 }
const synonymWeight = 0.35

interface Posting {
  readonly document: number
  readonly count: number
}

/** One framework's points, each with all that is said of it (a document) and line by line. */
interface Indexed {
  readonly points: readonly Point[]
  readonly documents: Postings
  readonly lines: Postings
  /** Line -> the point it belongs to. */
  readonly owners: readonly number[]
}

interface Postings {
  readonly of: ReadonlyMap<string, readonly Posting[]>
  readonly lengths: readonly number[]
  readonly average: number
}

/** A framework is read when it is first asked: most are never. */
export function createPhrasingIndex(library: Library, vocabulary: Vocabulary): PhrasingIndex {
  const read = new Map<string, Indexed>()
  const indexOf = (framework: string) => {
    const known = read.get(framework) ?? index(library, vocabulary, framework)
    read.set(framework, known)
    return known
  }
  return {
    match(framework, told, most) {
      const { points, documents, lines, owners } = indexOf(framework)
      const { first, last } = mostConcepts
      const heard = told.length <= first + last ? told : [...told.slice(0, first), ...told.slice(-last)]
      const said = new Map(bm25(documents, termsOf(heard)))
      for (let from = 0; from < heard.length; from += stretch) {
        const best = new Map<number, number>()
        for (const [line, score] of bm25(lines, termsOf(heard.slice(from, from + stretch)))) {
          const owner = owners[line] ?? 0
          best.set(owner, Math.max(best.get(owner) ?? 0, score))
        }
        for (const [owner, score] of best) said.set(owner, (said.get(owner) ?? 0) + lineShare * score)
      }
      const found = [...said].flatMap(([owner, score]) => {
        const point = points[owner]
        return point ? [{ id: point.id, score }] : []
      })
      found.sort((a, b) => b.score - a.score)
      return new Map(found.slice(0, most).map(({ id, score }) => [id, score]))
    },
  }
}

function termsOf(concepts: readonly Concept[]): ReadonlyMap<string, number> {
  const terms = new Map<string, number>()
  for (const { own, terms: known } of concepts) {
    for (const stem of own) raise(terms, stem, 1)
    for (const [stem, weight] of known) if (weight >= weights.synonym) raise(terms, stem, synonymWeight)
  }
  return terms
}

function index(library: Library, vocabulary: Vocabulary, framework: string): Indexed {
  const points = library.select({ framework })
  const owners: number[] = []
  const lineTerms: (readonly string[])[] = []
  const documentTerms = points.map((point, owner) => {
    const said = library.phrasingsOf(point.id).map(vocabulary.stems)
    for (const terms of said) {
      owners.push(owner)
      lineTerms.push(terms)
    }
    const own = [point.text, library.areaTitle(framework, point.area), ...(point.signs ?? [])]
    return [...own.flatMap(vocabulary.stems), ...said.flat()]
  })
  return { points, owners, documents: postingsOf(documentTerms), lines: postingsOf(lineTerms) }
}

function postingsOf(documents: readonly (readonly string[])[]): Postings {
  const of = new Map<string, Posting[]>()
  for (const [document, terms] of documents.entries()) {
    const counts = new Map<string, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const [term, count] of counts) {
      const list = of.get(term)
      if (list) list.push({ document, count })
      else of.set(term, [{ document, count }])
    }
  }
  const lengths = documents.map((terms) => terms.length)
  return { of, lengths, average: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) }
}

/** How well each document says what was asked, by its place, for those that say any of it. */
function bm25({ of, lengths, average }: Postings, asked: ReadonlyMap<string, number>): (readonly [number, number])[] {
  const scores = new Float64Array(lengths.length)
  const met: number[] = []
  for (const [term, weight] of asked) {
    const postings = of.get(term)
    if (!postings) continue
    const worth =
      weight * (saturation + 1) * Math.log(1 + (lengths.length - postings.length + 0.5) / (postings.length + 0.5))
    for (const { document, count } of postings) {
      const length = 1 - lengthShare + (lengthShare * (lengths[document] ?? 0)) / average
      const before = scores[document] ?? 0
      if (before === 0) met.push(document)
      scores[document] = before + (worth * count) / (count + saturation * length)
    }
  }
  return met.map((document) => [document, scores[document] ?? 0])
}
