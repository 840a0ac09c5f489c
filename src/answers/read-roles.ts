import type { Token } from '../search/danish'
import type { Match } from '../search/phrases'
import type { Names } from './names'
import type { AskedRole } from './question'
import type { RoleName } from './role-name'
import { unknownRole } from './unknown-role'

export interface RolesRead {
  readonly self: AskedRole | undefined
  readonly named: readonly AskedRole[]
  readonly relative: 'my-leader' | 'my-leaders' | undefined
  /** The text begins with a role ("IT-chef, Skanderborg. Krav til mig?"). */
  readonly isFirst: boolean
  /** Where in the text roles stand: their words are no topic. */
  readonly places: readonly { readonly from: number; readonly to: number }[]
}

type Found = Match<RoleName> & { readonly as: 'self' | 'named' | 'relative' | 'expecter' }

/** Reads which roles a text names and what it makes of each: the asker, one asked about, one's own leader, who expects. */
export function readRoles(names: Names, tokens: readonly Token[]): RolesRead {
  const words = tokens.map((token) => token.folded)
  const known = [...names.rolesIn(tokens), ...bareOrigins(names, tokens), ...bareLeading(names, words)].sort(
    (a, b) => a.from - b.from,
  )
  const found = [...known, ...(known.length > 0 ? [] : bareRoles(names, tokens))].map((match): Found => {
    const value = { ...match.value, said: saidOf(match, tokens) }
    const { leading } = names.bare
    if (leading && isUnderMe(match, words)) return { ...match, value: leading, as: 'self' }
    return { ...match, value, as: partOf(match, words) }
  })
  const asked = originFirst(
    found.filter(({ as }) => as === 'named'),
    words,
  )
  const unknown = found.length > 0 ? undefined : unknownRole(names, tokens)
  const self = withoutStaff(names, tokens) ?? found.find(({ as }) => as === 'self') ?? selfEmployed(names, tokens)
  const relatives = [...found.filter(({ as }) => as === 'relative'), ...bareRelatives(words)]
  const [relative] = relatives
  return {
    self: self && { ...self.value, whose: 'mine' },
    named: distinct([
      ...asked.map(({ value }): AskedRole => ({ ...value, whose: 'named' })),
      ...(unknown ? [unknown.role] : []),
    ]),
    relative: relative && (isMany(words[relative.to - 1] ?? '') ? 'my-leaders' : 'my-leader'),
    isFirst: found.some(({ from }) => from === 0),
    places: [...found, ...relatives, ...(unknown ? [unknown] : [])],
  }
}

const possessives = new Set(['min', 'mine', 'mit', 'vores', 'vor', 'vore', 'my', 'our'])
const qualities = new Set('egen egne narmeste ny nye nuvarende gamle tidligere dygtige overste own direct'.split(' '))
const expecting = /^(forvent|kraev|krav|onsk|forlang|expect|require|want)/
const me = new Set(['mig', 'os', 'me', 'us'])

/** "Tre teamledere under mig": who has leaders under them leads leaders. */
function isUnderMe({ from, to, value }: Match<RoleName>, words: readonly string[]): boolean {
  const isBelow = words[to] === 'under' && me.has(words[to + 1] ?? '')
  const isHad =
    words
      .slice(Math.max(0, from - 3), from)
      .join(' ')
      .match(/\b(jeg har|har jeg)( \S+)?$/) !== null
  return value.level === 'staff' && (isBelow || (isHad && isMany(words[to - 1] ?? '')))
}

function partOf({ from, to }: Match<RoleName>, words: readonly string[]): Found['as'] {
  if (isPossessed(from, words)) return 'relative'
  if (isExpecter(from, to, words)) return 'expecter'
  return isSelf(from, to, words) ? 'self' : 'named'
}

/** "Min chef", "mine egne ledere", "vores nye souschef". */
function isPossessed(from: number, words: readonly string[]): boolean {
  const at = qualities.has(words[from - 1] ?? '') ? from - 2 : from - 1
  return possessives.has(words[at] ?? '')
}

