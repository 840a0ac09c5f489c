import type { ExpressionStep, Key } from './expression'
import type { Gap } from './spoken'

/** A message ready to be compared: for each word its keys, what stands before it, whether it joins clauses or only fills. */
export interface Row {
  readonly keys: readonly ReadonlySet<Key>[]
  readonly gaps: readonly Gap[]
  readonly joins: readonly boolean[]
  /** Words that may stand anywhere without a change of meaning: "kan bare ikke mere", "orker jeg ikke mere". */
  readonly fillers: readonly boolean[]
}

/** An expression found from one word (inclusive) to another (exclusive). */
export interface Sighting<V> {
  readonly value: V
  readonly from: number
  readonly to: number
}

export interface Entry<V> {
  readonly steps: readonly ExpressionStep[]
  readonly value: V
}

/** Finds every expression in a message. An expression is looked for only where its rarest word stands in it, and each other one too. */
export function createExpressionBook<V>(entries: readonly Entry<V>[]): (row: Row) => Sighting<V>[] {
  const indexed = entries.map(({ steps, value }): Indexed<V> => ({ steps, value, needed: neededKeys(steps) }))
  const uses = new Map<Key, number>()
  for (const { needed } of indexed)
    for (const keys of needed) for (const key of keys) uses.set(key, (uses.get(key) ?? 0) + 1)
  const byRarest = new Map<Key, Indexed<V>[]>()
  for (const entry of indexed) {
    for (const key of new Set(rarestOf(entry.needed, uses))) {
      const list = byRarest.get(key)
      if (list) list.push(entry)
      else byRarest.set(key, [entry])
    }
  }
  return (row) => {
    const places = placesOf(row)
    const candidates = new Set<Indexed<V>>()
    for (const key of places.keys())
      for (const entry of byRarest.get(key) ?? [])
        if (entry.needed.every((keys) => keys.some((other) => places.has(other)))) candidates.add(entry)
    const found: Sighting<V>[] = []
    for (const { steps, value } of candidates)
      for (const from of new Set(firstKeys(steps).flatMap((key) => places.get(key) ?? []))) {
        const to = endOf({ row, steps, first: from }, 0, from)
        if (to !== undefined) found.push({ value, from, to })
      }
    return found
  }
}

/** Where each key stands. */
function placesOf({ keys }: Row): ReadonlyMap<Key, readonly number[]> {
  const places = new Map<Key, number[]>()
  keys.forEach((here, at) => {
    for (const key of here) {
      const known = places.get(key)
      if (known) known.push(at)
      else places.set(key, [at])
    }
  })
  return places
}

interface Indexed<V> extends Entry<V> {
  /** A text that lacks one of these cannot hold the expression. */
  readonly needed: readonly (readonly Key[])[]
}

function rarestOf(needed: Indexed<unknown>['needed'], uses: ReadonlyMap<Key, number>): readonly Key[] {
  let rarest: readonly Key[] = []
  let fewest = Number.POSITIVE_INFINITY
  for (const keys of needed) {
    let sum = 0
    for (const key of keys) sum += uses.get(key) ?? 0
    if (sum >= fewest) continue
    fewest = sum
    rarest = keys
  }
  return rarest
}

function neededKeys(steps: readonly ExpressionStep[]): (readonly Key[])[] {
  const needed: (readonly Key[])[] = []
  for (const step of steps) if (step.kind === 'word' && !step.isOptional) needed.push(step.keys)
  return needed
}

/** Up to the first word that must be there, which the data's schema asks for. */
function firstKeys(steps: readonly ExpressionStep[]): Key[] {
  const keys: Key[] = []
  for (const step of steps) {
    if (step.kind !== 'word') continue
    keys.push(...step.keys)
    if (!step.isOptional) break
  }
  return keys
}

function hasAny(present: ReadonlySet<Key>, keys: readonly Key[]): boolean {
  return keys.some((key) => present.has(key))
}

/** A place in a message where an expression is being tried. */
interface Try {
  readonly row: Row
  readonly steps: readonly ExpressionStep[]
  /** The word that the expression began with; a pause before it does not matter. */
  readonly first: number
}

/** Where the steps from `step` on end when they begin at word `at`; undefined where they do not fit. */
function endOf(tried: Try, step: number, at: number): number | undefined {
  const current = tried.steps[step]
  if (!current) return at
  const next = () => endOf(tried, step + 1, at)
  switch (current.kind) {
    case 'start':
      return isPause(tried.row, at) || tried.row.joins[at - 1] ? next() : undefined
    case 'end':
      return isPause(tried.row, at) || tried.row.joins[at] ? next() : undefined
    case 'without':
      return hasAny(tried.row.keys[at] ?? none, current.keys) ? undefined : next()
    case 'gap':
      return afterGap(tried, step, at, current)
    case 'word':
      return afterWord(tried, step, at, current)
  }
}

function afterGap(
  tried: Try,
  step: number,
  at: number,
  { most, isAcross }: ExpressionStep & { readonly kind: 'gap' },
): number | undefined {
  for (let place = at; place <= at + most; place++) {
    const end = endOf(isAcross ? { ...tried, first: place } : tried, step + 1, place)
    if (end !== undefined) return end
    if (place >= tried.row.keys.length || (!isAcross && isCut(tried, place))) return undefined
  }
  return undefined
}

function afterWord(
  tried: Try,
  step: number,
  at: number,
  { keys, isOptional }: ExpressionStep & { readonly kind: 'word' },
): number | undefined {
  const isCutOff = isCut(tried, at)
  const isHere = !isCutOff && hasAny(tried.row.keys[at] ?? none, keys)
  const end = isHere ? endOf(tried, step + 1, at + 1) : undefined
  if (end !== undefined) return end
  if (isOptional) return endOf(tried, step + 1, at)
  return at > tried.first && !isCutOff && tried.row.fillers[at] ? endOf(tried, step, at + 1) : undefined
}

const none: ReadonlySet<Key> = new Set()

function isPause(row: Row, at: number): boolean {
  return at >= row.keys.length || row.gaps[at] !== 'none'
}

/** Whether the message or the sentence is over before this word. */
function isCut({ row, first }: Try, at: number): boolean {
  return at >= row.keys.length || (at > first && row.gaps[at] === 'stop')
}
