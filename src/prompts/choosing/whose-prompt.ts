import type { Profile } from '../../answers/profile'
import type { Library } from '../../framework/library'
import { allLeaders, idParts } from '../../framework/schema'
import { fittingPrompts } from './fitting-prompts'

/**
 * For whom a prompt is written, as seen by a leader: their own `role`, `all` leaders of their municipality, an `other-role` there, or
 * `any-role` there where they have not chosen theirs; `elsewhere` and `elsewhere-role`: of a municipality that is not theirs, or
 * where they have chosen none.
 */
export type Whose = 'role' | 'all' | 'other-role' | 'any-role' | 'elsewhere' | 'elsewhere-role'

export function whosePrompt(library: Library, profile: Profile, promptId: string): Whose {
  const { framework, role } = idParts(promptId)
  const isForAll = role === allLeaders
  if (framework !== profile.framework) return isForAll ? 'elsewhere' : 'elsewhere-role'
  if (isForAll) return 'all'
  if (!profile.role) return 'any-role'
  const isOwn = fittingPrompts(library, profile).some((tier) => tier.some(({ id }) => id === promptId))
  return isOwn ? 'role' : 'other-role'
}
