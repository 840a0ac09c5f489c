import { HeadingLevel, Packer, Paragraph, type Table } from 'docx'
import { areaTitle } from '../cards/journal/area-title'
import { entryQuestion } from '../cards/journal/journal-item'
import { dateOf } from '../cards/kit/local-time'
import { isRetold } from '../cards/kit/point'
import type { Reader } from '../cards/kit/reader'
import type { JournalEntry } from '../journal/reading/journal-entry'
import type { LusArea, LusContent } from '../journal/reading/lus-content'
import type { Leader } from '../records/leader'
import { agreementsTable, documentOf, headOf, type Say } from './document-parts'
import { styleIds } from './document-styles'
import { pointParagraphs } from './point-paragraphs'
import { xmlText } from './xml-text'

export interface LusDocumentView extends Reader {
  readonly content: LusContent
  readonly leader: Pick<Leader, 'name' | 'framework' | 'role' | 'timeZone'>
  /** When it is made: ISO instant. */
  readonly at: string
}

/** Lines to write on by hand under each heading of the last page. */
const roomLines = 4

/** The preparation for a leader's development talk as a Word file. Import this module only when used: its library is large. */
export function writeLusDocument(view: LusDocumentView): Promise<Buffer> {
  const { texts, locale, content, leader } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const title = t('lus.doc.title')
  const file = documentOf({
    locale,
    title,
    creator: leader.name,
    description: t('lus.doc.description'),
    foot: t('lus.doc.page'),
    children: [...beginOf(view, title), ...content.areas.flatMap((area) => areaOf(view, area)), ...roomOf(t)],
  })
  return Packer.toBuffer(file)
}

function beginOf(view: LusDocumentView, title: string): Paragraph[] {
  const { texts, locale, library, leader, content, at } = view
  const t: Say = (key, params = {}) => texts(locale, key, params)
  const role = leader.framework && leader.role ? library.role(leader.framework, leader.role)?.title : undefined
  const facts: (readonly [string, string])[] = [
    [t('lus.doc.name'), leader.name],
    [t('lus.doc.role'), role ?? ''],
    [t('lus.doc.municipality'), leader.framework ? (library.framework(leader.framework)?.municipality ?? '') : ''],
    [t('lus.doc.date'), dateOf(locale, leader.timeZone, at)],
  ]
  return [
    ...headOf(title, facts),
    new Paragraph({ style: styleIds.meta, spacing: { before: 200 }, text: t('lus.doc.private') }),
    ...(content.areas.some(({ points }) => isRetold(points))
      ? [new Paragraph({ style: styleIds.meta, text: t('lus.doc.ownWords') })]
      : []),
  ]
}

function areaOf(view: LusDocumentView, { place, points, entries }: LusArea): Paragraph[] {
  const t: Say = (key) => view.texts(view.locale, key)
  const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_2, text })
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      text: areaTitle(view, place),
    }),
    ...(points.length > 0 ? [heading(t('lus.doc.points'))] : []),
    ...points.flatMap((point) => pointParagraphs(view, point)),
    heading(t('lus.doc.reflections')),
    ...entries.flatMap((entry) => entryOf(view, entry)),
  ]
}

function entryOf(view: LusDocumentView, entry: JournalEntry): Paragraph[] {
  const { texts, locale, leader } = view
  const t: Say = (key, params = {}) => texts(locale, key, params)
  const { text, second, scale, at } = entry
  const when = dateOf(locale, leader.timeZone, at)
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_3,
      text: xmlText(entryQuestion(entry, view)),
    }),
    new Paragraph({
      style: styleIds.meta,
      keepNext: true,
      text: scale === undefined ? when : `${when} · ${t('journal.scale', { scale })}`,
    }),
    ...answerOf(text),
    ...(second
      ? [new Paragraph({ heading: HeadingLevel.HEADING_3, text: xmlText(second.question) }), ...answerOf(second.text)]
      : []),
  ]
}

function answerOf(text: string): Paragraph[] {
  return text
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '')
    .map((line) => new Paragraph({ style: styleIds.answer, text: xmlText(line) }))
}

/** A page to write on, for the talk itself. */
function roomOf(t: Say): (Paragraph | Table)[] {
  const lines = () => Array.from({ length: roomLines }, () => new Paragraph({ style: styleIds.rule, text: '' }))
  const part = (key: string) => new Paragraph({ heading: HeadingLevel.HEADING_2, text: t(key) })
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: true, text: t('lus.doc.room') }),
    part('lus.doc.topics'),
    ...lines(),
    part('lus.doc.wishes'),
    ...lines(),
    part('lus.doc.agreements'),
    agreementsTable(t),
  ]
}
