import type { Point } from '../../framework/library'
import type { Whose } from '../../prompts/choosing/whose-prompt'
import type { Reflection } from '../../records/reflection'
import type { OwnSeries } from '../../records/rhythm'
import type { Reader } from '../kit/reader'

/** What stands in the fields, before it is sent. */
export interface TypedAnswer {
  readonly text?: string | undefined
  readonly scale?: number | undefined
}

export interface PromptView extends Reader {
  readonly reflection: Reflection
  /** In the reader's language. */
  readonly question: string
  /** Whether "how well does it go, 1 to 5" is asked beside it. */
  readonly hasScale: boolean
  /** The points the prompt asks about; none where HR asks a question of its own. */
  readonly points: readonly Point[]
  /** Why this one: asked for at a point, for whom it is written, from HR, put off before, at their own time, a reminder, or the first after a pause. */
  readonly why: Whose | 'topic' | 'hr' | 'talk' | 'snoozed' | 'rhythm' | 'reminder' | 'after-pause'
  /** With `rhythm`: the series it is one of, which counts it in. */
  readonly series?: OwnSeries | undefined
  /** What the leader asked for a question on, in their own words; with `why` saying for whom it is written. */
  readonly topic?: string | undefined
  /**
   * The form instead of what stands: to answer after all, to edit, or to decide where an answer was given elsewhere
   * meanwhile. What was typed is in the fields.
   */
  readonly form?: (TypedAnswer & { readonly isElsewhere?: boolean }) | undefined
  /** Put off: what was typed is kept in the card, and nowhere else. */
  readonly typed?: TypedAnswer | undefined
  /** When answered: the framework's own points that answer; without them `points` stand there. */
  readonly answering?: readonly Point[]
  /** When answered: the pitfall that goes with it. */
  readonly pitfall?: Point | undefined
  /** The leader has written about it before: it can be shown, when they ask for it. */
  readonly hasEarlier?: boolean | undefined
  /** The answer speaks of somebody in trouble: no point stands below it. */
  readonly isInTrouble?: boolean | undefined
}

/** What the card shows: a form, to answer or to edit, or how the reflection stands. `calledBack`: by HR, before there was an answer. */
export type PromptState = 'open' | 'edit' | 'calledBack' | Exclude<Reflection['state'], 'shown'>

export function promptState({ form, reflection: { state, calledBackAt } }: PromptView): PromptState {
  if (form) return state === 'answered' ? 'edit' : 'open'
  if (state === 'skipped' && calledBackAt !== undefined) return 'calledBack'
  return state === 'shown' ? 'open' : state
}
