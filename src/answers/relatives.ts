import type { Library } from '../framework/library'
import { levels, type Role } from '../framework/schema'
import type { AskedRole } from './question'
import { resolveRole } from './resolve-role'

/** The role that one's own leader most likely has: as the document implies it, else the next level up that it knows. */
export function above(library: Library, framework: string, own: AskedRole): AskedRole | undefined {
  return near(library, framework, own, -1)
}

/** The role of those one leads. */
export function below(library: Library, framework: string, own: AskedRole): AskedRole | undefined {
  return near(library, framework, own, 1)
}

function near(library: Library, framework: string, own: AskedRole, step: 1 | -1): AskedRole | undefined {
  const resolved = resolveRole(library, own, framework)
  const mine = library.role(framework, resolved.slug)
  const reports = step < 0 && mine?.reportsTo ? library.role(framework, mine.reportsTo) : undefined
  if (reports && !reports.group) return asAsked(reports)
  const at = mine?.level ? levels.indexOf(mine.level) : -1
  if (at < 0) return undefined
  for (let i = at + step; i >= 0 && i < levels.length; i += step) {
    const level = levels[i]
    const role = level && library.rolesAt(framework, level).at(step < 0 ? -1 : 0)
    if (role) return asAsked(role)
  }
  return undefined
}

function asAsked({ title, level, slug }: Role): AskedRole {
  return { said: title, level, as: [slug], use: 'general', whose: 'named' }
}
