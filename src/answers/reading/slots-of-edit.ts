import { type AskedRole, isTwoSided, type Question } from '../question'
import type { FollowUp } from './follow-up'
import { relatedRole } from './relatives'
import { ownRole } from './roles-meant'

type Slots = Pick<Question, 'roles' | 'frameworks' | 'isFrameworkNamed' | 'isForEveryone'>

/** Whose points and which municipalities': what the turn names, else as before. */
export function slotsOf(turn: FollowUp): Slots {
  const { before, fresh, parts } = turn
  const named = rolesNamed(turn)
  const isElsewhere = parts.whole.frameworks.length > 0 || fresh.unknownMunicipality !== null
  // Of a municipality that is not here nothing more is asked.
  const here = before.instead ? [before.instead] : before.frameworks
  return {
    roles: named.length > 0 ? sidesWith(before, named) : before.roles,
    frameworks: isElsewhere ? frameworksWith(before, parts.whole.frameworks) : here,
    isFrameworkNamed: isElsewhere || before.isFrameworkNamed,
    isForEveryone: named.length === 0 && before.isForEveryone,
  }
}

function rolesNamed({ before, known, asker, parts: { whole, asked } }: FollowUp): readonly AskedRole[] {
  const named = [...(whole.self ? [whole.self] : []), ...whole.roles]
  if (named.length > 0) return named
  const [framework] = before.frameworks
  const related = asked.relative && relatedRole(known.library, framework, ownRole(known, whole, asker), asked.relative)
  return related ? [related] : []
}

/** A role named after two that were held against each other takes the place of the second, unless the second is the asker's own. */
function sidesWith({ operation, roles }: Question, named: readonly AskedRole[]): readonly AskedRole[] {
  const [first, second] = roles
  const [only, another] = named
  if (!isTwoSided(operation) || !first || !second || !only || another) return named
  if (operation === 'change') return only.step === 'from' ? [only, second] : [first, only]
  return second.whose === 'mine' && first.whose !== 'mine' ? [second, only] : [first, only]
}

/** So does a municipality after two. */
function frameworksWith({ operation, frameworks }: Question, named: readonly string[]): readonly string[] {
  const [first, second] = frameworks
  const [only, another] = named
  const isOneOfThem = only !== undefined && frameworks.includes(only)
  if (operation !== 'compare' || !first || !second || !only || another || isOneOfThem) return named
  return [first, only]
}
