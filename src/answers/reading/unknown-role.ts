import type { Level } from '../../framework/schema'
import type { Token } from '../../search/danish'
import type { AskedRole } from '../question'
import type { Names } from './names'

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
  /^(forvent\w*|krav\w*|kraves|faldgrub\w*|opgave\w*|ansvar\w*|rolle\w*|skal|laver|expected|expect|pitfalls?|role)$/
const askedOf = new Set(['af', 'for', 'til', 'fra', 'hos', 'som', 'skal', 'laver', 'har', 'of', 'from', 'as', 'does'])
/** Verbs before whom is asked about: "hvad laver en astronaut", and not "hvad skal smede". */
const doing = new Set(['skal', 'laver', 'har', 'does'])
const articles = new Set(['en', 'et', 'a', 'an'])
const determiners = new Set(['min', 'mit', 'mine', 'vores', 'den', 'det', 'de', 'my', 'our', 'the'])
const mostWords = 4

/** Whom or what a text asks of that is no role known. */
export interface AskedOf {
  /** Undefined where it is a thing that a framework may speak of. */
  readonly role: AskedRole | undefined
  /** Its last word. */
  readonly head: Token | undefined
  readonly from: number
  readonly to: number
}

export interface AskedWords {
  readonly names: Names
  readonly tokens: readonly Token[]
  /** A word that the frameworks, the lexicon or leaders use. */
  readonly isWord: (token: Token) => boolean
  readonly isStopword: (token: Token) => boolean
}

/**
 * Whom or what a text asks of where no framework has the role: "hvad forventes der af en kulturagent", "… af en astronaut", "… af
 * Mette", and "… af et godt samarbejde", which is no role.
 */
export function unknownRole(asking: AskedWords): AskedOf | undefined {
  const { tokens } = asking
  if (!tokens.some((token) => frames.test(token.folded))) return undefined
  let thing: AskedOf | undefined
  for (const [at, { folded }] of tokens.entries()) {
    if (!askedOf.has(folded)) continue
    const next = tokens[at + 1]?.folded ?? ''
    const hasArticle = articles.has(next) || (!doing.has(folded) && determiners.has(next))
    const from = hasArticle ? at + 2 : at + 1
    const title = titled(asking, from)
    // "Hjælper" is a title whose word says nothing elsewhere.
    const to = Math.max(endOf(asking, from), title ? from + 1 : from)
    const isAsked = isAskedHere(asking, at, hasArticle)
    const role =
      title ??
      (to > from ? titled(asking, to - 1) : undefined) ??
      (isAsked ? strange(asking, { from, to, hasArticle }) : undefined)
    const head = tokens[to - 1]
    if (role) return { role, head, from, to }
    if (isAsked && to > from && !noTitle.test(head?.folded ?? '')) thing ??= { role, head, from, to }
  }
  return thing
}

/**
 * Whatever stands after "forventes der af" is asked of; after "oplæg til" only a title is. "Hvad skal smede" is no way of asking: after
 * such a word a role has its article.
 */
function isAskedHere({ tokens, isStopword }: AskedWords, at: number, hasArticle: boolean): boolean {
  const { folded = '' } = tokens[at] ?? {}
  if (doing.has(folded)) return hasArticle
  let frame = at - 1
  while (frame >= 0 && !asks(tokens[frame]) && isBetween(tokens[frame], isStopword)) frame--
  return asks(tokens[frame])
}

function asks(token: Token | undefined): boolean {
  return token !== undefined && frames.test(token.folded) && token.folded !== 'skal'
}

function isBetween(token: Token | undefined, isStopword: AskedWords['isStopword']): boolean {
  return token !== undefined && (isStopword(token) || /^(stilles|stiller|egentlig|typisk|mig)/.test(token.folded))
}

/** Where the words for whom is asked about end: at a function word or a stop. */
function endOf({ tokens, isStopword }: AskedWords, from: number): number {
  const clause = tokens[from]?.clause
  let to = from
  for (; to < tokens.length && to - from < mostWords; to++) {
    const token = tokens[to]
    if (!token || token.clause !== clause || isStopword(token) || /\d/.test(token.folded)) break
  }
  return to
}

/** By its last part a title, or what somebody is who leads nobody. */
function titled({ names, tokens }: AskedWords, at: number): AskedRole | undefined {
  const token = tokens[at]
  if (!token || noTitle.test(token.folded)) return undefined
  const ending = lastParts.find(([pattern]) => pattern.test(token.folded))
  if (!ending && !names.isProfession(token)) return undefined
  return { said: token.written, level: ending?.[1] ?? null, as: [], use: 'job', whose: 'unknown' }
}

interface Said {
  readonly from: number
  readonly to: number
  readonly hasArticle: boolean
}

/** Words that nothing knows: with a capital and no article somebody by name, else a role that no framework has. */
function strange({ tokens, isWord }: AskedWords, { from, to, hasArticle }: Said): AskedRole | undefined {
  const said = tokens.slice(from, to)
  if (said.every(isWord)) return undefined
  const isNamed = !hasArticle && said.some(({ written }) => /^\p{Lu}\p{Ll}/u.test(written))
  return {
    said: said.map(({ written }) => written).join(' '),
    level: null,
    as: [],
    use: 'job',
    whose: isNamed ? 'person' : 'unknown',
  }
}
