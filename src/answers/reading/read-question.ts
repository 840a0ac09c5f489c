import { tokenise } from '../../search/danish'
import type { Concept } from '../../search/vocabulary'
import { type AskedRole, type Assumption, isTwoSided, type Operation, type Question } from '../question'
import { areasMeant, withArea } from './areas-meant'
import type { Findings } from './findings'
import type { Asker, Known } from './known'
import { readOperation, type Wanted } from './read-operation'
import type { Parts } from './read-parts'
import { isGroup, resolveRole } from './resolve-role'
import { ownRole, rolesMeant } from './roles-meant'
import { toldRole } from './told-role'

/** A question that stands by itself, read from what it names; what it leaves open is filled from what is known of the asker. */
export function readQuestion(known: Known, parts: Parts, asker: Asker): Question {
  const { library } = known
  const { asked, whole, isTold } = parts
  const own = ownRole(known, whole, asker)
  const assumed: Assumption[] = []
  const named = whole.frameworks
  const { instead, here, frameworks } = placeOf(parts, asker)
  const wanted: Wanted = isTold
    ? { operation: 'find', kinds: [] }
    : readOperation(parts, { own, known: ownRole(known, {}, asker) })
  const mine = own ? [own] : []
  const roles = isTold ? mine : rolesMeant(known, parts, asker, wanted.operation, frameworks)
  const isShared = wanted.operation === 'compare' && named.length > 1
  const [area = null, ...alsoAreas] = isTold ? [] : areasMeant(library, parts.areas, { frameworks, roles, isShared })
  const sought = wanted.operation === 'list' ? insteadOfList(known, parts, { area, roles, frameworks }) : undefined
  const operation = sought ? 'find' : wanted.operation
  // An area that only some frameworks have is asked of those.
  const isAnywhere = frameworks.length === 0 && whole.unknownMunicipality === null
  const having = isAnywhere && area !== null ? withArea(library, area) : frameworks
  const concepts = sought?.concepts ?? conceptsOf(known, parts, operation, area)
  const isAcross = isShared && isOfTopic(parts, { roles, area, concepts })
  if (frameworks.length > 0 && named.length === 0 && !asker.profile?.framework) assumed.push('framework')
  return {
    text: whole.text,
    operation,
    frameworks:
      isTwoSided(operation) && named.length === 1 && whole.unknownMunicipality === null
        ? twoFrameworks(named, here, roles)
        : having,
    isFrameworkNamed: named.length > 0,
    roles: isAcross ? [] : sought?.ofGroup ? mine : roles,
    isForEveryone: !isTold && asksWho(asked),
    kinds: wanted.kinds,
    area,
    alsoAreas,
    counterpart: operation === 'find' ? counterpartOf(asked) : null,
    concepts,
    told: isTold,
    also: null,
    toldRole: toldRole(library, { self: whole.self, text: whole.text, operation }, having, asker),
    unknownMunicipality: whole.unknownMunicipality,
    instead,
    isWhole: false,
    assumed,
  }
}

/** Municipalities are held against each other by all that they say of a topic, unless a role is named. */
function isOfTopic(
  { whole }: Parts,
  { roles, area, concepts }: Pick<Question, 'roles' | 'area' | 'concepts'>,
): boolean {
  return (concepts.length > 0 || area !== null) && !whole.self && roles.every(({ whose }) => whose === 'mine')
}

/** What is asked: the frameworks named, else the asker's own (`here`), unless another is asked about in its place (`instead`). */
function placeOf({ asked, whole, isTold }: Parts, asker: Asker) {
  const own = asker.profile?.framework ?? asker.home
  // What another municipality says is not answered from one's own; in a story it is where somebody comes from.
  const isElsewhere = !isTold && whole.frameworks.length === 0 && isAskedElsewhere({ asked, whole })
  const here = asked.has('everywhere') || isElsewhere ? undefined : own
  const frameworks = whole.frameworks.length > 0 ? whole.frameworks : here ? [here] : []
  return { here, frameworks, instead: isElsewhere ? (own ?? null) : null }
}

interface Listing {
  readonly area: string | null
  readonly roles: readonly AskedRole[]
  readonly frameworks: readonly string[]
}

/** What is sought where there is no list: an area of another framework, or a group that the framework describes none of. */
function insteadOfList({ library, vocabulary }: Known, parts: Parts, { area, roles, frameworks }: Listing) {
  const isKnown = (role: AskedRole) =>
    frameworks.some((framework) => resolveRole(library, role, framework).how !== 'none')
  const isForeign = parts.areas.length > 0 && area === null && frameworks.length > 0 && roles.every(isKnown)
  const { concepts } = parts.asked
  if (isForeign && concepts.some(({ isTopic }) => isTopic)) return { concepts, ofGroup: false }
  const [group] = roles
  const isSpokenOf = parts.wish.kind === 'topic' && group !== undefined && isGroup(library, group)
  if (!isSpokenOf || isKnown(group)) return undefined
  return { concepts: vocabulary.concepts(tokenise(group.said), new Set()), ofGroup: true }
}

const counterparts =
  /^(tr|tren|tillidsrepr|tillidsmand|faellestillids|amr|arbejdsmiljorepr|med$|meds?udvalg|medudvalg|udvalg|borger|parorende|foral?dre|frivillig|kolleg|brugere?n?$)/

/** Those whom a leader works with and no framework gives a role. */
function counterpartOf({ thing }: Findings): string | null {
  return thing && counterparts.test(thing.head.folded) ? thing.said : null
}

/** "Jeg er leder i Aarhus. Hvad forventes der af mig?" asks there, "vi samarbejder med Aarhus. …" does not. */
function isAskedElsewhere({ asked, whole }: Pick<Parts, 'asked' | 'whole'>): boolean {
  if (asked.unknownMunicipality !== null) return true
  return whole.unknownMunicipality !== null && beingThere.test(whole.text)
}

const beingThere = /\b(jeg|vi|i|we) (er|arbejder|sidder|am|are|work)\b/i

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
