import type { Library } from '../../framework/library'

/** Whom a campaign is for; its fields are those of the record. */
interface Narrowing {
  readonly isEveryLeader: boolean
  readonly frameworks: readonly string[]
  readonly roles: readonly string[]
  readonly levels: readonly string[]
  readonly units: readonly string[]
}

interface Standing {
  readonly framework: string | null
  readonly role: string | null
  readonly unit: string | null
}

/** Whether a list of leaders is meant at all, beside named people and channels. */
export function meansLeaders({ isEveryLeader, frameworks, roles, levels, units }: Narrowing): boolean {
  return isEveryLeader || [frameworks, roles, levels, units].some((list) => list.length > 0)
}

/**
 * Whether a person is within every list that narrows. A level is that of the role in their own framework; whoever says that
 * they lead nobody is meant by name of that role or level only, since the prompts are for those who lead.
 */
export function isMeant(library: Library, audience: Narrowing, { framework, role, unit }: Standing): boolean {
  const level = library.role(framework ?? '', role ?? '')?.level
  return (
    meansLeaders(audience) &&
    (level !== 'employee' || audience.levels.includes(level) || audience.roles.includes(role ?? '')) &&
    isWithin(audience.frameworks, framework) &&
    isWithin(audience.roles, role) &&
    isWithin(audience.levels, level) &&
    isWithin(audience.units, unit)
  )
}

function isWithin(list: readonly string[], value: string | null | undefined): boolean {
  return list.length === 0 || (value !== null && value !== undefined && list.includes(value))
}
