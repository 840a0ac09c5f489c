import type { Library } from '../framework/library'
import { allLeaders, type Framework } from '../framework/schema'
import type { AskedRole, Question } from './question'
import { type ResolvedRole, resolveRole } from './reading/resolve-role'

/** One profile that a question is about. */
export interface Target extends ResolvedRole {
  /** The role as the question or the profile names it; empty where no role is known. */
  readonly said: string
  readonly asked?: AskedRole
}

/** The frameworks a question may be answered from: those named or known, else all. */
export function frameworksOf(library: Library, { frameworks }: Pick<Question, 'frameworks'>): readonly Framework[] {
  if (frameworks.length === 0) return library.frameworks
  return frameworks.flatMap((slug) => library.framework(slug) ?? [])
}

/** The single leader roles of a framework; for a common profile the one that speaks to all. */
export function leaderRoles(framework: Framework): readonly string[] {
  if (framework.profile === 'common') return [allLeaders]
  return framework.roles
    .filter((role) => !role.group && role.level !== null && role.level !== 'employee')
    .map((role) => role.slug)
}

/**
 * The profiles to list from. A framework named or known answers for its role, mapped by level
 * if need be. With none, every framework that has the role answers, or failing that its level; those that
 * speak to all leaders alike are left to a note. Without a role, every leader role of the framework named answers,
 * or, with none named, what is said to all leaders alike.
 */
export function targetsOf(library: Library, question: Pick<Question, 'frameworks' | 'roles'>): readonly Target[] {
  const frameworks = frameworksOf(library, question)
  const isOpen = question.frameworks.length === 0
  if (question.roles.length === 0) {
    return frameworks
      .filter((framework) => !isOpen || framework.profile === 'common')
      .flatMap((framework) =>
        leaderRoles(framework).map((slug) => ({ framework: framework.slug, slug, how: 'same' as const, said: '' })),
      )
  }
  const resolved = question.roles.flatMap((role) =>
    frameworks.map((framework) => ({ ...resolveRole(library, role, framework.slug), said: role.said, asked: role })),
  )
  if (!isOpen) return resolved
  const same = resolved.filter((target) => target.how === 'same' || target.how === 'title')
  return same.length > 0 ? same : resolved.filter((target) => target.how === 'level')
}
