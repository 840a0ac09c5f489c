import { createBoundedMap } from '../bounded-map'
import { stem } from './stem'

/**
 * Danish as people type it. Everything here is pure and knows no framework.
 *
 * A word goes through four forms: as written, folded (one spelling for æ/ae/a, ø/oe/o, å/aa/a and no accents, by which words typed
 * without Danish letters are recognised), in small Danish letters, and its stem (by which "beslutning", "beslutter" and "beslutningerne" meet). The stem keeps
 * æ, ø and å: "mod" and "møde" are two words. What was typed without them is restored by whoever knows the words (`Vocabulary.correct`).
 */
export interface Token {
  readonly written: string
  readonly folded: string
  /** In small Danish letters. */
  readonly letters: string
  readonly stem: string
  /** Which part of the text it stands in, from 0: parts end at punctuation. */
  readonly clause: number
}

const word = /[\p{L}\p{N}]+(?:[.'’][\p{N}]+)*/gu
const clauseEnd = /[.,;:!?…()\n–—]|\s-\s/
/**
 * An address or the name of a file says nothing that could be searched for. Each is looked for at the start of a piece without blanks
 * only, since a look from each of its characters takes minutes for some kilobytes of "a@a@a@".
 */
const noWord =
  /^(?:(?:https?:\/\/|www\.)\S+|\S[^@\s]*@\S+\.\w+|\S+\.(?:pdf|docx?|xlsx?|pptx?|png|jpe?g|txt|csv|zip|html?)\b)/iu
const addressWithin = /\b(?:https?:\/\/|www\.)\S+/giu
/** What each of these holds: most texts are seen to hold none. */
const mayHaveNoWord = /@|:\/\/|www\.|\.(?:pdf|doc|xls|ppt|png|jpe?g|txt|csv|zip|htm)/i

/** Words of a text in order. Punctuation, emoji, marks-up, addresses and names of files are gaps; "3.0" is one word. */
export function tokenise(text: string): Token[] {
  if (plainWords.test(text)) return text.split(' ').map((written) => ({ ...analysed(written), clause: 0 }))
  const tokens: Token[] = []
  const bare = withoutAddresses(text)
  let clause = 0
  let end = 0
  for (const { 0: written, index } of bare.matchAll(word)) {
    if (tokens.length > 0 && clauseEnd.test(bare.slice(end, index))) clause++
    end = index + written.length
    const word = analysed(written)
    if (word.folded !== '') tokens.push({ ...word, clause })
  }
  return tokens
}

/** Nothing but words with a space between: most phrases of the data, and taken apart sooner. */
const plainWords = /^[a-zæøå]+(?: [a-zæøå]+)*$/

const words = createBoundedMap<string, Omit<Token, 'clause'>>(20_000)

const analysed = (written: string) => words.get(written, () => analyse(written))

function analyse(written: string): Omit<Token, 'clause'> {
  const letters = lettersOf(written)
  return { written, folded: fold(written), letters, stem: stem(letters) }
}

/** The same as written: for a caller who goes through a long text and wants each word analysed once. */
export function wordsOf(text: string): string[] {
  return withoutAddresses(text).match(word) ?? []
}

function withoutAddresses(text: string): string {
  const normal = text.normalize('NFC')
  if (!mayHaveNoWord.test(normal)) return normal
  return normal.replace(/\S+/g, (piece) => piece.replace(noWord, ' ').replace(addressWithin, ' '))
}

/** The word in small Danish letters: "Maalsætning" is "målsætning". "MED" is the committee and not the preposition. */
export function lettersOf(written: string): string {
  if (written === 'MED') return written
  const lower = written.toLowerCase()
  if (plain.test(lower)) return lower
  const letters = lower.replace(/ä/g, 'æ').replace(/ö/g, 'ø')
  const bare = danishOnly.test(letters)
    ? letters
    : letters.replace(/[^æøå]/gu, (letter) => letter.normalize('NFD').replace(/[^a-z0-9]/g, ''))
  return withoutTwoLetters(bare, { aa: 'å', ae: 'æ', oe: 'ø' })
}

/** One spelling for the ways a Danish letter is typed. */
export function fold(written: string): string {
  const lower = written.toLowerCase()
  const folded = danishFree.test(lower)
    ? lower
    : lower
        .replace(/[æåä]/g, 'a')
        .replace(/[øö]/g, 'o')
        .normalize('NFD')
        .replace(/[^a-z0-9]/g, '')
  return withoutTwoLetters(folded, { aa: 'a', ae: 'a', oe: 'o' })
}

const danishFree = /^[a-z0-9]*$/
const danishOnly = /^[a-z0-9æøå]*$/
/** No Danish letter, nor one typed as two. */
const plain = /^(?!.*(?:aa|ae|oe))[a-z0-9]*$/
/** An æ, ø or å typed as two letters, perhaps. */
const twoLetters = /ae|aa|oe/
/** A word such as "miljøet" typed "miljoet": there -et is an ending, not the second half of a letter. */
const inflected = /^.{4,}[ao]e[tnr]$/

function withoutTwoLetters(word: string, letters: Readonly<Record<'aa' | 'ae' | 'oe', string>>): string {
  let result = word
  // Most words are done here: what follows has nothing to do without one of these.
  while (twoLetters.test(result)) {
    const [, head = '', ending = ''] = inflected.test(result) ? (/^(.*)(e[tnr])$/.exec(result) ?? []) : ['', result, '']
    const next = head.replace(/aa/g, letters.aa).replace(/ae/g, letters.ae).replace(/oe/g, letters.oe) + ending
    if (next === result) break
    result = next
  }
  return result
}
