import type { Library, Point } from '../framework/library'
import { allLeaders, type Kind } from '../framework/schema'
import type { Target } from './targets'

/** What is expected: what the role does, what the group does together, what is plainly demanded. */
const expectedKinds: readonly Kind[] = ['behaviour', 'shared-task', 'requirement']

/** What restricts; empty or null: nothing does. */
export interface Restriction {
  readonly kinds: readonly Kind[]
  readonly area: string | null
  readonly alsoAreas?: readonly string[]
}

/** Areas that are one thing under two names. */
const twins: readonly (readonly string[])[] = [
  ['faelles-opgave', 'den-faelles-opgave'],
  ['mod', 'lede-med-mod'],
]

/**
 * The points of a profile that a selection leaves, by kind in the order named and within it as the document has them. What is named
 * is never widened: where it leaves nothing, nothing is given. Without a kind it is what is expected, or, in an area that only
 * explains, what it explains.
 */
export function selectPoints(
  library: Library,
  { framework, slug, how }: Target,
  { kinds, area, alsoAreas = [] }: Restriction,
): Point[] {
  if (how === 'none') return []
  const spoken = spokenTo(library, framework, slug).flatMap((role) => library.select({ framework, role }))
  const areas = area === null ? [] : [area, ...alsoAreas]
  const within = spoken.filter((point) => area === null || areas.some((each) => isSameArea(point.area, each)))
  if (kinds.length > 0) return ofKinds(within, kinds)
  const expected = ofKinds(within, expectedKinds)
  return expected.length > 0 || area === null ? expected : within
}

/** What the group that a role works in does together. */
export function groupPoints(library: Library, { framework, slug }: Target, { kinds, area }: Restriction): Point[] {
  const group = library.role(framework, slug)?.worksIn
  if (!group || (kinds.length > 0 && !kinds.includes('shared-task'))) return []
  // An area that is the role's own is asked of the role.
  const isOwn =
    area !== null && selectPoints(library, { framework, slug, how: 'same', said: '' }, { kinds: [], area }).length > 0
  if (isOwn) return []
  const tasks = ofKinds(library.select({ framework, role: group }), ['shared-task'])
  return tasks.filter((point) => area === null || isSameArea(point.area, area))
}

function ofKinds(points: readonly Point[], kinds: readonly Kind[]): Point[] {
  return kinds.flatMap((kind) => points.filter((point) => point.kind === kind))
}

/** Whether two frameworks call one thing so. */
export function isSameArea(one: string, other: string): boolean {
  return one === other || twins.some((names) => names.includes(one) && names.includes(other))
}

/** The roles whose points a reader of this role is to have: all leaders' with what the document says to "ledere". */
function spokenTo(library: Library, framework: string, slug: string): string[] {
  const roles = slug === allLeaders ? (library.framework(framework)?.roles ?? []) : []
  return [slug, ...roles.filter((role) => role.everyLeader).map((role) => role.slug)]
}
