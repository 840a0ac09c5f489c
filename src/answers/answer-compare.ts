import type { Library, Point } from '../framework/library'
import type { Similarity } from '../search/similarity'
import type { Found, Section } from './answer'
import { answerAbsent, type Finder, findStated } from './answer-find'
import { answerList, statedIn, unique } from './answer-list'
import { difference } from './difference'
import { intentOf } from './intent-of'
import { names, roleNotes, unknownMunicipality } from './notes'
import type { Question } from './question'
import { resolveRole } from './reading/resolve-role'
import { selectPoints } from './selection'
import { frameworksOf, leaderRoles, type Target, targetsOf } from './targets'

export interface Comparing extends Finder {
  readonly similarity: Similarity
}

export interface Side {
  readonly framework: string
  /** null: the framework as a whole. */
  readonly role: string | null
  readonly points: readonly Point[]
}

/** Two roles, or two frameworks: what only the one asks, what only the other, what both; within what was named. */
export function answerCompare(comparing: Comparing, question: Question): Found {
  const { library, similarity } = comparing
  const pair = sidesOf(comparing, question)
  if (!pair) return oneSided(library, question) ?? undecided(library, question)
  const [a, b] = pair.sides
  const { both, onlyA, onlyB } = difference(similarity, a, b)
  const shared = both.flatMap(([left, right]) => (left.id === right.id ? [left] : [left, right]))
  const sections: Section[] = [
    { framework: a.framework, role: a.role, heading: 'only' as const, points: onlyA },
    { framework: b.framework, role: b.role, heading: 'only' as const, points: onlyB },
    { framework: a.framework, role: null, heading: 'both' as const, points: shared },
  ].filter((section) => section.points.length > 0)
  // Where neither side has any, the list says why.
  if (sections.length === 0) return nothingIn(comparing, question)
  return {
    ...common(library, question, pair),
    intent: intentOf(question),
    statements: statedIn(library, question, [{ ...sectionOf(a), points: interleave([onlyA, onlyB, shared]) }]),
    sections,
  }
}

/** From one role to another: what is new, which pitfall waits, what falls away. */
export function answerChange(comparing: Comparing, question: Question): Found {
  const { library, similarity } = comparing
  const pair = sidesOf(comparing, question)
  if (!pair) return oneSided(library, question) ?? undecided(library, question)
  const [from, to] = pair.sides
  const { onlyA, onlyB } = difference(similarity, from, to)
  const target = pair.targets.at(-1)
  const pitfalls =
    target && question.concepts.length === 0
      ? selectPoints(library, target, { kinds: ['pitfall'], area: question.area })
      : []
  const sections: Section[] = [
    { framework: to.framework, role: to.role, heading: 'new' as const, points: onlyB },
    { framework: to.framework, role: to.role, heading: 'pitfalls' as const, points: pitfalls },
    // Two roles with the same profile: all of it stays as it is.
    { framework: to.framework, role: null, heading: 'both' as const, points: onlyB.length === 0 ? to.points : [] },
    { framework: from.framework, role: from.role, heading: 'falls-away' as const, points: onlyA },
  ].filter((section) => section.points.length > 0)
  if (sections.length === 0) return nothingIn(comparing, question)
  return {
    ...common(library, question, pair),
    intent: intentOf(question),
    statements: statedIn(library, question, sections),
    sections,
  }
}

/**
 * One of the two is nobody whom the framework describes: that is said, and the other's list given. From such a one ("fra pædagog") all of
 * the other role is new; to such a one nothing is.
 */
function oneSided(library: Library, question: Question): Found | undefined {
  const [from, to] = question.roles
  if (!from || !to || question.frameworks.length !== 1) return undefined
  const targets = [from, to].map((role) => targetsOf(library, { ...question, roles: [role] }))
  const isNone = (side: readonly Target[]) => side.every(({ how }) => how === 'none')
  const missing = targets.find(isNone)
  if (!missing) return undefined
  const isLost = question.operation === 'change' && isNone(targets[1] ?? [])
  const shown = isLost ? to : isNone(targets[0] ?? []) ? to : from
  const found = answerList(library, { ...question, operation: 'list', roles: [shown] })
  return { ...found, notes: isLost ? found.notes : [...roleNotes(library, missing), ...found.notes] }
}

function nothingIn(comparing: Comparing, question: Question): Found {
  return question.concepts.length > 0
    ? answerAbsent(comparing, question)
    : answerList(comparing.library, { ...question, operation: 'list' })
}

interface Pair {
  readonly sides: readonly [Side, Side]
  readonly targets: readonly Target[]
}

