import type { Library, Point } from '../framework/library'
import { allLeaders, type Kind } from '../framework/schema'
import type { Hit, StatementIndex } from '../search/statement-index'
import type { Concept } from '../search/vocabulary'
import type { Found, Note, Section } from './answer'
import { names, roleNotes } from './list-points'
import type { Intent, Query } from './query'
import { type ResolvedRole, resolveRole } from './resolve-role'
import { frameworksOf, type Target } from './targets'

/** At most this many points answer a search: a card of more is not read. */
const mostPoints = 10
/** A hit must speak to this share of what was asked, and score this share of the best hit. */
const leastCoverage = 0.3
/** A trouble is told in words of its own: there a related word is enough to be worth showing. */
const leastCoverageOfSituation = 0.12
const leastShareOfBest = 0.22
const mostPitfalls = 3
const mostSubjectWords = 6

/** Background and headings answer less than what a leader is asked to do. */
const topicKinds: Partial<Record<Kind, number>> = { context: 0.7, principle: 0.85, definition: 0.9 }
const definitionKinds: Partial<Record<Kind, number>> = {
  definition: 1.5,
  value: 1.4,
  principle: 1.2,
  behaviour: 0.9,
  pitfall: 0.7,
}
const situationKinds: Partial<Record<Kind, number>> = { pitfall: 1.3, context: 0.5, principle: 0.7, definition: 0.8 }

export interface Finder {
  readonly library: Library
  readonly index: StatementIndex
}

/** Points on a topic, own role first. */
export function findTopic(finder: Finder, query: Query): Found {
  const hits = searchFor(finder, query, topicKinds)
  return answered(
    finder,
    query,
    'topic',
    hits.map((hit) => hit.point),
  )
}

/** What a concept means: the framework's own explanation first, then the points that show it. */
export function findDefinition(finder: Finder, query: Query): Found {
  const { library } = finder
  const hits = searchFor(finder, query, definitionKinds).map((hit) => hit.point)
  const explained = query.area
    ? frameworksOf(library, query).flatMap((framework) =>
        library.select({
          framework: framework.slug,
          area: query.area ?? '',
          kinds: ['definition', 'value', 'question', 'principle'],
        }),
      )
    : []
  return answered(finder, query, 'definition', distinct([...explained, ...hits]))
}

/** A leader's own trouble: the pitfalls it sounds like, then the points that answer them, then what else speaks of it. */
export function findSituation(finder: Finder, query: Query): Found {
  const { library } = finder
  const hits = searchFor(finder, query, situationKinds, leastCoverageOfSituation)
  const best = hits[0]?.score ?? 0
  const pitfalls = hits
    .filter((hit) => hit.point.kind === 'pitfall' && hit.score >= best * 0.6)
    .slice(0, mostPitfalls)
    .map((hit) => hit.point)
  const answers = pitfalls.flatMap((pitfall) =>
    (pitfall.answeredBy ?? []).slice(0, 2).flatMap((id) => library.point(id) ?? []),
  )
  return answered(finder, query, 'situation', distinct([...pitfalls, ...answers, ...hits.map((hit) => hit.point)]))
}

/** The values a framework names; where it names none, its points that speak of values. */
export function findValues(finder: Finder, query: Query): Found {
  const { library } = finder
  const points = frameworksOf(library, query).flatMap((framework) => {
    const values = library.select({ framework: framework.slug, kinds: ['value'] })
    return values.length > 0
      ? values
      : library
          .select({ framework: framework.slug })
          .filter((point) => /værdier/i.test(point.text))
          .slice(0, 3)
  })
  return answered(finder, query, 'values', points)
}

function searchFor(finder: Finder, query: Query, kinds: Partial<Record<Kind, number>>, least = leastCoverage): Hit[] {
  const { library, index } = finder
  const own = new Set(resolvedRoles(library, query).map((role) => `${role.framework}/${role.slug}`))
  const asksEmployees = query.roles.some((role) => role.level === 'employee' || role.level === null)
  const factor = (point: Point) =>
    (kinds[point.kind] ?? 1) *
    // What a concept means is said to all; the roles' own points show what follows from it.
    (kinds === definitionKinds && point.role === allLeaders ? 1.4 : 1) *
    (own.has(`${point.framework}/${point.role}`) ? 1.35 : 1) *
    (query.area !== null && query.area === point.area ? 1.5 : 1) *
    (asksEmployees || speaksToLeaders(library, point) ? 1 : own.size > 0 ? 0.25 : 0.5)
  const concepts = query.concepts
  const hits = index.search(concepts, { frameworks: query.frameworks, factor, limit: 40 })
  const best = hits[0]?.score ?? 0
  return hits.filter((hit) => hit.coverage >= least && hit.score >= best * leastShareOfBest)
}

