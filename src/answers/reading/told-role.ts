import type { Library } from '../../framework/library'
import type { Question } from '../question'
import type { Asker } from './known'
import { resolveRole } from './resolve-role'
import type { RoleIn, RoleName } from './role-name'

const already = /\b(jeg er|er jeg|fået|blevet|startet|begyndt|har været|i am|have become|got|started)\b/i

/** "Hvad er nyt, når jeg bliver direktør?" tells what one may become. */
function isYetToBe({ text, operation }: Pick<Question, 'text' | 'operation'>): boolean {
  return operation === 'change' && !already.test(text)
}

/** The role that somebody says they have ("jeg er lige blevet daglig leder i Odder"), where their profile does not say it already. */
export function toldRole(
  library: Library,
  { self, ...said }: Pick<Question, 'text' | 'operation'> & { readonly self: RoleName | undefined },
  frameworks: readonly string[],
  { profile }: Asker,
): RoleIn | null {
  const [framework, another] = frameworks
  if (!self || !framework || another || isYetToBe(said)) return null
  const role = roleFor(library, self, framework)
  const isKnown = profile?.framework === framework && profile.role === role
  return role === undefined || isKnown ? null : { framework, role }
}

/** What the framework calls a leader's role; where it speaks to all leaders alike it may still know the role by name. */
export function roleFor(library: Library, self: RoleName, framework: string): string | undefined {
  const { slug, how } = resolveRole(library, self, framework)
  const named = self.as.find((each) => library.role(framework, each))
  const found = library.role(framework, how === 'common' ? (named ?? slug) : slug)
  return how === 'none' || !found || found.group || found.level === null || found.level === 'employee'
    ? undefined
    : found.slug
}
