import { fold, type Token } from '../../search/danish'
import type { Match } from '../../search/phrases'
import type { Names } from './names'

/** Municipalities whose names are everyday words as well: only a capital inside the sentence or "kommune" beside means them. */
const everyday = new Set(['vejen', 'lejre', 'koge', 'skive', 'greve', 'varde', 'struer', 'nyborg', 'faxe', 'ringsted'])

/** The municipalities that a text means whose framework is not here. @param tokens as written, not corrected */
export function unknownMunicipalities(names: Names, tokens: readonly Token[]): Match<string>[] {
  const isNamed = ({ from, to, value }: Match<string>) => {
    const token = tokens[from]
    if (!token || to - from > 1) return true
    // "På vej", "veje": the stem is the name's, the word is not.
    const [name, said] = [fold(value), fold(token.written)]
    if (said !== name && said !== `${name}s`) return false
    if (!everyday.has(name)) return true
    const isBeside = [tokens[from - 1], tokens[to]].some((near) => /^kommune/.test(near?.folded ?? ''))
    const isGenitive = said === `${name}s`
    return isBeside || (/^\p{Lu}/u.test(token.written) && (from > 0 || isGenitive))
  }
  return names.unknown.find(tokens).filter(isNamed)
}
