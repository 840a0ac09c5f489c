import type { Library, Point } from '../framework/library'
import { allLeaders } from '../framework/schema'
import type { Of } from './answer'
import type { Question } from './question'
import { resolveRole } from './reading/resolve-role'
import { frameworksOf } from './targets'

/** Says of each point whose it is to a question: where no role is known, those of every leader's role are one's own. */
export function whosePoint(library: Library, question: Question): (point: Point) => Of {
  const { roles, isForEveryone } = question
  const asked = new Set(frameworksOf(library, question).map(({ slug }) => slug))
  const ownIn = new Map<string, ReadonlySet<string>>()
  // A search in all municipalities meets points of a few: roles are looked up in those.
  const own = (framework: string) => {
    const known = ownIn.get(framework) ?? new Set(asked.has(framework) ? resolved(library, question, framework) : [])
    ownIn.set(framework, known)
    return known
  }
  return (point) => {
    if (own(point.framework).has(point.role)) return 'own'
    const role = library.role(point.framework, point.role)
    if (point.role === allLeaders || role?.everyLeader) return 'all'
    if (isForEveryone) return 'own'
    return roles.length === 0 && role?.level && role.level !== 'employee' ? 'own' : 'other'
  }
}

function resolved(library: Library, { roles, operation }: Question, framework: string): string[] {
  const own = roles
    .map((role) => resolveRole(library, role, framework))
    .filter(({ how }) => how !== 'none')
    .map(({ slug }) => slug)
  // What one's group does together is one's own where it is asked for, and hardly what a search means.
  return operation === 'find' ? own : [...own, ...own.flatMap((slug) => library.role(framework, slug)?.worksIn ?? [])]
}
