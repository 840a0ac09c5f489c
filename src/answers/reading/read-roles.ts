import type { Token } from '../../search/danish'
import type { Match } from '../../search/phrases'
import type { AskedRole } from '../question'
import { asWritten } from './as-written'
import { bareLeading, bareRoles } from './bare-roles'
import { selfEmployed, withoutStaff } from './leads-nobody'
import type { Names } from './names'
import { isUnderMe, type OwnPeople, ownPeople } from './own-people'
import type { RoleName } from './role-name'
import { type RolePart, rolePart } from './role-part'
import { bareOrigins, inSteps, type MoveSide, stepOf } from './role-steps'
import { type AskedOf, type AskedWords, unknownRole } from './unknown-role'

export interface RolesRead {
  readonly self: AskedRole | undefined
  readonly named: readonly AskedRole[]
  readonly relative: OwnPeople | undefined
  /** The last word of what is asked of and is no role: "hvad forventes der af et godt samarbejde". */
  readonly thing: AskedThing | undefined
  /** The text begins with a role ("IT-chef, Skanderborg. Krav til mig?"). */
  readonly isFirst: boolean
  /** Where in the text roles stand: their words are no topic. */
  readonly places: readonly { readonly from: number; readonly to: number }[]
}

/** A text, and what is known of its words. */
export interface RoleText extends Omit<AskedWords, 'names'> {
  readonly text: string
}

/** What a text asks of as if it were a role. */
export interface AskedThing {
  readonly head: Token
  readonly said: string
}

type Found = Match<RoleName> & { readonly as: RolePart; readonly step?: MoveSide | undefined }

/** Reads which roles a text names and what it makes of each: the asker, one asked about, one's own leader, who expects. */
export function readRoles(names: Names, { text, tokens, isWord, isStopword }: RoleText): RolesRead {
  const words = tokens.map((token) => token.folded)
  const known = [...names.rolesIn(tokens), ...bareOrigins(names, tokens), ...bareLeading(names, words)].sort(
    (a, b) => a.from - b.from,
  )
  const all = [...known, ...(known.length > 0 ? [] : bareRoles(names, tokens))].map((match): Found => {
    const value = { ...match.value, said: saidOf(match, tokens, text) }
    const { leading } = names.bare
    const step = stepOf(match.from, words)
    if (leading && isUnderMe(match, words)) return { ...match, value: leading, as: 'self' }
    return { ...match, value, as: rolePart(match, words), step }
  })
  const relatives = ownPeople(
    all.filter(({ as }) => as === 'relative'),
    words,
  )
  // "Min chefs chef" is one person.
  const found = all.filter(({ from }) => !relatives.some(({ steps, to }) => steps > 1 && from === to - 1))
  const asked = inSteps(found.filter(({ as }) => as === 'named'))
  const askedOf = found.length > 0 ? undefined : unknownRole({ names, tokens, isWord, isStopword })
  const unknown = askedOf?.role
  const self: Omit<Found, 'as'> | undefined =
    withoutStaff(names, tokens) ?? found.find(({ as }) => as === 'self') ?? selfEmployed(names, tokens)
  const [relative] = relatives
  return {
    self: self && { ...self.value, whose: 'mine', step: self.step },
    named: distinct([
      ...asked.map(({ value, step }): AskedRole => ({ ...value, whose: 'named', step })),
      ...(unknown && askedOf ? [{ ...unknown, said: asWritten(tokens.slice(askedOf.from, askedOf.to), text) }] : []),
    ]),
    relative,
    thing: unknown ? undefined : thingOf(askedOf, tokens, text),
    isFirst: found.some(({ from }) => from === 0),
    places: [...found, ...relatives, ...(unknown && askedOf ? [askedOf] : [])],
  }
}

function thingOf(asked: AskedOf | undefined, tokens: readonly Token[], text: string): AskedThing | undefined {
  return asked?.head && { head: asked.head, said: asWritten(tokens.slice(asked.from, asked.to), text) }
}

/** "Hvad skal medarbejderne" names the last word only. */
function saidOf({ from, to, value }: Match<RoleName>, tokens: readonly Token[], text: string): string {
  const said = tokens.slice(from, to)
  return value.level !== null && value.level !== 'employee' ? asWritten(said, text) : (said.at(-1)?.written ?? '')
}

function distinct(roles: readonly AskedRole[]): AskedRole[] {
  return roles.filter((role, i) => roles.findIndex((other) => other.as.join() === role.as.join()) === i)
}
