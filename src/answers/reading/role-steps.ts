import type { Token } from '../../search/danish'
import type { Match } from '../../search/phrases'
import { articles } from './articles'
import type { Names } from './names'
import type { RoleName } from './role-name'

/** "Fra medarbejder", "var pædagog": where one comes from, for whom it is a step up. */
export function bareOrigins(names: Names, tokens: readonly Token[]): Match<RoleName>[] {
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

/** In a move a role is what one comes from or what one becomes. */
export type MoveSide = 'from' | 'to'

const origins = new Set('fra from var was efter varet been hidtil tidligere forladt forlader'.split(' '))
const aims = new Set(
  'til to blive bliver blevet become becoming became ny nye nyudnavnt nyansat new starter startet begynder soger sogt'.split(
    ' ',
  ),
)
const willBe = new Set(['skal', 'skulle', 'vil', 'will', 'shall'])
const isBeing = (word: string) => word === 'vare' || word === 'be'
const farthest = 4

/** "Jeg er blevet chef og var kontraktholder før": the nearest word before a role that tells of a move. */
export function stepOf(from: number, words: readonly string[]): MoveSide | undefined {
  for (let at = from - 1; at >= Math.max(0, from - farthest); at--) {
    const word = words[at] ?? ''
    if (origins.has(word)) return 'from'
    if (aims.has(word) || (isBeing(word) && willBe.has(words[at - 1] ?? ''))) return 'to'
    if (word === 'er' || word === 'og' || word === 'and') return undefined
  }
  return undefined
}

const rank = (step: MoveSide | undefined) => (step === 'from' ? 0 : step === 'to' ? 2 : 1)

/** Where one comes from stands first and what one becomes last, wherever in the sentence each is said. */
export function inSteps<T extends { readonly step?: MoveSide | undefined }>(roles: readonly T[]): T[] {
  return [...roles].sort((a, b) => rank(a.step) - rank(b.step))
}
