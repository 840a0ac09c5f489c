import type { Level } from '../framework/schema'
import type { Token } from '../search/danish'
import type { Names } from './names'
import type { AskedRole } from './question'

/** The last part of a title tells what kind of leader it is; `null`: one who leads nobody, or cannot be told. */
const lastParts: readonly (readonly [RegExp, Level | null])[] = [
  [/(direktor)(en|er|erne|s)?$/, 'top'],
  [/(chef)(en|er|erne|s)?$/, 'area'],
  [/(leder|inspektor|forstander|bestyrer|formand|mester)(en|e|ne|s)?$/, 'staff'],
  [
    /(koordinator|konsulent|ansvarlig|assistent|tekniker|vejleder|terapeut|radgiver|sekretar|medarbejder|hjalper|vagt|mand|kone|jomfru)(en|er|erne|e|s)?$/,
    null,
  ],
]
/** Words with such an end that are no title. */
const noTitle =
  /^(leder|ledere|lederen|lederne|chef|medarbejder\w*|samarbejd\w*|formand|mester|vagt|mand|kone|hele|ansvarlig|vejleder)$/
const frames =
  /^(forvent\w*|krav\w*|kraves|faldgrub\w*|opgave\w*|ansvar\w*|rolle\w*|skal|expected|expect|pitfalls?|role)$/
const askedOf = new Set(['af', 'for', 'til', 'fra', 'hos', 'som', 'skal', 'of', 'from', 'as'])
const articles = new Set(['en', 'et', 'a', 'an'])

/** A role that no framework knows, where one is asked about: "hvad forventes der af en kulturagent". */
export function unknownRole(
  names: Names,
  tokens: readonly Token[],
): { readonly role: AskedRole; readonly from: number; readonly to: number } | undefined {
  const asks = tokens.some((token) => frames.test(token.folded))
  if (!asks) return undefined
  for (const [from, token] of tokens.entries()) {
    const { folded } = token
    const hasArticle = articles.has(tokens[from - 1]?.folded ?? '')
    const at = hasArticle ? from - 2 : from - 1
    if (!askedOf.has(tokens[at]?.folded ?? '') || noTitle.test(folded)) continue
    const ending = lastParts.find(([pattern]) => pattern.test(folded))
    if (!ending && !names.isProfession(token)) continue
    const level = ending?.[1] ?? null
    return { role: { said: token.written, level, as: [], use: 'job', whose: 'unknown' }, from, to: from + 1 }
  }
  return undefined
}
