import { createBoundedMap } from '../bounded-map'
import type { Care, CareWords } from './care-words'
import { createDangerSpeller } from './danger-speller'
import type { ExpressionStep, Key } from './expression'
import { createExpressionBook, type Row, type Sighting } from './expression-book'
import { spokenIn } from './spoken'
import { createWordKeys } from './word-keys'

/** What an expression says: something of danger, of what a sentence is about instead, or that it is not so bad. */
export type Meaning =
  | { readonly kind: 'danger'; readonly family: string; readonly about: Care; readonly points: number }
  | { readonly kind: 'context'; readonly name: string; readonly less: number; readonly isOfText: boolean }
  | { readonly kind: 'calm' }

export interface Dangers {
  readonly row: Row
  readonly found: readonly Sighting<Meaning>[]
}

const strengths = { sure: 5, clear: 2, sign: 1 } as const
/** Bounds the memory that a stream of nonsense words can take. */
const mostRemembered = 10_000

/**
 * Finds what a message says of danger, in one spelling and without its figures of speech.
 * @param familiar words that are spelled right, whatever word of danger they are near
 */
export function createDangerFinder(words: CareWords, familiar: () => Iterable<string>): (text: string) => Dangers {
  const meanings = meaningsOf(words)
  const { idioms } = words.harmless
  const literal = keysIn([...meanings.map(({ steps }) => steps), ...idioms])
  const keysOf = createWordKeys(words.groups, literal)
  const spell = createDangerSpeller(words, () => [...words.familiar, ...familiar()])
  const findIdioms = createExpressionBook(idioms.map((steps) => ({ steps, value: true })))
  const findMeanings = createExpressionBook(meanings)

  const remembered = createBoundedMap<string, ReadonlySet<Key>>(mostRemembered)
  const analyse = (word: string) =>
    remembered.get(word, () => new Set(keysOf(spell(word, (typed) => literal.has(typed) || keysOf(typed).length > 1))))

  return (text) => {
    const { words: typed, gaps } = spokenIn(text)
    const keys = typed.map(analyse)
    const row = { keys, gaps, joins: having(keys, '<joint>'), fillers: having(keys, '<filler>') }
    const plain = withoutIdioms(row, findIdioms(row))
    return { row: plain, found: findMeanings(plain) }
  }
}

function having(row: readonly ReadonlySet<Key>[], group: Key): boolean[] {
  return row.map((keys) => keys.has(group))
}

function meaningsOf({ families, harmless }: CareWords): { steps: readonly ExpressionStep[]; value: Meaning }[] {
  const dangers = Object.entries(families).flatMap(([family, { about, ...said }]) =>
    (['sure', 'clear', 'sign'] as const).flatMap((strength) =>
      said[strength].map((steps) => ({
        steps,
        value: { kind: 'danger' as const, family, about, points: strengths[strength] },
      })),
    ),
  )
  const contexts = Object.entries(harmless.contexts).flatMap(([name, { less, reach, said }]) =>
    said.map((steps) => ({ steps, value: { kind: 'context' as const, name, less, isOfText: reach === 'text' } })),
  )
  const calm = harmless.calm.map((steps) => ({ steps, value: { kind: 'calm' as const } }))
  return [...dangers, ...contexts, ...calm]
}

function keysIn(expressions: readonly (readonly ExpressionStep[])[]): ReadonlySet<Key> {
  const keys = new Set<Key>()
  for (const steps of expressions)
    for (const step of steps) if ('keys' in step) for (const key of step.keys) keys.add(key)
  return keys
}

function withoutIdioms(row: Row, found: readonly Sighting<boolean>[]): Row {
  if (found.length === 0) return row
  const masked = new Set<number>()
  for (const { from, to } of found) for (let at = from; at < to; at++) masked.add(at)
  return { ...row, keys: row.keys.map((keys, at) => (masked.has(at) ? nothing : keys)) }
}

const nothing: ReadonlySet<Key> = new Set()
