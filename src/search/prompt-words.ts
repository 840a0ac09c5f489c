import { type Token, tokenise } from './danish'
import { isLookalike } from './lookalikes'
import type { Vocabulary } from './vocabulary'

export interface Word {
  readonly stem: string
  /** The stem in real Danish letters: "mod" and "møde" have one stem. */
  readonly letters: string
  /** Stems of the parts of a compound. */
  readonly parts: readonly string[]
  /** A word such as "svære", which counts within a phrase only. */
  readonly isFunction: boolean
}

/** A text in words, as far as it can be asked for by topic. */
export function promptWords(vocabulary: Vocabulary, text: string): Word[] {
  const tokens = tokenise(text)
  return tokens
    .filter((_, i) => !isLookalike(tokens, i))
    .map((token) => ({
      ...(said.has(token.folded) ? { stem: 'sig', letters: 'sig' } : { stem: token.stem, letters: lettersOf(token) }),
      parts: vocabulary.terms(token.written).flatMap(({ stem, as }) => (as === 'word' ? [] : [stem])),
      isFunction: vocabulary.isStopword(token),
    }))
}

/** The verb that idioms are made of ("sagt nej", "sagde fra"), and the only irregular one among them. */
const said = new Set(['sagt', 'sagde'])

/** As much of a word as its stem is long, with the letters it is written with. */
export function lettersOf({ written, stem }: Token): string {
  return written.toLowerCase().slice(0, stem.length)
}
