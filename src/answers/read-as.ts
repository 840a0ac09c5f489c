import type { Library } from '../framework/library'
import type { ReadAs } from './answer'
import type { Question } from './question'
import { targetsOf } from './targets'

/** How a question was read, for one quiet line; null where nothing was taken for granted. */
export function readAs(library: Library, question: Question): ReadAs | null {
  if (question.assumed.length === 0) return null
  const kind = question.kinds.find((each) => each === 'pitfall' || each === 'value')
  const roles = targetsOf(library, question).filter(() => question.roles.length > 0)
  return {
    frameworks: question.frameworks,
    roles: [...new Set(roles.filter(({ how }) => how !== 'none').map(({ slug }) => slug))],
    area: question.area,
    kind: kind === 'pitfall' || kind === 'value' ? kind : question.operation === 'list' ? 'behaviour' : null,
  }
}
