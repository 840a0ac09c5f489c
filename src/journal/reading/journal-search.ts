import { type Token, tokenise, wordsOf } from '../../search/danish'
import { bestIn, createStanding, type Sought, type Standing, seek, type Trait } from '../../search/rank-by-concept'
import { createSpeller } from '../../search/speller'
import type { Concept, Vocabulary } from '../../search/vocabulary'
import { raise } from '../../search/weights'
import { type JournalEntry, writtenIn } from './journal-entry'

export interface JournalHit {
  readonly entry: JournalEntry
  /** Where in what was written in it the words asked for stand, from (inclusive) and to (exclusive), in order. */
  readonly marks: readonly Mark[]
}

export interface Mark {
  readonly from: number
  readonly to: number
}

/** What stands around a text: the area it belongs to, and the points it is about. */
export type Surroundings = (entry: JournalEntry) => { readonly area: string; readonly points: readonly string[] }

/** How much the parts of an entry count: what was written first, then what it answers. */
const traits = {
  text: { boost: 1, proves: 'own' },
  question: { boost: 0.55, proves: 'own' },
  points: { boost: 0.35, proves: 'own' },
  area: { boost: 0.35, proves: 'own' },
} as const satisfies Record<string, Trait>
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
  const sought = concepts.map((concept) => seek(concept, rarity, Number.POSITIVE_INFINITY))
  const found = analysed
    .map((each) => ({ each, score: score(each, sought) }))
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
  readonly standing: Standing
  readonly tokens: readonly Token[]
}

function analyse(read: Read, entry: JournalEntry, around: ReturnType<Surroundings>): Analysed {
  const { standing, add } = createStanding()
  const addText = (text: string, trait: Trait) => {
    for (const written of wordsOf(text)) {
      const [own, ...parts] = read(written)?.terms ?? []
      if (own !== undefined) add(own, trait, true)
      for (const part of parts) add(part, trait, false)
    }
  }
  addText(writtenIn(entry), traits.text)
  addText(entry.question, traits.question)
  addText(entry.second?.question ?? '', traits.question)
  for (const point of around.points) addText(point, traits.points)
  addText(around.area, traits.area)
  return { entry, standing, tokens: wordsOf(writtenIn(entry)).flatMap((written) => read(written)?.token ?? []) }
}

/** The words asked for, as asked and corrected, each with the leader's own words that are near them. */
function conceptsOf(vocabulary: Vocabulary, tokens: readonly Token[], analysed: readonly Analysed[]): Concept[] {
  const own = new Map<string, string>()
  for (const { tokens } of analysed) for (const { folded, stem } of tokens) own.set(folded, stem)
  const isOwn = (token: Token) => analysed.some(({ standing }) => standing.get(token.stem)?.trait === traits.text)
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

function rarityIn(analysed: readonly Analysed[]): (term: string) => number | undefined {
  const frequency = new Map<string, number>()
  for (const { standing } of analysed)
    for (const term of standing.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  return (term) => {
    const count = frequency.get(term)
    return count === undefined ? undefined : Math.log(1 + analysed.length / (1 + count)) + 0.3
  }
}

/** Each thing asked for counts once, by its best word; what speaks of all of them comes before what speaks of one. */
function score({ standing }: Analysed, sought: readonly Sought[]): number {
  let sum = 0
  let met = 0
  for (const each of sought) {
    const { value, weight } = bestIn(each, standing)
    sum += value
    if (weight >= evidenceWeight) met += 1
  }
  return met === 0 ? 0 : sum * (met / sought.length) ** 2
}

function marksIn(read: Read, { entry, tokens }: Analysed, concepts: readonly Concept[]): Mark[] {
  const asked = new Set<string>()
  for (const { terms, phrases } of concepts) {
    for (const [term, weight] of terms) if (weight >= evidenceWeight) asked.add(term)
    for (const { stems } of phrases) for (const stem of stems) asked.add(stem)
  }
  const marks: Mark[] = []
  // The text as tokenised is normalised; what was written may differ by a composed letter.
  const text = writtenIn(entry).normalize('NFC')
  let at = 0
  for (const token of tokens) {
    const from = text.indexOf(token.written, at)
    if (from < 0) continue
    at = from + token.written.length
    if (read(token.written)?.terms.some((term) => asked.has(term))) marks.push({ from, to: at })
  }
  return marks
}
