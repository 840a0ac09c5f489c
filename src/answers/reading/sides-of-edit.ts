import type { AskedRole, Question } from '../question'
import type { FollowUp } from './follow-up'
import { above } from './relatives'

/** The two that a turn wants compared, or the step it asks about: what was spoken of before, and what it names itself. */
export function sidesOfEdit(
  { known, before, parts, previous }: FollowUp,
  what: 'compare' | 'change',
): Partial<Question> {
  const { whole } = parts
  const [own] = before.roles
  const next = whole.has('nextLevel') && own ? above(known.library, before.frameworks[0] ?? '', own) : undefined
  const named = [...(whole.self ? [whole.self] : []), ...whole.roles, ...(next ? [next] : [])]
  if (what === 'compare' && whole.frameworks.length > 0 && named.length === 0) {
    const frameworks = unique([...before.frameworks, ...whole.frameworks]).slice(-2)
    return { frameworks, roles: before.roles.slice(-1), isFrameworkNamed: true }
  }
  const roles = distinct([...previous.roles, ...before.roles, ...named]).slice(-2)
  const frameworks = unique(previous.frameworks).slice(-2)
  if (what === 'compare' && roles.length < 2 && frameworks.length > 1)
    return { frameworks, roles, isFrameworkNamed: true }
  return { roles, frameworks: whole.frameworks.length > 0 ? whole.frameworks : before.frameworks }
}

/** Each once, where it was last spoken of. */
function distinct(roles: readonly AskedRole[]): AskedRole[] {
  const key = (role: AskedRole) => role.as.join()
  return roles.filter((role, i) => roles.findLastIndex((other) => key(other) === key(role)) === i)
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
