import type { Library } from '../framework/library'
import type { BuiltWords } from './built-words'
import { createSplitter } from './compounds'
import { type Token, tokenise } from './danish'
import { createKnownWords } from './known-words'
import type { Cue, Lexicon } from './lexicon'
import { isLookalike } from './lookalikes'
import { createParticleVerbs, isBlank } from './particle-verbs'
import { type Content, phraseContent } from './phrase-content'
import type { Term } from './term'
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
  /** Spoken of by its own words or not at all. */
  readonly isGrave: boolean
}

/** What the program knows of words: made once from the frameworks and the lexicon. */
export interface Vocabulary {
  isStopword(token: Token): boolean
  /**
   * Words as they were meant: with the Danish letters they were typed without, and with the nearest known word in place of a
   * misspelt one. Frameworks and lexicon decide what is known.
   */
  correct(tokens: readonly Token[]): Token[]
  /** What a text is found under: its words without function words, and the parts of compounds. */
  terms(text: string): Term[]
  /** The stems that a text is found under. */
  stems(text: string): readonly string[]
  /** The same with its function words. */
  allTerms(text: string): Term[]
  /** The stems of a topic's phrase that must be met. */
  content(phrase: string): Content
  /** The content of a question as concepts; tokens in `consumed` are left out. */
  concepts(tokens: readonly Token[], consumed: ReadonlySet<number>): Concept[]
  /** Whether a token is a word of either language that the data or leaders use. */
  isKnown(token: Token): boolean
}

