import type { Library } from '../framework/library'
import { allLeaders } from '../framework/schema'
import { type Token, tokenise } from '../search/danish'
import type { Cue, Lexicon } from '../search/lexicon'
import { createPhraseBook, type Match, type PhraseBook } from '../search/phrases'
import { cuePhrases } from '../search/vocabulary'
import type { RoleName } from './query'

/** Everything that has a name a question may use, found by its stems. */
export interface Names {
  readonly frameworks: PhraseBook<string>
  /** Municipalities whose framework is not here. */
  readonly unknown: PhraseBook<string>
  readonly cues: PhraseBook<Cue>
  readonly questionWords: ReadonlySet<string>
  /** They make a question only where it begins with them ("kan jeg …", "siger Odder …"). */
  readonly questionVerbs: ReadonlySet<string>
  rolesIn(tokens: readonly Token[]): Match<RoleName>[]
  /** Roles that are named by a word of every other question, so that only what stands around it tells. */
  readonly bare: {
    readonly employee: RoleName | undefined
    readonly politician: RoleName | undefined
    readonly leader: RoleName | undefined
  }
  areasIn(tokens: readonly Token[]): Match<string>[]
  /** A profile's role as a name, so that it can be looked up in another framework. */
  roleOf(framework: string, slug: string): RoleName | undefined
}

export function createNames(library: Library, lexicon: Lexicon): Names {
  const roles = roleNames(library, lexicon)
  const roleBook = createPhraseBook(roles.phrases)
  const areas = areaNames(library, lexicon)
  const areaBook = createPhraseBook(areas)
  const areaWords = areas
    .flatMap(([phrase]) => (phrase.length === 1 && phrase[0] ? [phrase[0].folded] : []))
    // "Mod" is also the preposition, so the shortest names need a word beside them ("værdien mod").
    .filter((word) => word.length > 3)
  const known = new Set(library.frameworks.map((framework) => framework.name.toLowerCase()))
  const foreign = lexicon.municipalities.filter((name) => !known.has(name.toLowerCase()))
  const cues = (Object.keys(lexicon.cues) as Cue[]).flatMap((cue) =>
    cuePhrases(lexicon, cue).map((phrase) => [tokenise(phrase), cue] as const),
  )
  return {
    frameworks: createPhraseBook(library.frameworks.map(({ name, slug }) => [tokenise(name), slug] as const)),
    unknown: createPhraseBook(foreign.map((name) => [tokenise(name), name] as const)),
    cues: createPhraseBook(cues),
    questionWords: foldedWords(lexicon.questionWords),
    questionVerbs: foldedWords(lexicon.questionVerbs),
    bare: {
      employee: roles.named('medarbejder'),
      politician: roles.named('politikere'),
      leader: roles.named('leder-af-medarbejdere'),
    },
    rolesIn: (tokens) => askedAbout(roleBook.find(tokens), tokens),
    // A one-word area is named by the word itself ("følgeskabet"), not by its kin ("faglig" is not "faglighed").
    areasIn: (tokens) =>
      areaBook
        .findAll(tokens)
        .filter(({ from, to }) => to - from > 1 || areaWords.some((word) => tokens[from]?.folded.startsWith(word))),
    roleOf(framework, slug) {
      const role = library.role(framework, slug)
      if (!role) return undefined
      const others = roles.named(slug)?.as.filter((other) => other !== slug) ?? []
      return { said: role.title, level: role.level, as: [slug, ...others] }
    },
  }
}

function foldedWords(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap(tokenise).map((token) => token.folded))
}

function roleNames(library: Library, lexicon: Lexicon) {
  const known = lexicon.roles.map((entry): RoleName => ({ said: entry.name, level: entry.level, as: entry.as }))
  /** The name a slug goes by: the one it stands first in, else any. */
  const named = (slug: string) =>
    known.find((candidate) => candidate.as[0] === slug) ?? known.find((candidate) => candidate.as.includes(slug))
  const spoken = lexicon.roles.flatMap((entry, i) =>
    [...entry.words, ...entry.en].map((phrase) => [tokenise(phrase), known[i] as RoleName] as const),
  )
  const spokenKeys = new Set(spoken.map(([phrase]) => keyOf(phrase)))
  // A bare "ledere" or "medarbejdere" is a word of every other question, not the naming of a role.
  const titled = library.frameworks
    .flatMap((framework) => framework.roles)
    .filter((role) => role.level !== null && role.level !== 'employee')
    .map(({ title, level, slug }) => {
      const others = named(slug)?.as.filter((other) => other !== slug) ?? []
      return [tokenise(title), { said: title, level, as: [slug, ...others] }] as const
    })
    // What the lexicon has an entry for means more than the one framework's title.
    .filter(([phrase]) => !spokenKeys.has(keyOf(phrase)) && phrase.some((token) => token.stem !== 'led'))
  return { phrases: [...spoken, ...titled], named }
}

function keyOf(phrase: readonly Token[]): string {
  return phrase.map((token) => token.stem).join(' ')
}

function areaNames(library: Library, lexicon: Lexicon): (readonly [readonly Token[], string])[] {
  const titles = library.frameworks.flatMap((framework) =>
    framework.areas
      .filter((area) => area.type === 'focus' && isLeaderArea(library, framework.slug, area.slug))
      .map((area) => [tokenise(area.title), area.slug] as const),
  )
  const spoken = Object.entries(lexicon.areas).flatMap(([slug, names]) =>
    names.map((name) => [tokenise(name), slug] as const),
  )
  return [...titles, ...spoken]
}

function isLeaderArea(library: Library, framework: string, area: string): boolean {
  return library
    .select({ framework, area })
    .some((point) => point.role === allLeaders || library.role(framework, point.role)?.level !== 'employee')
}

const possessives = new Set(['min', 'mine', 'mit', 'vores', 'vor', 'my', 'our'])

/** Keeps the roles a question is about ("min chef" is somebody in the story) and how each was said. */
function askedAbout(matches: Match<RoleName>[], tokens: readonly Token[]): Match<RoleName>[] {
  return matches
    .filter((match) => !possessives.has(tokens[match.from - 1]?.folded ?? ''))
    .map(({ from, to, value }) => {
      const said = tokens.slice(from, to).map((token) => token.written)
      // "Hvad skal medarbejderne" names the last word only.
      const isPlain = value.level !== null && value.level !== 'employee'
      return { from, to, value: { ...value, said: isPlain ? said.join(' ') : (said.at(-1) ?? '') } }
    })
}
