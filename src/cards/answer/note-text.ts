import type { Note } from '../../answers/answer'
import { enumerate, genitive, type Locale, type Params, type Texts } from '../../texts'

/**
 * Says a note in the reader's language, as plain text (no Markdown escaped). `params.frameworks` holds names joined by `|`;
 * several of them choose the text's `.many` twin.
 */
export function noteText(t: Texts, locale: Locale, note: Note): string {
  const { frameworks, framework, name } = note.params
  const names = frameworkNames(frameworks)
  const key = `${note.key}${names.length > 1 ? '.many' : ''}`
  const params: Params = {
    ...note.params,
    frameworks: enumerate(locale, names),
    frameworksOf: enumerate(
      locale,
      names.map((each) => genitive(locale, each)),
    ),
    frameworkOf: genitive(locale, String(framework ?? '')),
    nameOf: genitive(locale, String(name ?? '')),
  }
  return t(locale, key, params)
}

function frameworkNames(joined: string | number | undefined): string[] {
  return String(joined ?? '')
    .split('|')
    .filter((name) => name !== '')
}
