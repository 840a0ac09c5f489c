import type { Library } from '../framework/library'
import { idParts, type Prompt } from '../framework/schema'
import { tokenise } from './danish'
import { lettersOf, promptWords, type Word } from './prompt-words'
import type { Concept, Vocabulary } from './vocabulary'
import { raise, weights } from './weights'

/** Tells which prompts are about something, each judged by itself and not against the best one there is. */
export interface PromptIndex {
  /**
   * Those that are, best first; ties in the order given.
   * @param match `literal`: what is asked for stands there by its own name
   */
  about(prompts: readonly Prompt[], concepts: readonly Concept[], match: 'literal' | 'any'): Prompt[]
}

/**
 * A prompt is a question on a point. The word asked for may stand in either; a synonym has to stand in both, or in one of them
 * under an area of that name: alone it is as often another thing ("giver lov til" is no law). Chosen, with the weights, on the table
 * of tests/reflections/prompt-topics.yaml.
 */
const leastEvidence = 0.89
/** What is about one of two things asked for is not about what was asked for. */
const leastShare = 0.6
/** "Arbejdskultur" is a culture, "arbejdsmiljø" is no work: the last part of a compound tells, the others next to nothing. */
const kinWeight = 0.9
const shortestKin = 5
const partWeight = 0.15
/** One word of "sige nej" tells little more. */
const wordOfPhraseWeight = 0.2
/** How a pitfall sounds tells less than what it says. */
const signsBoost = 0.8
const headingBoost = 0.35
/** A point of several sentences speaks of many things, and its prompt asks about one of them. */
const longBoost = 0.5
const mostShortWords = 13
/** A word that is no topic of leadership tells less of what is asked. */
const sideWordShare = 0.4
/** How far from its first the words of a phrase may stand, each. */
const phraseReach = 3

interface Part {
  readonly boost: number
  readonly words: readonly Word[]
  /** Of all words: most phrases are seen not to be there without looking at where they stand. */
  readonly stems: ReadonlySet<string>
}
/** Question, points and heading. What is found in each adds up. */
type Parts = readonly (readonly Part[])[]

/** A concept made ready to be looked for. */
interface Sought {
  readonly terms: ReadonlyMap<string, number>
  readonly phrases: Concept['phrases']
  /** What a longer word may end in. */
  readonly kin: readonly string[]
  readonly isPhrase: boolean
  /** Stem -> how it is spelt, where it is to be spelt so. */
  readonly letters: ReadonlyMap<string, string>
  readonly importance: number
}

