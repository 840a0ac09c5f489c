import type { Point } from '../framework/library'
import type { Params } from '../texts'
import type { Intent } from './query'

/** A stretch of an answer under one heading, in the framework's own name. */
export interface Section {
  readonly framework: string
  /** null where the section is about the framework as a whole. */
  readonly role: string | null
  /** What kind of stretch it is: decides the heading. */
  readonly heading:
    | 'points'
    | 'pitfalls'
    | 'only'
    | 'both'
    | 'new'
    | 'falls-away'
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

export interface Answer {
  readonly intent: Intent
  /** The frameworks that answer. */
  readonly frameworks: readonly string[]
  /** The roles that answer, as slugs. */
  readonly roles: readonly string[]
  readonly area: string | null
  /** Whether the list is about the asker: "dig som …". */
  readonly isOwn: boolean
  /** Ranked. Expectations and pitfalls: the whole list asked for; else at most ten. */
  readonly statements: readonly Point[]
  readonly notes: readonly Note[]
  /** The same points as they are shown, plus what is only shown (inspiration, nearest). */
  readonly sections: readonly Section[]
  readonly suggestions: readonly Suggestion[]
  /** What was searched for and not found, or looked up, in the asker's words. */
  readonly subject: string
}

/** An answer before it is said whom it speaks to. */
export type Found = Omit<Answer, 'isOwn'>
