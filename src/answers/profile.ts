/** What a leader told of themselves; fills what a question leaves open. */
export interface Profile {
  readonly framework?: string | null | undefined
  readonly role?: string | null | undefined
}
