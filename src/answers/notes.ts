import type { Library } from '../framework/library'
import type { Framework } from '../framework/schema'
import type { Note } from './answer'
import type { Question } from './question'
import { isGroup } from './reading/resolve-role'
import type { Target } from './targets'

/** Says it where a role was read as another, and where a framework tells leaders apart no further. */
export function roleNotes(library: Library, targets: readonly Target[]): Note[] {
  const notes = targets.flatMap((target) => roleNote(library, target) ?? [])
  return notes.filter(
    (note, i) =>
      notes.findIndex((other) => other.key === note.key && other.params.framework === note.params.framework) === i,
  )
}

function roleNote(library: Library, { framework: slug, slug: role, how, said, asked }: Target): Note | undefined {
  const framework = library.framework(slug)?.name
  if (framework === undefined || said === '') return undefined
  const found = library.role(slug, role)
  const isProfession = asked?.level === 'employee' && asked.use === 'job'
  const params = { framework, said, title: found?.title ?? '' }
  switch (how) {
    case 'same':
      return undefined
    case 'common':
      return { key: 'note.commonProfile', params: { framework } }
    case 'level':
    case 'title':
      // "Pædagog" is read as the employee, and is no leader role.
      return { key: found?.level === 'employee' && isProfession ? 'note.notALeader' : 'note.nearestRole', params }
    case 'none':
      if (asked && isGroup(library, asked) && library.framework(slug)?.roles.every(({ group }) => !group))
        return { key: 'note.noGroups', params }
      return { key: isProfession ? 'note.noEmployees' : 'note.noSuchRole', params }
  }
}

/** None of the documents says who reports to whom: what was taken for granted is said. */
export function relativeNotes(library: Library, { roles, frameworks }: Question, isEmpty: boolean): Note[] {
  return roles.flatMap(({ whose, said, as, isLikely }) => {
    if (whose !== 'my-leader' && whose !== 'my-leaders') return []
    const framework = library.framework(frameworks[0] ?? '')?.name ?? ''
    const isUp = whose === 'my-leader'
    if (as.length === 0) return [{ key: isUp ? 'note.nobodyAbove' : 'note.nobodyBelow', params: { framework } }]
    // "Min direktør" takes nothing for granted.
    return isLikely && !isEmpty
      ? [{ key: isUp ? 'note.myLeader' : 'note.myLeaders', params: { framework, title: said } }]
      : []
  })
}

export function unknownMunicipality(question: Question, library: Library): Note[] {
  if (!question.unknownMunicipality) return []
  return [
    {
      key: 'note.unknownMunicipality',
      params: { name: question.unknownMunicipality, frameworks: names(library.frameworks) },
    },
  ]
}

/** Names for a note, joined later in the reader's language. */
export function names(frameworks: readonly Framework[]): string {
  return frameworks.map((framework) => framework.name).join('|')
}
