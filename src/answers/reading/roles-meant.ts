import type { Library } from '../../framework/library'
import { type AskedRole, isTwoSided, type Operation } from '../question'
import type { Findings } from './findings'
import type { Asker, Known } from './known'
import type { Parts } from './read-parts'
import { above, relatedRole } from './relatives'
import { inSteps } from './role-steps'

export function ownRole(
  { names }: Known,
  { self }: Partial<Pick<Findings, 'self'>>,
  { profile }: Asker,
): AskedRole | undefined {
  if (self) return self
  const known = profile?.role && profile.framework ? names.roleOf(profile.framework, profile.role) : undefined
  return known && { ...known, whose: 'mine' }
}

interface Sides {
  readonly named: readonly AskedRole[]
  readonly self: AskedRole | undefined
  /** The role of the profile. */
  readonly known: AskedRole | undefined
  readonly frameworks: readonly string[]
  readonly isUp: boolean
  readonly operation: Operation
}

/** Two roles: where one is or comes from stands first, what one becomes last. */
function sidesMeant(library: Library, { named, self, known, frameworks, isUp, operation }: Sides): AskedRole[] {
  const isSame = (one: AskedRole, other: AskedRole) => one.as.some((slug) => other.as.includes(slug))
  const becomes = operation === 'change' && self ? [self] : []
  const speaks = operation === 'compare' && self ? [self] : []
  const isMove = operation === 'change'
  const said = [...speaks, ...named, ...becomes]
  const sides = (isMove ? inSteps(said) : said).filter(
    (role, i, all) => all.findIndex((other) => isSame(role, other)) === i,
  )
  const here = known ?? self
  // What the text says of the move goes before what the profile says: it may have been changed already.
  const isDirected = isMove && sides.some(({ step }) => step !== undefined)
  const ordered =
    known && !isDirected
      ? [...sides.filter((role) => isSame(role, known)), ...sides.filter((role) => !isSame(role, known))]
      : sides
  if (ordered.length >= 2) return ordered.slice(0, 2)
  const [only] = ordered
  if (!only || (here && isSame(only, here) && known !== undefined)) {
    const other = here && frameworks[0] && isUp ? above(library, frameworks[0], here) : undefined
    return [here, other].flatMap((role) => role ?? [])
  }
  // "Hvad er nyt for mig som chef" compares with where one is now.
  if (!known || frameworks.length > 1) return [only]
  return only.step === 'from' ? [only, known] : [known, only]
}

const somebody: AskedRole = { said: '', level: null, as: [], use: 'job', whose: 'person' }

/** Whose points a question asks for. */
export function rolesMeant(
  all: Known,
  { asked, whole, topics }: Parts,
  asker: Asker,
  operation: Operation,
  frameworks: readonly string[],
): AskedRole[] {
  const { library } = all
  const own = ownRole(all, whole, asker)
  const known = ownRole(all, {}, asker)
  // Somebody in the story is asked about only where nobody else could be.
  const isElse = own === undefined && operation !== 'find' && (whole.isRoleFirst || !asked.has('self'))
  const named = asked.roles.length > 0 ? asked.roles : isElse || isTwoSided(operation) ? whole.roles.slice(0, 2) : []
  const [framework] = frameworks
  const { relative } = asked
  if (isTwoSided(operation)) {
    // "Hvad er forskellen på mig og min leder?"
    const other = relative && named.length < 2 ? relatedRole(library, framework, own, relative) : undefined
    const sides =
      other && other.as.length > 0 && !named.some(({ said }) => said === other.said) ? [...named, other] : named
    return sidesMeant(library, {
      named: sides,
      self: whole.self,
      known,
      frameworks,
      isUp: whole.has('nextLevel'),
      operation,
    })
  }
  if (named.length > 0) return [...named]
  // "Hvad siger grundlaget om Mette Hansen?"
  if (asked.people.size > 0 && topics.length === 0 && asked.areas.length === 0 && !asked.has('self')) return [somebody]
  const isOfThem = relative?.isAskedOf && (operation === 'list' || relative.isDoer || asked.has('expectations'))
  const related = relative && isOfThem ? relatedRole(library, framework, own, relative) : undefined
  if (related) return [related]
  return own ? [own] : []
}
