import type { Token } from '../../search/danish'
import type { Match } from '../../search/phrases'
import type { Names } from './names'
import type { RoleName } from './role-name'

/** "Projektleder uden personaleansvar": whatever the title says, it leads nobody. */
export function withoutStaff({ bare: { employee } }: Names, tokens: readonly Token[]): Match<RoleName> | undefined {
  const at = tokens.findIndex(
    ({ folded }, i) => folded === 'personaleansvar' && /^(uden|ingen|intet)$/.test(tokens[i - 1]?.folded ?? ''),
  )
  if (at < 0 || !employee) return undefined
  const said = tokens
    .slice(at - 1, at + 1)
    .map(({ written }) => written)
    .join(' ')
  return { value: { ...employee, said, use: 'job' }, from: at - 1, to: at + 1 }
}

/** "Jeg er pædagog i …": one who leads nobody. */
export function selfEmployed(names: Names, tokens: readonly Token[]): Match<RoleName> | undefined {
  const words = tokens.map((token) => token.folded)
  const { employee } = names.bare
  const from = tokens.findIndex(
    (token, i) =>
      names.isProfession(token) && /^(er|am|im)$/.test(words[i - 1] ?? '') && /^(jeg|i)$/.test(words[i - 2] ?? ''),
  )
  return from < 0 || !employee
    ? undefined
    : { value: { ...employee, said: tokens[from]?.written ?? '', use: 'job' }, from, to: from + 1 }
}
