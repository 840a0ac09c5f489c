import type { Point } from '../framework/library'
import type { Knowledge } from './knowledge'

export interface PointSearch {
  readonly text: string
  /** Whose points come first where the text names nobody's; null: nobody's. */
  readonly framework: string | null
  readonly skip: number
  readonly count: number
}

/** What another municipality says is found as well, after one's own. */
const otherShare = 0.6

/** Points to look up and pass on, the best first: of the frameworks that the text names, or of all. */
export function findPoints(
  { readQuestion, index }: Pick<Knowledge, 'readQuestion' | 'index'>,
  { text, framework, skip, count }: PointSearch,
): readonly Point[] {
  const { concepts, frameworks } = readQuestion(text)
  const factor = (point: Point) => (framework === null || point.framework === framework ? 1 : otherShare)
  return index
    .search(concepts, { frameworks, limit: skip + count, ...(frameworks.length === 0 && { factor }) })
    .slice(skip)
    .map(({ point }) => point)
}
