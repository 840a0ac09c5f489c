import { tokenise } from '../../search/danish'
import type { Lexicon } from '../../search/lexicon'
import type { QuestionReader } from './interpret'

/**
 * What a text is, read as a possible answer to an open prompt. `told`: a sentence, or the part of one that says when, where, how or
 * why. `words`: no more than words, which may be an answer or something to search for. `asked`: a question, a request, a topic by
 * itself, or politeness.
 */
export type Typed = 'told' | 'words' | 'asked'
export type TypedReader = (text: string) => Typed

/** Whether a text asks or tells is said at its beginning and its end: of a longer one no more is read than so many characters of each. */
const mostOfAnEnd = 2_000

/** Longer than this, what begins politely goes on to say something. */
const mostPolite = 5

export function createTypedReader({ typed, questionWords }: Lexicon, readQuestion: QuestionReader): TypedReader {
  const set = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(asLine))
  const subjects = set(typed.subjects)
  const determiners = set(typed.determiners)
  const verbs = set(typed.verbs)
  const modals = set(typed.modals)
  const telling = set(typed.telling)
  const followUps = set(typed.followUps)
  const beginnings = set(typed.beginnings)
  const conjunctions = set(typed.conjunctions)
  // Those that are no verbs ask what, who, when: "hvad", "hvordan".
  const interrogatives = new Set([...set(questionWords)].filter((word) => !verbs.has(word)))
  const requests = typed.requests.map(asLine)
  const needs = typed.needs.map(asLine)
  const acknowledging = typed.acknowledging.map(asLine)

  /** "Hvad gør jeg" asks, "hvad jeg gør" tells: the verb stands before its subject or after it. */
  function asksWhat(words: readonly string[]): boolean {
    const [first = '', second = ''] = words
    if (!interrogatives.has(first)) return false
    const at = words.findIndex((word, i) => i > 0 && isSubject(word))
    return at < 0 || verbs.has(second) || (at > 1 && looksLikeVerb(words[at - 1] ?? ''))
  }

  /** "Skal jeg", "bør en leder"; but "har jeg travlt, glemmer jeg" begins with a condition. */
  function asksWhether(text: string): boolean {
    const [words = [], ...rest] = text.split(',').map(wordsIn)
    const [verb = '', next = ''] = words
    const isInverted = verbs.has(verb) && (subjects.has(next) || (modals.has(verb) && determiners.has(next)))
    return isInverted && !rest.some(followsCondition)
  }

  function followsCondition([first = '', second = '']: readonly string[]): boolean {
    if (first === then) return !subjects.has(second)
    return subjects.has(second) && looksLikeVerb(first) && !conjunctions.has(first)
  }

  function isSubject(word: string): boolean {
    return subjects.has(word) || determiners.has(word) || manyOfThem.test(word)
  }

  function looksLikeVerb(word: string): boolean {
    return verbs.has(word) || verbEnding.test(word)
  }

  function asks(text: string, line: string): boolean {
    const [first = '', ...rest] = wordsIn(text)
    const words = followUps.has(first) ? rest : [first, ...rest]
    const last = wordsIn(text.split(/[,.;:!?]\s/).at(-1) ?? '')
    return (
      /\?[^\p{L}\p{N}]*$/u.test(text) ||
      asksWhat(words) ||
      asksWhether(text) ||
      asksWhat(last) ||
      requests.some((request) => line.startsWith(`${request} `)) ||
      needs.some((need) => ` ${line}`.includes(` ${need} `))
    )
  }

  return (written) => {
    const text = endsOf(written)
    const words = wordsIn(text)
    const line = `${words.join(' ')} `
    const isPolite = words.length <= mostPolite && acknowledging.some((phrase) => line.startsWith(`${phrase} `))
    const isOwn = words.some((word) => word === 'jeg' || word === 'vi' || word === 'we')
    if (words.length < 2 || asks(text, line) || (isPolite && !isOwn)) return 'asked'
    if (words.some((word) => telling.has(word))) return 'told'
    const { operation, concepts, area, isFrameworkNamed, roles, unknownMunicipality } = readQuestion(text)
    const isNamed = isFrameworkNamed || roles.length > 0 || unknownMunicipality !== null || area !== null
    if (isNamed || followUps.has(words[0] ?? '')) return 'asked'
    if (beginnings.has(words[0] ?? '')) return 'told'
    // A search for words may be an answer in words; a list or a comparison is asked for.
    return operation === 'find' && concepts.length > 0 && words.length > 2 ? 'words' : 'asked'
  }
}

function endsOf(text: string): string {
  if (text.length <= 2 * mostOfAnEnd) return text
  return `${text.slice(0, mostOfAnEnd)} ${text.slice(-mostOfAnEnd)}`
}

/** "Medarbejderne". */
const manyOfThem = /.{3}(erne|ene)$/
const verbEnding = /(r|s|te|ede)$/
const then = asLine('så')

function wordsIn(text: string): string[] {
  return tokenise(text).map((token) => token.folded)
}

function asLine(phrase: string): string {
  return wordsIn(phrase).join(' ')
}
