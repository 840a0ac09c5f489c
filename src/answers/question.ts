import type { Kind } from '../framework/schema'
import type { Concept } from '../search/vocabulary'
import type { RoleIn, RoleName } from './reading/role-name'
import type { MoveSide } from './reading/role-steps'

/** What is to be done with the points that a question selects. */
export const operations = ['list', 'find', 'compare', 'change', 'define', 'overview'] as const
export type Operation = (typeof operations)[number]

/** Whose points are asked for. `unknown`: a role that no framework knows, by the word that was said; `person`: somebody by name. */
export type AskedAs = 'mine' | 'my-leader' | 'my-leaders' | 'named' | 'unknown' | 'person'

export interface AskedRole extends RoleName {
  readonly whose: AskedAs
  readonly step?: MoveSide | undefined
  /** Taken for granted: no document says who leads whom. */
  readonly isLikely?: boolean
}

/** Two roles or frameworks are held against each other. */
export function isTwoSided(operation: Operation): boolean {
  return operation === 'compare' || operation === 'change'
}

/** What was taken for granted because the question did not say it. */
export type Assumption = 'framework' | 'role' | 'area' | 'kind' | 'topic'

/**
 * A question understood, as a value: an operation on the points of frameworks × roles × kinds × area that speak of the topic.
 * What is named restricts, in every operation. The same text, profile and context give the same question.
 */
export interface Question {
  readonly text: string
  readonly operation: Operation
  /** Slugs named or known; empty: every framework. */
  readonly frameworks: readonly string[]
  /** The question, or the turn it edits, names the frameworks; else the profile, the home municipality or nobody does. */
  readonly isFrameworkNamed: boolean
  /** Empty: no role is named or known. */
  readonly roles: readonly AskedRole[]
  /** Asks who, so that every role may answer ("hvem har ansvaret for …"). */
  readonly isForEveryone: boolean
  /** Empty: those of the operation. */
  readonly kinds: readonly Kind[]
  readonly area: string | null
  /** Other areas named beside it ("handlekraft og følgeskab"). */
  readonly alsoAreas: readonly string[]
  /** Who has no role of a leader and is asked about as if they had: "hvad forventes der af en TR". As said. */
  readonly counterpart: string | null
  /** What must be spoken of: the content words with their synonyms. */
  readonly concepts: readonly Concept[]
  /** The leader tells of something rather than asks. */
  readonly told: boolean
  /** What the same message asks as well ("… og hvilke faldgruber er der?"). */
  readonly also: Question | null
  /** What the asker says they are and their profile does not. */
  readonly toldRole: RoleIn | null
  /** A municipality named whose framework is not here. */
  readonly unknownMunicipality: string | null
  /** The asker's own framework, where that municipality is asked about in its place. */
  readonly instead: string | null
  /** Everything at once, unfolded. */
  readonly isWhole: boolean
  readonly assumed: readonly Assumption[]
}

/** What the next turn may lean on. */
export interface Context {
  /** The last question that was understood, answered or not. */
  readonly question: Question
  /** Roles and frameworks of the turns before, newest last, for "sammenlign de to". */
  readonly roles: readonly AskedRole[]
  readonly frameworks: readonly string[]
}
