import type { Point } from '../../framework/library'
import { isRetold, sourceKey } from '../kit/point'
import { nameOf, type Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { sourceWithName } from './source-line'

/** One point to pass on, with its source: it may be read where Pejling is not, so it has no buttons. */
export function pointCard(reader: Reader, point: Point): CardContent {
  const { texts, locale, library } = reader
  const name = nameOf(library, point.framework)
  const source = texts(locale, sourceKey(point), { source: sourceWithName(name, point, reader) })
  return sheetCard(reader, {
    title: texts(locale, 'insert.title', { name }),
    text: point.wording ? `”${point.wording}”` : point.text,
    note: isRetold([point]) ? `${source}. ${texts(locale, 'insert.retold')}` : source,
    buttons: [],
  })
}
