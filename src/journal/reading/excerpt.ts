import { cutText } from '../../text/cut-text'
import type { Mark } from './journal-search'

/** A piece of text, and whether it is what was asked for. */
export interface TextRun {
  readonly text: string
  readonly isHit: boolean
}

/** Of a text around the first hit, this much is shown. */
const mostCharacters = 240
/** How much of it may come before the hit. */
const before = 90

/** The place in a text where the words asked for stand, cut between words; the beginning where they stand only in the question. */
export function excerptOf(written: string, marks: readonly Mark[]): TextRun[] {
  const text = written.normalize('NFC')
  const [from, to] = windowOf(text, marks[0]?.from ?? 0)
  const runs: TextRun[] = []
  const push = (piece: string, isHit: boolean) => {
    const flat = piece.replace(/\s+/g, ' ')
    if (flat !== '') runs.push({ text: flat, isHit })
  }
  if (from > 0) push('… ', false)
  let at = from
  for (const mark of marks) {
    if (mark.from < at || mark.to > to) continue
    push(text.slice(at, mark.from), false)
    push(text.slice(mark.from, mark.to), true)
    at = mark.to
  }
  push(text.slice(at, to), false)
  if (to < text.length) push(' …', false)
  return runs
}

function windowOf(text: string, hit: number): [from: number, to: number] {
  if (text.length <= mostCharacters) return [0, text.length]
  const wanted = wholeFrom(text, Math.min(Math.max(0, hit - before), text.length - mostCharacters))
  const space = text.slice(0, wanted).search(/\s\S*$/)
  // From the beginning of a word, and the end likewise; a text without blanks is cut where it must be.
  const from = wanted === 0 ? 0 : wanted - space > 30 ? wanted : space + 1
  const end = wholeFrom(text, Math.min(text.length, Math.max(from + mostCharacters, hit + 20)))
  if (end === text.length) return [from, end]
  const last = text.slice(from, end).search(/\s\S*$/)
  return [from, last > mostCharacters / 2 && from + last > hit ? from + last : end]
}

/** The place before which a text can be cut, at the latest there. */
function wholeFrom(text: string, at: number): number {
  return cutText(text, at).length
}
