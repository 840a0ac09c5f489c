import type { Level } from '../../framework/schema'

/** A role as somebody names it, before it is known which framework answers. */
export interface RoleName {
  /** As said in the question; a role's title where it came from the profile. */
  readonly said: string
  readonly level: Level | null
  /** Role slugs that carry this name, in whatever framework, best first; none where no framework knows it. */
  readonly as: readonly string[]
  /**
   * What the name is: a word for a role everywhere ("direktør"), one framework's own title ("kontraktholder"), which is found in no
   * other, or a job title that no framework uses ("skoleleder"), which is read as the nearest role and said to be.
   */
  readonly use: 'general' | 'framework' | 'job'
}

/** A role in one framework, by their slugs. */
export interface RoleIn {
  readonly framework: string
  readonly role: string
}
