import { difference } from '../../answers/difference'
import type { Knowledge } from '../../answers/knowledge'
import type { Library, Point } from '../../framework/library'
import { allLeaders } from '../../framework/schema'

/**
 * Twelve weeks in a new role, by places in the two lists: what is new comes first, the pitfalls in between, and what was asked comes
 * once more some weeks later, when there is something to look back on.
 */
const places = ['n0', 'n1', 'p0', 'n2', 'n3', 'p1', 'n0', 'n4', 'p0', 'n5', 'n1', 'p1'] as const

/**
 * What a leader is asked in their first twelve weeks in a role, week by week. Pure.
 * @param from the role they come from; null: none of leaders, or none that the framework knows
 * @returns ids of prompts; undefined where the framework has too little for the role
 */
export function twelveWeeks(
  { library, similarity }: Pick<Knowledge, 'library' | 'similarity'>,
  framework: string,
  from: string | null,
  to: string,
): string[] | undefined {
  // Where one profile is for all leaders, nothing in it is new to who was one already: they go through it from the beginning.
  const isCommon = library.framework(framework)?.profile === 'common'
  const role = isCommon && library.role(framework, to) ? allLeaders : to
  const own = library.select({ framework, role })
  const before = from === null || isCommon ? [] : library.select({ framework, role: from })
  const { onlyB, both } = difference(similarity, { framework, points: before }, { framework, points: own })
  const isPitfall = ({ kind }: Point) => kind === 'pitfall'
  // What is asked of both roles fills up where little is new.
  const news = [...onlyB, ...both.map(([, point]) => point)].filter((point) => !isPitfall(point))
  const promptsOf = (points: readonly Point[]) => [
    ...new Set(points.flatMap((point) => promptForRole(library, framework, role, point) ?? [])),
  ]
  const lists = { n: promptsOf(inAreasByTurn(news)), p: promptsOf(own.filter(isPitfall)) }
  if (lists.n.length < 3) return undefined
  return places.flatMap((place) => {
    const list = place.startsWith('n') || lists.p.length === 0 ? lists.n : lists.p
    return list[Number(place.slice(1)) % list.length] ?? []
  })
}

/** The first prompt on a point that is written for the role. */
export function promptForRole(library: Library, framework: string, role: string, { id }: Point): string | undefined {
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
