import type { Kind } from '../framework/schema'
import type { Found, Stated } from './answer'
import { answerAbsent, answered, type Finder, searchFor } from './answer-find'
import type { Question } from './question'
import { whosePoint } from './whose-point'

const mostPoints = 10
const leastShareOfBest = 0.3
/** What a document says of itself: what it stands on, is made of and is for. */
const aboutItself: readonly Kind[] = ['principle', 'context', 'definition', 'value', 'requirement']

/** What a framework holds and how it is made: its principles, areas, vision, roles. */
export function answerOverview(finder: Finder, question: Question): Found {
  const whose = whosePoint(finder.library, question)
  const hits = searchFor(finder, { ...question, kinds: aboutItself }, { principle: 1.4, context: 1.1 })
  const best = hits[0]?.score ?? 0
  const stated = hits
    .filter((hit) => hit.score >= best * leastShareOfBest)
    .map(({ point }): Stated => ({ ...point, of: whose(point) }))
    .filter(({ of }) => of !== 'other')
    .slice(0, mostPoints)
  return stated.length === 0 ? answerAbsent(finder, question) : answered(finder, question, stated)
}
