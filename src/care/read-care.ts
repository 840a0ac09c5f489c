import { once } from '../async/once'
import type { Care, CareWords } from './care-words'
import { createDangerFinder } from './find-danger'
import { type CareLikeness, createLikeness } from './likeness'
import type { LikenessIndex } from './likeness-index'
import { passagesOf } from './passages'
import { spokenIn } from './spoken'
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
 * How like the messages of people in trouble one must be: the more it says in so many words, the less. Chosen so that, each author of
 * the examples left out in turn, about one in twenty of the near ones is taken (tests/care).
 */
const bars = { silent: 14.5, sign: 11.5, clear: -1, sure: -14.5, twice: -19 }
/** Where a life may be at stake, rather one too many is met with people to turn to. */
const forALife = 10
/** So few words must be so much more like them. */
const mostWordsOfAGreeting = 5
const forAGreeting = 4
/**
 * So like them a message may be that is answered as any other, but by no point for what it tells: the few words of a short one must be
 * more like them, unless one says something of danger; the many of a long one tell more, for each word. Of those in trouble who were
 * not met with care every second is above it, of what leaders tell on ordinary days five in a hundred.
 */
const uneasy = { greeting: 8, short: 3, said: 0, word: -0.3 }
const fewestWords = { short: 4, long: 12 }

export interface CareReading {
  readonly words: CareWords
  /** Words that are spelled right, whatever word of danger they are near. */
  familiar(): Iterable<string>
  /** Messages whose meaning is known. */
  index(): LikenessIndex
  /** What Pejling says or is told to do: whoever presses a button says no more than this of themselves. */
  own(): Iterable<string>
}

/** In a message of so many words what is told beside a trouble outweighs it, so its passages are read, too. */
const fewestOfAStory = 32
/**
 * Since a story has many passages, one that says nothing of danger, or gives but a sign, must be so much more like those in trouble. Chosen
 * with each author left out in turn, whose lines stood among three of everyday life (tests/care): of those about a life one in sixteen
 * was found by the whole alone.
 */
const aboveForAPassage: Readonly<Partial<Record<Strength, number>>> = { silent: 12, sign: 6 }

export function createCareReaders({ words, familiar, index, own }: CareReading): CareReaders {
  // The first message takes what a start would otherwise take longer.
  const finder = once(() => createDangerFinder(words, familiar))
  const findDanger = (text: string) => finder()(text)
  const likenessOf = createLikeness(index)
  const ownSaid = once(() => new Set(Array.from(own(), asSaid)))
  function read(text: string, like: CareLikeness, above: typeof aboveForAPassage = {}): Care | null {
    const said = weighDanger(findDanger(text))
    const strength = strengthOf(said)
    if (like.score <= barOf(strength, like) + (above[strength] ?? 0) || ownSaid().has(asSaid(text))) return null
    // Who is in trouble is told better by all the words than by those of danger, save where these speak of a life.
    return said.points >= enough && said.care === 'life' ? 'life' : like.care
  }
  function readPassages(text: string): Care | null {
    const found = passagesOf(text).flatMap((passage) => read(passage, likenessOf(passage), aboveForAPassage) ?? [])
    return found.includes('life') ? 'life' : (found[0] ?? null)
  }
  return {
    readCare(text) {
      const like = likenessOf(text)
      return read(text, like) ?? (like.words < fewestOfAStory ? null : readPassages(text))
    },
    readUnease(text) {
      const { score, words } = likenessOf(text)
      if (words >= fewestWords.long) return score > uneasy.word * words
      if (weighDanger(findDanger(text)).points > 0) return score > uneasy.said
      return score > (words >= fewestWords.short ? uneasy.short : uneasy.greeting)
    },
    readCalm(text) {
      const { row, found } = findDanger(text)
      return row.keys.length <= mostCalmWords && found.some(({ value }) => value.kind === 'calm')
    },
  }
}

type Strength = keyof typeof bars

function barOf(strength: Strength, { care, words }: CareLikeness): number {
  // A few words that say nothing of danger are mostly a greeting.
  if (strength === 'silent' && words <= mostWordsOfAGreeting) return bars.silent + forAGreeting
  return bars[strength] - (care === 'life' ? forALife : 0)
}

const asSaid = (text: string) => spokenIn(text).words.join(' ')

function strengthOf({ points, isSure }: Weight): Strength {
  if (isSure) return points >= 2 * enough ? 'twice' : 'sure'
  if (points >= enough) return 'clear'
  return points > 0 ? 'sign' : 'silent'
}
