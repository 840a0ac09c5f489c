import type { Care, CareWords } from './care-words'
import type { Row } from './expression-book'
import { createDangerFinder, type Dangers } from './find-danger'

/** Both pure, and nothing of a text is kept. */
export interface CareReaders {
  /** Who in a message is in trouble; null for nobody. */
  readonly readCare: (text: string) => Care | null
  /** Whether somebody who was met with care says that it is not so bad, or thanks. Says nothing of other messages. */
  readonly readCalm: (text: string) => boolean
}

/** Who says more than this goes on to something else. */
const mostCalmWords = 16

/** So many points are enough, less what speaks against them in the same sentence. */
const enough = 2

/** @param familiar words that are spelled right, whatever word of danger they are near */
export function createCareReaders(words: CareWords, familiar: () => Iterable<string>): CareReaders {
  // The first message takes what a start would otherwise take longer.
  let finder: ReturnType<typeof createDangerFinder> | undefined
  const findDanger = (text: string) => {
    finder ??= createDangerFinder(words, familiar())
    return finder(text)
  }
  return {
    readCare: (text) => weigh(findDanger(text)),
    readCalm(text) {
      const { row, found } = findDanger(text)
      return row.keys.length <= mostCalmWords && found.some(({ value }) => value.kind === 'calm')
    },
  }
}

/** Each family counts once, by its best expression, each word for one family, and each context once a sentence. */
function weigh({ row, found }: Dangers): Care | null {
  const sentenceOf = sentences(row)
  const less = new Map<string, number>()
  for (const { value, from } of found)
    if (value.kind === 'context') less.set(`${value.isOfText ? 'text' : sentenceOf[from]} ${value.name}`, value.less)
  const lessIn = (scope: string) =>
    [...less].reduce((sum, [key, value]) => (key.startsWith(`${scope} `) ? sum + value : sum), 0)
  const dangers = found.flatMap(({ value, from, to }) => {
    if (value.kind !== 'danger') return []
    const points = value.points - lessIn('text') - lessIn(String(sentenceOf[from]))
    return points > 0 ? [{ ...value, points, from, to }] : []
  })
  const families = new Set<string>()
  const taken = new Set<number>()
  const counted = dangers
    .toSorted((a, b) => b.points - a.points)
    .filter(({ family, from, to }) => {
      const places = Array.from({ length: to - from }, (_, at) => from + at)
      if (families.has(family) || places.some((at) => taken.has(at))) return false
      families.add(family)
      for (const at of places) taken.add(at)
      return true
    })
  if (counted.reduce((sum, { points }) => sum + points, 0) < enough) return null
  const weightOf = (care: Care) =>
    counted.reduce(
      (sum, { about, points, from, to }) =>
        aboutWhom(row, about, from, to) === care ? sum + Math.min(points, enough) : sum,
      0,
    )
  if (weightOf('life') >= enough) return 'life'
  return weightOf('other') > weightOf('self') ? 'other' : 'self'
}

/** The number of each word's sentence. */
function sentences({ gaps }: Row): number[] {
  let sentence = 0
  return gaps.map((gap) => (gap === 'stop' ? ++sentence : sentence))
}

/** What somebody else says of their own life is about them: decided by who is named last before it. */
function aboutWhom({ keys, gaps }: Row, about: Care, from: number, to: number): Care {
  if (about === 'other') return about
  for (let at = to - 1; at >= 0; at--) {
    const here = keys[at]
    if (here?.has('<i>') && at <= from + 1) return about
    if (here?.has('<they>') && at <= from + 1) return 'other'
    if (at <= from && gaps[at] === 'stop') return about
  }
  return about
}
