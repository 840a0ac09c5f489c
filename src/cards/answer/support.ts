import type { Answer } from '../../answers/answer'
import type { CarePeople } from '../../care/care-people'

/** Whom an answer can send people to, beside the framework. */
export interface Support {
  readonly people: Pick<CarePeople, 'who'>
  /** HR has a conversation with the bot. */
  readonly isHrReached: boolean
}

/** Somebody told of their own trouble: no answer ends without anybody to turn to. */
export function tellsOfTrouble({ told, isUneasy }: Answer): boolean {
  return told || isUneasy
}
