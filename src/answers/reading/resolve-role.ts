import type { Library } from '../../framework/library'
import { allLeaders, type Level, levels } from '../../framework/schema'
import type { RoleName } from './role-name'

/**
 * How a role name was found in a framework: `same` the role itself (or its other name), `title` the role that a job title stands
 * for, `level` the nearest at its level, `common` the framework speaks to all leaders alike, `none` it has nothing for such a role.
 */
export interface ResolvedRole {
  readonly framework: string
  readonly slug: string
  readonly how: 'same' | 'title' | 'level' | 'common' | 'none'
}

/** Finds what a role is called in one framework. Never fails: what cannot be mapped is `none`. */
export function resolveRole(library: Library, role: RoleName, framework: string): ResolvedRole {
  const known = library.framework(framework)
  if (role.as.some((slug) => library.role(framework, slug)?.everyLeader))
    return { framework, slug: allLeaders, how: 'same' }
  const own = role.as.find((slug) => library.select({ framework, role: slug }).length > 0)
  if (own) return { framework, slug: own, how: role.use === 'job' ? 'title' : 'same' }
  // A framework that tells leaders apart and describes no such group has nothing to say to it.
  if (known?.profile === 'roles' && isGroup(library, role)) return { framework, slug: allLeaders, how: 'none' }
  const isLeader = role.level !== null && role.level !== 'employee'
  // Another municipality's own title is no role here, however near one may be.
  const isHere = role.as.some((slug) => library.role(framework, slug) !== undefined)
  if (role.use === 'framework' && !isHere) return { framework, slug: allLeaders, how: 'none' }
  if (known?.profile === 'common') return { framework, slug: allLeaders, how: isLeader ? 'common' : 'none' }
  const near = isLeader ? nearest(library, framework, role.level) : library.rolesAt(framework, 'employee')[0]?.slug
  return near && role.level !== null
    ? { framework, slug: near, how: 'level' }
    : { framework, slug: allLeaders, how: 'none' }
}

/** "Ledergruppe", "koncernledelse": a name that only groups have. */
export function isGroup(library: Library, role: RoleName): boolean {
  const named = library.frameworks.flatMap(({ roles }) => roles.filter(({ slug }) => role.as.includes(slug)))
  return named.length > 0 && named.every(({ group }) => group)
}

/** The last role at the level (the one nearest the staff), else at the next level down, else up. */
function nearest(library: Library, framework: string, level: Level): string | undefined {
  const leading: Level[] = levels.filter((candidate) => candidate !== 'employee')
  const at = leading.indexOf(level)
  const order = [...leading.slice(at), ...leading.slice(0, at).reverse()]
  for (const candidate of order) {
    const role = library.rolesAt(framework, candidate).at(-1)
    if (role) return role.slug
  }
  return undefined
}
