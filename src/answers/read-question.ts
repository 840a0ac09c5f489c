import type { Library } from '../framework/library'
import { allLeaders } from '../framework/schema'
import type { Concept } from '../search/vocabulary'
import type { Findings } from './findings'
import type { Asker, Known } from './known'
import type { AskedRole, Assumption, Operation, Question } from './question'
import { readOperation, type Wanted } from './read-operation'
import type { Parts } from './read-parts'
import { above, relatedRole } from './relatives'
import { resolveRole } from './resolve-role'
import { inSteps } from './role-steps'
import { isYetToBe, toldRole } from './told-role'

/** A question that stands by itself, read from what it names; what it leaves open is filled from what is known of the asker. */
export function readQuestion(known: Known, parts: Parts, asker: Asker): Question {
  const { library } = known
  const { asked, whole, isTold } = parts
  const own = ownRole(known, whole, asker)
  const assumed: Assumption[] = []
  const named = whole.frameworks.length > 0 ? whole.frameworks : []
  const isEverywhere = asked.has('everywhere')
  const ownFramework = asker.profile?.framework ?? asker.home
  // What another municipality says is not answered from one's own; in a story it is where somebody comes from.
  const isElsewhere = !isTold && named.length === 0 && isAskedElsewhere(parts)
  const profileFramework = isEverywhere || isElsewhere ? undefined : ownFramework
  const { operation, kinds }: Wanted = isTold
    ? { operation: 'find', kinds: [] }
    : readOperation(parts, { own, known: ownRole(known, {}, asker) })
  const frameworks = named.length > 0 ? named : profileFramework ? [profileFramework] : []
  const roles = isTold ? (own ? [own] : []) : rolesMeant(known, parts, asker, operation, frameworks)
  const [area = null, ...alsoAreas] = isTold ? [] : areasMeant(library, parts.areas, frameworks, roles)
  // An area that only some frameworks have is asked of those.
  const isAnywhere = frameworks.length === 0 && whole.unknownMunicipality === null
  const having = isAnywhere && area !== null ? withArea(library, area) : frameworks
  const concepts = conceptsOf(known, parts, operation, area)
  if (frameworks.length > 0 && named.length === 0 && !asker.profile?.framework) assumed.push('framework')
  return {
    text: whole.text,
    operation,
    frameworks:
      isTwoSided(operation) && named.length === 1 && whole.unknownMunicipality === null
        ? twoFrameworks(named, profileFramework, roles)
        : having,
    isFrameworkNamed: named.length > 0,
    roles,
    isForEveryone: !isTold && asksWho(asked),
    kinds,
    area,
    alsoAreas,
    concepts,
    told: isTold,
    also: null,
    toldRole: isYetToBe({ text: whole.text, operation }) ? null : toldRole(library, whole.self, having, asker),
    unknownMunicipality: whole.unknownMunicipality,
    instead: isElsewhere ? (ownFramework ?? null) : null,
    isWhole: false,
    assumed,
  }
}

/** "Jeg er leder i Aarhus. Hvad forventes der af mig?" asks there, "vi samarbejder med Aarhus. …" does not. */
function isAskedElsewhere({ asked, whole }: Parts): boolean {
  if (asked.unknownMunicipality !== null) return true
  return whole.unknownMunicipality !== null && beingThere.test(whole.text)
}

const beingThere = /\b(jeg|vi|i|we) (er|arbejder|sidder|am|are|work)\b/i

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

function isTwoSided(operation: Operation): boolean {
  return operation === 'compare' || operation === 'change'
}

function rolesMeant(
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

/** The areas named that anybody asked about has points in, the last first. */
function areasMeant(
  library: Library,
  areas: readonly string[],
  frameworks: readonly string[],
  roles: readonly AskedRole[],
): string[] {
  const slugs = frameworks.length > 0 ? frameworks : library.frameworks.map(({ slug }) => slug)
  const has = (area: string) =>
    slugs.some((framework) => {
      const asked = new Set(roles.map((role) => resolveRole(library, role, framework).slug))
      return library
        .select({ framework, area })
        .some(
          ({ role }) =>
            role === allLeaders || asked.has(role) || (asked.size === 0 && isLeaders(library, framework, role)),
        )
    })
  return areas.filter(has).reverse()
}

function isLeaders(library: Library, framework: string, role: string): boolean {
  return library.role(framework, role)?.level !== 'employee'
}

function withArea(library: Library, area: string): string[] {
  return library.frameworks.flatMap(({ slug }) => (library.select({ framework: slug, area }).length > 0 ? [slug] : []))
}

function twoFrameworks(named: readonly string[], own: string | undefined, roles: readonly AskedRole[]) {
  return roles.length < 2 && own && own !== named[0] ? [own, ...named] : named
}

const who = /^(hvem|hvilke|hvilken|who|which)$/

/** "Hvem har ansvaret", "hvilke roller": every role may be the answer. */
function asksWho({ tokens, self }: Findings): boolean {
  const words = tokens.map((token) => token.folded)
  const [first = '', second = '', third = ''] = words
  if (self) return false
  return (
    /^(hvem|who)$/.test(first) ||
    words.some((word, i) => /^(hvem|who)$/.test(word) && i > 0) ||
    (who.test(first) && /^(rolle|leder|niveau)/.test(second)) ||
    (who.test(second) && /^(rolle|leder|niveau)/.test(third))
  )
}

function conceptsOf(
  { vocabulary }: Known,
  { asked, whole, topics, isTold }: Parts,
  operation: Operation,
  area: string | null,
): readonly Concept[] {
  if (isTold) return vocabulary.concepts(whole.tokens, whole.people)
  if (operation === 'list' || operation === 'change') return []
  // "Sæt dem over for hinanden": what is no topic only dresses a comparison up.
  if (operation === 'compare') return area === null ? topics.filter(({ isTopic }) => isTopic) : []
  if (operation === 'overview') return vocabulary.concepts(asked.tokens, new Set())
  return topics.length > 0 ? topics : asked.concepts
}
