import type { Point } from '../framework/library'

/** "Kontraktholder › Strategisk ledelse, punkt 3": where it stands, and the item. Sources stay Danish in both languages. */
const itemPattern = /^(.*), punkt (\d+)$/

/** One source for points that stand together: "Kontraktholder › Strategisk ledelse, punkt 1–3 og 5". */
export function sourceOf(points: readonly Point[]): string {
  const items = new Map<string, number[]>()
  for (const { source } of points) {
    const [, path = source, item] = itemPattern.exec(source) ?? []
    const list = items.get(path) ?? []
    if (item) list.push(Number(item))
    items.set(path, list)
  }
  return [...items]
    .map(([path, numbers]) => (numbers.length > 0 ? `${path}, punkt ${ranges(numbers)}` : path))
    .join('; ')
}

/** The source of one point in a list that mixes municipalities: "Sorø › Mod, punkt 2". */
export function sourceWithName(name: string, point: Point): string {
  return `${name} › ${point.source}`
}

function ranges(numbers: readonly number[]): string {
  const parts: string[] = []
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  for (let i = 0; i < sorted.length; ) {
    let end = i
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end++
    if (end - i >= 2) parts.push(`${sorted[i]}–${sorted[end]}`)
    else parts.push(...sorted.slice(i, end + 1).map(String))
    i = end + 1
  }
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} og ${parts.at(-1)}`
}
