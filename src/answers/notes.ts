import type { Library } from '../framework/library'
import type { Framework } from '../framework/schema'
import type { Note } from './answer'
import type { Question } from './question'
import type { Target } from './targets'

/** Says it where a role was read as another, and where a framework tells leaders apart no further. */
export function roleNotes(library: Library, targets: readonly Target[]): Note[] {
  const notes: Note[] = []
  for (const { framework: slug, slug: role, how, said } of targets) {
    const framework = library.framework(slug)
    if (!framework || said === '') continue
    const title = library.role(slug, role)?.title ?? ''
    if (how === 'common') notes.push({ key: 'note.commonProfile', params: { framework: framework.name } })
    if (how === 'level' || how === 'title')
      notes.push({ key: 'note.nearestRole', params: { framework: framework.name, said, title } })
    if (how === 'none') notes.push({ key: 'note.noSuchRole', params: { framework: framework.name, said } })
    // "Pædagog" is read as the employee, and is no leader role.
    if (how === 'title' && library.role(slug, role)?.level === 'employee')
      notes.unshift({ key: 'note.notALeader', params: { framework: framework.name, said } })
  }
  return notes.filter(
    (note, i) =>
      notes.findIndex((other) => other.key === note.key && other.params.framework === note.params.framework) === i,
  )
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
