import type { Library } from '../framework/library'
import { allLeaders } from '../framework/schema'
import type { Found, Note, Section, Stated } from './answer'
import { intentOf } from './intent-of'
import { hasPitfalls, nextQuestions } from './next-questions'
import { names, relativeNotes, roleNotes } from './notes'
import type { Question } from './question'
import { groupPoints, selectPoints } from './selection'
import { frameworksOf, type Target, targetsOf } from './targets'
import { whosePoint } from './whose-point'

/** The whole selection of a role: what is expected of it, its pitfalls, or what else was named. */
export function answerList(library: Library, question: Question): Found {
  const asksPitfalls = question.kinds.length === 1 && question.kinds[0] === 'pitfall'
  const targets = listed(library, question, asksPitfalls)
  const sections = sectionsOf(library, targets, question)
  const answering = targets.filter((target) => sections.some((section) => section.framework === target.framework))
  const isOpen = question.frameworks.length === 0
  return {
    intent: sections.length === 0 ? 'absent' : intentOf(question),
    ...namesOf(question, isOpen && sections.length > 0 ? answering : targets),
    area: question.area,
    statements: statedIn(library, question, sections),
    notes: notesOf(library, question, { targets, answering, isEmpty: sections.length === 0, asksPitfalls }),
    sections: sections.length > 0 || !asksPitfalls ? sections : pitfallsElsewhere(library, question),
    suggestions: nextQuestions(library, question, targets, asksPitfalls ? 'expectations' : 'pitfalls'),
    subject: question.area ? library.areaTitle(question.frameworks[0] ?? '', question.area) : '',
  }
}

function listed(library: Library, question: Question, asksPitfalls: boolean): readonly Target[] {
  const isOpen = question.roles.length === 0 && question.frameworks.length === 0
  if (asksPitfalls && isOpen) return allWithPitfalls(library)
  return targetsOf(library, question)
}

function sectionsOf(library: Library, targets: readonly Target[], question: Question): Section[] {
  const heading = question.kinds.length === 1 && question.kinds[0] === 'pitfall' ? 'pitfalls' : 'points'
  return targets
    .flatMap((target): Section[] => {
      const { framework, slug } = target
      const group = library.role(framework, slug)?.worksIn ?? null
      return [
        { framework, role: slug, heading, points: selectPoints(library, target, question) },
        // Without a role all of them are listed: their groups would be a list beside the list.
        ...(question.roles.length === 1 && target.how !== 'none'
          ? [{ framework, role: group, heading: 'group' as const, points: groupPoints(library, target, question) }]
          : []),
      ]
    })
    .filter((section) => section.points.length > 0)
}

/** The points of sections, each saying whose it is; what one's group does together is one's own. */
export function statedIn(library: Library, question: Question, sections: readonly Section[]): Stated[] {
  const whose = whosePoint(library, question)
  const seen = new Map<string, Stated>()
  for (const { points } of sections) {
    for (const point of points) {
      const of = whose(point)
      if (!seen.has(point.id)) seen.set(point.id, { ...point, of: of === 'other' ? 'own' : of })
    }
  }
  return [...seen.values()]
}

function namesOf(question: Question, targets: readonly Target[]) {
  const answering = targets.filter((target) => target.how !== 'none')
  const shown = answering.length > 0 ? answering : targets
  const frameworks = shown.map((target) => target.framework)
  return {
    frameworks: unique(frameworks.length > 0 ? frameworks : question.frameworks),
    roles: unique(answering.map((target) => target.slug)),
  }
}

/** Nobody whom a framework describes was asked about: nothing else is to be said. */
function unknownNotes(library: Library, question: Question): Note[] {
  const [asked] = question.roles
  if (asked?.whose === 'person') return [{ key: 'note.person', params: {} }]
  if (asked?.whose !== 'unknown') return []
  return [{ key: 'note.unknownRole', params: { said: asked.said, frameworks: names(frameworksOf(library, question)) } }]
}

