import { mostCharactersRead } from './spoken'

/** No run of sentences has more words than this, and a longer sentence is cut into overlapping pieces of as many. */
const mostWords = 20
/** A sentence of fewer words, such as a greeting, goes together with the next. */
const fewestWords = 4

const sentenceEnd = /(?<=[.!?…;])\s+|\n+/

/**
 * The passages of a text that can be read by themselves: as many whole sentences next to each other as are not too many words, and of a
 * sentence that is too long by itself, such as a dictated one, pieces of which each begins in the middle of the one before.
 */
export function passagesOf(text: string): string[] {
  const sentences = sentencesOf(text)
  const passages: string[] = []
  let end = 0
  sentences.forEach((sentence, at) => {
    if (sentence.length > mostWords) passages.push(...piecesOf(sentence))
    const to = endOfRun(sentences, at)
    // A run that ends where the one before ended is a part of it.
    if (to > end) passages.push(sentences.slice(at, to).flat().join(' '))
    end = Math.max(end, to)
  })
  return passages
}

/** Each as its words, short ones together with the next. */
function sentencesOf(text: string): string[][] {
  const sentences: string[][] = []
  for (const sentence of text.slice(0, mostCharactersRead).split(sentenceEnd)) {
    const words = sentence.split(/\s+/).filter((word) => word !== '')
    const last = sentences.at(-1)
    if (last && last.length < fewestWords && last.length + words.length <= mostWords) last.push(...words)
    else if (words.length > 0) sentences.push(words)
  }
  return sentences
}

/** The place after the last sentence that fits into a run from `at` on; `at` itself where the first does not. */
function endOfRun(sentences: readonly (readonly string[])[], at: number): number {
  let words = 0
  let to = at
  for (const { length } of sentences.slice(at, at + mostWords)) {
    words += length
    if (words > mostWords) break
    to += 1
  }
  return to
}

function piecesOf(words: readonly string[]): string[] {
  const step = mostWords / 2
  const starts = Array.from({ length: Math.ceil(words.length / step) - 1 }, (_, piece) => piece * step)
  return starts.map((from) => words.slice(from, from + mostWords).join(' '))
}
