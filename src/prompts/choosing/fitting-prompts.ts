import type { Profile } from '../../answers/profile'
import { resolveRole } from '../../answers/reading/resolve-role'
import type { Library } from '../../framework/library'
import { allLeaders, type Framework, idParts, type Prompt, type Role } from '../../framework/schema'

/**
 * The prompts that fit a leader, nearest first: those of their role, then what their municipality says to every leader. Where
 * nothing is known of them, or their framework makes no difference, there are only the latter. An employee is asked nothing that
 * is for leaders: their own come first, then those of the groups they work in, and there may be none.
 */
export function fittingPrompts(library: Library, profile: Profile): readonly (readonly Prompt[])[] {
  const found = known.get(library) ?? new Map<string, readonly (readonly Prompt[])[]>()
  known.set(library, found)
  const key = JSON.stringify([profile.framework, profile.role])
  const tiers = found.get(key) ?? findFitting(library, profile)
  found.set(key, tiers)
  return tiers
}

/** A campaign asks thousands of times for the same few roles. */
const known = new WeakMap<Library, Map<string, readonly (readonly Prompt[])[]>>()

function findFitting(library: Library, profile: Profile): readonly (readonly Prompt[])[] {
  const framework = library.framework(profile.framework ?? '')
  const role = framework && profile.role ? library.role(framework.slug, profile.role) : undefined
  const common = commonPrompts(library, framework ? [framework.slug] : [])
  if (!framework || !role) return [common]
  if (role.level === 'employee') return employeePrompts(library, framework, role)
  const said = { said: role.title, level: role.level, as: [role.slug], use: 'general' as const }
  const { slug } = resolveRole(library, said, framework.slug)
  if (slug === allLeaders) return [common]
  return [promptsOf(library, (prompt) => prompt.framework === framework.slug && prompt.role === slug), common]
}

function employeePrompts(library: Library, { slug, roles }: Framework, own: Role): readonly (readonly Prompt[])[] {
  const others = new Set(roles.flatMap((role) => (role.level === 'employee' && role !== own ? [role.slug] : [])))
  const ofRole = (isMeant: (role: string) => boolean) =>
    promptsOf(library, ({ framework, role }) => framework === slug && isMeant(role))
  return [ofRole((role) => role === own.slug), ofRole((role) => others.has(role))]
}

/**
 * The prompts that fit a channel, whose members have different roles, nearest first: what is said to every leader, then the
 * tasks that groups of leaders share, then, so that it does not run dry, what is said to any of their single roles. None that
 * is private.
 * @param frameworks slugs; empty: every framework
 */
export function fittingChannelPrompts(library: Library, frameworks: readonly string[]): readonly (readonly Prompt[])[] {
  return [
    commonPrompts(library, frameworks),
    leaderPrompts(library, frameworks, (role) => role.group),
    leaderPrompts(library, frameworks, (role) => !role.group),
  ].map(withoutPrivate)
}

/**
 * What a group or channel that asks for a prompt can talk about: the prompts on the points asked for, else what is said to
 * every leader. None that is private.
 */
export function promptsToDiscuss(
  library: Library,
  statementIds: readonly string[],
  frameworks: readonly string[],
): readonly Prompt[] {
  const onTopic = withoutPrivate(promptsOn(library, statementIds))
  return onTopic.length > 0 ? onTopic : withoutPrivate(commonPrompts(library, frameworks))
}

/** What a group of leaders shares, of which none is private. */
export function groupPrompts(library: Library, framework: string, group: string): readonly Prompt[] {
  return withoutPrivate(promptsOf(library, (prompt) => prompt.framework === framework && prompt.role === group))
}

/** What any leader can take up. @param frameworks slugs; empty: every framework */
export function commonPrompts(library: Library, frameworks: readonly string[]): readonly Prompt[] {
  return promptsOf(library, ({ framework, role }) => role === allLeaders && isAmong(frameworks, framework))
}

/** The prompts of the roles and groups that lead: not those of employees and politicians. */
function leaderPrompts(
  library: Library,
  frameworks: readonly string[],
  isMeant: (role: Role) => boolean,
): readonly Prompt[] {
  return promptsOf(library, ({ framework, role: slug }) => {
    const role = library.role(framework, slug)
    return isAmong(frameworks, framework) && !!role?.level && role.level !== 'employee' && isMeant(role)
  })
}

/**
 * What is written for others who lead in a leader's municipality, or without one in any: for the group that their role works in, then
 * for other roles and groups. For an employee none is.
 */
export function otherPrompts(library: Library, profile: Profile): readonly (readonly Prompt[])[] {
  const framework = library.framework(profile.framework ?? '')
  const own = new Set(fittingPrompts(library, profile).flat())
  const role = library.role(profile.framework ?? '', profile.role ?? '')
  if (role?.level === 'employee') return []
  const others = (isMeant: (role: Role) => boolean) =>
    leaderPrompts(library, framework ? [framework.slug] : [], isMeant).filter((prompt) => !own.has(prompt))
  return [others(({ slug }) => slug === role?.worksIn), others(({ slug }) => slug !== role?.worksIn)]
}

function withoutPrivate(prompts: readonly Prompt[]): readonly Prompt[] {
  return prompts.filter((prompt) => !prompt.private)
}

function isAmong(frameworks: readonly string[], framework: string): boolean {
  return frameworks.length === 0 || frameworks.includes(framework)
}

/** The prompts on given statements, in the statements' order. */
export function promptsOn(library: Library, statementIds: readonly string[]): readonly Prompt[] {
  return [...new Set(statementIds.flatMap((id) => library.promptsFor(id)))]
}

function promptsOf(library: Library, fits: (parts: { framework: string; role: string }) => boolean): Prompt[] {
  return library.prompts.filter(({ id }) => fits(idParts(id)))
}
