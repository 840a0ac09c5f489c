import type { Point } from '../../framework/library'
import type { JournalEntry } from '../../journal/reading/journal-entry'
import type { LusArea, LusContent } from '../../journal/reading/lus-content'
import { sourceWithName } from '../answer/source-line'
import { dateOf } from '../kit/local-time'
import { packPages } from '../kit/message-pages'
import { escapeMarkdown, paragraphs } from '../kit/plain-text'
import { isRetold, sourceKey } from '../kit/point'
import type { Reader } from '../kit/reader'
import { nameOf } from '../kit/reader'
import { areaTitle } from './area-title'
import { entryQuestion } from './journal-item'

/** The preparation for the development talk as messages to read, in Markdown: what the Word file holds. */
export function lusPages({ areas }: LusContent, reader: Reader): string[] {
  const ownWords = areas.some(({ points }) => isRetold(points)) ? [reader.texts(reader.locale, 'lus.doc.ownWords')] : []
  return packPages([...ownWords, ...areas.flatMap((area) => areaBlocks(area, reader))], '\n\n')
}

function areaBlocks({ place, points, entries }: LusArea, reader: Reader): string[] {
  const t = (key: string) => reader.texts(reader.locale, key)
  const [first = '', ...rest] = points.map((point) => pointBlock(point, reader))
  return [
    // A heading does not stand alone at the end of a page.
    [
      `**${escapeMarkdown(areaTitle(reader, place))}**`,
      ...(points.length > 0 ? [`_${t('lus.doc.points')}_`, first] : []),
    ].join('\n\n'),
    ...rest,
    ...entries.map((entry, i) =>
      [...(i === 0 ? [`_${t('lus.doc.reflections')}_`] : []), entryBlock(entry, reader)].join('\n\n'),
    ),
  ]
}

function pointBlock(point: Point, reader: Reader): string {
  const { texts, locale, library } = reader
  const source = texts(locale, sourceKey(point), {
    source: escapeMarkdown(sourceWithName(nameOf(library, point.framework), point, reader)),
  })
  return `- ${escapeMarkdown(point.wording ? `”${point.wording}”` : point.text)}\n  ${source}`
}

function entryBlock(entry: JournalEntry, reader: Reader): string {
  const { text, second, scale, at } = entry
  const { texts, locale, timeZone } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  // "10. juli" would begin a numbered list.
  const when = escapeMarkdown(dateOf(locale, timeZone, at))
  return [
    `**${escapeMarkdown(entryQuestion(entry, reader))}**`,
    scale === undefined ? when : `${when} · ${t('journal.scale', { scale })}`,
    ...quoted(text),
    ...(second ? [`**${escapeMarkdown(second.question)}**`, ...quoted(second.text)] : []),
  ].join('\n\n')
}

function quoted(text: string): string[] {
  return paragraphs(text).map((paragraph) => `> ${escapeMarkdown(paragraph)}`)
}
