import type { Point } from '../framework/library'
import type { Similarity } from '../search/similarity'

/** Two points count as the same demand from this likeness on: within one framework, and between two that word things apart. */
const alikeWithin = 0.45
const alikeAcross = 0.22

export interface Difference {
  readonly both: readonly (readonly [Point, Point])[]
  readonly onlyA: readonly Point[]
  readonly onlyB: readonly Point[]
}

interface Compared {
  readonly framework: string
  readonly points: readonly Point[]
}

/** Pairs each point with its likest counterpart, best pairs first, each point once. */
export function difference(similarity: Similarity, a: Compared, b: Compared): Difference {
  const threshold = a.framework === b.framework ? alikeWithin : alikeAcross
  const pairs = a.points
    .flatMap((left) =>
      b.points.map((right) => ({ left, right, likeness: left.id === right.id ? 1 : similarity(left, right) })),
    )
    .filter((pair) => pair.likeness >= threshold)
    .sort((x, y) => y.likeness - x.likeness || x.left.order - y.left.order || x.right.order - y.right.order)
  const takenA = new Set<string>()
  const takenB = new Set<string>()
  const both: [Point, Point][] = []
  for (const { left, right } of pairs) {
    if (takenA.has(left.id) || takenB.has(right.id)) continue
    takenA.add(left.id)
    takenB.add(right.id)
    both.push([left, right])
  }
  return {
    both,
    onlyA: a.points.filter((point) => !takenA.has(point.id)),
    onlyB: b.points.filter((point) => !takenB.has(point.id)),
  }
}
