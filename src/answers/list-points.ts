import type { Library, Point } from '../framework/library'
import { allLeaders, type Framework, type Kind } from '../framework/schema'
import type { Found, Note, Section, Suggestion } from './answer'
import type { Query } from './query'
import { frameworksOf, type Target, targetsOf } from './targets'

/** What is expected: what the role does, what the group does together, what is plainly demanded. */
const expectedKinds: readonly Kind[] = ['behaviour', 'shared-task', 'requirement']

/** The whole list of what a framework expects of a role. */
export function listExpectations(library: Library, query: Query): Found {
  const targets = targetsOf(library, query)
  const sections = sectionsOf(library, targets, query.area, expectedKinds, 'points')
  return {
    ...base(library, query, targets, sections),
    intent: sections.length > 0 ? 'expectations' : 'absent',
    notes: [
      ...roleNotes(library, targets),
      ...openNotes(library, query),
      ...(sections.length === 0 ? [absentNote(library, query, 'note.noExpectations')] : []),
    ],
    suggestions: suggestionsFor(library, targets, 'pitfalls'),
  }
}

/** The whole list of a role's pitfalls; where the framework names none, that is said and another's is offered by name. */
export function listPitfalls(library: Library, query: Query): Found {
  const targets =
    query.roles.length === 0 && query.frameworks.length === 0 ? allWithPitfalls(library) : targetsOf(library, query)
  const sections = sectionsOf(library, targets, null, ['pitfall'], 'pitfalls')
  const isOpen = query.frameworks.length === 0
  const answers = (target: Target) => sections.some((section) => section.framework === target.framework)
  const silent = frameworksOf(library, query).filter((framework) => !hasPitfalls(framework))
  const notes: Note[] = [
    ...roleNotes(
      library,
      targets.filter((target) => sections.some((s) => s.framework === target.framework)),
    ),
  ]
  if (sections.length === 0) notes.push(...noPitfallsNotes(library, query, targets))
  else if (query.frameworks.length === 0) {
    notes.push({ key: 'note.noPitfalls', params: { frameworks: names(silent) } })
    notes.push(
      ...openNotes(library, query)
        .filter(() => query.roles.length > 0)
        .map((note) => withPitfalls(library, note)),
    )
  } else if (silent.length > 0) notes.push({ key: 'note.noPitfalls', params: { frameworks: names(silent) } })
  return {
    ...base(library, query, isOpen && sections.length > 0 ? targets.filter(answers) : targets, sections),
    intent: sections.length > 0 ? 'pitfalls' : 'absent',
    notes: notes.filter((note) => note.params.frameworks !== ''),
    sections: sections.length > 0 ? sections : pitfallsElsewhere(library, query),
    suggestions: suggestionsFor(library, targets, 'expectations'),
  }
}

function base(library: Library, query: Query, targets: readonly Target[], sections: readonly Section[]) {
  const answering = targets.filter((target) => target.how !== 'none')
  const shown = answering.length > 0 ? answering : targets
  const frameworks = shown.map((target) => target.framework)
  return {
    frameworks: unique(frameworks.length > 0 ? frameworks : query.frameworks),
    roles: unique(answering.map((target) => target.slug)),
    area: query.area,
    statements: sections.flatMap((section) => section.points),
    sections,
    subject: query.area ? library.areaTitle(query.frameworks[0] ?? '', query.area) : '',
  }
}

function sectionsOf(
  library: Library,
  targets: readonly Target[],
  area: string | null,
  kinds: readonly Kind[],
  heading: Section['heading'],
): Section[] {
  return targets
    .filter((target) => target.how !== 'none')
    .map(({ framework, slug }): Section => {
      const all = spokenTo(library, framework, slug).flatMap((role) => library.select({ framework, role, kinds }))
      const wanted = all.filter((point) => point.area === area)
      const points = [...(wanted.length > 0 ? wanted : all)].sort(
        (a, b) => rank(a, kinds) - rank(b, kinds) || a.order - b.order,
      )
      return { framework, role: slug, heading, points }
    })
    .filter((section) => section.points.length > 0)
}

/** The roles whose points a reader of this role is to have: all leaders' with what the document says to "ledere". */
function spokenTo(library: Library, framework: string, slug: string): string[] {
  const roles = slug === allLeaders ? (library.framework(framework)?.roles ?? []) : []
  return [slug, ...roles.filter((role) => role.everyLeader).map((role) => role.slug)]
}

