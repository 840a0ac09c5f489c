import type { Library } from '../framework/library'
import { allLeaders, type Framework, levels, type Role } from '../framework/schema'
import type { Suggestion } from './answer'
import type { Question } from './question'
import { subjectOf } from './reading/subject'
import { selectPoints } from './selection'
import { frameworksOf, type Target, targetsOf } from './targets'

const mostRoles = 3
const mostOthers = 2

/** After a role's points its pitfalls, after its pitfalls its points; where nobody answers, the roles to choose from. */
export function nextQuestions(
  library: Library,
  question: Question,
  targets: readonly Target[],
  other: 'pitfalls' | 'expectations',
): Suggestion[] {
  const first = targets.find((target) => target.how !== 'none')
  const framework = first && library.framework(first.framework)
  if (!first || !framework) return nearestRoles(library, question)
  if (other === 'pitfalls' && selectPoints(library, first, { kinds: ['pitfall'], area: null }).length === 0) return []
  const title = first.slug === allLeaders ? '' : (library.role(framework.slug, first.slug)?.title ?? '')
  const isOwn = question.roles.every(({ whose }) => whose === 'mine')
  const key = title === '' ? `suggest.${other}Common` : isOwn ? `suggest.${other}` : `suggest.${other}One`
  const next = { key, params: { framework: framework.name, role: title.toLowerCase() } }
  const isAftaleholder = question.roles.some(({ said }) => /^aftaleholder/i.test(said))
  if (isAftaleholder && first.slug === 'kontraktholder')
    return [{ key: 'suggest.topic', params: { framework: framework.name, subject: 'udviklingsaftaler' } }, next]
  // What a title was read as may not be what was meant.
  const isRead = first.how === 'level' && first.asked?.whose === 'unknown'
  if (first.asked?.isLikely) return [...otherPeople(framework, first, other), next]
  return isRead
    ? [...nearestRoles(library, question).filter(({ params }) => params.role !== title.toLowerCase())]
    : [next]
}

/** The roles further up, or down, from the one that one's leader or leaders were taken to have; documents begin at the top. */
function otherPeople(framework: Framework, { slug, asked }: Target, other: 'pitfalls' | 'expectations'): Suggestion[] {
  const roles = framework.roles.filter(({ group, level }) => !group && level !== null && level !== 'employee')
  const at = roles.findIndex((role) => role.slug === slug)
  if (at < 0 || (other === 'expectations' && !hasPitfalls(framework))) return []
  const further = asked?.whose === 'my-leader' ? roles.slice(0, at).reverse() : roles.slice(at + 1)
  return further.slice(0, mostOthers).map(({ title }) => ({
    key: other === 'pitfalls' ? 'suggest.role' : 'suggest.rolePitfalls',
    params: { framework: framework.name, role: title.toLowerCase() },
  }))
}

/** The same asked of the asker's own municipality, where the one named is not here. */
export function sameHere(library: Library, question: Question): Suggestion[] {
  const framework = library.framework(question.instead ?? '')
  if (!framework) return []
  const subject = subjectOf(question.concepts)
  if (subject !== '') return [{ key: 'suggest.topic', params: { framework: framework.name, subject } }]
  const here = { ...question, frameworks: [framework.slug] }
  const asked = question.kinds.includes('pitfall') ? 'pitfalls' : 'expectations'
  return nextQuestions(library, here, targetsOf(library, here), asked)
}

/** The leader roles of the framework asked, the likeliest first: of the same level, else those nearest the staff. */
function nearestRoles(library: Library, question: Question): Suggestion[] {
  const [asked] = question.roles
  const [framework] = question.frameworks.length > 0 ? frameworksOf(library, question) : []
  // Whom people elect, and who is above the topmost role or below the lowest, are like none of them.
  const isLikeNone = asked?.level === null && asked.whose !== 'unknown' && asked.whose !== 'person'
  if (!framework || isLikeNone) return []
  if (framework.profile === 'common')
    return [{ key: 'suggest.expectationsCommon', params: { framework: framework.name, role: '' } }]
  const at = asked?.level ? levels.indexOf(asked.level) : levels.indexOf('staff')
  const far = ({ level }: Role) => Math.abs((level ? levels.indexOf(level) : 0) - at)
  const asksPitfalls = question.kinds.includes('pitfall') && hasPitfalls(framework)
  return framework.roles
    .filter(({ group, level }) => !group && level !== null && (level !== 'employee' || asked?.level === 'employee'))
    .sort((a, b) => far(a) - far(b))
    .slice(0, mostRoles)
    .map(({ title }) => ({
      key: asksPitfalls ? 'suggest.rolePitfalls' : 'suggest.role',
      params: { framework: framework.name, role: title.toLowerCase() },
    }))
}

export function hasPitfalls(framework: Framework): boolean {
  return framework.statements.some((statement) => statement.kind === 'pitfall')
}
