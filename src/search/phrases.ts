import type { Token } from './danish'

/** A phrase found in a text: tokens `from` (inclusive) to `to` (exclusive). */
export interface Match<V> {
  readonly value: V
  readonly from: number
  readonly to: number
}

interface Node<V> {
  next: Map<string, Node<V>>
  values: V[]
}

/** Finds known phrases (one word or several) by their stems. */
export interface PhraseBook<V> {
  /** Longest phrases first taken, from left to right, no overlaps. */
  find(tokens: readonly Token[]): Match<V>[]
  /** Every phrase at every place, overlaps and all. */
  findAll(tokens: readonly Token[]): Match<V>[]
}

export function createPhraseBook<V>(entries: Iterable<readonly [phrase: readonly Token[], value: V]>): PhraseBook<V> {
  const root: Node<V> = { next: new Map(), values: [] }
  for (const [phrase, value] of entries) {
    if (phrase.length === 0) continue
    let node = root
    for (const token of phrase) {
      let next = node.next.get(token.stem)
      if (!next) {
        next = { next: new Map(), values: [] }
        node.next.set(token.stem, next)
      }
      node = next
    }
    if (!node.values.includes(value)) node.values.push(value)
  }

  function at(tokens: readonly Token[], from: number): Match<V>[] {
    const found: Match<V>[] = []
    let node: Node<V> | undefined = root
    for (let to = from; node && to < tokens.length; to++) {
      node = node.next.get(tokens[to]?.stem ?? '')
      for (const value of node?.values ?? []) found.push({ value, from, to: to + 1 })
    }
    return found
  }

  return {
    find(tokens) {
      const found: Match<V>[] = []
      for (let from = 0; from < tokens.length; ) {
        const here = at(tokens, from)
        const longest = here.at(-1)?.to
        if (longest === undefined) {
          from++
          continue
        }
        found.push(...here.filter((match) => match.to === longest))
        from = longest
      }
      return found
    },
    findAll: (tokens) => tokens.flatMap((_, from) => at(tokens, from)),
  }
}
