import type { Library } from '../../framework/library'
import { tokenise } from '../../search/danish'
import type { Question } from '../question'
import { frameworksOf } from '../targets'
import type { Findings } from './findings'

/** Words that every area's title could have. */
const common = new Set(tokenise('ledelse lederskab det den skal vi sporet rollen lede').map((token) => token.stem))

/** "Kun det faglige": the area of the frameworks asked that a word of the text begins the title of. */
export function narrowerArea(library: Library, before: Question, { tokens }: Findings): string | null {
  const said = tokens.filter((token) => token.folded.length > 3 && !common.has(token.stem)).map((token) => token.folded)
  for (const { areas } of frameworksOf(library, before)) {
    const found = areas.find(({ title, type }) => {
      const words = tokenise(title)
        .filter((token) => !common.has(token.stem))
        .map((token) => token.folded)
      return (
        type === 'focus' &&
        words.some((word) => word.length > 3 && said.some((each) => each.startsWith(word) || word.startsWith(each)))
      )
    })
    if (found) return found.slug
  }
  return null
}
