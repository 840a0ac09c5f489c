import { once } from '../../async/once'
import type { Token } from '../../search/danish'
import { tokenise } from '../../search/danish'
import type { Cue } from '../../search/lexicon'
import type { Match } from '../../search/phrases'
import type { Concept, Vocabulary } from '../../search/vocabulary'
import type { AskedRole } from '../question'
import type { Shares } from './counted-kinds'
import type { Likeness } from './examples'
import type { Known } from './known'
import { maskWords, slotWords } from './mask-words'
import { unknownMunicipalities } from './municipalities'
import type { OwnPeople } from './own-people'
import { peopleNamed } from './people-named'
import { type AskedThing, readRoles } from './read-roles'

/** What a text names, found before anybody asks what it wants. */
export interface Findings {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly frameworks: readonly string[]
  /** What the asker says they are: "jeg er kontraktholder". */
  readonly self: AskedRole | undefined
  /** Roles that are asked about or spoken of. */
  readonly roles: readonly AskedRole[]
  /** The text begins with a role. */
  readonly isRoleFirst: boolean
  readonly relative: OwnPeople | undefined
  /** The last word of what is asked of and is no role. */
  readonly thing: AskedThing | undefined
  /** Where somebody is called by name: no words to search for. */
  readonly people: ReadonlySet<number>
  readonly areas: readonly string[]
  readonly unknownMunicipality: string | null
  /** Content words that belong to no name and no cue. */
  readonly concepts: readonly Concept[]
  readonly has: (cue: Cue) => boolean
  /** Whether the text begins with the cue. */
  readonly startsWith: (cue: Cue) => boolean
  /** Asks what the document says, whatever about. */
  readonly asksFramework: boolean
  /** What example lines the text is like. */
  readonly like: () => Likeness
  /** What its words are counted to ask for. */
  readonly counted: () => Shares
}

/** How like an example of any of these kinds a text is. */
export function likeOneOf({ like }: Pick<Findings, 'like'>, kinds: readonly string[]): number {
  const scores = like()
  return Math.max(...kinds.map((kind) => scores.get(kind) ?? 0))
}

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

type Reader = Pick<Known, 'names' | 'vocabulary' | 'examples' | 'counted'>

/** Finds the names, cues and content words of a text. Pure. */
export function findNames({ names, vocabulary, examples, counted }: Reader, text: string): Findings {
  const written = tokenise(text)
  const unknown = unknownMunicipalities(names, written)
  // A municipality's name is no misspelt word.
  const isName = (at: number) => unknown.some(({ from, to }) => from <= at && at < to)
  const tokens = vocabulary.correct(written).map((token, i) => (isName(i) ? (written[i] ?? token) : token))
  const known = names.frameworks.find(tokens)
  const named = new Set(tokens.filter((_, at) => isName(at)))
  const isWord = (token: Token) => named.has(token) || vocabulary.isKnown(token)
  const roles = readRoles(names, { text, tokens, isWord, isStopword: vocabulary.isStopword })
  const slots = positions([...known, ...roles.places, ...unknown])
  const people = peopleNamed(names.isGivenName, tokens).filter(({ from }) => !slots.has(from))
  const cues = names.cues.findAll(tokens).filter((match) => !slots.has(match.from) && !isOtherWord(match, tokens))
  const has = (cue: Cue) => cues.some((match) => match.value === cue)
  const isNoContent = (cue: Cue) => structural.has(cue) || (cue === 'roleWords' && roles.places.length > 0)
  const areas = names.areasIn(tokens).filter((match) => !slots.has(match.from))
  const consumed = positions([
    ...known,
    ...roles.places,
    ...unknown,
    ...people,
    ...cues.filter((match) => isNoContent(match.value)),
  ])
  const places = { ROLLE: roles.places, KOMMUNE: [...known, ...unknown], OMRÅDE: areas }
  const concepts = once(() =>
    contentOf(vocabulary, tokens, consumed, telling.some(has) ? undefined : new Set([...slots, ...positions(people)])),
  )
  return {
    text,
    tokens,
    frameworks: [...new Set(known.map((match) => match.value))],
    self: roles.self,
    roles: roles.named,
    isRoleFirst: roles.isFirst,
    relative: roles.relative,
    thing: roles.thing,
    people: positions(people),
    areas: [...new Set(areas.map((match) => match.value))],
    unknownMunicipality: unknown[0]?.value ?? null,
    get concepts() {
      return concepts()
    },
    has,
    startsWith: (cue) => cues.some((match) => match.value === cue && match.from === 0),
    like: once(() => examples.like(maskWords(tokens, places, examples))),
    counted: once(() => counted.sharesOf(slotWords(written, places))),
    asksFramework: tokens.some((token) =>
      /grundlag|framework|^dokument(et|er|erne|s)?$|^(pol|styre|ledelses)?papir(et|er|erne)?$/.test(token.folded),
    ),
  }
}

/** "Forskellighed" has the stem of "forskel" and asks for no comparison. */
function isOtherWord({ from, to }: Match<Cue>, tokens: readonly Token[]): boolean {
  return to - from === 1 && /hed(en|er|erne|s)?$/.test(tokens[from]?.folded ?? '')
}

/** The content of the text; where nothing else is wanted ("hvad er god ledelse"), the everyday words of the field count too. */
function contentOf(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  consumed: ReadonlySet<number>,
  slots: ReadonlySet<number> | undefined,
): readonly Concept[] {
  const content = vocabulary.concepts(tokens, consumed)
  if (content.length > 0 || !slots) return content
  return vocabulary.concepts(tokens, slots).filter((concept) => concept.isTopic)
}

function positions(matches: readonly { from: number; to: number }[]): Set<number> {
  return new Set(matches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)))
}
