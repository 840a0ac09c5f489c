import { once } from '../async/once'
import { type Care, cares } from './care-words'
import { comparedWords, featuresOf } from './likeness-features'
import { exampleKinds, type LikenessIndex, placeOfFeature } from './likeness-index'

/** How much a message is like those of people in trouble, and like whose. */
export interface CareLikeness {
  /** Above 0: more like those of trouble than like harmless ones; each 2.3 is ten times more. */
  readonly score: number
  readonly care: Care
  /** How many words it has. */
  readonly words: number
}

/** What a feature counts before it is seen, a fifth of an example, so that seeing it once does not decide everything. */
const unseen = 1

/**
 * Compares a message with examples: nothing is trained. How often each word and pair of words of it stands in examples of trouble is
 * weighed against how often in harmless ones (naive Bayes). @param made asked for at the first message
 */
export function createLikeness(made: () => LikenessIndex): (text: string) => CareLikeness {
  const counted = once(() => countAll(made()))
  return (text) => likenessIn(counted(), text)
}

type Counts = Record<(typeof exampleKinds)[number], number>

interface Counted {
  readonly index: LikenessIndex
  /** All features of all examples. */
  readonly all: Counts
  /** What the features that were never seen add to them. */
  readonly unseenAll: number
}

function countAll(index: LikenessIndex): Counted {
  const [life = 0, self = 0, other = 0, near = 0] = index.totals
  return { index, all: { life, self, other, near }, unseenAll: unseen * index.features.length }
}

function countsAt({ counts }: LikenessIndex, place: number): Counts {
  const at = place * exampleKinds.length
  return { life: counts[at] ?? 0, self: counts[at + 1] ?? 0, other: counts[at + 2] ?? 0, near: counts[at + 3] ?? 0 }
}

const inTrouble = ({ life, self, other }: Counts) => life + self + other

function likenessIn({ index, all, unseenAll }: Counted, text: string): CareLikeness {
  const words = comparedWords(text)
  const rarity = Math.log((all.near + unseenAll) / (inTrouble(all) + unseenAll))
  const sums = { life: 0, self: 0, other: 0 }
  let score = 0
  for (const feature of featuresOf(words)) {
    const place = placeOfFeature(index, feature)
    // What stands in no example tells nothing.
    if (place < 0) continue
    const counts = countsAt(index, place)
    score += Math.log((inTrouble(counts) + unseen) / (counts.near + unseen)) + rarity
    for (const care of cares) sums[care] += Math.log((counts[care] + unseen) / (all[care] + unseenAll))
  }
  const others: Care = sums.self >= sums.other ? 'self' : 'other'
  return { score, care: sums.life >= sums[others] ? 'life' : others, words: words.length }
}
