import type { Care, CareWords } from './care-words'
import { createDangerFinder } from './find-danger'
import { hasSign, weighDanger } from './weigh-danger'

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

/** @param familiar words that are spelled right, whatever word of danger they are near */
export function createCareReaders(words: CareWords, familiar: () => Iterable<string>): CareReaders {
  // The first message takes what a start would otherwise take longer.
  let finder: ReturnType<typeof createDangerFinder> | undefined
  const findDanger = (text: string) => {
    finder ??= createDangerFinder(words, familiar())
    return finder(text)
  }
  return {
    readCare: (text) => weighDanger(findDanger(text)),
    readUnease: (text) => hasSign(findDanger(text)),
    readCalm(text) {
      const { row, found } = findDanger(text)
      return row.keys.length <= mostCalmWords && found.some(({ value }) => value.kind === 'calm')
    },
  }
}
