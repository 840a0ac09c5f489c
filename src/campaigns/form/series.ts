import { difference } from '../../answers/difference'
import type { Knowledge } from '../../answers/knowledge'
import type { Library } from '../../framework/library'
import { promptBank } from '../../prompts/choosing/prompt-bank'
import { promptForRole, twelveWeeks } from '../../prompts/choosing/twelve-weeks'
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

function newInRole(known: Known, framework: string, from: string | null, to: string): Series | undefined {
  const promptIds = twelveWeeks(known, framework, from, to)
  return promptIds && { plan: { kind: 'chosen', promptIds }, weeks: promptIds.length, roles: [to] }
}

const mostPairs = 8

/** What one role does, and what the other does about the same: both are asked in the same week, each about their own side. */
function twoSides({ library, similarity }: Known, framework: string, a: string, b: string): Series | undefined {
  const sideOf = (role: string) =>
    library
      .select({ framework, role })
      .filter((point) => point.kind !== 'pitfall' && promptForRole(library, framework, role, point))
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
    const [first, second] = [promptForRole(library, framework, a, one), promptForRole(library, framework, b, other)]
    return first && second ? [{ [a]: first, [b]: second }] : []
  })
  return turns.length < 3 ? undefined : { plan: { kind: 'byRole', turns }, weeks: turns.length, roles: [a, b] }
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
