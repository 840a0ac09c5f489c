import type { Library } from '../../framework/library'
import { type Token, tokenise } from '../../search/danish'
import type { Cue, Lexicon } from '../../search/lexicon'
import { createPhraseBook, type Match, type PhraseBook } from '../../search/phrases'
import { cuePhrases } from '../../search/vocabulary'
import type { RoleName } from './role-name'

/** Everything that has a name a question may use, found by its stems. */
export interface Names {
  readonly frameworks: PhraseBook<string>
  /** Municipalities whose framework is not here. */
  readonly unknown: PhraseBook<string>
  readonly cues: PhraseBook<Cue>
  readonly questionWords: ReadonlySet<string>
  /** They make a question only where it begins with them ("kan jeg …", "siger Odder …"). */
  readonly questionVerbs: ReadonlySet<string>
  /** Roles and job titles, whatever is said of them. */
  rolesIn(tokens: readonly Token[]): Match<RoleName>[]
  /** Words for people who lead nobody ("pædagog"): a role only where one is asked about. */
  isProfession(token: Token): boolean
  isGivenName(token: Token): boolean
  /** Roles that are named by a word of every other question, so that only what stands around it tells. */
  readonly bare: {
    readonly employee: RoleName | undefined
    readonly politician: RoleName | undefined
    readonly leader: RoleName | undefined
    /** Who leads leaders. */
    readonly leading: RoleName | undefined
  }
  areasIn(tokens: readonly Token[]): Match<string>[]
  /** A profile's role as a name, so that it can be looked up in another framework. */
  roleOf(framework: string, slug: string): RoleName | undefined
}

const shortestEnding = 6

export function createNames(library: Library, lexicon: Lexicon): Names {
  const roles = roleNames(library, lexicon)
  const isOfLeading = (tokens: readonly Token[]) => tokens.some((token) => /ledels/.test(token.folded))
  const roleBook = createPhraseBook(roles.phrases.filter(([phrase]) => !isOfLeading(phrase)))
  const leadingBook = createPhraseBook(roles.phrases.filter(([phrase]) => isOfLeading(phrase)))
  const areas = areaNames(library, lexicon)
  const areaBook = createPhraseBook(areas)
  const areaWords = areas.flatMap(([phrase]) => (phrase.length === 1 && phrase[0] ? [phrase[0].folded] : []))
  const known = new Set(library.frameworks.map((framework) => framework.name.toLowerCase()))
  const foreign = lexicon.municipalities.filter((name) => !known.has(name.toLowerCase()))
  const cues = (Object.keys(lexicon.cues) as Cue[]).flatMap((cue) =>
    cuePhrases(lexicon, cue).map((phrase) => [tokenise(phrase), cue] as const),
  )
  const professions = lexicon.professions.map(tokenise).flatMap((tokens) => (tokens.length === 1 ? tokens : []))
  const professionStems = new Set(professions.map((token) => token.stem))
  const endings = professions.map((token) => token.stem).filter((stem) => stem.length >= shortestEnding)
  const givenNames = new Set(lexicon.givenNames.map((name) => name.toLowerCase()))
  return {
    frameworks: createPhraseBook(library.frameworks.map(({ name, slug }) => [tokenise(name), slug] as const)),
    unknown: createPhraseBook(foreign.map((name) => [tokenise(name), name] as const)),
    cues: createPhraseBook(cues),
    questionWords: foldedWords(lexicon.questionWords),
    questionVerbs: foldedWords(lexicon.questionVerbs),
    // "Mettes" is Mette's.
    isGivenName: ({ letters }) => givenNames.has(letters) || givenNames.has(letters.replace(/s$/, '')),
    bare: {
      employee: roles.named('medarbejder'),
      politician: roles.named('politikere'),
      leader: roles.named('leder-af-medarbejdere'),
      leading: roles.named('leder-af-ledere'),
    },
    // "Faglig ledelse" has the stems of "faglig leder" and is none.
    rolesIn: (tokens) => [
      ...roleBook.find(tokens).filter(({ from, to }) => !isOfLeading(tokens.slice(from, to))),
      ...leadingBook.find(tokens).filter(({ from, to }) => isOfLeading(tokens.slice(from, to))),
    ],
    // "Økonomikonsulent" is a consultant.
    isProfession: ({ stem }) => professionStems.has(stem) || endings.some((ending) => stem.endsWith(ending)),
    // A one-word area is named by the word itself ("følgeskabet"), not by its kin ("faglig" is not "faglighed").
    areasIn: (tokens) =>
      areaBook
        .findAll(tokens)
        .filter(({ from, to }) => to - from > 1 || areaWords.some((word) => isNamedBy(word, tokens, from))),
    roleOf(framework, slug) {
      const role = library.role(framework, slug)
      if (!role) return undefined
      const others = roles.named(slug)?.as.filter((other) => other !== slug) ?? []
      return { said: role.title, level: role.level, as: [slug, ...others], use: 'general' }
    },
  }
}

