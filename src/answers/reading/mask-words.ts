import type { Token } from '../../search/danish'
import type { Examples } from './examples'

interface Span {
  readonly from: number
  readonly to: number
}

const topic = 'EMNE'
const number =
  /^(\d{1,2}|forste|anden|andet|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende|sidste|first|second|third|fourth|fifth|last)$/

/** The words of a text as example lines have them: slots by their names, words that no example has as the topic. */
export function maskWords(
  tokens: readonly Token[],
  slots: Readonly<Record<string, readonly Span[]>>,
  { isKnown }: Pick<Examples, 'isKnown'>,
): string[] {
  const starts = startsOf(slots)
  const masked: string[] = []
  for (let i = 0; i < tokens.length; ) {
    const start = starts.get(i)
    const token = tokens[i]
    const word =
      start?.slot ?? (number.test(token?.folded ?? '') ? 'TAL' : token && isKnown(token.stem) ? token.stem : topic)
    if (word !== topic || masked.at(-1) !== topic) masked.push(word)
    i = start ? start.to : i + 1
  }
  return masked
}

/** The words of a text in one spelling, slots in the place of names. */
export function slotWords(tokens: readonly Token[], slots: Readonly<Record<string, readonly Span[]>>): string[] {
  const starts = startsOf(slots)
  const words: string[] = []
  for (let i = 0; i < tokens.length; ) {
    const start = starts.get(i)
    words.push(start?.slot ?? tokens[i]?.folded ?? '')
    i = start ? start.to : i + 1
  }
  return words
}

function startsOf(slots: Readonly<Record<string, readonly Span[]>>): Map<number, { slot: string; to: number }> {
  const starts = new Map<number, { slot: string; to: number }>()
  // A span of nothing would be met again and again.
  for (const [slot, spans] of Object.entries(slots))
    for (const { from, to } of spans) if (to > from && !starts.has(from)) starts.set(from, { slot, to })
  return starts
}
