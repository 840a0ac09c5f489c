import type { Library } from '../framework/library'
import { createSplitter } from './compounds'
import { editDistance, stem, type Token, tokenise } from './danish'
import type { Cue, Lexicon } from './lexicon'

/** Weights of a search term by how it came from a word of the question. */
const weights = { word: 1, english: 0.9, part: 0.55, synonym: 0.6, related: 0.18 }

/** One thing asked for, and the stems it may appear as. */
export interface Concept {
  /** As written, for telling what was not found. */
  readonly written: string
  /** Stem -> weight, 0 to 1. */
  readonly terms: ReadonlyMap<string, number>
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
  const split = createSplitter([...danishWords, ...lexicon.compoundParts.map((word) => tokenise(word)[0]?.folded ?? '')].filter((word) => !stopwords.has(word)))

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

  function conceptOf(token: Token): Map<string, number> {
    const terms = new Map<string, number>([[token.stem, weights.word]])
    for (const part of split(token.folded)) raise(terms, part, weights.part)
    if (!danishStems.has(token.stem) || !danishWords.has(token.folded))
      for (const danish of english.get(token.folded) ?? []) {
        raise(terms, danish.stem, weights.english)
        for (const synonym of topics.around([danish])) raise(terms, synonym.stem, synonym.weight * weights.english)
      }
    for (const synonym of topics.around([token])) raise(terms, synonym.stem, synonym.weight)
    return terms
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
        const terms = new Map(phrase.terms)
        for (let i = phrase.from; i < phrase.to; i++) {
          covered.add(i)
          const token = tokens[i]
          if (token && !isStopword(token)) raise(terms, token.stem, weights.word)
        }
        found.push({ written: written(tokens.slice(phrase.from, phrase.to)), terms })
      }
      tokens.forEach((token, i) => {
        if (!covered.has(i) && !isStopword(token)) found.push({ written: token.written, terms: conceptOf(token) })
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

/** The nearest known word within one slip for short words and two for long; undefined when none is near. */
function createSpeller(words: readonly string[]): (folded: string) => string | undefined {
  const shortest = 5
  const byLength = new Map<number, string[]>()
  for (const word of words) {
    const list = byLength.get(word.length)
    if (list) list.push(word)
    else byLength.set(word.length, [word])
  }
  const remembered = new Map<string, string | undefined>()
  function nearest(folded: string): string | undefined {
    if (folded.length < shortest) return undefined
    const limit = folded.length >= 8 ? 2 : 1
    let best: string | undefined
    let bestDistance = limit + 1
    for (let length = folded.length - limit; length <= folded.length + limit; length++) {
      for (const word of byLength.get(length) ?? []) {
        // A slip in the first letter is rare; asking for it keeps short words from turning into others.
        if (word[0] !== folded[0]) continue
        const distance = editDistance(folded, word, bestDistance - 1)
        if (distance < bestDistance) {
          best = word
          bestDistance = distance
        }
      }
    }
    return best
  }
  return (folded) => {
    if (remembered.has(folded)) return remembered.get(folded)
    const found = nearest(folded)
    if (remembered.size >= 10_000) remembered.clear()
    remembered.set(folded, found)
    return found
  }
}

interface Synonym {
  readonly stem: string
  readonly weight: number
}

interface TopicPhrase {
  readonly from: number
  readonly to: number
  readonly terms: ReadonlyMap<string, number>
}

function createTopics(lexicon: Lexicon, isStopword: (token: Token) => boolean) {
  /** Content stems of a phrase, joined, -> the topics it belongs to. Function words inside a phrase do not count. */
  const topicsByPhrase = new Map<string, Set<number>>()
  let longest = 1
  const synonyms = lexicon.topics.map((topic, index) => {
    const terms = new Map<string, number>()
    for (const phrase of topic.related) {
      const content = contentOf(phrase)
      for (const token of content) raise(terms, token.stem, weights.related / content.length)
    }
    for (const phrase of topic.words) {
      const content = contentOf(phrase)
      for (const token of content) raise(terms, token.stem, weights.synonym / content.length)
    }
    for (const phrase of [...topic.words, ...topic.en]) {
      const key = keyOf(contentOf(phrase))
      if (key === '') continue
      longest = Math.max(longest, key.split(' ').length)
      const topics = topicsByPhrase.get(key) ?? new Set()
      topicsByPhrase.set(key, topics.add(index))
    }
    return terms
  })

  function contentOf(phrase: string): Token[] {
    const tokens = tokenise(phrase)
    const content = tokens.filter((token) => !isStopword(token))
    return content.length > 0 ? content : tokens
  }

  function around(content: readonly Token[]): Synonym[] {
    const found: Synonym[] = []
    for (const index of topicsByPhrase.get(keyOf(content)) ?? [])
      for (const [stem, weight] of synonyms[index] ?? []) found.push({ stem, weight })
    return found
  }

  function phrasesIn(tokens: readonly Token[]): TopicPhrase[] {
    const positions = tokens.flatMap((token, i) => (isStopword(token) ? [] : [i]))
    const found: TopicPhrase[] = []
    for (let start = 0; start < positions.length; start++) {
      for (let size = Math.min(longest, positions.length - start); size >= 2; size--) {
        const span = positions.slice(start, start + size)
        const first = span[0] ?? 0
        const last = span.at(-1) ?? 0
        // Words of a phrase stand close together: at most two function words between each.
        if (last - first > size * 3) continue
        const synonyms = around(span.flatMap((i) => tokens[i] ?? []))
        if (synonyms.length === 0) continue
        const terms = new Map<string, number>()
        for (const { stem, weight } of synonyms) raise(terms, stem, weight)
        found.push({ from: first, to: last + 1, terms })
        break
      }
    }
    return found
  }

  return { around, phrasesIn }
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.stem).join(' ')
}

function raise(terms: Map<string, number>, stem: string, weight: number): void {
  if (weight > (terms.get(stem) ?? 0)) terms.set(stem, weight)
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
