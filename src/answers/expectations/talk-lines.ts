import type { Library, Point } from '../../framework/library'
import type { TalkLine } from '../../records/expectation-talk'
import { saidAsMine } from './said-as-mine'

/** A talk has room for no more on either side. */
export const mostLines = 4

/** The two sides, as fields and buttons call them. */
export const talkSides = ['mine', 'theirs'] as const
export type TalkSide = (typeof talkSides)[number]

/** How a point is said on its side until the leader says it otherwise: one's own as "jeg", the other's as the framework has it. */
export function suggestedText(side: TalkSide, { text }: Pick<Point, 'text'>): string {
  return side === 'mine' ? saidAsMine(text) : text
}

/** The points that ids name, each once and at most as many as there is room for; what the data no longer has is left out. */
export function chosenPoints(library: Library, ids: string): readonly Point[] {
  return [...new Set(ids.split(','))].flatMap((id) => library.point(id.trim()) ?? []).slice(0, mostLines)
}

/** Whether somebody says a point in words of their own. */
export function isReworded(library: Library, side: TalkSide, { statementId, text }: TalkLine): boolean {
  const point = library.point(statementId)
  return point !== undefined && suggestedText(side, point) !== text
}
