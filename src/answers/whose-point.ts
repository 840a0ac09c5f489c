import type { Library, Point } from '../framework/library'
import { allLeaders } from '../framework/schema'
import type { Of } from './answer'
import type { Question } from './question'
import { resolveRole } from './resolve-role'
import { frameworksOf } from './targets'

/** Says of each point whose it is to a question: where no role is known, those of every leader's role are one's own. */
export function whosePoint(library: Library, question: Question): (point: Point) => Of {
  const { roles, isForEveryone } = question
  const own = new Set(
    frameworksOf(library, question).flatMap(({ slug }) =>
      roles
        .map((role) => resolveRole(library, role, slug))
        .filter(({ how }) => how !== 'none')
        .map((resolved) => `${slug}/${resolved.slug}`),
    ),
  )
  return (point) => {
    if (own.has(`${point.framework}/${point.role}`)) return 'own'
    const role = library.role(point.framework, point.role)
    if (point.role === allLeaders || role?.everyLeader) return 'all'
    if (isForEveryone) return 'own'
    return roles.length === 0 && role?.level && role.level !== 'employee' ? 'own' : 'other'
  }
}
