import type { Library, Point } from '../framework/library'
import type { Kind } from '../framework/schema'
import { isAtLeast } from '../search/rank-by-concept'
import type { Hit, StatementIndex } from '../search/statement-index'
import type { Found, Note, Of, Section, Stated } from './answer'
import { answerList, unique } from './answer-list'
import { intentOf } from './intent-of'
import { names, relativeNotes, roleNotes, unknownMunicipality } from './notes'
import type { Question } from './question'
import { type ResolvedRole, resolveRole } from './reading/resolve-role'
import { subjectOf } from './reading/subject'
import { frameworksOf, type Target } from './targets'
import { whosePoint } from './whose-point'

export interface Finder {
  readonly library: Library
  readonly index: StatementIndex
}

/** At most this many points answer a search, and a told situation (docs/ask-json.md). */
const mostPoints = 10
const mostToldPoints = 3
const mostNearest = 2
const mostHits = 40
/** One's own role and what is said to all leaders, against another role's: chosen on told situations and topics of several authors. */
const weightOf: Readonly<Record<Of, number>> = { own: 1, all: 1, other: 0.35, nearest: 0.25 }
/** A hit must speak to this share of what was asked, and score this share of the best hit. */
const leastCoverage = 0.3
/** From so many content words on a question is put in everyday words, and held against what leaders say of a point. */
const fewestOfASentence = 2
const leastShareOfBest = 0.22
/** A story is answered by few points rather than many: what is half as near as the nearest is more often wrong than right. */
const leastShareOfBestTold = 0.5

/** Chosen on told situations of five authors and a thousand lines of people in trouble, of which a higher one spares no more. */
const leastForUneasy = 7

/** Background and headings answer less than what a leader is asked to do. */
const topicKinds: Partial<Record<Kind, number>> = { context: 0.7, principle: 0.85, definition: 0.9 }
const toldKinds: Partial<Record<Kind, number>> = { context: 0.5, principle: 0.35, definition: 0.8 }

/** Points that speak of a topic: one's own and all leaders' first; others' after them, and never where a situation is told. */
export function answerFind(finder: Finder, question: Question, isUneasy: boolean): Found {
  const stated = findStated(finder, question, isUneasy)
  if (stated.length > 0) return answered(finder, question, stated)
  // A role has few pitfalls: where none is on the topic all of them are of more help than nothing.
  const asksPitfalls = !question.told && question.kinds.includes('pitfall')
  return asksPitfalls ? pitfallsWithoutTopic(finder.library, question) : answerAbsent(finder, question)
}

function pitfallsWithoutTopic(library: Library, question: Question): Found {
  const found = answerList(library, { ...question, operation: 'list' })
  const note = { key: 'note.noneOnTopic', params: {} }
  return found.statements.length > 0 ? { ...found, notes: [note, ...found.notes] } : found
}

/** @param isUneasy something in what was said speaks of trouble: then no point answers what is told, nor what only sounds alike what is asked */
export function findStated(finder: Finder, question: Question, isUneasy = false): Stated[] {
  const { library } = finder
  const whose = whosePoint(library, question)
  const hits = searchFor(finder, question, question.told ? toldKinds : topicKinds)
  const best = hits[0]?.score ?? 0
  const near = hits.filter((hit) => hit.score >= best * leastShareOfBest)
  const mineNear = near.filter(({ point }) => whose(point) !== 'other').slice(0, mostToldPoints)
  if (isUneasy && (question.told || mineNear.every(isWeak))) return []
  const asStated = ({ point }: Hit): Stated => ({ ...point, of: whose(point) })
  const least = (mineNear[0]?.score ?? 0) * leastShareOfBestTold
  if (question.told) return mineNear.filter(({ score }) => score >= least).map(asStated)
  const speaking = near.filter((hit) => hit.coverage >= leastCoverage)
  const found = speaking.map(asStated).filter(({ of }) => of !== 'other' || !isRestricted(question))
  const answers = found.slice(0, mostPoints)
  if (answers.length === 0) return []
  const mine = answers.filter(({ of }) => of !== 'other')
  const others = answers.filter(({ of }) => of === 'other')
  return [...mine, ...others, ...nearestIn(near, speaking, whose)].slice(0, mostPoints)
}

/** Neither a word of what was said nor much in common with what leaders say of the point. */
function isWeak({ evidence, score }: Hit): boolean {
  return !isAtLeast(evidence, 'synonym') && score < leastForUneasy
}

/** What everyday words tie to the topic, behind the points that speak of it. */
function nearestIn(near: readonly Hit[], speaking: readonly Hit[], whose: (point: Point) => Of): Stated[] {
  return near
    .filter((hit) => !speaking.includes(hit) && whose(hit.point) !== 'other')
    .slice(0, mostNearest)
    .map(({ point }) => ({ ...point, of: 'nearest' }))
}

