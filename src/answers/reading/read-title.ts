import { tokenise } from '../../search/danish'
import type { Known } from './known'
import { roleFor } from './told-role'

/** The leader's role that a job title stands for in a framework, by its slug; undefined where the title says no such thing. */
export type TitleReader = (title: string, framework: string) => string | undefined

/** What is said of the place ("Skoleleder, Havneskolen") is no part of a title. */
const place = /\s*[,(/|].*$| [–-] .*$/

export function createTitleReader({ library, names }: Pick<Known, 'library' | 'names'>): TitleReader {
  function roleIn(title: string, framework: string): string | undefined {
    const tokens = tokenise(title)
    // "Leder af økonomi" begins with a role and is not all of it: the people who know are asked.
    const found = names.rolesIn(tokens).find(({ from, to }) => from === 0 && to === tokens.length)
    return found && roleFor(library, found.value, framework)
  }
  return (title, framework) => roleIn(title, framework) ?? roleIn(title.replace(place, ''), framework)
}
