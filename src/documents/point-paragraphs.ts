import { Paragraph } from 'docx'
import { sourceWithName } from '../cards/answer/source-line'
import { sourceKey } from '../cards/kit/point'
import { nameOf, type Reader } from '../cards/kit/reader'
import type { Point } from '../framework/library'
import { styleIds } from './document-styles'
import { xmlText } from './xml-text'

/** A framework's point with its source. */
export function pointParagraphs(reader: Reader, point: Point): Paragraph[] {
  const { texts, locale, library } = reader
  const source = texts(locale, sourceKey(point), {
    source: sourceWithName(nameOf(library, point.framework), point, reader),
  })
  return [
    new Paragraph({
      style: styleIds.point,
      bullet: { level: 0 },
      text: xmlText(point.wording ? `”${point.wording}”` : point.text),
    }),
    ...(point.wording ? [new Paragraph({ style: styleIds.source, text: xmlText(point.text) })] : []),
    new Paragraph({ style: styleIds.source, text: xmlText(source) }),
  ]
}
