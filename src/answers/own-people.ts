import type { Match } from '../search/phrases'
import type { RoleName } from './role-name'
import { isPossessed, me } from './role-part'

/** "Min leder", "mine ledere": words that are no role by themselves. */
export function bareRelatives(words: readonly string[]): { from: number; to: number }[] {
  return words.flatMap((word, from) =>
    /^(leder|ledere|lederen|overordnede?|boss|managers?|leaders?)$/.test(word) && isPossessed(from, words)
      ? [{ from: from - 1, to: from + 1 }]
      : [],
  )
}

/** "Mine ledere" and not "min leder". */
export function isMany(word: string): boolean {
  return /(ere|er|erne|s)$/.test(word) && !/(leder|chef|direktor|manager|boss)$/.test(word)
}

/** "Tre teamledere under mig": who has leaders under them leads leaders. */
export function isUnderMe({ from, to, value }: Match<RoleName>, words: readonly string[]): boolean {
  const isBelow = words[to] === 'under' && me.has(words[to + 1] ?? '')
  const isHad =
    words
      .slice(Math.max(0, from - 3), from)
      .join(' ')
      .match(/\b(jeg har|har jeg)( \S+)?$/) !== null
  return value.level === 'staff' && (isBelow || (isHad && isMany(words[to - 1] ?? '')))
}
