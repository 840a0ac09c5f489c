import { once } from '../async/once'
import { addToSet } from './add-to-set'
import type { Token } from './danish'
import type { Lexicon } from './lexicon'
import type { Content } from './phrase-content'
import { createTopicNames, type TopicName } from './topic-names'
import { raise, weights } from './weights'

/** What else says the same (`terms`, `phrases`), gathered over the topics a phrase belongs to. */
interface Synonyms {
  readonly isKnown: boolean
  /** Bullying, harassment, violence: spoken of by its own words or not at all. */
  readonly isGrave: boolean
  readonly terms: ReadonlyMap<string, number>
  readonly phrases: readonly { readonly stems: readonly string[]; readonly weight: number }[]
  /** What the Danish calls it, where the phrase is English and not Danish as well. */
  readonly translations: readonly string[]
  /** What lies near. */
  readonly related: readonly TopicName[]
}

interface TopicPhrase {
  readonly from: number
  readonly to: number
  readonly synonyms: Synonyms
}

/** Synonyms by topic: what else says what a word or phrase says. */
export function createTopics(
  lexicon: Lexicon,
  contentOf: (phrase: string) => Content,
  isStopword: (token: Token) => boolean,
) {
  /** Stems of a phrase, joined -> the topics it belongs to. */
  const topicsByPhrase = new Map<string, Set<number>>()
  /** Those of them that are Danish. */
  const danishPhrases = new Set<string>()
  const starts = new Set<string>()
  let longest = 1
  const nameOf = createTopicNames(lexicon)
  for (const [index, { words, en }] of lexicon.topics.entries()) {
    for (const [i, phrase] of [...words, ...en].entries()) {
      const { stems, isExact } = contentOf(phrase)
      if (stems.length === 0) continue
      longest = Math.max(longest, stems.length)
      const key = `${isExact ? '=' : ''}${stems.join(' ')}`
      starts.add(stems[0] ?? '')
      addToSet(topicsByPhrase, key, index)
      if (i < words.length) danishPhrases.add(key)
    }
  }
  const synonyms = lexicon.topics.map((topic) => once(() => synonymsOf(topic)))

  function synonymsOf(topic: Lexicon['topics'][number]): Synonyms {
    const terms = new Map<string, number>()
    const phrases: { stems: readonly string[]; weight: number }[] = []
    const weigh = (phrase: string, weight: number) => {
      const { stems, isExact } = contentOf(phrase)
      if (isExact) return
      if (stems.length === 1) raise(terms, stems[0] ?? '', weight)
      else if (stems.length > 1) phrases.push({ stems, weight })
    }
    for (const phrase of topic.related) weigh(phrase, weights.related)
    for (const phrase of topic.words) weigh(phrase, weights.synonym)
    return {
      isKnown: true,
      isGrave: topic.grave,
      terms,
      phrases,
      translations: topic.words.slice(0, 1),
      related: topic.related.map(nameOf),
    }
  }

  const remembered = new Map<string, Synonyms>()
  function at(key: string): Synonyms {
    const known = remembered.get(key)
    if (known) return known
    const indices = [...(topicsByPhrase.get(key) ?? [])]
    const topics = indices.flatMap((index) => synonyms[index]?.() ?? [])
    const isDanish = danishPhrases.has(key)
    const terms = new Map<string, number>()
    for (const topic of topics) for (const [stem, weight] of topic.terms) raise(terms, stem, weight)
    const found = {
      isKnown: topics.length > 0,
      isGrave: topics.some((topic) => topic.isGrave),
      terms,
      phrases: topics.flatMap((topic) => topic.phrases),
      translations: isDanish ? [] : topics.flatMap((topic) => topic.translations),
      related: topics.flatMap((topic) => topic.related),
    }
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
