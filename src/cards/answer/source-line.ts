import type { Point } from '../../framework/library'
import { enumerate } from '../../texts'
import type { Reader } from '../kit/reader'

/** "Kontraktholder › Strategisk ledelse, punkt 3": where it stands, and the item. Titles stay Danish in both languages. */
const itemPattern = /^(.*), punkt (\d+)$/

type Sayer = Pick<Reader, 'texts' | 'locale'>

/** One source for points that stand together: "Kontraktholder › Strategisk ledelse, punkt 1–3 og 5". */
export function sourceOf(points: readonly Point[], reader: Sayer): string {
  const items = new Map<string, number[]>()
  for (const { source } of points) {
    const [, path = source, item] = itemPattern.exec(source) ?? []
    const list = items.get(path) ?? []
    if (item) list.push(Number(item))
    items.set(path, list)
  }
  return [...items].map(([path, numbers]) => withItems(path, numbers, reader)).join('; ')
}

/** The source of one point in a list that mixes municipalities: "Sorø › Mod, punkt 2". */
export function sourceWithName(name: string, point: Point, reader: Sayer): string {
  return `${name} › ${sourceOf([point], reader)}`
}

function withItems(path: string, numbers: readonly number[], { texts, locale }: Sayer): string {
  if (numbers.length === 0) return path
  const key = new Set(numbers).size === 1 ? 'source.item' : 'source.items'
  const parts = ranges(numbers)
  // Formatting a list is slow, and most are one number or one run of them.
  const items = parts.length === 1 ? String(parts[0]) : enumerate(locale, parts)
  return texts(locale, key, { path, items })
}

function ranges(numbers: readonly number[]): string[] {
  const parts: string[] = []
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  for (let i = 0; i < sorted.length; ) {
    let end = i
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end++
    if (end - i >= 2) parts.push(`${sorted[i]}–${sorted[end]}`)
    else parts.push(...sorted.slice(i, end + 1).map(String))
    i = end + 1
  }
  return parts
}
