import type { Context, Question } from './question'

/** `long`: longer than most questions about one thing. `story`: so long that something is told, whatever is asked. */
export type Length = 'short' | 'long' | 'story'

/**
 * What a text is. `talk`: small talk, a question about Pejling, an HR matter or something outside its field, answered by the text
 * `talk.<about>`. `point`: one point of the answer before ("uddyb nr. 3"), counted from 1, or from the end where negative;
 * `isExample`: an example of it was asked for, which no framework gives.
 */
export type Reading = {
  readonly context: Context | undefined
  /** Something in the text speaks of trouble: no answer goes without whom to talk to. */
  readonly isUneasy?: boolean
  readonly length?: Length
} & (
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'point'; readonly question: Question; readonly n: number; readonly isExample: boolean }
  | { readonly kind: 'talk'; readonly about: string }
)