/** "Hvad forventer direktøren af mig": who expects is not who it is expected of. */
function isExpecter(from: number, to: number, words: readonly string[]): boolean {
  const after = words.slice(to, to + 4)
  const isAskedOfMe = after.some((word, i) => me.has(word) && ['af', 'fra', 'of', 'from'].includes(after[i - 1] ?? ''))
  const before = words.slice(Math.max(0, from - 3), from)
  return isAskedOfMe && [...before, ...after].some((word) => expecting.test(word) || word === 'vil')
}

const selves = new Set('jeg i im vi hej hi hey'.split(' '))
const being = new Set('er am im are blevet bliver var'.split(' '))
/** What may stand between "jeg er" and the role. */
const between = new Set(
  'en et den ny nye nyudnavnt nyansat selv lige nu netop faktisk ansat startet a an the new newly just som as blevet kun bare jo stadig ogsa'.split(
    ' ',
  ),
)

/** "Jeg er …", "som …", "… her", "i min rolle som …". */
function isSelf(from: number, to: number, words: readonly string[]): boolean {
  // Where one comes from is not where one is.
  if (words.slice(Math.max(0, from - 5), from).some((word) => word === 'fra' || word === 'from')) return false
  // "Noget, som cheferne ikke har" speaks of them.
  if (/erne$/.test(words[to - 1] ?? '')) return false
  let at = from - 1
  while (at >= 0 && between.has(words[at] ?? '')) {
    if (isAs(words[at]) && isAboutMe(at, words)) return true
    at--
  }
  const before = words[at] ?? ''
  if (being.has(before) && before !== 'var' && (at === 0 || selves.has(words[at - 1] ?? ''))) return true
  if (at < 0 && (words[to] === 'her' || words[to] === 'here' || /^sporg|^asks?/.test(words[to] ?? ''))) return true
  return words[to] === 'her' && selves.has(before)
}

function isAs(word: string | undefined): boolean {
  return word === 'som' || word === 'as'
}

/** "Som kontraktholder" speaks of the asker, unless it stands after somebody else ("en leder som …"). */
function isAboutMe(at: number, words: readonly string[]): boolean {
  const text = words.slice(0, at)
  return at === 0 || text.some((word) => /^(jeg|mig|min|mit|mine|vi|os|me|my|we|hvad|hvilke|what|which)$/.test(word))
}

/** "Min leder", "mine ledere": words that are no role by themselves. */
function bareRelatives(words: readonly string[]): { from: number; to: number }[] {
  return words.flatMap((word, from) =>
    /^(leder|ledere|lederen|overordnede?|boss|managers?|leaders?)$/.test(word) && isPossessed(from, words)
      ? [{ from: from - 1, to: from + 1 }]
      : [],
  )
}

function isMany(word: string): boolean {
  return /(ere|er|erne|s)$/.test(word) && !/(leder|chef|direktor|manager|boss)$/.test(word)
}

const origins = new Set(['fra', 'from', 'var', 'was', 'efter', 'varet', 'been'])

/** "Når jeg kommer fra leder af medarbejdere": where one comes from stands first, wherever in the sentence it is said. */
function originFirst(roles: readonly Found[], words: readonly string[]): Found[] {
  const isOrigin = ({ from }: Found) => words.slice(Math.max(0, from - 4), from).some((word) => origins.has(word))
  return [...roles.filter(isOrigin), ...roles.filter((role) => !isOrigin(role))]
}

const asking =
  /^(forvent|faldgrub|faeld|fald|krav|fejl|monst|vent|forlang|ansvar|opgave|rolle|pligt|skal|bor|turde|ryger|expect|pitfall|should|role)/
