import { HeadingLevel, Packer, Paragraph } from 'docx'
import { type TalkSide, talkSides } from '../answers/expectations/talk-lines'
import { talkTitle } from '../cards/expectations/talk-in-words'
import { lineSource, saysRetold } from '../cards/expectations/talk-page-card'
import { dateOf } from '../cards/kit/local-time'
import type { Reader } from '../cards/kit/reader'
import { allLeaders } from '../framework/schema'
import type { Talk } from '../records/expectation-talk'
import type { Leader } from '../records/leader'
import { agreementsTable, documentOf, headOf, type Say, tableOf } from './document-parts'
import { styleIds } from './document-styles'
import { xmlText } from './xml-text'

export interface TalkDocumentView extends Reader {
  readonly talk: Talk
  readonly leader: Pick<Leader, 'name' | 'framework' | 'timeZone'>
  /** When it is made: ISO instant. */
  readonly at: string
}

/** The page for a talk about expectations as a Word file, both sides beside each other. Import this module only when used. */
export function writeTalkDocument(view: TalkDocumentView): Promise<Buffer> {
  const { texts, locale, leader, talk } = view
  const t: Say = (key, params = {}) => texts(locale, key, params)
  const title = talkTitle(view, talk)
  const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_2, text })
  const file = documentOf({
    locale,
    title,
    creator: leader.name,
    description: t('expect.doc.description'),
    foot: `${title} · ${t('expect.doc.page')}`,
    children: [
      ...headOf(title, factsOf(view, t)),
      new Paragraph({ style: styleIds.meta, spacing: { before: 200 }, text: t('expect.doc.private') }),
      ...(saysRetold(view.library, talk) ? [new Paragraph({ style: styleIds.meta, text: t('lus.doc.ownWords') })] : []),
      tableOf(
        [50, 50],
        talkSides.map((side) => t(`expect.${side}`)),
        rowsOf(view),
      ),
      ...(talk.more === undefined ? [] : [heading(t('expect.page.more')), ...linesOf(talk.more)]),
      heading(t('lus.doc.agreements')),
      agreementsTable(t),
      heading(t('expect.doc.again')),
      new Paragraph({ style: styleIds.rule, text: '' }),
    ],
  })
  return Packer.toBuffer(file)
}

function factsOf({ library, locale, leader, talk, at }: TalkDocumentView, t: Say): (readonly [string, string])[] {
  const framework = leader.framework ?? ''
  const role = (slug: string) => (slug === allLeaders ? '' : (library.role(framework, slug)?.title ?? ''))
  return [
    [t('lus.doc.name'), leader.name],
    [t('lus.doc.role'), role(talk.own)],
    [t('expect.doc.with'), role(talk.other)],
    [t('lus.doc.municipality'), library.framework(framework)?.municipality ?? ''],
    [t('lus.doc.date'), dateOf(locale, leader.timeZone, at)],
  ]
}

/** What either side says first beside each other, then the next. */
function rowsOf(view: TalkDocumentView): Paragraph[][][] {
  const most = Math.max(...talkSides.map((side) => view.talk[side].length))
  return Array.from({ length: most }, (_, at) => talkSides.map((side) => cellOf(view, side, at)))
}

function cellOf(view: TalkDocumentView, side: TalkSide, at: number): Paragraph[] {
  const line = view.talk[side][at]
  if (!line) return [new Paragraph({ text: '' })]
  return [
    ...linesOf(line.text),
    new Paragraph({ style: styleIds.source, indent: { left: 0 }, text: xmlText(lineSource(view, side, line)) }),
  ]
}

function linesOf(text: string): Paragraph[] {
  return text
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '')
    .map((line) => new Paragraph({ spacing: { after: 40 }, text: xmlText(line) }))
}
