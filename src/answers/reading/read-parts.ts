import { tokenise } from '../../search/danish'
import type { Concept } from '../../search/vocabulary'
import { type Findings, findNames } from './findings'
import type { Known } from './known'
import { likeAQuestion, readWish, type Wish } from './read-wish'
import { tellsOnly } from './reads-as-told'
import { type Sentence, sentencesOf } from './sentences'

/** A text taken apart: what asks, what it asks for and about, and all that was said. */
export interface Parts {
  /** The sentence that asks. */
  readonly asked: Findings
  /** All that was said. */
  readonly whole: Findings
  /** The parts of the sentence that asks, where it has several. */
  readonly clauses: readonly Findings[]
  /** What the asking part is like. */
  readonly wish: Wish
  /** What is asked about: the content words that are no part of the way of asking. */
  readonly topics: readonly Concept[]
  /** Those of them that no example of what is wanted has. */
  readonly strange: readonly Concept[]
  /** Nothing is asked about: each topic is a word that stands more often where lists are asked for than where something is asked about. */
  readonly dressed: boolean
  /** Areas named by what asks or, where it only points back ("hvad kræver det af mig"), by what it points to. */
  readonly areas: readonly string[]
  /** A leader's own trouble, and no question on what the document says. */
  readonly isTold: boolean
}

/** Whoever is spoken to by name is spoken of in no other way. */
const itself = 'pejling'

/** Nobody asks in more: of a longer text the beginning is read, and its end, where the question stands. */
const longestRead = 2_400
const longestEnd = 400
const longestLooked = 20_000
const mostClauses = 6
/** "Hvilke?" asks nothing without the sentence before it. */
const fewestWords = 3
/** "Trivsel. Er der nogen der skriver om det?": the words of a story are not what "det" points to. */
const mostWordsPointedTo = 20

export function readParts(known: Known, said: string): Parts {
  const { names, examples, spellOut } = known
  const text = spellOut(cut(said))
  const read = (part: string) => findNames(known, part)
  const sentences = sentencesOf(names, text)
  const whole = read(text)
  const each = sentences.length > 1 ? sentences.map((sentence) => read(sentence.text)) : []
  const at = askingAt(sentences, each)
  const from = at > 0 && wordsIn(sentences[at]?.text ?? '') < fewestWords ? at - 1 : at
  const last = sentences.slice(from, at + 1).map((sentence) => sentence.text)
  const asked = at < 0 ? whole : from === at ? (each[at] ?? whole) : read(last.join(' '))
  const around = at < 0 ? [] : [...each.slice(0, from), ...each.slice(at + 1)]
  const clauses = clausesIn(asked.text).map(read)
  const wish = readWish({ asked, whole, clauses, around })
  // A word of leadership that one way of asking happens to hold may still be what is asked about ("samtale", "læring").
  const isStructural = ({ own, isTopic }: Concept) =>
    own.every((stem) => examples.waysWith(wish.kind, stem) >= (isTopic ? 2 : 1))
  const topics = aboutWhat(wish, asked, whole).filter((concept) => !isStructural(concept))
  return {
    asked,
    whole,
    clauses,
    wish,
    topics,
    strange: topics.filter(({ own }) => !own.every((stem) => stem === itself || examples.hasIn(wish.kind, stem))),
    dressed: topics.every((concept) => isDressing(known, concept)),
    areas: areasMeant(wish, asked, whole),
    isTold: tellsOnly(sentences, { asked, whole, clauses, wish }),
  }
}

/** What asks something else than a question is counts less; of several that ask, the last counts. */
const worth = { asking: 0.3, last: 0.15, least: 0.55 }

/** The sentence that asks: the last that does, unless another is much more like a question to a framework; -1 where none is. */
function askingAt(sentences: readonly Sentence[], each: readonly Findings[]): number {
  const last = sentences.findLastIndex((sentence) => sentence.asks)
  let best = { at: -1, score: worth.least }
  for (const [at, findings] of each.entries()) {
    const asks = sentences[at]?.asks ? worth.asking : 0
    const score = likeAQuestion(findings) + asks + (at === last ? worth.last : 0)
    if (score >= best.score) best = { at, score }
  }
  return best.at >= 0 ? best.at : sentences.length > 1 ? last : -1
}

const backward = /^(det|den|dem|de|der|dér|dette|heri|herom|ham|hende|it|that|them|those|this|they|there)$/

/** Whether what asks points back to what was said before it. */
export function pointsBack({ tokens, text }: Findings): boolean {
  return (
    tokens.some((token) => backward.test(token.written.toLowerCase())) ||
    /\b(spor|ord|punkt|begreb|område|emne)(et|en)?\b/i.test(text)
  )
}

function aboutWhat({ kind, clause }: Wish, asked: Findings, whole: Findings): readonly Concept[] {
  // "Ny Syntese. Hvad er det?" points to the sentence before.
  const isAsking = kind === 'topic' || kind === 'definition'
  const isShort = whole.tokens.length <= mostWordsPointedTo
  const isBare = isShort ? !asked.concepts.some(({ isTopic }) => isTopic) : asked.concepts.length === 0
  const isEmpty = asked.areas.length === 0 && isBare
  if (isAsking && isEmpty && pointsBack(asked)) return whole.concepts
  if (clause === asked) return asked.concepts
  const isSearch = kind === 'topic' || kind === 'definition'
  const isAnswered = asked.roles.length > 0 && clause.roles.length === 0 && !isSearch
  if (isAnswered || (!pointsBack(clause) && (clause.concepts.length > 0 || clause.areas.length > 0)))
    return clause.concepts
  return asked.concepts
}

function areasMeant({ clause }: Wish, asked: Findings, whole: Findings): readonly string[] {
  if (clause.areas.length > 0) return clause.areas
  if (asked.areas.length > 0) return asked.areas
  return pointsBack(clause) && asked.concepts.length < 3 ? whole.areas : []
}

/** The clauses of a sentence, where it has several: a question after a comma is a question. */
function clausesIn(text: string): string[] {
  const parts = text
    .split(/[,:;()–…]\s*|\s-\s|\s(?=men |og hvad |og hvilke |og hvem |og hvordan |and what )/u)
    .filter((part) => /\p{L}+\s+\p{L}+/u.test(part))
  return parts.length > 1 ? parts.slice(-mostClauses) : []
}

/** So many lines that ask for a list hold a word, and hardly one that asks about something. */
const leastLines = 3

function isOfLists({ linesWith }: Known['counted'], word: string): boolean {
  const lines = linesWith(word, 'expectations')
  return lines >= leastLines && lines > 2 * linesWith(word, 'topic')
}

function isDressing({ counted }: Known, { written }: Concept): boolean {
  return tokenise(written).every(({ folded }) => isOfLists(counted, folded))
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length
}

/** Links and file names, and letters without end, are no words. */
const noWords = /https?:\/\/\S+|www\.\S+|\S+\.(pdf|docx?|xlsx?|pptx?|png|jpe?g)\b|\S{60,}/giu

function cut(said: string): string {
  const text = said.slice(0, longestLooked).replace(noWords, ' ')
  return text.length <= longestRead ? text : `${text.slice(0, longestRead - longestEnd)} … ${text.slice(-longestEnd)}`
}
