import type { Library } from '../framework/library'
import { createSplitter } from './compounds'
import { editDistance, stem, type Token, tokenise } from './danish'
import type { Cue, Lexicon } from './lexicon'

/** Weights of a search term by how it came from a word of the question. */
const weights = { word: 1, english: 0.9, part: 0.55, synonym: 0.7, related: 0.18 }

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
        found.push({ written: written(inside), terms, phrases, own, isTopic: true })
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

/** What else says the same (`terms`, `phrases`), gathered over the topics a phrase belongs to. */
interface Synonyms {
  readonly isKnown: boolean
  readonly terms: ReadonlyMap<string, number>
  readonly phrases: readonly { readonly stems: readonly string[]; readonly weight: number }[]
}

interface TopicPhrase {
  readonly from: number
  readonly to: number
  readonly synonyms: Synonyms
}

/** Function words that a verb or noun carries along without changing it. */
const carried = new Set(['at', 'sig', 'en', 'et', 'den', 'det', 'de', 'to', 'the', 'a', 'an'])

function createTopics(lexicon: Lexicon, isStopword: (token: Token) => boolean) {
  /** Stems of a phrase, joined -> the topics it belongs to. */
  const topicsByPhrase = new Map<string, Set<number>>()
  const starts = new Set<string>()
  let longest = 1

  /**
   * The words of a phrase that must be met. Function words inside do not count ("give ansvar fra sig" is met by "giver mere ansvar
   * fra mig"), except where one content word would be left alone: "rum til alle" is not any "rum".
   */
  function contentOf(phrase: string): { tokens: Token[]; isExact: boolean } {
    const tokens = tokenise(phrase)
    const content = tokens.filter((token) => !isStopword(token))
    if (content.length > 1) return { tokens: content, isExact: false }
    const bare = tokens.filter((token) => !carried.has(token.folded))
    return bare.length <= 1 ? { tokens: bare, isExact: false } : { tokens, isExact: true }
  }

  const synonyms = lexicon.topics.map((topic, index): Synonyms => {
    const terms = new Map<string, number>()
    const phrases: { stems: string[]; weight: number }[] = []
    const add = (phrase: string, weight: number) => {
      const { tokens, isExact } = contentOf(phrase)
      if (isExact) return
      const stems = tokens.map((token) => token.stem)
      if (stems.length === 1) raise(terms, stems[0] ?? '', weight)
      else if (stems.length > 1) phrases.push({ stems, weight })
    }
    for (const phrase of topic.related) add(phrase, weights.related)
    for (const phrase of topic.words) add(phrase, weights.synonym)
    for (const phrase of [...topic.words, ...topic.en]) {
      const { tokens, isExact } = contentOf(phrase)
      if (tokens.length === 0) continue
      longest = Math.max(longest, tokens.length)
      const key = `${isExact ? '=' : ''}${keyOf(tokens)}`
      starts.add(tokens[0]?.stem ?? '')
      const topics = topicsByPhrase.get(key) ?? new Set()
      topicsByPhrase.set(key, topics.add(index))
    }
    return { isKnown: true, terms, phrases }
  })

  const remembered = new Map<string, Synonyms>()
  function at(key: string): Synonyms {
    const known = remembered.get(key)
    if (known) return known
    const topics = [...(topicsByPhrase.get(key) ?? [])].flatMap((index) => synonyms[index] ?? [])
    const terms = new Map<string, number>()
    for (const topic of topics) for (const [stem, weight] of topic.terms) raise(terms, stem, weight)
    const found = { isKnown: topics.length > 0, terms, phrases: topics.flatMap((topic) => topic.phrases) }
    if (found.isKnown) remembered.set(key, found)
    return found
  }

  function phrasesIn(tokens: readonly Token[]): TopicPhrase[] {
    const content = tokens.flatMap((token, i) => (isStopword(token) ? [] : [i]))
    const found: TopicPhrase[] = []
    for (let from = 0; from < tokens.length; from++) {
      if (!starts.has(tokens[from]?.stem ?? '')) continue
      const after = content.indexOf(from)
      const phrase = exactAt(from) ?? (after < 0 ? undefined : looseAt(after))
      if (phrase) found.push(phrase)
    }
    return found

    function exactAt(from: number): TopicPhrase | undefined {
      for (let size = Math.min(longest, tokens.length - from); size >= 2; size--) {
        const synonyms = at(`=${keyOf(tokens.slice(from, from + size))}`)
        if (synonyms.isKnown) return { from, to: from + size, synonyms }
      }
      return undefined
    }

    function looseAt(start: number): TopicPhrase | undefined {
      for (let size = Math.min(longest, content.length - start); size >= 2; size--) {
        const span = content.slice(start, start + size)
        const from = span[0] ?? 0
        const to = (span.at(-1) ?? 0) + 1
        // Words of a phrase stand close together: at most two function words between each.
        if (to - from > size * 3) continue
        const synonyms = at(keyOf(span.flatMap((i) => tokens[i] ?? [])))
        if (synonyms.isKnown) return { from, to, synonyms }
      }
      return undefined
    }
  }

  return { around: (content: readonly Token[]) => at(keyOf(content)), phrasesIn }
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
