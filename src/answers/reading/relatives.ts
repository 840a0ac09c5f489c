import type { Library } from '../../framework/library'
import { levels, type Role } from '../../framework/schema'
import type { AskedRole } from '../question'
import type { OwnPeople } from './own-people'
import { resolveRole } from './resolve-role'

/** The role that one's own leader most likely has: as the document implies it, else the next level up that it knows. */
export function above(library: Library, framework: string, own: AskedRole): AskedRole | undefined {
  return near(library, framework, own, -1)
}

/** The role of those one leads. */
function below(library: Library, framework: string, own: AskedRole): AskedRole | undefined {
  return near(library, framework, own, 1)
}

/** @param step -1 up, 1 down */
function near(library: Library, framework: string, own: AskedRole, step: 1 | -1): AskedRole | undefined {
  const resolved = resolveRole(library, own, framework)
  const mine = library.role(framework, resolved.slug)
  const implied = step < 0 ? leaderOf(library, framework, mine) : ledBy(library, framework, mine)
  if (implied) return asAsked(implied)
  const at = mine?.level ? levels.indexOf(mine.level) : -1
  if (at < 0) return undefined
  for (let i = at + step; i >= 0 && i < levels.length; i += step) {
    const level = levels[i]
    const role = level && library.rolesAt(framework, level).at(step < 0 ? -1 : 0)
    if (role) return asAsked(role)
  }
  return undefined
}

function leaderOf(library: Library, framework: string, mine: Role | undefined): Role | undefined {
  const reports = mine?.reportsTo ? library.role(framework, mine.reportsTo) : undefined
  return reports && !reports.group ? reports : undefined
}

/** Of several the one nearest below. */
function ledBy(library: Library, framework: string, mine: Role | undefined): Role | undefined {
  return library.framework(framework)?.roles.find(({ group, reportsTo }) => !group && mine && reportsTo === mine.slug)
}

function asAsked({ title, level, slug }: Role): AskedRole {
  return { said: title, level, as: [slug], use: 'general', whose: 'named' }
}

/** The roles that one's own people have by what a text says of them: named, or as the document implies. */
export function relatedRole(
  library: Library,
  framework: string | undefined,
  own: AskedRole | undefined,
  { whose, named, steps }: OwnPeople,
): AskedRole | undefined {
  if (named) return { ...named, whose }
  if (!own || !framework || library.framework(framework)?.profile === 'common') return undefined
  let role: AskedRole | undefined = own
  for (let i = 0; i < steps; i++) role = role && (whose === 'my-leader' ? above : below)(library, framework, role)
  return role ? { ...role, whose, isLikely: true } : { ...nobody, whose }
}

/** Above the topmost role and below the lowest no framework says anything. */
const nobody = { said: '', level: null, as: [], use: 'job' } as const
