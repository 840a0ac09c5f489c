import { fold, type Token, tokenise } from '../../search/danish'
import type { Lexicon } from '../../search/lexicon'
import { createSpeller } from '../../search/speller'
import { createGroupReader } from './word-groups'

/** A text that asks Pejling to do something, and the rest of it: the topic of "giv mig et spørgsmål om feedback". */
export interface Command {
  readonly name: string
  readonly rest: string
}

/** Tells a command from a question. Pure; undefined when the text is no command. */
export type CommandReader = (text: string) => Command | undefined

export function createCommandReader(lexicon: Lexicon): CommandReader {
  const whole = new Map<string, string>()
  const starts: { stems: string; name: string }[] = []
  for (const [name, phrases] of Object.entries(lexicon.commands)) {
    for (const phrase of phrases.whole) whole.set(stemsOf(tokenise(phrase)), name)
    for (const phrase of phrases.start) starts.push({ stems: stemsOf(tokenise(phrase)), name })
  }
  // The longest beginning first: "giv mig et spørgsmål om" leaves less to search for than "giv mig et spørgsmål".
  starts.sort((a, b) => b.stems.length - a.stems.length)
  const openings = lexicon.openings.map((opening) => stemsOf(tokenise(opening)))
  openings.sort((a, b) => b.length - a.length)
  const readGroups = createGroupReader(lexicon)
  const commandWords = new Map(lexicon.commandWords.map((word) => [fold(word), word]))
  const nearest = createSpeller([...commandWords.keys()])

  function inPhrases(tokens: readonly Token[]): Command | undefined {
    const stems = stemsOf(tokens)
    const exact = whole.get(stems)
    if (exact) return { name: exact, rest: '' }
    for (const start of starts) {
      if (!stems.startsWith(start.stems)) continue
      const rest = tokens.slice(wordsIn(start.stems)).map((token) => token.written)
      return { name: start.name, rest: rest.join(' ') }
    }
    return undefined
  }

  /** "Kan du give mig et spørgsmål" without the first two words; undefined where it begins with the thing itself. */
  function withoutOpening(tokens: readonly Token[]): readonly Token[] | undefined {
    const stems = stemsOf(tokens)
    const opening = openings.find((candidate) => stems.startsWith(candidate))
    return opening === undefined ? undefined : tokens.slice(wordsIn(opening))
  }

  function read(tokens: readonly Token[]): Command | undefined {
    const bare = withoutOpening(tokens)
    const inGroups = readGroups(tokens)
    return inPhrases(tokens) ?? (bare && inPhrases(bare)) ?? (inGroups ? { name: inGroups, rest: '' } : undefined)
  }

  /** A short text with the words of commands put right; undefined where none was wrong. Only a whole command is taken for one then. */
  function mended(tokens: readonly Token[]): readonly Token[] | undefined {
    if (tokens.length > mostMended) return undefined
    const words = tokens.map(({ folded }) => commandWords.get(nearest(folded) ?? ''))
    if (words.every((word) => word === undefined)) return undefined
    return tokens.flatMap((token, at) => (words[at] === undefined ? [token] : tokenise(words[at])))
  }

  return (text) => {
    const tokens = tokenise(text).filter((token) => !isPolite(token))
    const command = read(tokens)
    if (command) return command
    const spelt = mended(tokens)
    const meant = spelt && read(spelt)
    return meant?.rest === '' ? meant : undefined
  }
}

/** So many words has a command that may have a slip in it. */
const mostMended = 5

const polite = new Set(['tak', 'lige', 'venligst', 'please', 'pejling', 'hej'])

/** A word that changes nothing of what is asked for. */
export function isPolite({ folded }: Token): boolean {
  return polite.has(folded)
}

/** Ends in a blank, so that one phrase is no beginning of another's word. */
function stemsOf(tokens: readonly Token[]): string {
  return tokens.map((token) => `${token.stem} `).join('')
}

function wordsIn(stems: string): number {
  return stems.split(' ').length - 1
}
