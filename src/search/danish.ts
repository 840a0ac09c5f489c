import { newStemmer } from 'snowball-stemmers'
import { createBoundedMap } from '../bounded-map'

/**
 * Danish as people type it. Everything here is pure and knows no framework.
 *
 * A word goes through three forms: as written, folded (one spelling for æ/ae/a, ø/oe/o, å/aa/a and no accents, so that
 * "mål", "maal" and "mal" meet), and its stem (so that "beslutning", "beslutter" and "beslutningerne" meet).
 */
export interface Token {
  readonly written: string
  readonly folded: string
  readonly stem: string
}

const word = /[\p{L}\p{N}]+(?:[.'’][\p{N}]+)*/gu

/** Words of a text in order. Punctuation, emoji and marks-up are gaps; "3.0" is one word. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const written of wordsOf(text)) {
    const folded = fold(written)
    if (folded !== '') tokens.push({ written, folded, stem: stem(folded) })
  }
  return tokens
}

/** The same as written: for a caller who goes through a long text and wants each word analysed once. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(word) ?? []
}

/** One spelling for the ways a Danish letter is typed. Merges a few real pairs (vaere/vare), which a search can bear. */
export function fold(written: string): string {
  const lower = written.toLowerCase()
  let folded = plain.test(lower)
    ? lower
    : lower
        .replace(/[æåä]/g, 'a')
        .replace(/[øö]/g, 'o')
        .normalize('NFD')
        .replace(/[^a-z0-9]/g, '')
  // Most words are done here: what follows has nothing to do without one of these.
  while (twoLetters.test(folded)) {
    const [, head = '', ending = ''] = inflected.test(folded) ? (/^(.*)(e[tnr])$/.exec(folded) ?? []) : ['', folded, '']
    const next = head.replace(/ae|aa/g, 'a').replace(/oe/g, 'o') + ending
    if (next === folded) break
    folded = next
  }
  return folded
}

const plain = /^[a-z0-9]*$/
/** An æ, ø or å typed as two letters, perhaps. */
const twoLetters = /ae|aa|oe/

/** A word such as "miljøet" typed "miljoet": there -et is an ending, not the second half of a letter. */
const inflected = /^.{4,}[ao]e[tnr]$/

const danish = newStemmer('danish')
const stems = createBoundedMap<string, string>(50_000)

/**
 * The stem of a folded word. Snowball's Danish stemmer takes inflections; the second step takes the endings that make
 * nouns of verbs (-ing, -ning, -ering, -ation), which Snowball leaves and which a question and a point often differ by.
 */
export function stem(folded: string): string {
  return stems.get(folded, () => withoutNounEnding(danish.stem(folded)))
}

const nounEndings = ['ering', 'ation', 'ning', 'ing', 'ion']
const shortestStem = 4

function withoutNounEnding(stemmed: string): string {
  const ending = nounEndings.find((candidate) => stemmed.endsWith(candidate))
  if (!ending || stemmed.length - ending.length < shortestStem) return stemmed
  const rest = stemmed.slice(0, -ending.length)
  return /([^aeiouy])\1$/.test(rest) ? rest.slice(0, -1) : rest
}

/** Letters changed, left out, added or swapped between two words, counted up to `limit` + 1 (optimal string alignment). */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, at(before, j - 2) + 1)
      current.push(value)
      if (value < best) best = value
    }
    if (best > limit) return limit + 1
    before = previous
    previous = current
  }
  return Math.min(at(previous, b.length), limit + 1)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
