import type { Answer } from '../../answers/answer'
import type { CarePeople } from '../../care/care-people'
import type { Framework } from '../../framework/schema'

/** Whom and what an answer can send people to, beside the framework's points. */
export interface Support {
  readonly people: Pick<CarePeople, 'who'>
  /** HR has a conversation with the bot. */
  readonly isHrReached: boolean
  /** A framework's slug -> the address of its document, as the municipality has set it. */
  readonly sources: Readonly<Record<string, string>>
}

/** Somebody told of their own trouble: no answer ends without anybody to turn to. */
export function tellsOfTrouble({ told, isUneasy }: Pick<Answer, 'told' | 'isUneasy'>): boolean {
  return told || isUneasy
}

/** Where a framework's document can be opened: as the municipality has set it, else as the data says. */
export function sourceUrl({ sources }: Pick<Support, 'sources'>, { slug, url }: Framework): string | undefined {
  return sources[slug] ?? url
}
