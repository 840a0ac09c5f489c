import type { Found, Stated } from './answer'
import { unique } from './answer-list'

/** Two answers to one message, in the order asked; what was not found of one of them is said, and the other answered. */
export function answerBoth(first: Found, second: Found): Found {
  const found = [first, second].filter(({ intent }) => intent !== 'absent')
  const [main = first] = found.toSorted((a, b) => Number(isRanked(a)) - Number(isRanked(b)))
  const answered = found.length > 0 ? found : [first]
  return {
    ...main,
    frameworks: unique(answered.flatMap(({ frameworks }) => frameworks)),
    roles: unique(answered.flatMap(({ roles }) => roles)),
    area: first.area === second.area ? first.area : null,
    statements: distinct(answered.flatMap(({ statements }) => statements)),
    sections: answered.flatMap(({ sections }) => sections),
    notes: distinctNotes([first, second]),
    suggestions: [],
  }
}

/** A list keeps its headings beside what was searched for. */
function isRanked({ intent }: Found): boolean {
  return intent === 'topic' || intent === 'definition' || intent === 'values'
}

function distinct(statements: readonly Stated[]): Stated[] {
  return [...new Map(statements.toReversed().map((point) => [point.id, point])).values()].reverse()
}

function distinctNotes(answers: readonly Found[]): Found['notes'] {
  return [...new Map(answers.flatMap(({ notes }) => notes).map((note) => [JSON.stringify(note), note])).values()]
}
