import type { Library } from '../framework/library'
import type { Lexicon } from '../search/lexicon'
import type { Vocabulary } from '../search/vocabulary'
import { decideIntent } from './decide-intent'
import { type Findings, findNames } from './findings'
import { createNames } from './names'
import type { Profile, Query, RoleName } from './query'

export interface InterpretContext {
  readonly profile?: Profile | undefined
  /** The query of the turn before, for "og faldgruberne?". */
  readonly previous?: Query | undefined
}

/** Turns free text (Danish, English or both) into a query. Pure; any text gives a query. */
export type Interpreter = (text: string, context?: InterpretContext) => Query

const mostRemembered = 500
const longestRemembered = 200

export function createInterpreter(library: Library, lexicon: Lexicon, vocabulary: Vocabulary): Interpreter {
  const names = createNames(library, lexicon)

  /** Reading the words is the dear part and depends on nothing but them; buttons make many ask in the same words. */
  const remembered = new Map<string, Findings>()
  const findingsOf = (text: string): Findings => {
    const known = remembered.get(text)
    if (known) return known
    const found = findNames(names, vocabulary, text)
    if (remembered.size >= mostRemembered) remembered.clear()
    if (text.length <= longestRemembered) remembered.set(text, found)
    return found
  }

  /** An area belongs to the frameworks asked: Odder's "performance" is a plain word elsewhere. */
  const areaIn = (frameworks: readonly string[], area: string | null) =>
    area !== null &&
    (frameworks.length === 0 || frameworks.some((framework) => library.select({ framework, area }).length > 0))
      ? area
      : null

  return (text, { profile: told, previous } = {}) => {
    // A profile may name a framework that is no longer here.
    const profile = library.framework(told?.framework ?? '') ? told : undefined
    const findings = findingsOf(text)
    const { intent, isFollowUp } = decideIntent(findings, previous)
    const before = isFollowUp ? previous : undefined
    const ownRole = profile?.role && profile.framework ? names.roleOf(profile.framework, profile.role) : undefined
    const isTwoSided = intent === 'compare' || intent === 'transition'
    const frameworks = fillFrameworks(findings, before, profile?.framework, isTwoSided)
    const hasContent = findings.concepts.length > 0
    return {
      text,
      intent,
      frameworks,
      isFrameworkNamed: findings.frameworks.length > 0 || (before?.isFrameworkNamed ?? false),
      roles: fillRoles(findings, before, ownRole, isTwoSided),
      isRoleNamed: findings.roles.length > 0 || (before?.isRoleNamed ?? false),
      isOwn: findings.has('self') || findings.roles.length === 0,
      area: areaIn(frameworks, findings.area ?? (before && !hasContent ? before.area : null)),
      concepts: before && !hasContent ? before.concepts : findings.concepts,
      unknownMunicipality: findings.unknownMunicipality,
    }
  }
}

function fillFrameworks(
  findings: Findings,
  before: Query | undefined,
  own: string | null | undefined,
  isTwoSided: boolean,
): readonly string[] {
  const named = findings.frameworks
  if (named.length === 1 && isTwoSided && findings.roles.length < 2 && own && own !== named[0]) return [own, ...named]
  const [last] = before?.frameworks ?? []
  if (named.length === 1 && isTwoSided && findings.roles.length === 0 && last && last !== named[0])
    return [last, ...named]
  if (named.length > 0) return named
  if (findings.has('everywhere')) return []
  if (before && (before.isFrameworkNamed || !own)) return before.frameworks
  return own ? [own] : []
}

function fillRoles(
  findings: Findings,
  before: Query | undefined,
  own: RoleName | undefined,
  isTwoSided: boolean,
): readonly RoleName[] {
  const named = findings.roles
  // "Hvad er nyt for mig som chef" compares with where one is now.
  const isAgainstOwn = named.length === 1 && isTwoSided && findings.frameworks.length < 2
  if (isAgainstOwn && own && !named[0]?.as.some((slug) => own.as.includes(slug))) return [own, ...named]
  const [last] = before?.roles ?? []
  if (named.length === 1 && isTwoSided && last) return [last, ...named]
  if (named.length > 0) return named
  if (before && (before.isRoleNamed || !own)) return before.roles
  return own ? [own] : []
}
