import type { Library } from '../../framework/library'
import { allLeaders } from '../../framework/schema'
import type { Audience } from '../../records/campaign'
import { isMeant, meansLeaders } from './is-meant'

/** A role that a campaign brings something to, whoever has it. */
export interface AudienceProfile {
  readonly framework: string
  /** Null: the framework says the same to every leader. */
  readonly role: string | null
}

/** The roles that an audience means, municipality by municipality; none where it means channels or named people only. */
export function audienceProfiles(library: Library, audience: Audience): readonly AudienceProfile[] {
  if (!meansLeaders(audience)) return []
  const among = library.frameworks.filter(
    ({ slug }) => audience.frameworks.length === 0 || audience.frameworks.includes(slug),
  )
  return among.flatMap(({ slug: framework, roles }): AudienceProfile[] => {
    const single = roles.filter(({ slug, group, level }) => !group && level !== null && slug !== allLeaders)
    const meant = single.filter(({ slug: role }) => isMeantOfAnyUnit(library, audience, { framework, role }))
    if (single.length > 0) return meant.map(({ slug: role }) => ({ framework, role }))
    return isMeantOfAnyUnit(library, audience, { framework, role: null }) ? [{ framework, role: null }] : []
  })
}

function isMeantOfAnyUnit(library: Library, audience: Audience, profile: AudienceProfile): boolean {
  const isEveryLeader = audience.isEveryLeader || audience.units.length > 0
  return isMeant(library, { ...audience, isEveryLeader, units: [] }, { ...profile, unit: null })
}
