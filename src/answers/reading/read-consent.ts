import { tokenise } from '../../search/danish'
import type { Lexicon } from '../../search/lexicon'
import { isPolite } from './read-command'

/** Whether a text says yes or no to what was asked just before, and nothing else. Pure. */
export type ConsentReader = (text: string) => 'yes' | 'no' | undefined

export function createConsentReader({ consent }: Lexicon): ConsentReader {
  const yes = new Set(consent.yes.map(lineOf))
  const no = new Set(consent.no.map(lineOf))
  return (text) => {
    const line = lineOf(text)
    if (yes.has(line)) return 'yes'
    return no.has(line) ? 'no' : undefined
  }
}

function lineOf(text: string): string {
  const words = tokenise(text).filter((token) => !isPolite(token))
  return words.map((token) => token.folded).join(' ')
}
