import { tokenise } from '../../search/danish'
import type { Utterance } from './load-utterances'
import { slotIn } from './slot-in'

/** What stands for anything: it says little that two texts share it. */
const slotOfTopic = 'EMNE'
/** How advice is asked for, after any story: a word that no other line has is of the story. */
export const advice = 'advice'
const topicWeight = 0.25
const pairWeight = 0.8

/** The example lines as texts are compared with them: as the build keeps it, so that a start need not make it. */
export interface ExampleIndex {
  readonly kinds: readonly string[]
  /** For each example its kind, as a place in `kinds`, and its length. */
  readonly kindOf: readonly number[]
  readonly norms: readonly number[]
  /** The stems of the lines. */
  readonly known: readonly string[]
  /** Kind -> stem -> how many of its lines hold it. */
  readonly ways: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Words and pairs of words; for each its weight and the examples that hold it. */
  readonly features: readonly string[]
  readonly weights: readonly number[]
  readonly postings: readonly (readonly number[])[]
  /** Of a word that stands in no line. */
  readonly unknownWeight: number
}

export function makeExampleIndex(utterances: readonly Utterance[]): ExampleIndex {
  const stems = new Map<string, string>()
  const lines = utterances.map(({ line }) => maskedLine(line, stems))
  const known = new Set(lines.flatMap((words, i) => (utterances[i]?.kind === advice ? [] : words)))
  const masked = lines.map((words) => words.map((word) => (known.has(word) ? word : slotOfTopic)).filter(isNoRepeat))
  const featuresOf = masked.map((words) => [...new Set(examined(words))])
  const postings = new Map<string, number[]>()
  for (const [i, list] of featuresOf.entries())
    for (const feature of list) {
      const posting = postings.get(feature)
      if (posting) posting.push(i)
      else postings.set(feature, [i])
    }
  const weightOf = (feature: string) => {
    const rarity = Math.log(1 + utterances.length / (1 + (postings.get(feature)?.length ?? 0)))
    return (feature === slotOfTopic ? topicWeight : 1) * (feature.includes(' ') ? pairWeight : 1) * rarity
  }
  const weights = new Map([...postings.keys()].map((feature) => [feature, weightOf(feature)]))
  const kinds = [...new Set(utterances.map(({ kind }) => kind))]
  return {
    kinds,
    kindOf: utterances.map(({ kind }) => kinds.indexOf(kind)),
    norms: featuresOf.map((list) =>
      Math.sqrt(list.reduce((sum, feature) => sum + (weights.get(feature) ?? 0) ** 2, 0)),
    ),
    known: [...known],
    ways: waysOf(utterances, masked),
    features: [...postings.keys()],
    weights: [...weights.values()],
    postings: [...postings.values()],
    unknownWeight: Math.log(1 + utterances.length / 2),
  }
}

function waysOf(utterances: readonly Utterance[], masked: readonly (readonly string[])[]): ExampleIndex['ways'] {
  const ways = new Map<string, Map<string, number>>()
  for (const [i, words] of masked.entries()) {
    const kind = utterances[i]?.kind ?? ''
    const counts = ways.get(kind) ?? new Map<string, number>()
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
    ways.set(kind, counts)
  }
  return Object.fromEntries([...ways].map(([kind, counts]) => [kind, Object.fromEntries(counts)]))
}

function isNoRepeat(word: string, at: number, words: readonly string[]): boolean {
  return word !== slotOfTopic || words[at - 1] !== slotOfTopic
}

function maskedLine(line: string, stems: Map<string, string>): string[] {
  return line.split(/\s+/).flatMap((part) => {
    const slot = slotIn(part)
    if (slot) return [slot]
    const known = stems.get(part)
    if (known !== undefined) return known === '' ? [] : [known]
    const stem = tokenise(part)
      .map((token) => token.stem)
      .join(' ')
    stems.set(part, stem)
    return stem === '' ? [] : [stem]
  })
}

/** Each word of a text, slots in their place, and each pair of them. */
export function examined(words: readonly string[]): string[] {
  const framed = ['^', ...words, '$']
  const pairs = framed.slice(1).map((word, i) => `${framed[i]} ${word}`)
  return [...words, ...pairs]
}
