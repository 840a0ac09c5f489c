import type { Care } from './care-words'
import type { Row } from './expression-book'
import type { Dangers } from './find-danger'

/** So many points are enough, less what speaks against them in the same sentence. */
export const enough = 2
/** Signs mean something together only as near as this, in words: a long story holds one of everything. */
const near = 25

interface Danger {
  readonly family: string
  readonly about: Care
  readonly points: number
  readonly from: number
  readonly to: number
}

/** How much danger a message tells of in so many words. */
export interface Weight {
  /** Of what stands near each other; `enough` is enough by itself. */
  readonly points: number
  /** One expression is enough whatever stands beside it. */
  readonly isSure: boolean
  /** Who is in trouble, if anybody is. */
  readonly care: Care
}

export function weighDanger({ row, found }: Dangers): Weight {
  const counted = onceEach(withPoints({ row, found }))
  const points = counted.map(({ from }) => sumOf(counted.filter((other) => Math.abs(other.from - from) < near)))
  const weightOf = (care: Care) => sumOf(counted.filter(({ about }) => about === care))
  const others: Care = weightOf('other') > weightOf('self') ? 'other' : 'self'
  return {
    points: Math.max(0, ...points),
    isSure: counted.some((danger) => danger.points > enough),
    care: weightOf('life') >= enough ? 'life' : others,
  }
}

function sumOf(dangers: readonly Danger[]): number {
  return dangers.reduce((sum, { points }) => sum + Math.min(points, enough), 0)
}

function withPoints({ row, found }: Dangers): Danger[] {
  const sentenceOf = sentences(row)
  const ofText = new Map<string, number>()
  const ofSentence = new Map<number | undefined, Map<string, number>>()
  for (const { value, from } of found) {
    if (value.kind !== 'context') continue
    const sentence = sentenceOf[from]
    const known = ofSentence.get(sentence) ?? new Map<string, number>()
    if (value.isOfText) ofText.set(value.name, value.less)
    else ofSentence.set(sentence, known.set(value.name, value.less))
  }
  return found.flatMap(({ value, from, to }) => {
    if (value.kind !== 'danger') return []
    const about = aboutWhom(row, value.about, from, to)
    const isSure = value.points > enough
    // That somebody else sleeps badly is a question of work; that they break down is not.
    const milder = value.about === 'self' && about === 'other' && !isSure ? 1 : 0
    const against = [...ofText.values(), ...(ofSentence.get(sentenceOf[from])?.values() ?? [])]
    // A context that takes away a single point does not weaken an expression that is sure.
    const points = against.reduce((left, less) => (isSure && less === 1 ? left : left - less), value.points - milder)
    return points > 0 ? [{ family: value.family, about, points, from, to }] : []
  })
}

/** Each family counts once, by its best expression, and each word for one family. */
function onceEach(dangers: readonly Danger[]): Danger[] {
  const families = new Set<string>()
  const taken = new Set<number>()
  return dangers
    .toSorted((a, b) => b.points - a.points)
    .filter(({ family, from, to }) => {
      const places = Array.from({ length: to - from }, (_, at) => from + at)
      if (families.has(family) || places.some((at) => taken.has(at))) return false
      families.add(family)
      for (const at of places) taken.add(at)
      return true
    })
}

/** The number of each word's sentence. */
function sentences({ gaps }: Row): number[] {
  let sentence = 0
  return gaps.map((gap) => (gap === 'stop' ? ++sentence : sentence))
}

/** What somebody else suffers or says is about them: decided by who is named in it, or last before it in the sentence. */
function aboutWhom({ keys, gaps }: Row, about: Care, from: number, to: number): Care {
  if (about === 'other') return about
  if (keys.slice(from, to).some((here) => here.has('<me>') || here.has('<my>'))) return about
  for (let at = Math.min(from + 1, to - 1); at >= 0; at--) {
    const here = keys[at]
    if (here?.has('<i>')) return about
    if (here?.has('<they>')) return 'other'
    if (at <= from && gaps[at] === 'stop') return about
  }
  return about
}
