import { type Token, tokenise } from '../search/danish'
import type { Lexicon } from '../search/lexicon'

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

  return (text) => {
    const tokens = tokenise(text).filter((token) => !polite.has(token.folded))
    const stems = stemsOf(tokens)
    const exact = whole.get(stems)
    if (exact) return { name: exact, rest: '' }
    for (const start of starts) {
      if (!stems.startsWith(start.stems)) continue
      const rest = tokens.slice(start.stems.split(' ').length - 1).map((token) => token.written)
      return { name: start.name, rest: rest.join(' ') }
    }
    return undefined
  }
}

const polite = new Set(['tak', 'lige', 'venligst', 'please', 'pejling', 'hej'])

/** Ends in a blank, so that one phrase is no beginning of another's word. */
function stemsOf(tokens: readonly Token[]): string {
  return tokens.map((token) => `${token.stem} `).join('')
}