/** Nothing is analysed before it is asked for: most leaders never ask by topic. */
export function createPromptIndex(library: Library, vocabulary: Vocabulary): PromptIndex {
  const analysed = new Map<string, Parts>()
  function read(prompt: Prompt): Parts {
    const parts = analysed.get(prompt.id) ?? analyse(prompt)
    analysed.set(prompt.id, parts)
    return parts
  }

  function analyse(prompt: Prompt): Parts {
    const { framework, area } = idParts(prompt.id)
    const points = prompt.statements.flatMap((id) => library.point(id) ?? [])
    const said = points.flatMap(({ text, wording, signs = [] }) => [
      ...[text, ...(wording ? [wording] : [])].map((each) => partOf(each, 1)),
      ...signs.map((sign) => partOf(sign, signsBoost)),
    ])
    return [[partOf(prompt.text, 1)], said, [partOf(library.areaTitle(framework, area), headingBoost)]]
  }

  function partOf(text: string, boost: number): Part {
    const words = promptWords(vocabulary, text)
    const isLong = words.filter(({ isFunction }) => !isFunction).length > mostShortWords
    return { words, boost: isLong ? boost * longBoost : boost, stems: new Set(words.map(({ stem }) => stem)) }
  }

  /** Stem -> the ways it is spelt in all prompts. */
  let spellings: Map<string, Set<string>> | undefined
  function isSpelt(stem: string, letters: string): boolean {
    if (!spellings) {
      spellings = new Map()
      for (const { words } of library.prompts.flatMap(read).flat())
        for (const word of words) spellings.set(word.stem, (spellings.get(word.stem) ?? new Set()).add(word.letters))
    }
    return spellings.get(stem)?.has(letters) ?? false
  }

  function seek(concept: Concept): Sought {
    const written = tokenise(concept.written)
    // "Okonomi" is only typed without its letters; where a word is spelt so somewhere, it is meant so.
    const spelt = written.filter((token) => /[æøå]/i.test(token.written) || isSpelt(token.stem, lettersOf(token)))
    const terms = new Map(concept.terms)
    const own = concept.translations.map(tokenise)
    for (const [token] of own.filter(({ length }) => length === 1)) if (token) raise(terms, token.stem, weights.english)
    const names = [written, ...own]
    const ownPhrases = names
      .filter(({ length }) => length > 1)
      .map((tokens) => ({ stems: tokens.map(({ stem }) => stem), weight: weights.word }))
    return {
      terms,
      // Made of all its words: "svære samtaler" is not any "samtaler", though "svære" is a function word.
      phrases: [...ownPhrases, ...concept.phrases.filter(({ weight }) => weight < weights.word)],
      kin: names.flatMap(([token, ...more]) =>
        token && more.length === 0 && token.stem.length >= shortestKin ? [token.stem] : [],
      ),
      isPhrase: written.length > 1,
      letters: new Map([...spelt, ...own.flat()].map((token) => [token.stem, lettersOf(token)])),
      importance: concept.isTopic ? 1 : sideWordShare,
    }
  }

  return {
    about(prompts, concepts, match) {
      const sought = concepts.map(seek)
      const whole = sought.reduce((sum, { importance }) => sum + importance, 0)
      return prompts
        .map((prompt) => {
          const parts = read(prompt)
          const found = sought
            .map((each) => {
              const evidences = parts.map((part) => evidenceIn(part, each))
              const isNamed = match === 'any' || Math.max(...evidences) >= leastEvidence
              return { ...each, evidence: isNamed ? evidences.reduce((sum, one) => sum + one, 0) : 0 }
            })
            .filter(({ evidence }) => evidence >= leastEvidence)
          const share = found.reduce((sum, { importance }) => sum + importance, 0) / whole
          return { prompt, share, score: found.reduce((sum, each) => sum + each.importance * each.evidence, 0) }
        })
        .filter(({ share }) => share >= leastShare)
        .sort((a, b) => b.score - a.score)
        .map(({ prompt }) => prompt)
    },
  }
}

/** What the best single word or phrase in it is worth. */
function evidenceIn(parts: readonly Part[], sought: Sought): number {
  let best = 0
  for (const { boost, words, stems: standing } of parts) {
    for (const word of words) best = Math.max(best, boost * wordWeight(word, sought))
    for (const { stems, weight } of sought.phrases) {
      const isBetter = boost * weight > best && stems.every((stem) => standing.has(stem))
      if (isBetter && standTogether(stems, words, sought)) best = boost * weight
    }
  }
  return best
}

function wordWeight(word: Word, sought: Sought): number {
  if (word.isFunction) return 0
  const { terms, kin } = sought
  const known = isMeant(word, sought) ? (terms.get(word.stem) ?? 0) : 0
  const own = known === weights.part ? (sought.isPhrase ? wordOfPhraseWeight : partWeight) : known
  const part = word.parts.some((stem) => terms.has(stem)) ? partWeight : 0
  const isKin = kin.some((stem) => word.stem.endsWith(stem) && word.stem !== stem)
  return Math.max(own, part, isKin ? kinWeight : 0)
}

function isMeant({ stem, letters }: Word, sought: Sought): boolean {
  return (sought.letters.get(stem) ?? letters) === letters
}

/** Whether words with these stems stand close to each other, in whatever order. */
function standTogether(stems: readonly string[], words: readonly Word[], sought: Sought): boolean {
  return words.some(({ stem: first }, from) => {
    if (!stems.includes(first)) return false
    const near = words.slice(from, from + stems.length * phraseReach)
    return stems.every((stem) => near.some((word) => word.stem === stem && isMeant(word, sought)))
  })
}
