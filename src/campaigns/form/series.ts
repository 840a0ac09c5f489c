import { difference } from '../../answers/difference'
import type { Knowledge } from '../../answers/knowledge'
import type { Library, Point } from '../../framework/library'
import { allLeaders } from '../../framework/schema'
import { promptBank } from '../../prompts/choosing/prompt-bank'
import type { PromptPlan } from '../../records/campaign'

/** What HR need not put together: plans that are ready-made, and how many weeks they last. */
export const seriesNames = ['newInRole', 'pitfalls', 'oneArea', 'twoSides', 'afterReview'] as const
export type SeriesName = (typeof seriesNames)[number]

/** Those that go from one role to another, or bring two roles together. */
export const seriesOfTwo: readonly SeriesName[] = ['newInRole', 'twoSides']

export interface SeriesInput {
  readonly name: SeriesName
  readonly framework: string
  /** Of two: the role one comes from, or the first of the two; null: a new leader, who comes from none. */
  readonly from: string | null
  /** The role one is in now, or the second of the two. */
  readonly to: string | null
}

export interface Series {
  readonly plan: PromptPlan
  readonly weeks: number
  /** Whom it is for; empty: every role. */
  readonly roles: readonly string[]
}

type Known = Pick<Knowledge, 'library' | 'similarity'>

/** A ready-made series; undefined where the framework does not hold enough for it, or says the same to both roles. */
export function makeSeries(known: Known, { name, framework, from, to }: SeriesInput): Series | undefined {
  switch (name) {
    case 'newInRole':
      return to === null ? undefined : newInRole(known, framework, from, to)
    case 'pitfalls':
      return { plan: { kind: 'pitfalls' }, weeks: 6, roles: [] }
    case 'oneArea': {
      const areas = focusAreas(known.library, framework)
      const plan = { kind: 'areas' as const, areas: [...areas], occasionsEach: 2 }
      return areas.length === 0 ? undefined : { plan, weeks: 2 * areas.length, roles: [] }
    }
    case 'twoSides':
      return from === null || to === null || from === to ? undefined : twoSides(known, framework, from, to)
    case 'afterReview':
      // HR chooses what the review pointed to.
      return { plan: { kind: 'areas', areas: [] }, weeks: 8, roles: [] }
  }
}

/**
 * Twelve weeks in a new role, by places in the two lists: what is new comes first, the pitfalls in between, and what was asked comes
 * once more some weeks later, when there is something to look back on.
 */
const twelveWeeks = ['n0', 'n1', 'p0', 'n2', 'n3', 'p1', 'n0', 'n4', 'p0', 'n5', 'n1', 'p1'] as const

function newInRole(
  { library, similarity }: Known,
  framework: string,
  from: string | null,
  to: string,
): Series | undefined {
  const own = pointsOf(library, framework, to)
  const before = from === null ? [] : pointsOf(library, framework, from)
  const { onlyB, both } = difference(similarity, { framework, points: before }, { framework, points: own })
  const isPitfall = ({ kind }: Point) => kind === 'pitfall'
  // What is asked of both roles fills up where little is new.
  const news = [...onlyB, ...both.map(([, point]) => point)].filter((point) => !isPitfall(point))
  const fresh = inAreasByTurn(news).flatMap((point) => promptOf(library, framework, to, point) ?? [])
  const pitfalls = own.filter(isPitfall).flatMap((point) => promptOf(library, framework, to, point) ?? [])
  const lists = { n: [...new Set(fresh)], p: [...new Set(pitfalls)] }
  const promptIds = twelveWeeks.flatMap((place) => {
    const list = place.startsWith('n') ? lists.n : lists.p.length > 0 ? lists.p : lists.n
    return list[Number(place.slice(1)) % Math.max(1, list.length)] ?? []
  })
  if (lists.n.length < 3) return undefined
  return { plan: { kind: 'chosen', promptIds }, weeks: promptIds.length, roles: [to] }
}

const mostPairs = 8

/** What one role does, and what the other does about the same: both are asked in the same week, each about their own side. */
function twoSides({ library, similarity }: Known, framework: string, a: string, b: string): Series | undefined {
  const sideOf = (role: string) =>
    pointsOf(library, framework, role).filter(
      (point) => point.kind !== 'pitfall' && promptOf(library, framework, role, point),
    )
  const left = sideOf(a)
  const right = sideOf(b)
  const { both } = difference(similarity, { framework, points: left }, { framework, points: right })
  // Where the two are put differently, the same area is the same matter.
  const taken = new Set(both.flat().map(({ id }) => id))
  const beside = left.flatMap((point) => {
    const other = right.find(({ id, area }) => area === point.area && !taken.has(id))
    if (taken.has(point.id) || !other) return []
    taken.add(point.id).add(other.id)
    return [[point, other] as const]
  })
  const turns = [...both, ...beside].slice(0, mostPairs).flatMap(([one, other]) => {
    const [first, second] = [promptOf(library, framework, a, one), promptOf(library, framework, b, other)]
    return first && second ? [{ [a]: first, [b]: second }] : []
  })
  return turns.length < 3 ? undefined : { plan: { kind: 'byRole', turns }, weeks: turns.length, roles: [a, b] }
}

function pointsOf(library: Library, framework: string, role: string): readonly Point[] {
  return library.select({ framework, role })
}

/** The first prompt on a point that is written for the role. */
function promptOf(library: Library, framework: string, role: string, { id }: Point): string | undefined {
  const prompts = library.promptsFor(id).map((prompt) => prompt.id)
  return (
    prompts.find((prompt) => prompt.startsWith(`${framework}/${role}/`)) ??
    prompts.find((each) => each.startsWith(`${framework}/${allLeaders}/`))
  )
}

/** One of each area, then the second of each. */
function inAreasByTurn(points: readonly Point[]): readonly Point[] {
  const place = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const { id, area } of points) {
    const n = counts.get(area) ?? 0
    place.set(id, n)
    counts.set(area, n + 1)
  }
  return points.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

/** The named parts of good leadership that prompts are about. */
function focusAreas(library: Library, framework: string): readonly string[] {
  const { areas = [] } = library.framework(framework) ?? {}
  return areas
    .filter(
      ({ slug, type }) => type === 'focus' && promptBank(library, { framework, role: null, area: slug }).length > 1,
    )
    .map(({ slug }) => slug)
    .slice(0, mostAreas)
}

/** Twice as many weeks: a quarter of a year, and no more than the year has room for. */
const mostAreas = 8
