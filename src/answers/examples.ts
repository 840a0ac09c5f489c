import { tokenise } from '../search/danish'
import type { Utterance } from './load-utterances'
import { slotIn } from './slot-in'

/** How like its best example of each kind a text is, 0 to 1. */
export type Likeness = ReadonlyMap<string, number>

/** The example lines, matched by words and pairs of words: how a text resembles what is known to ask for a kind of thing. */
export interface Examples {
  /** A word of the text, masked: itself where some example has it, else a slot. */
  isKnown(stem: string): boolean
  /** How many of the ways of asking for such a kind of thing hold a stem, which is then hardly what is asked about. */
  waysWith(kind: string, stem: string): number
  /** Whether a line of such a kind has a stem. */
  hasIn(kind: string, stem: string): boolean
  /** @param masked the words of a text, slots in their place */
  like(masked: readonly string[]): Likeness
}

/** What stands for anything: it says little that two texts share it. */
const slotOfTopic = 'EMNE'
/** How advice is asked for, after any story: a word that no other line has is of the story. */
export const advice = 'advice'
const topicWeight = 0.25
const pairWeight = 0.8

/** Kinds whose lines are nothing but a way of asking; those of the others hold what was asked about as well. */
const asking = new Set(['expectations', 'pitfalls', 'values', 'definition', 'overview', 'compare', 'change'])

/** Those whose words are never what another is about. */
const plain = ['expectations', 'overview', 'compare', 'change']

interface Example {
  readonly kind: string
  readonly norm: number
}

export function createExamples(utterances: readonly Utterance[]): Examples {
  const stems = new Map<string, string>()
  const lines = utterances.map(({ line }) => maskedLine(line, stems))
  const known = new Set(lines.flatMap((words, i) => (utterances[i]?.kind === advice ? [] : words)))
  const masked = lines.map((words) => words.map((word) => (known.has(word) ? word : slotOfTopic)).filter(isNoRepeat))
  /** Kind -> stem -> how many of its lines hold it. */
  const ways = new Map<string, Map<string, number>>()
  for (const [i, words] of masked.entries()) {
    const kind = utterances[i]?.kind ?? ''
    const counts = ways.get(kind) ?? new Map<string, number>()
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
    ways.set(kind, counts)
  }
  const frequency = new Map<string, number>()
  const featuresOf = masked.map(features)
  for (const list of featuresOf)
    for (const feature of new Set(list)) frequency.set(feature, (frequency.get(feature) ?? 0) + 1)
  const weight = (feature: string) => {
    const rarity = Math.log(1 + utterances.length / (1 + (frequency.get(feature) ?? 0)))
    const isPair = feature.includes(' ')
    return (feature === slotOfTopic ? topicWeight : 1) * (isPair ? pairWeight : 1) * rarity
  }
  const weights = new Map([...frequency.keys()].map((feature) => [feature, weight(feature)]))
  const unknownWeight = Math.log(1 + utterances.length / 2)
  const postings = new Map<string, number[]>()
  const examples = featuresOf.map((list, i): Example => {
    let norm = 0
    for (const feature of new Set(list)) {
      norm += (weights.get(feature) ?? 0) ** 2
      const posting = postings.get(feature)
      if (posting) posting.push(i)
      else postings.set(feature, [i])
    }
    return { kind: utterances[i]?.kind ?? '', norm: Math.sqrt(norm) }
  })

  const kinds = [...new Set(examples.map(({ kind }) => kind))]
  const kindOf = Uint8Array.from(examples, ({ kind }) => kinds.indexOf(kind))
  const norms = Float64Array.from(examples, ({ norm }) => norm)
  // What a text shares with each example; all zeros again once it was read, so that none is made for each text.
  const shared = new Float64Array(examples.length)

  /** Gathers what a text shares with examples. @returns those that it shares anything with */
  function gather(list: ReadonlySet<string>): number[] {
    const met: number[] = []
    for (const feature of list) {
      const worth = (weights.get(feature) ?? 0) ** 2
      for (const i of postings.get(feature) ?? []) {
        const before = shared[i] ?? 0
        if (before === 0) met.push(i)
        shared[i] = before + worth
      }
    }
    return met
  }

  /** A pair that no example has is no news where its words are known. */
  function lengthOf(list: ReadonlySet<string>): number {
    let sum = 0
    for (const feature of list) sum += (weights.get(feature) ?? (feature.includes(' ') ? 0 : unknownWeight)) ** 2
    return Math.sqrt(sum)
  }

  return {
    isKnown: (stem) => known.has(stem),
    waysWith: (kind, stem) =>
      asking.has(kind)
        ? [...new Set([kind, ...plain])].reduce((sum, each) => sum + (ways.get(each)?.get(stem) ?? 0), 0)
        : 0,
    hasIn: (kind, stem) => ways.get(kind)?.has(stem) ?? false,
    like(words) {
      const list = new Set(features(words))
      const length = lengthOf(list)
      const best = new Float64Array(kinds.length)
      for (const i of gather(list)) {
        const kind = kindOf[i] ?? 0
        best[kind] = Math.max(best[kind] ?? 0, (shared[i] ?? 0) / ((norms[i] ?? 1) * length))
        shared[i] = 0
      }
      return new Map(kinds.flatMap((kind, i) => (best[i] ? [[kind, best[i]] as const] : [])))
    },
  }
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

function features(words: readonly string[]): string[] {
  const framed = ['^', ...words, '$']
  const pairs = framed.slice(1).map((word, i) => `${framed[i]} ${word}`)
  return [...words, ...pairs]
}
