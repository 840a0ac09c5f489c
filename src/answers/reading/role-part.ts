import type { Match } from '../../search/phrases'
import type { RoleName } from './role-name'

/** What a text makes of a role it names: what the asker is, one asked about, one's own leader or leaders, or who expects. */
export type RolePart = 'self' | 'named' | 'relative' | 'expecter'

export const possessives = new Set(['min', 'mine', 'mit', 'vores', 'vor', 'vore', 'my', 'our'])
const qualities = new Set('egen egne narmeste ny nye nuvarende gamle tidligere dygtige overste own direct'.split(' '))
const expecting = /^(forvent|kraev|krav|onsk|forlang|expect|require|want)/
/** Words for oneself after a preposition. */
export const me = new Set(['mig', 'os', 'me', 'us'])

/** @param words of the text, folded */
export function rolePart({ from, to }: Match<RoleName>, words: readonly string[]): RolePart {
  if (isPossessed(from, words)) return 'relative'
  if (isExpecter(from, to, words)) return 'expecter'
  return isSelf(from, to, words) ? 'self' : 'named'
}

/** "Min chef", "mine egne ledere", "vores nye souschef". */
export function isPossessed(from: number, words: readonly string[]): boolean {
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
