import type { Library } from '../../framework/library'
import { allLeaders, levels, type Role } from '../../framework/schema'
import { type TalkWhom, talkWhoms } from '../../records/expectation-talk'

/** Somebody to talk with: a role, and which way it lies. */
export interface TalkPartner {
  readonly whom: TalkWhom
  /** `alle-ledere` where the framework tells no roles apart. */
  readonly slug: string
  /** What the role is called; absent where no roles are told apart. */
  readonly title?: string
}

/** What cards call a partner. */
export function partnerKey({ whom, slug }: Pick<TalkPartner, 'whom' | 'slug'>): string {
  return `${whom}:${slug}`
}

/** What such a name says, whoever may have it; undefined for any other text. */
export function partnerIn(key: string): Pick<TalkPartner, 'whom' | 'slug'> | undefined {
  const [whom = '', slug] = key.split(':')
  const known = talkWhoms.find((each) => each === whom)
  return known && slug ? { whom: known, slug } : undefined
}

/** The role whose points somebody has: their own, or what is said to all leaders alike. Null where it is not known. */
export function talkRole(library: Library, framework: string, role: string | null): string | null {
  if (library.framework(framework)?.profile === 'common') return allLeaders
  return role !== null && library.role(framework, role)?.level ? role : null
}

/**
 * Whom somebody of a role may talk with, those above first and the nearest of each way first. What the document says of who reports to
 * whom counts before the levels, which two roles may share.
 * @param own see `talkRole`
 */
export function talkPartners(library: Library, framework: string, own: string): readonly TalkPartner[] {
  const known = library.framework(framework)
  if (known?.profile === 'common') return (['leader', 'leaders'] as const).map((whom) => ({ whom, slug: allLeaders }))
  const me = library.role(framework, own)
  if (!known || !me?.level) return []
  const others = known.roles.filter(({ group, level, slug }) => !group && level !== null && slug !== own)
  const above = others.filter((other) => isAbove(library, framework, other, me)).reverse()
  const below = others.filter((other) => isAbove(library, framework, me, other))
  return [
    ...nearestFirst(above, (other) => me.reportsTo === other.slug).map((role) => partner(role, 'leader')),
    ...nearestFirst(below, (other) => other.reportsTo === own).map((role) =>
      partner(role, role.level === 'employee' ? 'employees' : 'leaders'),
    ),
  ]
}

const partner = ({ slug, title }: Role, whom: TalkWhom): TalkPartner => ({ whom, slug, title })

function isAbove(library: Library, framework: string, a: Role, b: Role): boolean {
  const [high, low] = [rankOf(a), rankOf(b)]
  return high < low || (high === low && reportsTo(library, framework, b, a.slug))
}

const rankOf = ({ level }: Role) => (level === null ? -1 : levels.indexOf(level))

/** Whether somebody reports to a role, directly or through others. */
function reportsTo(library: Library, framework: string, role: Role, slug: string): boolean {
  const seen = new Set<string>()
  for (let at: Role | undefined = role; at?.reportsTo && !seen.has(at.slug); ) {
    if (at.reportsTo === slug) return true
    seen.add(at.slug)
    at = library.role(framework, at.reportsTo)
  }
  return false
}

function nearestFirst(roles: readonly Role[], isNearest: (role: Role) => boolean): Role[] {
  return [...roles.filter(isNearest), ...roles.filter((role) => !isNearest(role))]
}
