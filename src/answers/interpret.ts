import type { Library } from '../framework/library'
import { allLeaders } from '../framework/schema'
import { type Token, tokenise } from '../search/danish'
import type { Cue, Lexicon } from '../search/lexicon'
import { createPhraseBook, type Match, type PhraseBook } from '../search/phrases'
import { type Concept, cuePhrases, type Vocabulary } from '../search/vocabulary'
import { decideIntent } from './decide-intent'
import type { Profile, Query, RoleName } from './query'

/** Questions are cut here before they are read: nobody asks in more words, and work per turn stays bounded. */
const longestQuestion = 1_000

export interface InterpretContext {
  readonly profile?: Profile | undefined
  /** The query of the turn before, for "og faldgruberne?". */
  readonly previous?: Query | undefined
}

/** Turns free text (Danish, English or both) into a query. Pure; any text gives a query. */
export type Interpreter = (text: string, context?: InterpretContext) => Query

/** What a question names, found before anybody asks what it wants. */
export interface Findings {
  readonly tokens: readonly Token[]
  readonly frameworks: readonly string[]
  readonly roles: readonly RoleName[]
  readonly area: string | null
  readonly unknownMunicipality: string | null
  /** Content words that belong to no name and no cue. */
  readonly concepts: readonly Concept[]
  readonly has: (cue: Cue) => boolean
  /** Whether the text begins with the cue. */
  readonly startsWith: (cue: Cue) => boolean
  readonly isQuestion: boolean
  /** Asks what the document says, whatever about. */
  readonly asksFramework: boolean
}

export function createInterpreter(library: Library, lexicon: Lexicon, vocabulary: Vocabulary): Interpreter {
  const names = createNames(library, lexicon)
  const cues = Object.fromEntries(
    (Object.keys(lexicon.cues) as Cue[]).map((cue) => [
      cue,
      createPhraseBook(cuePhrases(lexicon, cue).map((phrase) => [tokenise(phrase), cue] as const)),
    ]),
  ) as Record<Cue, PhraseBook<Cue>>

  function find(text: string): Findings {
    const tokens = vocabulary.correct(tokenise(text.slice(0, longestQuestion)))
    const frameworks = names.frameworks.find(tokens)
    const roles = namedRoles(names.roles.find(tokens), tokens)
    const areas = names.areas.findAll(tokens).filter((match) => names.isAreaName(match, tokens))
    const unknown = names.unknown.find(tokens)[0]
    const slots = new Set<number>()
    const take = (into: Set<number>, match: { from: number; to: number }) => {
      for (let i = match.from; i < match.to; i++) into.add(i)
    }
    for (const match of [...frameworks, ...roles, ...(unknown ? [unknown] : [])]) take(slots, match)
    const found = new Map<Cue, Match<Cue>[]>()
    for (const [cue, book] of Object.entries(cues) as [Cue, PhraseBook<Cue>][]) {
      const matches = book.findAll(tokens).filter((match) => !slots.has(match.from))
      if (matches.length > 0) found.set(cue, matches)
    }
    const consumed = new Set(slots)
    for (const [cue, matches] of found)
      if (structural.has(cue) || (cue === 'roleWords' && roles.length > 0))
        for (const match of matches) take(consumed, match)
    const area = areas.at(-1)
    const isTelling = ['expectations', 'pitfalls', 'compare', 'transition', 'roleWords'].some((cue) =>
      found.has(cue as Cue),
    )
    return {
      tokens,
      frameworks: unique(frameworks.map((match) => match.value)),
      roles: uniqueRoles(roles.map((match) => match.value)),
      area: area && !slots.has(area.from) ? area.value : null,
      unknownMunicipality: unknown?.value ?? null,
      concepts: contentOf(vocabulary, tokens, consumed, isTelling ? undefined : slots),
      has: (cue) => found.has(cue),
      startsWith: (cue) => found.get(cue)?.some((match) => match.from === 0) ?? false,
      isQuestion:
        text.includes('?') ||
        tokens.some((token) => names.questionWords.has(token.folded) && !names.verbs.has(token.folded)) ||
        names.questionWords.has(tokens[0]?.folded ?? ''),
      asksFramework: tokens.some((token) => /grundlag|framework/.test(token.folded)),
    }
  }

  return (text, context = {}) => {
    const findings = find(text)
    const { profile, previous } = context
    const decision = decideIntent(findings, previous)
    const inherited = decision.isFollowUp ? previous : undefined
    const profileRole = profile?.role && profile.framework ? names.roleOf(profile.framework, profile.role) : undefined
    const isFrameworkNamed = findings.frameworks.length > 0 || (inherited?.isFrameworkNamed ?? false)
    const isRoleNamed = findings.roles.length > 0 || (inherited?.isRoleNamed ?? false)
    const isTwoSided = decision.intent === 'compare' || decision.intent === 'transition'
    return {
      text,
      intent: decision.intent,
      frameworks: fillFrameworks(findings, inherited, profile?.framework, isTwoSided),
      isFrameworkNamed,
      roles: fillRoles(findings, inherited, profileRole, isTwoSided),
      isRoleNamed,
      area: findings.area ?? (inherited && findings.concepts.length === 0 ? inherited.area : null),
      concepts: inherited && findings.concepts.length === 0 ? inherited.concepts : findings.concepts,
      unknownMunicipality: findings.unknownMunicipality,
    }
  }
}

/** Cues that say what is wanted, not what it is about: their words are no content. */
const structural: ReadonlySet<Cue> = new Set([
  'expectations',
  'pitfalls',
  'definition',
  'compare',
  'transition',
  'help',
  'followUp',
  'self',
  'domain',
  'everywhere',
  'smallTalk',
])

