import { isReworded, type TalkSide, talkSides } from '../../answers/expectations/talk-lines'
import type { Library } from '../../framework/library'
import type { Talk, TalkLine } from '../../records/expectation-talk'
import type { Reflection } from '../../records/reflection'
import { sourceWithName } from '../answer/source-line'
import { button } from '../kit/button'
import { escapeMarkdown, inert, paragraphs } from '../kit/plain-text'
import { isRetold } from '../kit/point'
import { nameOf, type Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { talkTitle } from './talk-in-words'

/** The page to bring to the talk: both sides, each thing to say with where the framework says it. */
export function talkPageCard(reader: Reader, { id: reflectionId, text }: Reflection, talk: Talk): CardContent {
  const { library, texts, locale } = reader
  const t = (key: string) => texts(locale, key)
  const title = talkTitle(reader, talk)
  const id = { reflectionId }
  return {
    name: 'talk-page-card',
    data: {
      lang: locale,
      title,
      text: t('expect.page.text'),
      sides: talkSides
        .filter((side) => talk[side].length > 0)
        .map((side) => ({
          heading: t(`expect.${side}`),
          points: talk[side].map((line) => ({
            text: inert(line.text),
            source: escapeMarkdown(lineSource(reader, side, line)),
          })),
        })),
      more: talk.more === undefined ? [] : [{ heading: t('expect.page.more'), lines: paragraphs(talk.more) }],
      footer: saysRetold(library, talk) ? [t('answer.ownWords')] : [],
      actions: [
        button(t('expect.page.file'), 'expect.file', id),
        button(t(text === undefined ? 'expect.page.agreed' : 'expect.page.agreement'), 'prompt.show', id),
        button(t('expect.page.edit'), 'expect.edit', id),
        button(t('expect.page.delete'), 'prompt.askWithdraw', id),
      ],
      fallbackText: texts(locale, 'card.fallback', { title }),
      speak: title,
    },
    summary: title,
  }
}

/** Whether any line is still a point in words of ours, which is then to be said. */
export function saysRetold(library: Library, talk: Talk): boolean {
  return talkSides.some((side) =>
    talk[side].some((line) => {
      const point = library.point(line.statementId)
      return point !== undefined && isRetold([point]) && !isReworded(library, side, line)
    }),
  )
}

/** Where the framework says it, and that the words are the leader's own where they are. */
export function lineSource(reader: Reader, side: TalkSide, line: TalkLine): string {
  const { library, texts, locale } = reader
  const point = library.point(line.statementId)
  if (!point) return ''
  const source = texts(locale, 'answer.source', {
    source: sourceWithName(nameOf(library, point.framework), point, reader),
  })
  return isReworded(library, side, line) ? texts(locale, 'expect.page.reworded', { source }) : source
}
