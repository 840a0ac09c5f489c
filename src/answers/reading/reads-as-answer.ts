import { once } from '../../async/once'
import type { Library } from '../../framework/library'
import { tokenise } from '../../search/danish'
import type { Lexicon } from '../../search/lexicon'
import type { Vocabulary } from '../../search/vocabulary'
import { weights } from '../../search/weights'

/** A question that stands open, with the points it is about. */
export interface OpenQuestion {
  readonly question: string
  readonly points: readonly { readonly text: string }[]
}

/** Reads a text that tells something, and then says of any question whether it reads as an answer to it, rather than as something else a leader says. Pure. */
export type AnswerReader = (text: string) => (asked: OpenQuestion) => boolean

/** A word of more prompts than this says of none that it is meant. */
const mostHolders = 0.03
/** So many of them together do. */
const fewestCommon = 2

/**
 * An answer is a reply ("ja, …", "fordi …", "i går på ledermødet") or speaks of what was asked about, by its words or what means the
 * same. Chosen on the table of tests/answers/reading/answers-to-prompts.yaml.
 */
export function createAnswerReader({ typed }: Lexicon, library: Library, vocabulary: Vocabulary): AnswerReader {
  const set = (words: readonly string[]): ReadonlySet<string> => new Set(words.flatMap(wordsIn))
  const beginnings = set(typed.beginnings)
  const replies = set(typed.replies)
  const telling = set(typed.telling)
  const isTelling = createRarity(library, vocabulary)

  function isReply(text: string): boolean {
    const [first = '', ...rest] = wordsIn(text)
    return replies.has(first) || (beginnings.has(first) && !rest.some((word) => telling.has(word)))
  }

  return (text) => {
    if (isReply(text)) return () => true
    const meant = vocabulary
      .concepts(vocabulary.correct(tokenise(text)), new Set())
      .map(({ terms }) => [...terms].flatMap(([stem, weight]) => (weight >= weights.synonym ? [stem] : [])))
    return ({ question, points }) => {
      const texts = [question, ...points.map((point) => point.text)]
      const asked = new Set(texts.flatMap((each) => stemsOf(vocabulary, each)))
      const shared = meant.map((stems) => stems.filter((stem) => asked.has(stem))).filter((stems) => stems.length > 0)
      return shared.length >= fewestCommon || shared.some((stems) => stems.some(isTelling))
    }
  }
}

/** Whether few prompts hold a stem. Counted when it is first asked. */
function createRarity({ prompts }: Library, vocabulary: Vocabulary): (stem: string) => boolean {
  const holders = once(() => {
    const counts = new Map<string, number>()
    for (const { text } of prompts)
      for (const stem of new Set(stemsOf(vocabulary, text))) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    return counts
  })
  return (stem) => (holders().get(stem) ?? 0) <= mostHolders * prompts.length
}

function stemsOf(vocabulary: Vocabulary, text: string): string[] {
  return vocabulary.terms(text).flatMap(({ stem, as }) => (as === 'word' || as === 'kin' ? [stem] : []))
}

function wordsIn(text: string): string[] {
  return tokenise(text).map(({ folded }) => folded)
}