const owning = new Set('har er far fik med til om have has with about'.split(' '))
/** "Projektleder uden personaleansvar": whatever the title says, it leads nobody. */
function withoutStaff({ bare: { employee } }: Names, tokens: readonly Token[]): Found | undefined {
  const at = tokens.findIndex(
    ({ folded }, i) => folded === 'personaleansvar' && /^(uden|ingen|intet)$/.test(tokens[i - 1]?.folded ?? ''),
  )
  if (at < 0 || !employee) return undefined
  const said = tokens
    .slice(at - 1, at + 1)
    .map(({ written }) => written)
    .join(' ')
  return { value: { ...employee, said, use: 'job' }, from: at - 1, to: at + 1, as: 'self' }
}

/** "Jeg er pædagog i …": one who leads nobody. */
function selfEmployed(names: Names, tokens: readonly Token[]): Found | undefined {
  const words = tokens.map((token) => token.folded)
  const { employee } = names.bare
  const from = tokens.findIndex(
    (token, i) =>
      names.isProfession(token) && /^(er|am|im)$/.test(words[i - 1] ?? '') && /^(jeg|i)$/.test(words[i - 2] ?? ''),
  )
  return from < 0 || !employee
    ? undefined
    : { value: { ...employee, said: tokens[from]?.written ?? '', use: 'job' }, from, to: from + 1, as: 'self' }
}

/** "Fra medarbejder", "var pædagog": where one comes from, for whom it is a step up. */
function bareLeading({ bare: { leading } }: Names, words: readonly string[]): Match<RoleName>[] {
  const from = words.findIndex((word, i) => word === 'ledere' && words[i + 1] === 'under' && me.has(words[i + 2] ?? ''))
  return from < 0 || !leading ? [] : [{ value: leading, from, to: from + 1 }]
}

function bareOrigins(names: Names, tokens: readonly Token[]): Match<RoleName>[] {
  const words = tokens.map((token) => token.folded)
  const { employee, leader } = names.bare
  const from = tokens.findIndex((token, i) => {
    let at = i - 1
    while (articles.has(words[at] ?? '')) at--
    const isOrigin = /^(fra|from|var|varet|was|been)$/.test(words[at] ?? '')
    return isOrigin && (token.stem === 'medarbejd' || /^kollega/.test(token.folded) || names.isProfession(token))
  })
  if (from < 0 || !employee) return []
  const origin = { value: employee, from, to: from + 1 }
  const to = words.findIndex(
    (word, i) =>
      i > from &&
      /^(leder|manager|leader)$/.test(word) &&
      /^(til|to|er|blevet|bliver)$/.test(words[i - 1] ?? '') &&
      words[i + 1] !== 'af',
  )
  return to < 0 || !leader ? [origin] : [origin, { value: leader, from: to, to: to + 1 }]
}

const askedOf = new Set(['af', 'for', 'har', 'til', 'fra', 'hos', 'of', 'do', 'from'])
const articles = new Set([
  'en',
  'et',
  'den',
  'alle',
  'almindelig',
  'menig',
  'menige',
  'helt',
  'almindelige',
  'an',
  'the',
])
const beginnings = new Set(['bliver', 'blive', 'blevet', 'vare', 'ny', 'become', 'becoming', 'new'])

/** "Forventes af medarbejdere", "skal være leder for første gang": the bare word is the role only after such a word. */
function bareRoles(names: Names, tokens: readonly Token[]): Match<RoleName>[] {
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
  if (/^(politiker|folkevalgt)/.test(token.folded)) return politician
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

/** "Hvad skal medarbejderne" names the last word only. */
function saidOf({ from, to, value }: Match<RoleName>, tokens: readonly Token[]): string {
  const said = tokens.slice(from, to).map((token) => token.written)
  return value.level !== null && value.level !== 'employee' ? said.join(' ') : (said.at(-1) ?? '')
}

function distinct(roles: readonly AskedRole[]): AskedRole[] {
  return roles.filter((role, i) => roles.findIndex((other) => other.as.join() === role.as.join()) === i)
}
