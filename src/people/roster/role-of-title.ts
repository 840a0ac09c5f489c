import { createHash } from 'node:crypto'
import type { TitleReader } from '../../answers/reading/read-title'
import type { Library } from '../../framework/library'

/** The role that a list names by its slug, by the framework's own name for it, or by a job title. */
export function roleOfTitle(
  library: Library,
  readTitle: TitleReader,
  framework: string,
  said: string,
): string | undefined {
  const wanted = said.toLowerCase()
  const named = rolesOfLeaders(library, framework).find(
    ({ slug, title }) => slug === wanted || title.toLowerCase() === wanted,
  )
  return named?.slug ?? readTitle(said, framework)
}

/** The roles that a person of the municipality's leadership can have. */
export function rolesOfLeaders(library: Library, framework: string) {
  const all = library.framework(framework)?.roles ?? []
  return all.filter(({ group, level }) => !group && level !== null && level !== 'employee')
}

/** What a title that nobody knows is remembered by while HR chooses what it stands for. */
export function titleKey(framework: string | null, said: string): string {
  return createHash('sha256')
    .update(`${framework ?? ''}\n${said.toLowerCase()}`)
    .digest('hex')
    .slice(0, 12)
}
