import { foldWord } from './spoken'

/** What a word must be: a word itself, the beginning of one (`ryst*`) or one of a named group (`<kin>`). */
export type Key = string

/** One step of an expression. `gap`: up to so many words between. `start`, `end`: a pause or a joining word. */
export type ExpressionStep =
  | { readonly kind: 'word'; readonly keys: readonly Key[]; readonly isOptional: boolean }
  | { readonly kind: 'without'; readonly keys: readonly Key[] }
  | { readonly kind: 'gap'; readonly most: number; readonly isAcross: boolean }
  | { readonly kind: 'start' | 'end' }

const gaps: Readonly<Record<string, number>> = { _: 1, '..': 3, '...': 6, '/': 8 }

/**
 * Reads one line of `data/care/`: words in order; `a|b` either, `x?` perhaps, `x*` its beginning, `<group>`, `!x` not this one next,
 * `_` `..` `...` up to one, three or six words, `/` up to eight and perhaps the end of a sentence, `^` and `$` a pause or joining word.
 */
export function readExpression(line: string): readonly ExpressionStep[] {
  return line.split(/\s+/).map((part): ExpressionStep => {
    const most = gaps[part]
    if (most !== undefined) return { kind: 'gap', most, isAcross: part === '/' }
    if (part === '^') return { kind: 'start' }
    if (part === '$') return { kind: 'end' }
    if (part.startsWith('!')) return { kind: 'without', keys: keysOf(part.slice(1)) }
    const isOptional = part.endsWith('?')
    return { kind: 'word', keys: keysOf(isOptional ? part.slice(0, -1) : part), isOptional }
  })
}

function keysOf(part: string): Key[] {
  return part.split('|').map(keyOf)
}

export function keyOf(word: string): Key {
  if (word.startsWith('<')) return word
  if (word === '\\?') return '?'
  return word.endsWith('*') ? `${foldWord(word.slice(0, -1))}*` : foldWord(word)
}
