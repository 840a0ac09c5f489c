import type { Token } from '../../search/danish'
import type { Match } from '../../search/phrases'
import { articles } from './articles'
import type { Names } from './names'
import type { RoleName } from './role-name'
import { me, possessives } from './role-part'

const asking =
  /^(forvent|faldgrub|faeld|fald|krav|fejl|monst|vent|forlang|ansvar|opgave|rolle|pligt|skal|bor|turde|ryger|expect|pitfall|should|role)/
const owning = new Set('har er far fik med til om have has with about'.split(' '))
const askedOf = new Set(['af', 'for', 'har', 'til', 'fra', 'hos', 'of', 'do', 'from'])
const beginnings = new Set(['bliver', 'blive', 'blevet', 'vare', 'ny', 'become', 'becoming', 'new'])

const electedWords =
  /^(politiker|folkevalgt|(vice)?borgmest|byrad(et|ets)?$|byradsmed|kommunalbestyrelse(n|ns)?$|kommunalbestyrelsesmed|udvalgsform)/

/** "Forventes af medarbejdere", "skal være leder for første gang": the bare word is the role only after such a word. */
export function bareRoles(names: Names, tokens: readonly Token[]): Match<RoleName>[] {
  const words = tokens.map((token) => token.folded)
  const asks = words.some((word) => asking.test(word))
  for (const [from, token] of tokens.entries()) {
    const isMeant = (asks && isAskedOf(words, from)) || isFollowing(words, from)
    const isNew = words.slice(Math.max(0, from - 2), from).some((word) => beginnings.has(word))
    const role = (isMeant ? bareRole(names, token) : undefined) ?? (isNew ? bareLeader(names, token) : undefined)
    if (role) return [{ value: { ...role, said: token.written }, from, to: from + 1 }]
  }
  return []
}

function bareRole(names: Names, token: Token): RoleName | undefined {
  const { employee, politician } = names.bare
  if (electedWords.test(token.folded)) return politician
  if (token.stem === 'medarbejd' || token.folded === 'employees') return employee
  return names.isProfession(token) && employee ? { ...employee, use: 'job' } : undefined
}

function bareLeader({ bare }: Names, { folded }: Token): RoleName | undefined {
  return /^(leder|manager|leader)$/.test(folded) ? bare.leader : undefined
}

/** "Forventes af en almindelig ansat", "hvad skal politikerne"; not "jeg har en medarbejder", "over for politikerne". */
function isAskedOf(words: readonly string[], from: number): boolean {
  let at = from - 1
  while (articles.has(words[at] ?? '')) at--
  // "Hvad kan jeg forvente af mine medarbejdere", and not "hvad skal jeg gøre for mine medarbejdere".
  if (possessives.has(words[at] ?? '') && words[at - 1] === 'af') at--
  const before = words[at] ?? ''
  if (askedOf.has(before) && !overFor(words, at + 1)) return true
  return (at < from - 1 && !owning.has(before)) || asksOf(words, from)
}

/** "Hvad skal politikerne", "er det politikerne … skal": they are to do it. */
function asksOf(words: readonly string[], at: number): boolean {
  return ['skal', 'bor', 'det', 'gor', 'os', 'should', 'do'].includes(words[at - 1] ?? '')
}

/** "Over for politikerne" is towards them. */
function overFor(words: readonly string[], at: number): boolean {
  return words[at - 1] === 'for' && words[at - 2] === 'over'
}

/** "Og medarbejderne", "hvad så med politikerne" of the turn before. */
function isFollowing(words: readonly string[], at: number): boolean {
  const before = words.slice(0, at).join(' ')
  return /^(og|og hvad med|hvad med|hvad sa med|hvad sa|and|what about)( for| af)?( de| den)?$/.test(before)
}

/** "Tre ledere under mig": the bare word is who leads leaders. */
export function bareLeading({ bare: { leading } }: Names, words: readonly string[]): Match<RoleName>[] {
  const from = words.findIndex((word, i) => word === 'ledere' && words[i + 1] === 'under' && me.has(words[i + 2] ?? ''))
  return from < 0 || !leading ? [] : [{ value: leading, from, to: from + 1 }]
}
