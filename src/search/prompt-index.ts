import { askedPoints } from '../framework/asked-points'
import type { Library } from '../framework/library'
import { idParts, type Prompt } from '../framework/schema'
import { addToSet } from './add-to-set'
import { tokenise } from './danish'
import { evidenceIn, type Part, type SoughtWords } from './evidence'
import { lettersOf, promptWords } from './prompt-words'
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
/** How a pitfall sounds tells less than what it says. */
const signsBoost = 0.8
const headingBoost = 0.35
/** What a longer word may end in is at least so long. */
const shortestKin = 5
/** A point of several sentences speaks of many things, and its prompt asks about one of them. */
const longBoost = 0.5
const mostShortWords = 13
/** A word that is no topic of leadership tells less of what is asked. */
const sideWordShare = 0.4

/** Question, points and heading. What is found in each adds up. */
type Parts = readonly (readonly Part[])[]

/** Nothing is analysed before it is asked for: most leaders never ask by topic. */
export function createPromptIndex(library: Library, vocabulary: Vocabulary): PromptIndex {
  const analysed = new Map<string, Parts>()
  /** Stem -> ids of the analysed prompts that hold it. */
  const holders = new Map<string, Set<string>>()
  function read(prompt: Prompt): Parts {
    const known = analysed.get(prompt.id)
    if (known) return known
    const parts = analyse(prompt)
    analysed.set(prompt.id, parts)
    for (const { stems } of parts.flat()) for (const stem of stems) addToSet(holders, stem, prompt.id)
    return parts
  }

  /** The analysed prompts that hold more than parts of words and related words, which alone are no evidence. */
  function mayBeAbout(sought: readonly SoughtWords[]): ReadonlySet<string> {
    const stems = sought.flatMap(({ terms, phrases, kin }) => [
      ...[...terms].flatMap(([stem, weight]) => (weight > weights.part ? [stem] : [])),
      ...phrases.flatMap((phrase) => phrase.stems.slice(0, 1)),
      ...[...holders.keys()].filter((stem) => kin.some((ending) => stem.endsWith(ending))),
    ])
    return new Set(stems.flatMap((stem) => [...(holders.get(stem) ?? [])]))
  }

  function analyse(prompt: Prompt): Parts {
    const { framework, area } = idParts(prompt.id)
    const points = askedPoints(prompt).flatMap((id) => library.point(id) ?? [])
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
      const texts = library.prompts.flatMap((prompt) => [
        prompt.text,
        ...askedPoints(prompt).map((id) => library.point(id)?.text ?? ''),
      ])
      for (const token of [...new Set(texts)].flatMap(tokenise)) addToSet(spellings, token.stem, lettersOf(token))
    }
    return spellings.get(stem)?.has(letters) ?? false
  }

  function seek(concept: Concept): SoughtWords {
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
      for (const prompt of prompts) read(prompt)
      const candidates = mayBeAbout(sought)
      return prompts
        .filter(({ id }) => candidates.has(id))
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
