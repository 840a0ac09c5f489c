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
 * @returns ids of prompts, fewer than twelve rather than one too often; undefined where the framework has too little for the role
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
  const textOf = (id: string) => library.prompt(id)?.text ?? id
  const n = onceEach(promptsOf(inAreasByTurn(news)), textOf)
  if (n.length < 3) return undefined
  // One prompt may be about a pitfall and about what is new: it is asked as what is new.
  const taken = new Set(n.map(textOf))
  const p = onceEach(promptsOf(own.filter(isPitfall)), textOf).filter((id) => !taken.has(textOf(id)))
  return weekByWeek({ n, p })
}

/** So many weeks lie between a question and its coming again; it does so once at most. */
const weeksApart = 4

/** The series by its places; where a list is short, whatever else may be asked that week, and where nothing may, it ends. */
function weekByWeek({ n, p }: { readonly n: readonly string[]; readonly p: readonly string[] }): string[] {
  const asked: string[] = []
  const mayBeAsked = (id: string) => {
    const weeks = asked.flatMap((each, week) => (each === id ? week : []))
    return weeks.length === 0 || (weeks.length === 1 && asked.length - (weeks[0] ?? 0) >= weeksApart)
  }
  for (const place of places) {
    const wished = (place.startsWith('n') ? n : p)[Number(place.slice(1))]
    const unasked = [...n, ...p].find((id) => !asked.includes(id))
    const next = [wished, unasked, ...asked].find((id) => id !== undefined && mayBeAsked(id))
    if (next === undefined) break
    asked.push(next)
  }
  return asked
}

function onceEach(ids: readonly string[], textOf: (id: string) => string): string[] {
  const texts = ids.map(textOf)
  return ids.filter((id, i) => texts.indexOf(textOf(id)) === i)
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
