import type { Token } from '../search/danish'
import { tokenise } from '../search/danish'
import type { Cue } from '../search/lexicon'
import type { Match } from '../search/phrases'
import type { Concept, Vocabulary } from '../search/vocabulary'
import type { Names } from './names'
import type { RoleName } from './query'

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

/** Questions are cut here before they are read: nobody asks in more words, and work per turn stays bounded. */
const longestQuestion = 1_000

/** Cues that say what is wanted, not what it is about: their words are no content. */
const structural: ReadonlySet<Cue> = new Set([
  'expectations',
  'pitfalls',
  'definition',
  'compare',
  'against',
  'transition',
  'help',
  'followUp',
  'self',
  'domain',
  'everywhere',
  'smallTalk',
])

/** With one of these the question is about a role or framework as a whole, and words such as "leder" are no topic. */
const telling: readonly Cue[] = ['expectations', 'pitfalls', 'compare', 'transition', 'roleWords']

/** Finds the names, cues and content words of a text. Pure. */
export function findNames(names: Names, vocabulary: Vocabulary, text: string): Findings {
  const tokens = vocabulary.correct(tokenise(text.slice(0, longestQuestion)))
  const frameworks = names.frameworks.find(tokens)
  const named = names.rolesIn(tokens)
  const roles = named.length > 0 ? originFirst(named, tokens) : bareRoles(names, tokens)
  const unknown = names.unknown.find(tokens)
  const slots = positions([...frameworks, ...roles, ...unknown])
  const cues = names.cues.findAll(tokens).filter((match) => !slots.has(match.from) && !isOtherWord(match, tokens))
  const has = (cue: Cue) => cues.some((match) => match.value === cue)
  const isNoContent = (cue: Cue) => structural.has(cue) || (cue === 'roleWords' && roles.length > 0)
  const consumed = positions([...frameworks, ...roles, ...unknown, ...cues.filter((match) => isNoContent(match.value))])
  const area = names.areasIn(tokens).findLast((match) => !slots.has(match.from))
  return {
    tokens,
    frameworks: [...new Set(frameworks.map((match) => match.value))],
    roles: distinctRoles(roles.map((match) => match.value)),
    area: area?.value ?? null,
    unknownMunicipality: unknown[0]?.value ?? null,
    concepts: contentOf(vocabulary, tokens, consumed, telling.some(has) ? undefined : slots),
    has,
    startsWith: (cue) => cues.some((match) => match.value === cue && match.from === 0),
    isQuestion: text.includes('?') || asks(names, text.slice(0, longestQuestion)),
    asksFramework: tokens.some((token) => /grundlag|framework/.test(token.folded)),
  }
}

/** "Forskellighed" has the stem of "forskel" and asks for no comparison. */
function isOtherWord({ from, to }: Match<Cue>, tokens: readonly Token[]): boolean {
  return to - from === 1 && /hed(en|er|erne|s)?$/.test(tokens[from]?.folded ?? '')
}

const origins = new Set(['fra', 'from', 'var', 'was', 'efter'])

/** "Når jeg kommer fra leder af medarbejdere": where one comes from stands first, wherever in the sentence it is said. */
function originFirst(roles: readonly Match<RoleName>[], tokens: readonly Token[]): Match<RoleName>[] {
  const isOrigin = ({ from }: Match<RoleName>) =>
    tokens.slice(Math.max(0, from - 4), from).some((token) => origins.has(token.folded))
  return [...roles.filter(isOrigin), ...roles.filter((role) => !isOrigin(role))]
}

const before = new Set(['af', 'for', 'har', 'begar', 'til', 'of', 'do'])
const beginnings = new Set(['bliver', 'blive', 'blevet', 'vare', 'ny', 'become', 'becoming', 'new'])

/** "Forventes af medarbejdere", "skal være leder for første gang": the bare word is the role only after such a word. */
function bareRoles(names: Names, tokens: readonly Token[]): Match<RoleName>[] {
  const isOwn = tokens.some((token) => token.folded === 'mig' || token.folded === 'me')
  for (const [from, { written, folded, stem }] of tokens.entries()) {
    const near = tokens.slice(Math.max(0, from - 2), from).map((token) => token.folded)
    const isAsked =
      !isOwn &&
      near.some((word) => before.has(word)) &&
      tokens.some((token) => /^(forvent|faldgrub|krav|fejl|expect|pitfall)/.test(token.folded))
    const isNew = near.some((word) => beginnings.has(word))
    const role =
      isAsked && (stem === 'medarbejd' || folded === 'employees')
        ? names.bare.employee
        : isAsked && /^politiker/.test(folded)
          ? names.bare.politician
          : isNew && /^(leder|manager|leader)$/.test(folded)
            ? names.bare.leader
            : undefined
    if (role) return [{ value: { ...role, said: written }, from, to: from + 1 }]
  }
  return []
}

/** A question begins with a question word, or has one after a comma ("jeg er ny, hvad nu"); inside a clause it tells ("ved hvem"). */
function asks(names: Names, text: string): boolean {
  return text.split(',').some((part, i) => {
    const first = tokenise(part)[0]?.folded ?? ''
    return names.questionWords.has(first) && (i === 0 || !names.questionVerbs.has(first))
  })
}

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

function positions(matches: readonly { from: number; to: number }[]): Set<number> {
  return new Set(matches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)))
}

function distinctRoles(roles: readonly RoleName[]): RoleName[] {
  return roles.filter((role, i) => roles.findIndex((other) => other.as.join() === role.as.join()) === i)
}
