import { type Token, tokenise } from '../../search/danish'
import type { Lexicon } from '../../search/lexicon'
import { createPhraseBook } from '../../search/phrases'

/**
 * Finds the command that a text means by the words in it: one of each group of a way of saying it, in whatever order and
 * grammar, in a text of few words. The lexicon's order decides between two.
 */
export type GroupReader = (tokens: readonly Token[]) => string | undefined

/** Which way of saying, and which of its groups a phrase belongs to. */
interface Place {
  readonly way: number
  readonly group: number
}

/** The group of the words that a text must not have. */
const excluded = -1

export function createGroupReader(lexicon: Lexicon): GroupReader {
  const ways = Object.entries(lexicon.commands).flatMap(([name, { said }]) => said.map((way) => ({ name, ...way })))
  const most = Math.max(0, ...ways.map(({ words }) => words))
  const book = createPhraseBook<Place>(
    ways.flatMap(({ of, not }, way) => [
      ...of.flatMap((phrases, group) => phrases.map((phrase) => [asSaid(tokenise(phrase)), { way, group }] as const)),
      ...not.map((phrase) => [asSaid(tokenise(phrase)), { way, group: excluded }] as const),
    ]),
  )

  return (tokens) => {
    if (tokens.length > most) return undefined
    const found = ways.map(() => new Set<number>())
    for (const { value } of book.findAll(asSaid(tokens))) found[value.way]?.add(value.group)
    return ways.find(({ of, words }, way) => {
      const groups = found[way]
      return tokens.length <= words && groups?.size === of.length && !groups.has(excluded)
    })?.name
  }
}

/** By the word and not by its stem: "slet" asks for something and "jeg sletter" tells of it. */
function asSaid(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => ({ ...token, stem: token.folded }))
}
