import type { Token } from '../search/danish'
import type { Match } from '../search/phrases'
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

const origins = new Set(['fra', 'from', 'var', 'was', 'efter', 'varet', 'been'])

/** "Når jeg kommer fra leder af medarbejdere": where one comes from stands first, wherever in the sentence it is said. */
export function originFirst<T extends { readonly from: number }>(roles: readonly T[], words: readonly string[]): T[] {
  const isOrigin = ({ from }: T) => words.slice(Math.max(0, from - 4), from).some((word) => origins.has(word))
  return [...roles.filter(isOrigin), ...roles.filter((role) => !isOrigin(role))]
}
