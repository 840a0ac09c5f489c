import type { Care, CareWords } from './care-words'
import { createDangerFinder } from './find-danger'
import { createLikeness } from './likeness'
import type { LikenessIndex } from './likeness-index'
import { enough, type Weight, weighDanger } from './weigh-danger'

/** Both pure, and nothing of a text is kept. */
export interface CareReaders {
  /** Who in a message is in trouble; null for nobody. */
  readonly readCare: (text: string) => Care | null
  /** Whether something in a message speaks of trouble, too little to be met as such: then no answer goes without whom to talk to. */
  readonly readUnease: (text: string) => boolean
  /** Whether somebody who was met with care says that it is not so bad, or thanks. Says nothing of other messages. */
  readonly readCalm: (text: string) => boolean
}

/** Who says more than this goes on to something else. */
const mostCalmWords = 16

/**
 * How like the messages of people in trouble one must be: the more it says in so many words, the less. Chosen so that with each author
 * of the examples left out in turn hardly any near ones are taken (tests/care).
 */
const bars = { silent: 0, sign: -0.2, clear: -0.4, sure: -0.5, twice: -0.8 }
/** Where a life may be at stake, rather one too many is met with people to turn to. */
const forALife = 0.15
/** So like them a message may be that is answered, but by no point that only sounds alike. */
const uneasy = -0.6
/** A message that says nothing in so many words must be this near to one of them at least: a greeting is near to nothing. */
const leastNearness = 0.12

export interface CareReading {
  readonly words: CareWords
  /** Words that are spelled right, whatever word of danger they are near. */
  familiar(): Iterable<string>
  /** Messages whose meaning is known. */
  index(): LikenessIndex
}

export function createCareReaders({ words, familiar, index }: CareReading): CareReaders {
  // The first message takes what a start would otherwise take longer.
  let finder: ReturnType<typeof createDangerFinder> | undefined
  const likenessOf = createLikeness(index)
  const findDanger = (text: string) => {
    finder ??= createDangerFinder(words, familiar)
    return finder(text)
  }
  return {
    readCare(text) {
      const said = weighDanger(findDanger(text))
      const like = likenessOf(text)
      const strength = strengthOf(said)
      const bar = bars[strength] - (like.care === 'life' ? forALife : 0)
      if (like.score <= bar || (strength === 'silent' && like.nearness < leastNearness)) return null
      return said.points > 0 ? said.care : like.care
    },
    readUnease(text) {
      const like = likenessOf(text)
      const isSaid = weighDanger(findDanger(text)).points > 0
      return like.score > uneasy && (isSaid || like.nearness >= leastNearness)
    },
    readCalm(text) {
      const { row, found } = findDanger(text)
      return row.keys.length <= mostCalmWords && found.some(({ value }) => value.kind === 'calm')
    },
  }
}

function strengthOf({ points, isSure }: Weight): keyof typeof bars {
  if (isSure) return points >= 2 * enough ? 'twice' : 'sure'
  if (points >= enough) return 'clear'
  return points > 0 ? 'sign' : 'silent'
}