function foldedWords(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap(tokenise).map((token) => token.folded))
}

function roleNames(library: Library, lexicon: Lexicon) {
  const known = lexicon.roles.map(
    (entry): RoleName => ({ said: entry.name, level: entry.level, as: entry.as, use: 'general' }),
  )
  /** The name a slug goes by: the one it stands first in, else any. */
  const named = (slug: string) =>
    known.find((candidate) => candidate.as[0] === slug) ?? known.find((candidate) => candidate.as.includes(slug))
  const general = new Set(lexicon.roles.map((entry) => keyOf(tokenise(entry.name))))
  const titles = new Set(library.frameworks.flatMap((f) => f.roles.map((role) => keyOf(tokenise(role.title)))))
  const useOf = (phrase: readonly Token[]) => {
    const key = keyOf(phrase)
    return titles.has(key) && !general.has(key) ? 'framework' : 'general'
  }
  const spoken = lexicon.roles.flatMap(({ name, level, as, words, titles: jobs, en }) => {
    const role = (use: RoleName['use']): RoleName => ({ said: name, level, as, use })
    return [
      ...[...words, ...en].map(tokenise).map((phrase) => [phrase, role(useOf(phrase))] as const),
      ...jobs.map((phrase) => [tokenise(phrase), role('job')] as const),
    ]
  })
  const spokenKeys = new Set(spoken.map(([phrase]) => keyOf(phrase)))
  // A bare "ledere" or "medarbejdere" is a word of every other question, not the naming of a role.
  const titled = library.frameworks
    .flatMap((framework) => framework.roles)
    .filter((role) => role.level !== null && role.level !== 'employee')
    .map(({ title, level, slug }) => {
      const others = named(slug)?.as.filter((other) => other !== slug) ?? []
      return [tokenise(title), { said: title, level, as: [slug, ...others], use: 'framework' as const }] as const
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
    framework.areas.filter((area) => area.type === 'focus').map((area) => [tokenise(area.title), area.slug] as const),
  )
  const spoken = Object.entries(lexicon.areas).flatMap(([slug, names]) =>
    names.map((name) => [tokenise(name), slug] as const),
  )
  return [...titles, ...spoken]
}

const beforeNoun = new Set(
  'om under omkring inden ordet vardien vise viser udvise udviser begrebet altsa med af sporgsmal hedder er'.split(' '),
)
const afterNoun = new Set('i hos og hvad som er for hvordan eller ifolge in'.split(' '))

/** "Mod" is also the preposition: so short a name needs a word before it, and nothing that it could belong to after it. */
function isNamedBy(word: string, tokens: readonly Token[], at: number): boolean {
  const folded = tokens[at]?.folded ?? ''
  if (word.length > 3) return folded.startsWith(word)
  const [before, after] = [tokens[at - 1]?.folded, tokens[at + 1]?.folded]
  const isAlone = before === undefined || beforeNoun.has(before)
  return folded === word && isAlone && (after === undefined || afterNoun.has(after))
}