/** A role that was named is the only one that answers. */
function isRestricted({ roles }: Question): boolean {
  return roles.some(({ whose }) => whose !== 'mine')
}

export function searchFor(
  { library, index }: Finder,
  question: Question,
  kinds: Partial<Record<Kind, number>>,
): readonly Hit[] {
  const whose = whosePoint(library, question)
  const factor = (point: Point) =>
    (question.kinds.length === 0 || question.kinds.includes(point.kind) ? 1 : 0) *
    (kinds[point.kind] ?? 1) *
    weightOf[whose(point)] *
    (question.area !== null && ![question.area, ...question.alsoAreas].includes(point.area) ? 0 : 1)
  const { concepts, frameworks, told } = question
  const asked = concepts.length < fewestOfASentence ? undefined : 'asked'
  return index.search(concepts, { frameworks, factor, limit: mostHits, everyday: told ? 'told' : asked })
}

export function answered({ library }: Finder, question: Question, stated: readonly Stated[]): Found {
  const mine = stated.filter(({ of }) => of !== 'other')
  const others = stated.filter(({ of }) => of === 'other')
  const roles = resolvedRoles(library, question)
  const intent = intentOf(question)
  return {
    intent,
    frameworks: question.frameworks.length > 0 ? question.frameworks : unique(stated.map((point) => point.framework)),
    roles: rolesOf(library, question),
    area: question.area,
    statements: [...mine, ...others],
    notes: [
      ...unknownMunicipality(question, library),
      ...(question.counterpart ? [{ key: 'note.counterpart', params: { said: question.counterpart } }] : []),
      ...relativeNotes(library, question, stated.length === 0),
      ...roleNotes(
        library,
        roles.filter(
          (role) =>
            question.roles.some(({ whose }) => whose !== 'mine') && question.frameworks.includes(role.framework),
        ),
      ),
    ],
    sections: [...sectionsBy(mine, intent === 'definition' ? 'definition' : 'points'), ...sectionsBy(others, 'others')],
    suggestions: [],
    // Said back where it is a name for something: of a sentence only words would be left.
    subject:
      intent === 'definition' || question.concepts.every(({ isTopic }) => isTopic) ? subjectOf(question.concepts) : '',
  }
}

/** Says that it was not found, gives at most two of the nearest as such, and another municipality's under its own name. */
export function answerAbsent(finder: Finder, question: Question): Found {
  const { library, index } = finder
  const whose = whosePoint(library, question)
  const nearest = question.told
    ? []
    : searchFor(finder, question, topicKinds)
        .slice(0, mostNearest)
        .map(({ point }): Stated => ({ ...point, of: 'nearest' }))
  const elsewhere =
    question.frameworks.length === 0 || question.told
      ? []
      : index
          .search(question.concepts, { limit: 20, factor: (point) => weightOf[whose(point)] })
          .filter((hit) => hit.coverage >= 0.5 && !question.frameworks.includes(hit.point.framework))
          .slice(0, 3)
          .map((hit) => hit.point)
  const frameworks = names(frameworksOf(library, question))
  const notes: Note[] = unknownMunicipality(question, library)
  if (notes.length === 0) notes.push({ key: 'note.notMentioned', params: { frameworks } })
  const shown = question.unknownMunicipality && question.frameworks.length === 0 ? [] : nearest
  return {
    intent: 'absent',
    frameworks: question.frameworks,
    roles: question.frameworks.length > 0 ? rolesOf(library, question) : [],
    area: question.area,
    statements: shown,
    notes,
    sections: [...sectionsBy(shown, 'nearest'), ...sectionsBy(elsewhere, 'inspiration')],
    suggestions: [],
    subject: subjectOf(question.concepts),
  }
}

function resolvedRoles(library: Library, question: Question): Target[] {
  return question.roles.flatMap((role) =>
    frameworksOf(library, question)
      .map((framework): ResolvedRole => resolveRole(library, role, framework.slug))
      .filter((resolved) => resolved.how !== 'none' && (question.frameworks.length > 0 || resolved.how === 'same'))
      .map((resolved) => ({ ...resolved, said: role.said })),
  )
}

/** The roles a search was made for. */
function rolesOf(library: Library, question: Question): string[] {
  return unique(resolvedRoles(library, question).map((role) => role.slug))
}

/** One section a municipality, each under its own name. */
function sectionsBy(points: readonly Point[], heading: Section['heading']): Section[] {
  return unique(points.map((point) => point.framework)).map((framework) => ({
    framework,
    role: null,
    heading,
    points: points.filter((point) => point.framework === framework),
  }))
}
