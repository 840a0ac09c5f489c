import type { Library } from '../framework/library'
import { allLeaders, type Framework, levels, type Role } from '../framework/schema'
import type { Suggestion } from './answer'
import type { Question } from './question'
import { subjectOf } from './subject'
import { frameworksOf, type Target, targetsOf } from './targets'

const mostRoles = 3

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
  if (other === 'pitfalls' && !hasPitfalls(framework)) return []
  const title = first.slug === allLeaders ? '' : (library.role(framework.slug, first.slug)?.title ?? '')
  const isOwn = question.roles.every(({ whose }) => whose === 'mine')
  const key = title === '' ? `suggest.${other}Common` : isOwn ? `suggest.${other}` : `suggest.${other}One`
  const next = { key, params: { framework: framework.name, role: title.toLowerCase() } }
  // What a title was read as may not be what was meant.
  const isRead = first.how === 'level' && first.asked?.whose === 'unknown'
  return isRead
    ? [...nearestRoles(library, question).filter(({ params }) => params.role !== title.toLowerCase())]
    : [next]
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
  const isElected = asked?.whose === 'named' && asked.level === null
  if (!framework || isElected) return []
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
