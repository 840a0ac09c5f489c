import { HeadingLevel, Packer, Paragraph } from 'docx'
import { dateOf } from '../cards/kit/local-time'
import { isRetold } from '../cards/kit/point'
import type { Reader } from '../cards/kit/reader'
import { type MeetingPart, meetingParts } from '../cards/prompt/meeting-parts'
import type { MeetingKit } from '../prompts/choosing/meeting-kit'
import { agreementsTable, documentOf, headOf } from './document-parts'
import { styleIds } from './document-styles'
import { pointParagraphs } from './point-paragraphs'
import { xmlText } from './xml-text'

export interface MeetingDocumentView extends Reader {
  readonly kit: MeetingKit
  /** When it is made: ISO instant. */
  readonly at: string
}

/** Lines to write on by hand; what is agreed has a table. */
const roomLines = { opening: 0, round: 3, pitfall: 2, decide: 0 } as const

/** A meeting of leaders as a Word file of one or two pages. Import this module only when used: its library is large. */
export function writeMeetingDocument(view: MeetingDocumentView): Promise<Buffer> {
  const { texts, locale, timeZone, at } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const parts = meetingParts(view, view.kit)
  const title = t('meeting.title')
  const total = parts.reduce((sum, { minutes }) => sum + minutes, 0)
  const meta = (text: string) => new Paragraph({ style: styleIds.meta, text: xmlText(text) })
  const file = documentOf({
    locale,
    title,
    creator: 'Pejling',
    description: t('meeting.fileDescription'),
    foot: t('meeting.page'),
    children: [
      ...headOf(title, []),
      meta(`${t('meeting.lead', { minutes: total })} ${dateOf(locale, timeZone, at)}.`),
      ...(isRetold(parts.flatMap(({ points }) => points)) ? [meta(t('insert.retold'))] : []),
      ...parts.flatMap((part, i) => partOf(view, part, i + 1)),
      agreementsTable(t),
    ],
  })
  return Packer.toBuffer(file)
}

function partOf(view: MeetingDocumentView, part: MeetingPart, n: number): Paragraph[] {
  const t = (key: string, params = {}) => view.texts(view.locale, key, params)
  const heading = `${t('meeting.part', { n, heading: part.heading })} · ${t('meeting.minutes', { minutes: part.minutes })}`
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: heading }),
    ...part.lines.map((text) => new Paragraph({ keepNext: part.points.length > 0, text: xmlText(text) })),
    ...part.points.flatMap((point) => pointParagraphs(view, point)),
    ...part.questions.map((text) => new Paragraph({ heading: HeadingLevel.HEADING_3, text: xmlText(text) })),
    ...part.below.map((text) => new Paragraph({ text: xmlText(text) })),
    ...Array.from({ length: roomLines[part.name] }, () => new Paragraph({ style: styleIds.rule, text: '' })),
  ]
}
