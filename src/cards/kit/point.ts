import type { Point } from '../../framework/library'
import { sourceWithName } from '../answer/source-line'
import { escapeMarkdown, inert } from './plain-text'
import { nameOf, type Reader } from './reader'

/** What stands before a point's source: of a pitfall, that it is one. */
export function sourceKey({ kind }: Point): string {
  return kind === 'pitfall' ? 'answer.pitfallSource' : 'answer.source'
}

/** Whether any is in words of ours, which is then to be said. */
export function isRetold(points: readonly Point[]): boolean {
  return points.some(({ wording }) => !wording)
}

/** A framework's point with its source, as the prompt card shows it. */
export function promptPoint(point: Point, reader: Reader): { text: string; source: string } {
  const { library, texts, locale } = reader
  const source = escapeMarkdown(sourceWithName(nameOf(library, point.framework), point, reader))
  return {
    text: inert(point.wording ? `”${point.wording}”` : point.text),
    source: texts(locale, sourceKey(point), { source }),
  }
}