/** @param built what `terms` and `content` say, where that is known already */
export function createVocabulary(
  library: Library,
  lexicon: Lexicon,
  built: Pick<BuiltWords, 'terms' | 'contents' | 'phrasings'> = { terms: {}, contents: {}, phrasings: () => ({}) },
): Vocabulary {
  const known = createKnownWords(library, lexicon)
  const { isStopword, isDanish, isDanishForm, isEnglish } = known
  const joinVerbs = createParticleVerbs(lexicon.particleVerbs)
  const read = (text: string) => {
    const tokens = tokenise(text)
    return joinVerbs(tokens.filter((_, i) => !isLookalike(tokens, i)))
  }
  const split = createSplitter([...known.danish].filter((letters) => !isStopword({ ...nothing, letters })))
  const english = new Map(
    Object.entries(lexicon.english).map(([word, danish]) => [tokenise(word)[0]?.letters ?? word, tokenise(danish)]),
  )
  // A word is often a neighbour of several topics.
  const contents = new Map(Object.entries(built.contents))
  function content(phrase: string): Content {
    const known = contents.get(phrase)
    if (known) return known
    const found = phraseContent(
      read(phrase).filter((token) => !isBlank(token)),
      isStopword,
    )
    contents.set(phrase, found)
    return found
  }
  const topics = createTopics(lexicon, content, isStopword)
  const isKnown = (token: Token) =>
    isDanish(token) || isEnglish(token) || isStopword(token) || split(token.letters).length > 0

  function conceptOf(token: Token): Concept {
    const isTranslated = !isDanish(token) || !isDanishForm(token)
    const translations = isTranslated ? (english.get(token.letters) ?? []) : []
    const near = [topics.around([token]), ...translations.map((danish) => topics.around([danish]))]
    const parts = split(token.letters)
    const graveParts = parts.filter((stem) => topics.around([{ ...token, stem }]).isGrave)
    const isGrave = graveParts.length > 0 || near.some((topic) => topic.isGrave)
    const weighed: (readonly [stem: string, weight: number])[] = [
      [token.stem, weights.word],
      ...translations.map((danish) => [danish.stem, weights.english] as const),
      ...near.flatMap((topic) => [...topic.terms]),
      ...parts.map((stem) => [stem, graveParts.includes(stem) ? weights.synonym : weights.part] as const),
    ]
    const phrases = near.flatMap((topic) => topic.phrases)
    if (parts.length > 0) phrases.push({ stems: parts, weight: weights.whole })
    return {
      written: token.written,
      terms: best(weighed, isGrave),
      phrases: isGrave ? phrases.filter(({ weight }) => weight >= weights.synonym) : phrases,
      own: [token.stem, ...translations.map((danish) => danish.stem)],
      translations: [...translations.map((danish) => danish.written), ...near.flatMap((topic) => topic.translations)],
      related: near.flatMap((topic) => topic.related),
      isTopic: near.some((topic) => topic.isKnown),
      isGrave,
    }
  }

  function phraseConcept(inside: readonly Token[], synonyms: ReturnType<typeof topics.around>): Concept {
    const content = inside.filter((token) => !isStopword(token))
    const own = (content.length > 0 ? content : inside).map((token) => token.stem)
    const { translations, related, isGrave } = synonyms
    // One word of "psykologisk tryghed" is not yet the thing.
    const single = own.length > 1 ? weights.wordOfPhrase : weights.word
    return {
      written: inside.flatMap((token) => (isBlank(token) ? [] : [token.written])).join(' '),
      terms: best([...synonyms.terms, ...own.map((stem) => [stem, single] as const)], isGrave),
      phrases: [{ stems: own, weight: weights.word }, ...synonyms.phrases],
      own,
      translations,
      related,
      isTopic: true,
      isGrave,
    }
  }

  /** A blank stands for a verb that is found with its particle, and next to nothing without it. */
  function termsOf(token: Token): Term[] {
    if (isBlank(token)) return [{ stem: token.stem, as: 'part' }]
    if (isStopword(token)) return [{ stem: token.stem, as: 'function' }]
    return [{ stem: token.stem, as: 'word' }, ...partsOf(split(token.letters))]
  }

  const terms = (text: string): Term[] =>
    Object.hasOwn(built.terms, text)
      ? [...(built.terms[text] ?? [])]
      : read(text)
          .flatMap(termsOf)
          .filter(({ as }) => as !== 'function')

  return {
    content,
    isStopword,
    isKnown: (token) => isKnown(token) || known.isEveryday(token),
    correct: (tokens) =>
      tokens.map((token) => {
        const restored = known.restore(token)
        if (restored) return restored
        if (isKnown(token) || /\d/.test(token.folded) || known.isEveryday(token)) return token
        return known.nearest(token) ?? token
      }),
    terms,
    stems(text) {
      const phrasings = built.phrasings()
      const known = Object.hasOwn(phrasings, text) ? phrasings[text] : undefined
      return known === undefined ? terms(text).map(({ stem }) => stem) : known.split(' ').filter((stem) => stem !== '')
    },
    allTerms: (text) => read(text).flatMap(termsOf),
    concepts(asked, consumed) {
      const tokens = joinVerbs(
        asked.map((token, i) => (consumed.has(i) || isLookalike(asked, i) ? { ...token, ...nothingSaid } : token)),
      )
      const found: Concept[] = []
      const covered = new Set(consumed)
      for (const { from, to, synonyms } of topics.phrasesIn(tokens)) {
        if (anyIn(covered, from, to)) continue
        for (let i = from; i < to; i++) covered.add(i)
        found.push(phraseConcept(tokens.slice(from, to), synonyms))
      }
      tokens.forEach((token, i) => {
        if (!covered.has(i) && !isStopword(token)) found.push(conceptOf(token))
      })
      return found
    },
  }
}

/** The highest weight of each stem; of a grave word only what says the same. */
function best(weighed: readonly (readonly [stem: string, weight: number])[], isGrave: boolean): Map<string, number> {
  const terms = new Map<string, number>()
  for (const [stem, weight] of weighed) if (!isGrave || weight >= weights.synonym) raise(terms, stem, weight)
  return terms
}

/** In place of what a word says that is spoken for, or that only looks like a word of leadership. */
const nothingSaid = { letters: '', stem: '' }
const nothing: Token = { ...nothingSaid, written: '', folded: '', clause: 0 }

function partsOf(stems: readonly string[]): Term[] {
  return stems.map((stem, i) => ({ stem, as: i === stems.length - 1 ? 'kin' : 'part' }))
}

function anyIn(set: ReadonlySet<number>, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (set.has(i)) return true
  return false
}

/** Phrases of a cue in both languages. */
export function cuePhrases(lexicon: Lexicon, cue: Cue): string[] {
  return [...lexicon.cues[cue].words, ...lexicon.cues[cue].en]
}
