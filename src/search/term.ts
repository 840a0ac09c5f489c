/**
 * A stem that stands in a text: of a word of it, of what a compound in it ends in (`kin`), of another part of one, or of a function
 * word, which is looked for only within a phrase ("sige nej").
 */
export interface Term {
  readonly stem: string
  readonly as: 'word' | 'kin' | 'part' | 'function'
}
