import type { Context, Question } from '../question'
import type { Asker, Known } from './known'
import type { Parts } from './read-parts'

/** A turn held against the question before it. */
export interface FollowUp {
  readonly known: Known
  readonly asker: Asker
  readonly parts: Parts
  readonly previous: Context
  readonly before: Question
  /** The turn read as if it stood by itself. */
  readonly fresh: Question
  /** It names a role or a municipality. */
  readonly namesSlot: boolean
  /** It begins as what goes on from something: "og …", "kun …". */
  readonly isLeaning: boolean
  readonly area: string | null
  readonly hasTopic: boolean
}
