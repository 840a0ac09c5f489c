import { type Token, tokenise, wordsOf } from '../../search/danish'
import { createSpeller } from '../../search/speller'
import type { Concept, Vocabulary } from '../../search/vocabulary'
import { raise } from '../../search/weights'
import type { JournalEntry } from './journal-entry'

export interface JournalHit {
  readonly entry: JournalEntry
  /** Where in the entry's text the words asked for stand, from (inclusive) and to (exclusive), in order. */
  readonly marks: readonly Mark[]
}

export interface Mark {
  readonly from: number
  readonly to: number
}

/** What stands around a text: the area it belongs to, and the points it is about. */
export type Surroundings = (entry: JournalEntry) => { readonly area: string; readonly points: readonly string[] }

/** How much the parts of an entry count: what was written first, then what it answers. */
const boosts = { text: 1, question: 0.55, points: 0.35, area: 0.35 }
/** A related word alone is no evidence that the leader wrote about the thing. */
const evidenceWeight = 0.3
/** A word of the leader's own that differs by a slip, or that holds the word asked for. */
const nearWeight = 0.8
const kinWeight = 0.5
const shortestKin = 4

/** Which of all that is found is wanted, from 0. */
export interface Slice {
  readonly from: number
  readonly count: number
}

/**
 * Finds what a leader has written about something, best first, newest first among equals. Everything is analysed anew for each
 * search and forgotten after it: nothing one leader wrote is there when another searches.
 */
export function searchJournal(
  vocabulary: Vocabulary,
  entries: readonly JournalEntry[],
  words: string,
  surroundings: Surroundings,
  { from, count }: Slice,
): { readonly total: number; readonly hits: readonly JournalHit[] } {
  const read = createReader(vocabulary)
  const analysed = entries.map((entry) => analyse(read, entry, surroundings(entry)))
  const concepts = conceptsOf(vocabulary, tokenise(words), analysed)
  const rarity = rarityIn(analysed)
  const found = analysed
    .map((each) => ({ each, score: score(each, concepts, rarity) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.each.entry.at.localeCompare(a.each.entry.at))
  const shown = found.slice(from, from + count)
  return {
    total: found.length,
    hits: shown.map(({ each }) => ({ entry: each.entry, marks: marksIn(read, each, concepts) })),
  }
}

/** A word as it is searched for: nothing where it is punctuation alone. */
interface Word {
  readonly token: Token
  /** Empty for a function word. */
  readonly terms: readonly string[]
}
type Read = (written: string) => Word | undefined

/** Analyses each word once a search: a leader's own come again and again. */
function createReader(vocabulary: Vocabulary): Read {
  const known = new Map<string, Word | undefined>()
  return (written) => {
    if (known.has(written)) return known.get(written)
    const [token] = tokenise(written)
    const word = token && {
      token,
      terms: vocabulary.isStopword(token) ? [] : vocabulary.terms(written).map(({ stem }) => stem),
    }
    known.set(written, word)
    return word
  }
}

interface Analysed {
  readonly entry: JournalEntry
  /** Stem -> the boost of the best part it stands in. */
  readonly terms: ReadonlyMap<string, number>
  readonly tokens: readonly Token[]
}

function analyse(read: Read, entry: JournalEntry, around: ReturnType<Surroundings>): Analysed {
  const terms = new Map<string, number>()
  const add = (text: string, boost: number) => {
    for (const written of wordsOf(text)) for (const term of read(written)?.terms ?? []) raise(terms, term, boost)
  }
  add(entry.text, boosts.text)
  add(entry.question, boosts.question)
  for (const point of around.points) add(point, boosts.points)
  add(around.area, boosts.area)
  return { entry, terms, tokens: wordsOf(entry.text).flatMap((written) => read(written)?.token ?? []) }
}

/** The words asked for, as asked and corrected, each with the leader's own words that are near them. */
function conceptsOf(vocabulary: Vocabulary, tokens: readonly Token[], analysed: readonly Analysed[]): Concept[] {
  const own = new Map<string, string>()
  for (const { tokens } of analysed) for (const { folded, stem } of tokens) own.set(folded, stem)
  const isOwn = (token: Token) => analysed.some(({ terms }) => terms.get(token.stem) === boosts.text)
  const spell = createSpeller([...own.keys()])
  // A word that stands in the texts is spelt as the leader spells it.
  const spelt = tokens.map((token) => (isOwn(token) ? token : (vocabulary.correct([token])[0] ?? token)))
  return vocabulary.concepts(spelt, new Set()).map((concept) => {
    const terms = new Map(concept.terms)
    for (const written of tokenise(concept.written)) {
      if (vocabulary.isStopword(written)) continue
      const near = own.get(spell(written.folded) ?? '')
      if (near && !isOwn(written)) raise(terms, near, nearWeight)
      if (written.stem.length < shortestKin) continue
      for (const [folded, stem] of own)
        if (folded.startsWith(written.stem) || folded.endsWith(written.folded)) raise(terms, stem, kinWeight)
    }
    return { ...concept, terms }
  })
}

function rarityIn(analysed: readonly Analysed[]): (term: string) => number {
  const frequency = new Map<string, number>()
  for (const { terms } of analysed) for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  return (term) => Math.log(1 + analysed.length / (1 + (frequency.get(term) ?? 0))) + 0.3
}

/** Each thing asked for counts once, by its best word; what speaks of all of them comes before what speaks of one. */
function score({ terms }: Analysed, concepts: readonly Concept[], rarity: (term: string) => number): number {
  let sum = 0
  let met = 0
  for (const concept of concepts) {
    const { value, evidence } = best(terms, concept, rarity)
    sum += value
    if (evidence >= evidenceWeight) met += 1
  }
  return met === 0 ? 0 : sum * (met / concepts.length) ** 2
}

function best(terms: ReadonlyMap<string, number>, concept: Concept, rarity: (term: string) => number) {
  let value = 0
  let evidence = 0
  for (const [term, weight] of concept.terms) {
    const boost = terms.get(term)
    if (boost === undefined) continue
    evidence = Math.max(evidence, weight)
    value = Math.max(value, weight * boost * rarity(term))
  }
  for (const { stems, weight } of concept.phrases) {
    const found = stems.map((stem) => terms.get(stem) ?? 0)
    if (found.length === 0 || Math.min(...found) === 0) continue
    evidence = Math.max(evidence, weight)
    value = Math.max(value, weight * Math.min(...found) * Math.max(...stems.map(rarity)))
  }
  return { value, evidence }
}

function marksIn(read: Read, { entry, tokens }: Analysed, concepts: readonly Concept[]): Mark[] {
  const asked = new Set<string>()
  for (const { terms, phrases } of concepts) {
    for (const [term, weight] of terms) if (weight >= evidenceWeight) asked.add(term)
    for (const { stems } of phrases) for (const stem of stems) asked.add(stem)
  }
  const marks: Mark[] = []
  // The text as tokenised is normalised; what was written may differ by a composed letter.
  const text = entry.text.normalize('NFC')
  let at = 0
  for (const token of tokens) {
    const from = text.indexOf(token.written, at)
    if (from < 0) continue
    at = from + token.written.length
    if (read(token.written)?.terms.some((term) => asked.has(term))) marks.push({ from, to: at })
  }
  return marks
}
