import type { Fold } from '../kit/foldable'
import type { Reader } from '../kit/reader'
import type { SectionData } from './answer-sections'

/** One row that is hidden is opened by itself. */
const fewestClosed = 2

/** The button that opens every row of a list at once. None where there is hardly anything to open. */
export function unfoldAll(sections: readonly SectionData[], { texts, locale }: Reader) {
  const toggles = sections
    .flatMap((section): Fold[] => [section, ...section.groups])
    .flatMap(({ id, toggle }) => toggle.map((each) => ({ id, ...each })))
  if (toggles.filter(({ isClosed }) => isClosed).length < fewestClosed) return []
  const targets = toggles.flatMap(({ id, openId, closedId }) => [
    { elementId: id, isVisible: true },
    { elementId: openId, isVisible: true },
    { elementId: closedId, isVisible: false },
  ])
  return [{ title: texts(locale, 'answer.unfoldAll'), targets }]
}
