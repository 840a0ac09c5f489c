import type { Prompt } from '../../framework/schema'
import { button } from '../kit/button'
import { promptPoint } from '../kit/point'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'

/** A prompt for a group to talk about: there is nothing to fill in, and nothing is stored. The point says whose framework it is of. */
export function discussionCard(reader: Reader, prompt: Prompt): CardContent {
  const { library, texts, locale } = reader
  const [point] = prompt.statements.flatMap((id) => library.point(id) ?? [])
  const said = point && promptPoint(point, reader)
  return sheetCard(reader, {
    title: locale === 'en' ? prompt.en : prompt.text,
    text: texts(locale, 'discuss.title'),
    sections: said ? [{ heading: texts(locale, 'discuss.point'), text: `${said.text}\n${said.source}` }] : [],
    buttons: [button(texts(locale, 'button.anotherPrompt'), 'prompt.request', { statementIds: [] })],
  })
}