/** Notes that say why there is nothing. */
const noRole = new Set(['note.noSuchRole', 'note.noGroups', 'note.noEmployees', 'note.nobodyAbove', 'note.nobodyBelow'])

interface Listed {
  readonly targets: readonly Target[]
  readonly answering: readonly Target[]
  readonly isEmpty: boolean
  readonly asksPitfalls: boolean
}

function notesOf(library: Library, question: Question, { targets, answering, isEmpty, asksPitfalls }: Listed): Note[] {
  const isOpen = question.frameworks.length === 0
  const unknown = isEmpty ? unknownNotes(library, question) : []
  if (unknown.length > 0) return unknown
  const notes: Note[] = [...relativeNotes(library, question, isEmpty), ...aftaleNotes(library, question, targets)]
  notes.push(...roleNotes(library, isEmpty && !asksPitfalls ? targets : asksPitfalls ? answering : targets))
  if (isEmpty && asksPitfalls) notes.push(...noPitfallsNotes(library, question, targets))
  const isSaid = notes.some(({ key }) => noRole.has(key))
  if (isEmpty && !asksPitfalls && !isSaid)
    notes.push(absentNote(library, question, question.area ? 'note.noPointsInArea' : 'note.noExpectations'))
  const silent = asksPitfalls ? frameworksOf(library, question).filter((framework) => !hasPitfalls(framework)) : []
  if (!isEmpty && silent.length > 0) notes.push({ key: 'note.noPitfalls', params: { frameworks: names(silent) } })
  if (!isEmpty && isOpen) notes.push(...openNotes(library, question, asksPitfalls))
  return notes.filter((note) => note.params.frameworks !== '')
}

/** One document names the aftaleholder beside the kontraktholder and describes only the latter. */
function aftaleNotes(library: Library, { roles }: Question, targets: readonly Target[]): Note[] {
  const isSaid = roles.some(({ said }) => /^aftaleholder/i.test(said))
  return isSaid && targets.some(({ framework, slug }) => library.role(framework, slug)?.slug === 'kontraktholder')
    ? [{ key: 'note.aftaleholder', params: {} }]
    : []
}

/** A framework without pitfalls is not the same as one without pitfalls for this role or group. */
function noPitfallsNotes(library: Library, question: Question, targets: readonly Target[]): Note[] {
  const elsewhere = targets.filter((target) => {
    const framework = library.framework(target.framework)
    return framework && hasPitfalls(framework)
  })
  if (elsewhere.length === 0) return [absentNote(library, question, 'note.noPitfalls')]
  return elsewhere.map(({ framework, slug, said }) => ({
    key: 'note.noPitfallsForRole',
    params: {
      framework: library.framework(framework)?.name ?? '',
      title: library.role(framework, slug)?.title ?? said,
    },
  }))
}

/** With no municipality named, the frameworks that speak to all leaders alike are named instead of listed. */
function openNotes(library: Library, { roles }: Question, asksPitfalls: boolean): Note[] {
  const common = library.frameworks.filter(
    (framework) => framework.profile === 'common' && (!asksPitfalls || hasPitfalls(framework)),
  )
  const perRole = library.frameworks.filter((framework) => framework.profile === 'roles')
  if (roles.length > 0) return [{ key: 'note.speakToAll', params: { frameworks: names(common) } }]
  return asksPitfalls ? [] : [{ key: 'note.chooseRole', params: { frameworks: names(perRole) } }]
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
function pitfallsElsewhere(library: Library, question: Question): Section[] {
  if (question.roles.length === 0) return []
  const others = targetsOf(library, { ...question, frameworks: [] }).filter(
    (target) => !question.frameworks.includes(target.framework),
  )
  return others
    .map(
      (target): Section => ({
        framework: target.framework,
        role: target.slug,
        heading: 'inspiration',
        points: selectPoints(library, target, { kinds: ['pitfall'], area: null }),
      }),
    )
    .filter((section) => section.points.length > 0)
    .slice(0, 1)
}

function absentNote(library: Library, question: Question, key: string): Note {
  return { key, params: { frameworks: names(frameworksOf(library, question)) } }
}

export function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
