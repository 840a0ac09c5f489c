import type { Point } from '../framework/library'
import type { Params } from '../texts'
import type { Intent } from './intent'
import type { RoleIn } from './reading/role-name'

/** Whose a point is: a role's that was asked about or is the asker's, every leader's, another role's, or only the nearest there is. */
export type Of = 'own' | 'all' | 'other' | 'nearest'

export interface Stated extends Point {
  readonly of: Of
}

/** A stretch of an answer under one heading, in the framework's own name. */
export interface Section {
  readonly framework: string
  /** null where the section is about the framework as a whole. */
  readonly role: string | null
  /** What kind of stretch it is: decides the heading. */
  readonly heading:
    | 'points'
    | 'group'
    | 'pitfalls'
    | 'only'
    | 'both'
    | 'new'
    | 'falls-away'
    | 'others'
    | 'inspiration'
    | 'nearest'
    | 'definition'
  readonly points: readonly Point[]
}

/** Something honesty requires: a text key and its parameters, said in the reader's language. */
export interface Note {
  readonly key: string
  readonly params: Params
}

/** A question that a button asks on the leader's behalf. */
export interface Suggestion {
  readonly key: string
  readonly params: Params
}

/** How a question was read, where something was taken for granted. Slugs; the kind as the library has it. */
export interface ReadAs {
  readonly frameworks: readonly string[]
  readonly roles: readonly string[]
  readonly area: string | null
  readonly kind: 'behaviour' | 'pitfall' | 'value' | null
}

export interface Answer {
  readonly intent: Intent
  /** The frameworks that answer. */
  readonly frameworks: readonly string[]
  /** The roles that answer, as slugs. */
  readonly roles: readonly string[]
  readonly area: string | null
  /** Whether the list is about the asker: "dig som …". */
  readonly isOwn: boolean
  /** Ranked. Lists, comparisons and changes: the whole selection; searches at most ten; told situations at most three. */
  readonly statements: readonly Stated[]
  readonly notes: readonly Note[]
  /** The same points as they are shown, plus what is only shown (inspiration, nearest). */
  readonly sections: readonly Section[]
  readonly suggestions: readonly Suggestion[]
  /** What was searched for and not found, or looked up, in the asker's words. */
  readonly subject: string
  /** What the leader says they are, for offering to remember it. */
  readonly offeredRole: RoleIn | null
  /** The leader told of something: a pitfall is asked ("Kender du det her?"), never said of them. */
  readonly told: boolean
  /** Something in what was said speaks of trouble. */
  readonly isUneasy: boolean
  /** Everything unfolded. */
  readonly isWhole: boolean
  readonly readAs: ReadAs | null
  /** The text `talk.<about>` answers, and no points. */
  readonly talk: string | null
}

/** An answer before it is said whom it speaks to and how it was read. */
export type Found = Omit<Answer, 'isOwn' | 'offeredRole' | 'told' | 'isUneasy' | 'isWhole' | 'readAs' | 'talk'>
