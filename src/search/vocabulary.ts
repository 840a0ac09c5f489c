import type { Library } from '../framework/library'
import { createSplitter } from './compounds'
import { stem, type Token, tokenise } from './danish'
import type { Cue, Lexicon } from './lexicon'
import { createSpeller } from './speller'
import type { TopicName } from './topic-names'
import { createTopics } from './topics'
import { raise, weights } from './weights'

/** One thing asked for, and the stems it may appear as. */
export interface Concept {
  /** As written, for telling what was not found. */
  readonly written: string
  /** Stem -> weight, 0 to 1. */
  readonly terms: ReadonlyMap<string, number>
  /** Synonyms of several words: they count only where all their stems stand. */
  readonly phrases: readonly { readonly stems: readonly string[]; readonly weight: number }[]
  /** The stems of the words as asked: a synonym is never worth more than these. */
  readonly own: readonly string[]
  /** What an English word or phrase is called in Danish. */
  readonly translations: readonly string[]
  /** What lies near it, in the lexicon's order. */
  readonly related: readonly TopicName[]
  /** A word of leadership (the lexicon has it as a topic), not just any word. */
  readonly isTopic: boolean
}

/** What the program knows of words: made once from the frameworks and the lexicon. */
export interface Vocabulary {
  isStopword(token: Token): boolean
  /** Words with the nearest known word put in place of a misspelled one; frameworks and lexicon decide what is known. */
  correct(tokens: readonly Token[]): Token[]
  /** The stems a text is found under: words without function words, and the parts of compounds. */
  indexTerms(text: string): string[]
  /** The content of a question as concepts; tokens in `consumed` are left out. */
  concepts(tokens: readonly Token[], consumed: ReadonlySet<number>): Concept[]
  /** Whether a token is a known word of either language. */
  isKnown(token: Token): boolean
}

export function createVocabulary(library: Library, lexicon: Lexicon): Vocabulary {
  const stopwords = new Set(lexicon.stopwords.flatMap(tokenise).map((token) => token.folded))
  const texts = [
    ...library.points.flatMap((point) => [point.text, ...(point.signs ?? [])]),
    ...library.frameworks.flatMap((f) => [f.name, ...f.roles.map((r) => r.title), ...f.areas.map((a) => a.title)]),
  ]
  const danishWords = new Set<string>()
  for (const text of texts) for (const { folded } of tokenise(text)) danishWords.add(folded)
  const phrases = lexiconPhrases(lexicon)
  for (const phrase of phrases.danish) for (const { folded } of tokenise(phrase)) danishWords.add(folded)
  const split = createSplitter(
    [...danishWords, ...lexicon.compoundParts.map((word) => tokenise(word)[0]?.folded ?? '')].filter(
      (word) => !stopwords.has(word),
    ),
  )

  const danishStems = new Set([...danishWords].map(stem))
  const englishWords = new Set<string>(['the', 'of', 'and'])
  for (const phrase of phrases.english) for (const { folded } of tokenise(phrase)) englishWords.add(folded)
  const english = new Map(
    Object.entries(lexicon.english).map(([word, danish]) => [tokenise(word)[0]?.folded ?? word, tokenise(danish)]),
  )
  for (const word of english.keys()) englishWords.add(word)
  const speller = createSpeller([...danishWords])

  const isStopword = (token: Token) => stopwords.has(token.folded)
  const isKnown = (token: Token) =>
    danishStems.has(token.stem) || englishWords.has(token.folded) || isStopword(token) || split(token.folded).length > 0

  const topics = createTopics(lexicon, isStopword)

  function conceptOf(token: Token): Concept {
    const isTranslated = !danishStems.has(token.stem) || !danishWords.has(token.folded)
    const translations = isTranslated ? (english.get(token.folded) ?? []) : []
    const near = [topics.around([token]), ...translations.map((danish) => topics.around([danish]))]
    const terms = new Map<string, number>([[token.stem, weights.word]])
    for (const part of split(token.folded)) raise(terms, part, weights.part)
    for (const danish of translations) raise(terms, danish.stem, weights.english)
    for (const topic of near) for (const [stem, weight] of topic.terms) raise(terms, stem, weight)
    return {
      written: token.written,
      terms,
      phrases: near.flatMap((topic) => topic.phrases),
      own: [token.stem, ...translations.map((danish) => danish.stem)],
      translations: [...translations.map((danish) => danish.written), ...near.flatMap((topic) => topic.translations)],
      related: near.flatMap((topic) => topic.related),
      isTopic: near.some((topic) => topic.isKnown),
    }
  }

  function contentStems(tokens: readonly Token[]): string[] {
    const content = tokens.filter((token) => !isStopword(token))
    return (content.length > 0 ? content : tokens).map((token) => token.stem)
  }

  return {
    isStopword,
    isKnown,
    correct: (tokens) =>
      tokens.map((token) => {
        if (isKnown(token) || /\d/.test(token.folded)) return token
        const nearest = speller(token.folded)
        return nearest ? { written: token.written, folded: nearest, stem: stem(nearest) } : token
      }),
    indexTerms: (text) =>
      tokenise(text)
        .filter((token) => !isStopword(token))
        .flatMap((token) => [token.stem, ...split(token.folded)]),
    concepts(tokens, consumed) {
      const found: Concept[] = []
      const covered = new Set(consumed)
      for (const phrase of topics.phrasesIn(tokens)) {
        if (anyIn(covered, phrase.from, phrase.to)) continue
        const inside = tokens.slice(phrase.from, phrase.to)
        const own = contentStems(inside)
        for (let i = phrase.from; i < phrase.to; i++) covered.add(i)
        const terms = new Map(phrase.synonyms.terms)
        // One word of "psykologisk tryghed" is not yet the thing.
        for (const stem of own) raise(terms, stem, weights.part)
        const phrases = [{ stems: own, weight: weights.word }, ...phrase.synonyms.phrases]
        const { translations, related } = phrase.synonyms
        found.push({ written: written(inside), terms, phrases, own, translations, related, isTopic: true })
      }
      tokens.forEach((token, i) => {
        if (!covered.has(i) && !isStopword(token)) found.push(conceptOf(token))
      })
      return found
    },
  }
}

function lexiconPhrases(lexicon: Lexicon): { danish: string[]; english: string[] } {
  const cues = Object.values(lexicon.cues)
  const named = [...lexicon.roles, ...lexicon.topics]
  return {
    danish: [
      ...named.flatMap((entry) => entry.words),
      ...lexicon.topics.flatMap((topic) => topic.related),
      ...Object.values(lexicon.areas).flat(),
      ...cues.flatMap((cue) => cue.words),
      ...Object.values(lexicon.english),
      ...lexicon.compoundParts,
    ],
    english: [...named.flatMap((entry) => entry.en), ...cues.flatMap((cue) => cue.en)],
  }
}

function anyIn(set: ReadonlySet<number>, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (set.has(i)) return true
  return false
}

function written(tokens: readonly Token[]): string {
  return tokens.map((token) => token.written).join(' ')
}

/** Phrases of a cue in both languages. */
export function cuePhrases(lexicon: Lexicon, cue: Cue): string[] {
  return [...lexicon.cues[cue].words, ...lexicon.cues[cue].en]
}