/** What one does stands before what is demanded; within each the document's order holds. */
function rank(point: Point, kinds: readonly Kind[]): number {
  return kinds.indexOf(point.kind)
}

/** Says it where a role was read as another, and where a framework tells leaders apart no further. */
export function roleNotes(library: Library, targets: readonly Target[]): Note[] {
  const notes: Note[] = []
  for (const { framework: slug, slug: role, how, said } of targets) {
    const framework = library.framework(slug)
    if (!framework || said === '') continue
    const title = library.role(slug, role)?.title ?? ''
    if (how === 'common') notes.push({ key: 'note.commonProfile', params: { framework: framework.name } })
    if (how === 'level') notes.push({ key: 'note.nearestRole', params: { framework: framework.name, said, title } })
    if (how === 'none') notes.push({ key: 'note.noSuchRole', params: { framework: framework.name, said } })
  }
  return notes.filter(
    (note, i) =>
      notes.findIndex((other) => other.key === note.key && other.params.framework === note.params.framework) === i,
  )
}

/** A framework without pitfalls is not the same as one without pitfalls for this role or group. */
function noPitfallsNotes(library: Library, query: Query, targets: readonly Target[]): Note[] {
  const elsewhere = targets.filter((target) => {
    const framework = library.framework(target.framework)
    return framework && hasPitfalls(framework)
  })
  if (elsewhere.length === 0) return [absentNote(library, query, 'note.noPitfalls')]
  return elsewhere.map(({ framework, slug, said }) => ({
    key: 'note.noPitfallsForRole',
    params: {
      framework: library.framework(framework)?.name ?? '',
      title: library.role(framework, slug)?.title ?? said,
    },
  }))
}

/** With no municipality named, the frameworks that speak to all leaders alike are named instead of listed. */
function openNotes(library: Library, query: Query): Note[] {
  if (query.frameworks.length > 0) return []
  const common = library.frameworks.filter((framework) => framework.profile === 'common')
  const perRole = library.frameworks.filter((framework) => framework.profile === 'roles')
  if (query.roles.length > 0) return [{ key: 'note.speakToAll', params: { frameworks: names(common) } }]
  return [{ key: 'note.chooseRole', params: { frameworks: names(perRole) } }]
}

function withPitfalls(library: Library, note: Note): Note {
  const common = library.frameworks.filter((framework) => framework.profile === 'common' && hasPitfalls(framework))
  return { key: note.key, params: { frameworks: names(common) } }
}

function allWithPitfalls(library: Library): Target[] {
  return library.frameworks
    .filter(hasPitfalls)
    .flatMap((framework) =>
      (framework.profile === 'common'
        ? [allLeaders]
        : framework.roles.filter((r) => !r.group && r.level !== 'employee').map((r) => r.slug)
      ).map((slug) => ({ framework: framework.slug, slug, how: 'same' as const, said: '' })),
    )
}

/** The pitfalls of the same role in a framework that names some: inspiration, under its own name. */
function pitfallsElsewhere(library: Library, query: Query): Section[] {
  if (query.roles.length === 0) return []
  const others = targetsOf(library, { ...query, frameworks: [] }).filter(
    (target) => !query.frameworks.includes(target.framework),
  )
  return sectionsOf(library, others, null, ['pitfall'], 'inspiration').slice(0, 1)
}

function suggestionsFor(
  library: Library,
  targets: readonly Target[],
  other: 'pitfalls' | 'expectations',
): Suggestion[] {
  const first = targets.find((target) => target.how !== 'none')
  const framework = first && library.framework(first.framework)
  if (!first || !framework) return []
  const title = first.slug === allLeaders ? '' : (library.role(framework.slug, first.slug)?.title ?? '')
  if (other === 'pitfalls' && !hasPitfalls(framework)) return []
  const params = { framework: framework.name, role: title.toLowerCase() }
  return [{ key: title ? `suggest.${other}` : `suggest.${other}Common`, params }]
}

export function hasPitfalls(framework: Framework): boolean {
  return framework.statements.some((statement) => statement.kind === 'pitfall')
}

function absentNote(library: Library, query: Query, key: string): Note {
  return { key, params: { frameworks: names(frameworksOf(library, query)) } }
}

/** Names for a note, joined later in the reader's language. */
export function names(frameworks: readonly Framework[]): string {
  return frameworks.map((framework) => framework.name).join('|')
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
