import type { Token } from './danish'

/** The stems of a phrase that must be met. */
export interface Content {
  readonly stems: readonly string[]
  /** All of them, one after the other. */
  readonly isExact: boolean
}

/** Function words that a verb or noun carries along without changing it. */
const carried = new Set(['at', 'sig', 'en', 'et', 'den', 'det', 'de', 'to', 'the', 'a', 'an'])

/**
 * Function words inside do not count ("give ansvar fra sig" is met by "giver mere ansvar fra mig"), except where one content word would be
 * left alone: "rum til alle" is not any "rum".
 */
export function phraseContent(tokens: readonly Token[], isStopword: (token: Token) => boolean): Content {
  const content = tokens.filter((token) => !isStopword(token))
  if (content.length > 1) return { stems: stemsOf(content), isExact: false }
  const bare = tokens.filter((token) => !carried.has(token.folded))
  return bare.length <= 1 ? { stems: stemsOf(bare), isExact: false } : { stems: stemsOf(tokens), isExact: true }
}

const stemsOf = (tokens: readonly Token[]) => tokens.map(({ stem }) => stem)