function answered(finder: Finder, query: Query, intent: Intent, points: readonly Point[]): Found {
  const { library } = finder
  if (points.length === 0) return notFound(finder, query)
  const statements = points.slice(0, mostPoints)
  const roles = resolvedRoles(library, query)
  const sections = sectionsBy(statements, intent === 'definition' ? 'definition' : 'points')
  return {
    intent,
    frameworks: query.frameworks.length > 0 ? query.frameworks : distinctFrameworks(statements),
    roles: rolesOf(library, query),
    area: query.area,
    statements,
    notes: [
      ...unknownMunicipality(query, library),
      ...(query.isRoleNamed
        ? roleNotes(
            library,
            roles.filter((role) => query.frameworks.includes(role.framework)),
          )
        : []),
    ],
    sections,
    suggestions: [],
    subject: subjectOf(query.concepts),
  }
}

/** Says that the framework has nothing, names what it has nearest, and offers another's point under its own name. */
export function notFound(finder: Finder, query: Query): Found {
  const { library, index } = finder
  const nearest = index
    .search(query.concepts, {
      frameworks: query.frameworks,
      factor: (point) => (speaksToLeaders(library, point) ? 1 : 0.3),
      limit: 3,
    })
    .map((hit) => hit.point)
  const elsewhere =
    query.frameworks.length === 0
      ? []
      : index
          .search(query.concepts, { limit: 20 })
          .filter((hit) => hit.coverage >= 0.5 && !query.frameworks.includes(hit.point.framework))
          .slice(0, 3)
          .map((hit) => hit.point)
  const subject = subjectOf(query.concepts)
  const frameworks = names(frameworksOf(library, query))
  const notes: Note[] = unknownMunicipality(query, library)
  if (notes.length === 0) notes.push({ key: 'note.notMentioned', params: { frameworks, subject } })
  return {
    intent: 'absent',
    frameworks: query.frameworks,
    roles: query.frameworks.length > 0 ? rolesOf(library, query) : [],
    area: query.area,
    statements: [],
    notes,
    sections: [
      ...sectionsBy(query.frameworks.length > 0 ? nearest : [], 'nearest'),
      ...sectionsBy(elsewhere, 'inspiration'),
    ],
    suggestions: [],
    subject,
  }
}

export function unknownMunicipality(query: Query, library: Library): Note[] {
  if (!query.unknownMunicipality) return []
  return [
    {
      key: 'note.unknownMunicipality',
      params: { name: query.unknownMunicipality, frameworks: names(library.frameworks) },
    },
  ]
}

function resolvedRoles(library: Library, query: Query): Target[] {
  return query.roles.flatMap((role) =>
    frameworksOf(library, query)
      .map((framework): ResolvedRole => resolveRole(library, role, framework.slug))
      .filter((resolved) => resolved.how !== 'none' && (query.frameworks.length > 0 || resolved.how === 'same'))
      .map((resolved) => ({ ...resolved, said: role.said })),
  )
}

/** The roles a search was made for; a known framework that speaks to all leaders alike counts as that. */
function rolesOf(library: Library, query: Query): string[] {
  const resolved = resolvedRoles(library, query).map((role) => role.slug)
  const known = query.frameworks.flatMap((slug) => library.framework(slug) ?? [])
  const isCommon = known.length > 0 && known.every((framework) => framework.profile === 'common')
  return unique(resolved.length === 0 && isCommon ? [allLeaders] : resolved)
}

function speaksToLeaders(library: Library, point: Point): boolean {
  const role = library.role(point.framework, point.role)
  return !role || (role.level !== null && role.level !== 'employee')
}

function subjectOf(concepts: readonly Concept[]): string {
  // Quoted back: real words only, and no more than one reads at a glance.
  const words = concepts.map((concept) => concept.written).filter((written) => written.length > 1)
  return words.slice(0, mostSubjectWords).join(' ')
}

/** One section a municipality, each under its own name. */
function sectionsBy(points: readonly Point[], heading: Section['heading']): Section[] {
  return distinctFrameworks(points).map((framework) => ({
    framework,
    role: null,
    heading,
    points: points.filter((point) => point.framework === framework),
  }))
}

function distinct(points: readonly Point[]): Point[] {
  return [...new Map(points.map((point) => [point.id, point])).values()]
}

function distinctFrameworks(points: readonly Point[]): string[] {
  return unique(points.map((point) => point.framework))
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
