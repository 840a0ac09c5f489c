import type { Match } from '../../search/phrases'
import type { RoleName } from './role-name'
import { isPossessed, me, possessives } from './role-part'

/** One's own leader, or those one leads. */
export interface OwnPeople {
  readonly whose: 'my-leader' | 'my-leaders'
  /** The role that is said with it ("min direktør"); undefined where only the document can tell ("min leder", "min chef"). */
  readonly named: RoleName | undefined
  /** "Min leders leder" is two levels away. */
  readonly steps: number
  /** They are what is asked of or about, and no character in a story: "hvad kan jeg forvente af min leder". */
  readonly isAskedOf: boolean
  /** They are who is to do something: "hvad skal min leder gøre". */
  readonly isDoer: boolean
}

export interface OwnPeopleRead extends OwnPeople {
  readonly from: number
  readonly to: number
}

const bare = /^(leder|ledere|lederen|overordnede?|boss|managers?|leaders?)$/
const leaders = /^(leders|chefs|overordnedes|managers|leaders)$/
const anybody = /^(narmeste|leders?|ledere|lederen|lederne|chefs?|chefen|overordnede?|boss|managers?|leaders?)$/
const askingOf = /^(af|for|til|fra|hos|skal|bor|om|har|gor|laver|of|from|should)$/
const doing = /^(skal|bor|har|should)$/
const theirs = /^(ansvar|opgave|rolle|faldgrub|pligt|forventning|krav|role|dut|pitfall)/
const farthest = 3

/** Those a text names as the asker's own: by a role's name, or by words that are no role by themselves. */
export function ownPeople(related: readonly Match<RoleName>[], words: readonly string[]): OwnPeopleRead[] {
  const named = related.map(({ from, to, value }) => {
    const isAnybody = words.slice(from, to).every((word) => anybody.test(word))
    return people(words, { from, to, steps: 1, named: isAnybody ? undefined : value })
  })
  const others = words.flatMap((word, at) => {
    const span = { from: at - 1, to: at + 1, named: undefined }
    // "Min leders leder", "min chefs chef".
    const isBeyond = anybody.test(word) && leaders.test(words[at - 1] ?? '') && isPossessed(at - 1, words)
    if (isBeyond) return [people(words, { ...span, steps: 2 })]
    const isBare = bare.test(word) || (leaders.test(word) && theirs.test(words[at + 1] ?? ''))
    return isBare && isPossessed(at, words) ? [people(words, { ...span, steps: 1 })] : []
  })
  return [...others, ...named].sort((a, b) => b.steps - a.steps)
}

function people(words: readonly string[], said: Pick<OwnPeopleRead, 'from' | 'to' | 'steps' | 'named'>): OwnPeopleRead {
  const { from, to } = said
  let at = from
  while (at > 0 && !possessives.has(words[at] ?? '') && from - at < farthest) at--
  const isAskedOf = askingOf.test(words[at - 1] ?? '') || theirs.test(words[to] ?? '') || at === 0
  const isDoer = doing.test(words[at - 1] ?? '')
  return { ...said, isAskedOf, isDoer, whose: isMany(words[to - 1] ?? '') ? 'my-leaders' : 'my-leader' }
}

/** "Mine ledere" and not "min leder". */
function isMany(word: string): boolean {
  return /(ere|er|erne|s)$/.test(word) && !/(leders?|chefs?|direktors?|manager|boss)$/.test(word)
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
