import type { Answer } from './answer'
import type { Finder } from './answer-find'
import type { Reading } from './reading'

type PointAsked = Pick<Extract<Reading, { kind: 'point' }>, 'n' | 'isExample'>

/** One point of an answer, with the points that answer it where it is a pitfall. */
export function answerPoint({ library }: Finder, { n, isExample }: PointAsked, answer: Answer): Answer {
  const point = answer.statements.at(n > 0 ? n - 1 : n)
  if (!point)
    return {
      ...answer,
      notes: [{ key: 'note.noSuchPoint', params: { n: Math.abs(n), total: answer.statements.length } }],
    }
  const answers = (point.answeredBy ?? []).flatMap((id) => library.point(id) ?? [])
  const statements = [point, ...answers.map((each) => ({ ...each, of: point.of }))]
  return {
    ...answer,
    intent: 'topic',
    area: point.area,
    statements,
    sections: [{ framework: point.framework, role: null, heading: 'points', points: statements }],
    notes: isExample
      ? [{ key: 'note.noExample', params: {} }]
      : [{ key: 'note.onePoint', params: { n: answer.statements.indexOf(point) + 1 } }],
    suggestions: [],
    told: false,
    readAs: null,
  }
}