function sectionOf({ framework, role }: Side): Section {
  return { framework, role, heading: 'both', points: [] }
}

/** Finds the two sides: two roles of the first framework that tells them apart, or two frameworks. */
function sidesOf(comparing: Comparing, question: Question): Pair | undefined {
  const { library } = comparing
  const [firstRole, secondRole] = question.roles
  const [firstFramework, secondFramework] = frameworksOf(library, question)
  const side = (target: Target): Side => sideOf(comparing, question, target)
  // Two names of one role in two frameworks: the frameworks are compared.
  const isAcross = question.frameworks.length > 1
  if (firstRole && secondRole && !isAcross) {
    const candidates = frameworksOf(library, question)
    for (const framework of [...candidates].sort((x, y) => same(y.slug) - same(x.slug))) {
      const left = { ...resolveRole(library, firstRole, framework.slug), said: firstRole.said }
      const right = { ...resolveRole(library, secondRole, framework.slug), said: secondRole.said }
      if (left.how === 'none' || right.how === 'none' || (left.slug === right.slug && candidates.length > 1)) continue
      return { sides: [side(left), side(right)], targets: [left, right] }
    }
    return undefined
  }
  if (!firstFramework || !secondFramework || question.frameworks.length < 2) return undefined
  const targets: Target[] = firstRole
    ? [firstFramework, secondFramework].map(({ slug }, i) => {
        const role = i === 1 && secondRole ? secondRole : firstRole
        return { ...resolveRole(library, role, slug), said: role.said }
      })
    : []
  const [left, right] = targets
  return {
    sides: [
      left && left.how !== 'none' ? side(left) : wholeOf(comparing, question, firstFramework.slug),
      right && right.how !== 'none' ? side(right) : wholeOf(comparing, question, secondFramework.slug),
    ],
    targets,
  }

  /** How many of the two roles a framework has by name. */
  function same(framework: string): number {
    return question.roles.filter((role) => resolveRole(library, role, framework).how === 'same').length
  }
}

/** What one side holds of what was named. */
function sideOf(comparing: Comparing, question: Question, target: Target): Side {
  const points = selectPoints(comparing.library, target, question)
  return { framework: target.framework, role: target.slug, points: onTopic(comparing, question, target, points) }
}

function wholeOf(comparing: Comparing, question: Question, framework: string): Side {
  const { library } = comparing
  const known = library.framework(framework)
  const points = (known ? leaderRoles(known) : []).flatMap((slug) =>
    selectPoints(library, { framework, slug, how: 'same', said: '' }, question),
  )
  const values = question.kinds.includes('value') ? library.select({ framework, kinds: ['value'] }) : []
  const all = [...new Set([...points, ...values])]
  return {
    framework,
    role: null,
    points: onTopic(comparing, question, { framework, slug: '', how: 'same', said: '' }, all),
  }
}

/** Of a side, what speaks of the topic; all of it where there is none. */
function onTopic(comparing: Comparing, question: Question, target: Target, points: readonly Point[]): readonly Point[] {
  if (question.concepts.length === 0) return points
  const found = findStated(comparing, {
    ...question,
    operation: 'find',
    frameworks: [target.framework],
    roles: question.roles.filter((role) => resolveRole(comparing.library, role, target.framework).slug === target.slug),
  })
  const within = new Set(points.map((point) => point.id))
  // A whole framework may explain what no role of it is asked to do.
  return target.slug === '' ? found : found.filter((point) => within.has(point.id))
}

function common(library: Library, question: Question, pair: Pair) {
  const [a, b] = pair.sides
  const notes = roleNotes(library, pair.targets)
  if (a.framework === b.framework && a.role === b.role && a.role !== null) {
    const framework = library.framework(a.framework)?.name ?? ''
    notes.push({ key: 'note.sameProfile', params: { framework } })
  }
  return {
    frameworks: unique([a.framework, b.framework]),
    roles: unique(pair.sides.flatMap((side) => side.role ?? [])),
    area: question.area,
    notes,
    suggestions: [],
    subject: '',
  }
}

/** Only one side is known: the answer asks for the other. */
function undecided(library: Library, question: Question): Found {
  const intent = intentOf(question)
  return {
    intent,
    frameworks: question.frameworks,
    roles: [],
    area: question.area,
    statements: [],
    notes: [
      ...unknownMunicipality(question, library),
      { key: `note.${intent}What`, params: { frameworks: names(library.frameworks) } },
    ],
    sections: [],
    suggestions: [],
    subject: '',
  }
}

function interleave<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat()
}