/** The content of the text; where nothing else is wanted ("hvad er god ledelse"), the everyday words of the field count too. */
function contentOf(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  consumed: ReadonlySet<number>,
  slots: ReadonlySet<number> | undefined,
): Concept[] {
  const content = vocabulary.concepts(tokens, consumed)
  if (content.length > 0 || !slots) return content
  return vocabulary.concepts(tokens, slots).filter((concept) => concept.isTopic)
}

function fillFrameworks(
  findings: Findings,
  inherited: Query | undefined,
  own: string | null | undefined,
  isTwoSided: boolean,
): readonly string[] {
  const named = findings.frameworks
  if (named.length === 1 && isTwoSided && findings.roles.length < 2 && own && own !== named[0]) return [own, ...named]
  if (named.length > 0) return named
  if (findings.has('everywhere')) return []
  if (inherited && (inherited.isFrameworkNamed || !own)) return inherited.frameworks
  return own ? [own] : []
}

function fillRoles(
  findings: Findings,
  inherited: Query | undefined,
  own: RoleName | undefined,
  isTwoSided: boolean,
): readonly RoleName[] {
  const named = findings.roles
  // "Hvad er nyt for mig som chef" compares with where one is now.
  if (named.length === 1 && isTwoSided && own && findings.frameworks.length < 2 && !shares(named[0], own))
    return [own, ...named]
  if (named.length > 0) return named
  if (inherited && (inherited.isRoleNamed || !own)) return inherited.roles
  return own ? [own] : []
}

function shares(a: RoleName | undefined, b: RoleName): boolean {
  return a?.as.some((slug) => b.as.includes(slug)) ?? false
}

function createNames(library: Library, lexicon: Lexicon) {
  const roleNames: RoleName[] = []
  /** The name a slug goes by: the one it stands first in, else any. */
  const named = (slug: string) =>
    roleNames.find((candidate) => candidate.as[0] === slug) ??
    roleNames.find((candidate) => candidate.as.includes(slug))
  const phrases: [readonly Token[], RoleName][] = []
  for (const entry of lexicon.roles) {
    const name: RoleName = { said: entry.name, level: entry.level, as: entry.as }
    roleNames.push(name)
    for (const phrase of [...entry.words, ...entry.en]) phrases.push([tokenise(phrase), name])
  }
  for (const framework of library.frameworks) {
    for (const role of framework.roles) {
      const name = named(role.slug)
      // A bare "ledere" or "medarbejdere" is a word of every other question, not the naming of a role.
      if (role.level === null || role.level === 'employee' || tokenise(role.title).length === 0) continue
      phrases.push([tokenise(role.title), name ?? { said: role.title, level: role.level, as: [role.slug] }])
    }
  }
  const areas: [readonly Token[], string][] = []
  for (const framework of library.frameworks)
    for (const area of framework.areas)
      if (area.type === 'focus' && isLeaderArea(library, framework.slug, area.slug))
        areas.push([tokenise(area.title), area.slug])
  for (const [slug, names] of Object.entries(lexicon.areas))
    for (const name of names) areas.push([tokenise(name), slug])
  const areaWords = areas
    .flatMap(([phrase]) => (phrase.length === 1 && phrase[0] ? [phrase[0].folded] : []))
    .filter((word) => word.length > 3)
  const known = new Set(library.frameworks.map((framework) => framework.name.toLowerCase()))
  return {
    frameworks: createPhraseBook(
      library.frameworks.flatMap((framework) => [[tokenise(framework.name), framework.slug] as const]),
    ),
    roles: createPhraseBook(phrases),
    /** A one-word area is named by the word itself ("følgeskabet"), not by its kin ("faglig" is not "faglighed"). */
    isAreaName: (match: Match<string>, tokens: readonly Token[]) =>
      match.to - match.from > 1 || areaWords.some((word) => tokens[match.from]?.folded.startsWith(word)),
    areas: createPhraseBook(areas),
    unknown: createPhraseBook(
      lexicon.municipalities
        .filter((name) => !known.has(name.toLowerCase()))
        .map((name) => [tokenise(name), name] as const),
    ),
    questionWords: new Set(lexicon.questionWords.flatMap(tokenise).map((token) => token.folded)),
    /** They make a question only where it begins with them ("kan jeg …", "siger Odder …"). */
    verbs: new Set(lexicon.questionVerbs.flatMap(tokenise).map((token) => token.folded)),
    roleOf(framework: string, slug: string): RoleName | undefined {
      const role = library.role(framework, slug)
      if (!role) return undefined
      const name = named(slug)
      return { said: role.title, level: role.level, as: [slug, ...(name?.as.filter((other) => other !== slug) ?? [])] }
    },
  }
}

function isLeaderArea(library: Library, framework: string, area: string): boolean {
  return library
    .select({ framework, area })
    .some((point) => library.role(framework, point.role)?.level !== 'employee' || point.role === allLeaders)
}

/** "Min chef" is somebody in the story, not the role asked about. */
function namedRoles<M extends { value: RoleName; from: number; to: number }>(
  matches: M[],
  tokens: readonly Token[],
): M[] {
  const possessives = new Set(['min', 'mine', 'mit', 'vores', 'vor', 'my', 'our'])
  return matches
    .filter((match) => !possessives.has(tokens[match.from - 1]?.folded ?? ''))
    .map((match) => ({
      ...match,
      value: {
        ...match.value,
        said: tokens
          .slice(match.from, match.to)
          .map((token) => token.written)
          .join(' '),
      },
    }))
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}

function uniqueRoles(roles: readonly RoleName[]): RoleName[] {
  return roles.filter((role, i) => roles.findIndex((other) => other.as.join() === role.as.join()) === i)
}
