import type { Point } from '../framework/library'
import { allLeaders, type Kind } from '../framework/schema'
import type { Found, Stated } from './answer'
import { answerAbsent, answered, type Finder, searchFor } from './answer-find'
import type { Question } from './question'
import { frameworksOf } from './targets'
import { whosePoint } from './whose-point'

const mostPoints = 10
const leastCoverage = 0.3
const leastShareOfBest = 0.22
const explaining: readonly Kind[] = ['definition', 'value', 'question', 'principle']
const definitionKinds: Partial<Record<Kind, number>> = {
  definition: 1.5,
  value: 1.4,
  principle: 1.2,
  behaviour: 0.9,
  pitfall: 0.7,
}

/** What a word means in a framework: its own explanation first, then how the asker's role is to show it. */
export function answerDefine(finder: Finder, question: Question): Found {
  const { library } = finder
  const whose = whosePoint(library, question)
  const asStated = (point: Point): Stated => ({ ...point, of: whose(point) })
  const inArea = (kinds: readonly Kind[] | undefined) =>
    question.area === null
      ? []
      : frameworksOf(library, question).flatMap(({ slug }) =>
          [question.area ?? '', ...question.alsoAreas].flatMap((area) =>
            library.select({ framework: slug, area, ...(kinds ? { kinds } : {}) }),
          ),
        )
  const hits = searchFor(finder, { ...question, area: null }, definitionKinds)
  const ranked = hits
    .map((hit) => ({ ...hit, score: hit.score * (hit.point.role === allLeaders ? 1.4 : 1) }))
    .sort((a, b) => b.score - a.score)
  const best = ranked[0]?.score ?? 0
  const found = ranked
    .filter((hit) => hit.coverage >= leastCoverage && hit.score >= best * leastShareOfBest)
    .map(({ point }) => point)
  const shown = inArea(undefined).filter((point) => whose(point) !== 'other')
  const areas = [question.area, ...question.alsoAreas]
  // What an area is called tells what it is: a point elsewhere that holds the word is none of it.
  const isOfIt = ({ area }: Point) => question.area === null || areas.includes(area)
  const points = distinct([...inArea(explaining), ...found.filter(isOfIt), ...shown]).map(asStated)
  const mine = points.filter(({ of }) => of !== 'other')
  const others = points.filter(({ of }) => of === 'other')
  const stated = [...mine, ...others].slice(0, mostPoints)
  return stated.length === 0 ? answerAbsent(finder, question) : answered(finder, question, stated)
}

function distinct(points: readonly Point[]): Point[] {
  return [...new Map(points.map((point) => [point.id, point])).values()]
}
