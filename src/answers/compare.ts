import type { Library, Point } from '../framework/library'
import { allLeaders, type Kind } from '../framework/schema'
import type { Similarity } from '../search/similarity'
import type { Found, Section } from './answer'
import { names, roleNotes } from './list-points'
import type { Query } from './query'
import { resolveRole } from './resolve-role'
import { frameworksOf, leaderRoles, type Target } from './targets'

/** Two points count as the same demand from this likeness on: within one framework, and between two that word things apart. */
const alikeWithin = 0.45
const alikeAcross = 0.22
const mostPoints = 10

interface Side {
  readonly framework: string
  /** null: the framework as a whole. */
  readonly role: string | null
  readonly points: readonly Point[]
}

interface Difference {
  readonly both: readonly (readonly [Point, Point])[]
  readonly onlyA: readonly Point[]
  readonly onlyB: readonly Point[]
}

/** Two roles, or two frameworks: what only the one asks, what only the other, what both. */
export function compare(library: Library, similarity: Similarity, query: Query): Found {
  const pair = sidesOf(library, query)
  if (!pair) return undecided(library, query, 'compare')
  const [a, b] = pair.sides
  const { both, onlyA, onlyB } = difference(similarity, a, b)
  const shared = both.flatMap(([left, right]) => (left.id === right.id ? [left] : [left, right]))
  const sections: Section[] = [
    { framework: a.framework, role: a.role, heading: 'only' as const, points: onlyA },
    { framework: b.framework, role: b.role, heading: 'only' as const, points: onlyB },
    { framework: a.framework, role: null, heading: 'both' as const, points: shared },
  ].filter((section) => section.points.length > 0)
  return {
    ...common(library, query, pair),
    intent: 'compare',
    statements: interleave([onlyA, onlyB, shared]).slice(0, mostPoints),
    sections,
  }
}

/** From one role to another: which pitfall waits, what is new, what falls away. */
export function transition(library: Library, similarity: Similarity, query: Query): Found {
  const pair = sidesOf(library, query)
  if (!pair) return undecided(library, query, 'transition')
  const [from, to] = pair.sides
  const { onlyA, onlyB } = difference(similarity, from, to)
  const pitfalls = library.select({ framework: to.framework, role: to.role ?? allLeaders, kinds: ['pitfall'] })
  const sections: Section[] = [
    { framework: to.framework, role: to.role, heading: 'new' as const, points: onlyB },
    { framework: from.framework, role: from.role, heading: 'falls-away' as const, points: onlyA },
    { framework: to.framework, role: to.role, heading: 'pitfalls' as const, points: pitfalls },
  ].filter((section) => section.points.length > 0)
  return {
    ...common(library, query, pair),
    intent: 'transition',
    statements: [...onlyB.slice(0, 4), ...pitfalls.slice(0, 3), ...onlyA.slice(0, 3), ...onlyB.slice(4)].slice(
      0,
      mostPoints,
    ),
    sections,
  }
}

interface Pair {
  readonly sides: readonly [Side, Side]
  readonly targets: readonly Target[]
}

/** Finds the two sides: two roles of the first framework that tells them apart, or two frameworks. */
function sidesOf(library: Library, query: Query): Pair | undefined {
  const [firstRole, secondRole] = query.roles
  const [firstFramework, secondFramework] = frameworksOf(library, query)
  if (firstRole && secondRole) {
    const candidates = frameworksOf(library, query)
    for (const framework of [...candidates].sort((x, y) => same(y.slug) - same(x.slug))) {
      const left = resolveRole(library, firstRole, framework.slug)
      const right = resolveRole(library, secondRole, framework.slug)
      if (left.how === 'none' || right.how === 'none' || (left.slug === right.slug && candidates.length > 1)) continue
      return {
        sides: [sideOf(library, left.framework, left.slug), sideOf(library, right.framework, right.slug)],
        targets: [
          { ...left, said: firstRole.said },
          { ...right, said: secondRole.said },
        ],
      }
    }
    return undefined
  }
  if (!firstFramework || !secondFramework || query.frameworks.length < 2) return undefined
  const targets: Target[] = firstRole
    ? [firstFramework, secondFramework].map(({ slug }) => ({
        ...resolveRole(library, firstRole, slug),
        said: firstRole.said,
      }))
    : []
  const [left, right] = targets
  return {
    sides: [
      left && left.how !== 'none' ? sideOf(library, left.framework, left.slug) : wholeOf(library, firstFramework.slug),
      right && right.how !== 'none'
        ? sideOf(library, right.framework, right.slug)
        : wholeOf(library, secondFramework.slug),
    ],
    targets,
  }

  /** How many of the two roles a framework has by name. */
  function same(framework: string): number {
    return query.roles.filter((role) => resolveRole(library, role, framework).how === 'same').length
  }
}

const comparedKinds: readonly Kind[] = ['behaviour', 'shared-task', 'requirement']

function sideOf(library: Library, framework: string, role: string): Side {
  return { framework, role, points: library.select({ framework, role, kinds: comparedKinds }) }
}

function wholeOf(library: Library, framework: string): Side {
  const roles = library.framework(framework)
  const wanted = new Set(roles ? leaderRoles(roles) : [])
  return {
    framework,
    role: null,
    points: library.select({ framework, kinds: comparedKinds }).filter((point) => wanted.has(point.role)),
  }
}

/** Pairs each point with its likest counterpart, best pairs first, each point once. */
function difference(similarity: Similarity, a: Side, b: Side): Difference {
  const threshold = a.framework === b.framework ? alikeWithin : alikeAcross
  const pairs = a.points
    .flatMap((left) =>
      b.points.map((right) => ({ left, right, likeness: left.id === right.id ? 1 : similarity(left, right) })),
    )
    .filter((pair) => pair.likeness >= threshold)
    .sort((x, y) => y.likeness - x.likeness || x.left.order - y.left.order || x.right.order - y.right.order)
  const takenA = new Set<string>()
  const takenB = new Set<string>()
  const both: [Point, Point][] = []
  for (const { left, right } of pairs) {
    if (takenA.has(left.id) || takenB.has(right.id)) continue
    takenA.add(left.id)
    takenB.add(right.id)
    both.push([left, right])
  }
  return {
    both,
    onlyA: a.points.filter((point) => !takenA.has(point.id)),
    onlyB: b.points.filter((point) => !takenB.has(point.id)),
  }
}

function common(library: Library, query: Query, pair: Pair) {
  const [a, b] = pair.sides
  const notes = roleNotes(library, pair.targets)
  if (a.framework === b.framework && a.role === b.role && a.role !== null) {
    const framework = library.framework(a.framework)?.name ?? ''
    notes.push({ key: 'note.sameProfile', params: { framework } })
  }
  return {
    frameworks: [...new Set([a.framework, b.framework])],
    roles: [...new Set(pair.sides.flatMap((side) => side.role ?? []))],
    area: query.area,
    notes,
    suggestions: [],
    subject: '',
  }
}

/** Only one side is known: the answer asks for the other. */
function undecided(library: Library, query: Query, intent: 'compare' | 'transition'): Found {
  return {
    intent,
    frameworks: query.frameworks,
    roles: [],
    area: query.area,
    statements: [],
    notes: [{ key: `note.${intent}What`, params: { frameworks: names(library.frameworks) } }],
    sections: [],
    suggestions: [],
    subject: '',
  }
}

function interleave<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, i) =>
    lists.flatMap((list) => (i < list.length ? [list[i] as T] : [])),
  ).flat()
}
