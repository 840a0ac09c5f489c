import { type Key, keyOf } from './expression'

/** Tells for a word every key it answers to: itself, known beginnings of it, and the groups that hold either. */
export type WordKeys = (word: string) => readonly Key[]

/**
 * @param groups name -> words, beginnings (`ryst*`) and other groups (`<kin>`)
 * @param beginnings keys of the form `ryst*` that expressions use beside the groups
 */
export function createWordKeys(
  groups: Readonly<Record<string, readonly string[]>>,
  beginnings: Iterable<Key>,
): WordKeys {
  const byKey = new Map<Key, Key[]>()
  for (const key of beginnings) if (key.endsWith('*')) byKey.set(key, [key])
  for (const name of Object.keys(groups))
    for (const member of members(groups, name)) {
      const known = byKey.get(member)
      if (known) known.push(`<${name}>`)
      else byKey.set(member, member.endsWith('*') ? [member, `<${name}>`] : [`<${name}>`])
    }
  const longest = Math.max(0, ...[...byKey.keys()].map(({ length }) => length))
  return (word) => {
    const keys = [word, ...(byKey.get(word) ?? [])]
    for (let length = 2; length <= Math.min(word.length, longest); length++) {
      const found = byKey.get(`${word.slice(0, length)}*`)
      if (found) keys.push(...found)
    }
    return keys
  }
}

/** Every word and beginning of a group, those of the groups in it too. */
function members(groups: Readonly<Record<string, readonly string[]>>, name: string): readonly Key[] {
  return (groups[name] ?? []).flatMap((word) =>
    word.startsWith('<') ? members(groups, word.slice(1, -1)) : [keyOf(word)],
  )
}
