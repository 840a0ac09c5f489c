import { enumerate } from '../../texts'
import type { Reader } from '../kit/reader'

/** What a list does to the leaders. */
export interface RowCounts {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
}

/** "4 nye ledere, 1 ændret og 10 uændrede", before an import and after it. Whatever is not there is not named. */
export function rowCountsInWords({ texts, locale }: Pick<Reader, 'texts' | 'locale'>, counts: RowCounts): string {
  const parts = (['created', 'changed', 'unchanged'] as const).flatMap((key) => {
    const n = counts[key]
    return n === 0 ? [] : [texts(locale, `roster.counts.${key}${n === 1 ? '1' : ''}`, { n })]
  })
  return parts.length === 0 ? texts(locale, 'roster.counts.none') : enumerate(locale, parts)
}
