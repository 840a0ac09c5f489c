import type { Framework } from '../../framework/schema'
import { genitive } from '../../texts'
import { inert } from '../kit/plain-text'
import type { AnswerView } from './answer-view'
import { sourceUrl } from './support'

/** A button that opens a document. */
export interface SourceLink {
  readonly title: string
  readonly url: string
}

const mostLinks = 3

/** The documents that whoever asks for the source can open: that of their own municipality, else every one that can be. */
export function sourceLinks({ library, texts, locale, home, support }: AnswerView): SourceLink[] {
  const own = library.framework(home ?? '')
  return (own ? [own] : library.frameworks)
    .flatMap((framework) => {
      const url = sourceUrl(support, framework)
      const frameworkOf = genitive(locale, framework.name)
      return url === undefined ? [] : [{ title: inert(texts(locale, 'answer.openSource', { frameworkOf })), url }]
    })
    .slice(0, mostLinks)
}

/** The name of a document, as Markdown, which opens it where that is known. @param name escaped */
export function documentLink(name: string, framework: Framework | undefined, { support }: Pick<AnswerView, 'support'>) {
  const url = framework && sourceUrl(support, framework)
  return url === undefined ? name : `[${name}](${url.replace(/[()\s]/g, (mark) => codes[mark] ?? '%20')})`
}

/** What would end the link. */
const codes: Readonly<Record<string, string>> = { '(': '%28', ')': '%29' }
