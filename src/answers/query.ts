import type { Level } from '../framework/schema'
import type { Concept } from '../search/vocabulary'

export const intents = [
  'expectations',
  'pitfalls',
  'definition',
  'values',
  'compare',
  'transition',
  'topic',
  'situation',
  'absent',
  'out-of-scope',
  'help',
] as const
export type Intent = (typeof intents)[number]

/** What a leader told of themselves; fills what a question leaves open. */
export interface Profile {
  readonly framework?: string | null | undefined
  readonly role?: string | null | undefined
}

/** A role as somebody names it, before it is known which framework answers. */
export interface RoleName {
  /** As said in the question; a role's title where it came from the profile. */
  readonly said: string
  readonly level: Level | null
  /** Role slugs that carry this name, in whatever framework, best first. */
  readonly as: readonly string[]
}

/** A question understood. Pure data: the same question, profile and previous turn give the same query. */
export interface Query {
  readonly text: string
  readonly intent: Intent
  /** Slugs named or known; empty: every framework. */
  readonly frameworks: readonly string[]
  /** True when the question (or the turn before) names the frameworks, false when the profile or nobody does. */
  readonly isFrameworkNamed: boolean
  readonly roles: readonly RoleName[]
  /** True when the question (or the turn before) names the roles. */
  readonly isRoleNamed: boolean
  /** The asker speaks of themselves ("af mig som …"), or names no role at all. */
  readonly isOwn: boolean
  readonly area: string | null
  /** The content words with their synonyms, for search. */
  readonly concepts: readonly Concept[]
  /** A municipality named whose framework is not here. */
  readonly unknownMunicipality: string | null
}
