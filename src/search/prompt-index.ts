import { askedPoints } from '../framework/asked-points'
import type { Library } from '../framework/library'
import { idParts, type Prompt } from '../framework/schema'
import { addToSet } from './add-to-set'
import { tokenise } from './danish'
import { bestIn, createStanding, type Sought, type Standing, seek } from './rank-by-concept'
import type { Term } from './term'
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
 * of tests/prompts/choosing/prompt-topics.yaml.
 */
const leastEvidence = 0.89
/** What is about one of two things asked for is not about what was asked for. */
const leastShare = 0.6
/** How a pitfall sounds tells less than what it says. */
const signsBoost = 0.8
const headingBoost = 0.35
/** What a compound ends in tells of it, its other parts next to nothing. */
const termBoost: Readonly<Record<Term['as'], number>> = { word: 1, kin: 0.9, part: 0.15, function: 1 }
/** A word of "sige nej" or a part of "arbejdsglæde" tells little of the whole. */
const partWeight = 0.15
/** A point of several sentences speaks of many things, and its prompt asks about one of them. */
const longBoost = 0.5
const mostShortWords = 13

/** Question, points and heading. What is found in each adds up. */
type Parts = readonly (readonly Standing[])[]

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
    for (const standing of parts.flat()) for (const stem of standing.keys()) addToSet(holders, stem, prompt.id)
    return parts
  }

  /** The analysed prompts that hold more than parts of words and related words, which alone are no evidence. */
  function mayBeAbout(sought: readonly Sought[]): ReadonlySet<string> {
    const stems = sought.flatMap(({ terms, phrases }) => [
      ...[...terms].flatMap(([stem, { weight }]) => (weight > weights.wordOfPhrase ? [stem] : [])),
      ...phrases.flatMap((phrase) => phrase.stems.slice(0, 1)),
    ])
    return new Set(stems.flatMap((stem) => [...(holders.get(stem) ?? [])]))
  }

  function analyse(prompt: Prompt): Parts {
    const { framework, area } = idParts(prompt.id)
    const points = askedPoints(prompt).flatMap((id) => library.point(id) ?? [])
    const said = points.flatMap(({ text, wording, signs = [] }) => [
      ...[text, ...(wording ? [wording] : [])].map((each) => standingOf(each, 1)),
      ...signs.map((sign) => standingOf(sign, signsBoost)),
    ])
    return [[standingOf(prompt.text, 1)], said, [standingOf(library.areaTitle(framework, area), headingBoost)]]
  }

  function standingOf(text: string, boost: number): Standing {
    const terms = vocabulary.allTerms(text)
    const isLong = terms.filter(({ as }) => as === 'word').length > mostShortWords
    const { standing, add } = createStanding()
    const share = boost * (isLong ? longBoost : 1)
    for (const { stem, as } of terms)
      add(stem, { boost: share * termBoost[as], proves: as === 'function' ? 'none' : 'own' }, as === 'word')
    return standing
  }

  return {
    about(prompts, concepts, match) {
      const sought = concepts.map((concept) => seek(byAllItsWords(concept), () => 1, 1))
      const whole = sought.reduce((sum, { importance }) => sum + importance, 0)
      for (const prompt of prompts) read(prompt)
      const candidates = mayBeAbout(sought)
      return prompts
        .filter(({ id }) => candidates.has(id))
        .map((prompt) => {
          const parts = read(prompt)
          const found = sought
            .map((each) => {
              const evidences = parts.map((texts) => Math.max(0, ...texts.map((text) => bestIn(each, text).value)))
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

function isPart(weight: number): boolean {
  return weight === weights.part || weight === weights.wordOfPhrase
}

/** "Svære samtaler" is not any "samtaler", though "svære" is a function word: a name of several words is all of them. */
function byAllItsWords(concept: Concept): Concept {
  const terms = new Map([...concept.terms].map(([stem, weight]) => [stem, isPart(weight) ? partWeight : weight]))
  const names = [concept.written, ...concept.translations].map((name) => tokenise(name).map(({ stem }) => stem))
  for (const [stem, ...more] of names.slice(1)) if (stem && more.length === 0) raise(terms, stem, weights.english)
  const phrases = concept.phrases.filter(({ weight }) => weight <= weights.synonym)
  const own = names.flatMap((stems) => (stems.length > 1 ? [{ stems, weight: weights.word }] : []))
  return { ...concept, terms, phrases: [...own, ...phrases] }
}
