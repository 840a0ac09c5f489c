/** What XML 1.0 cannot hold: control characters, halves of a character, and two that are none. Word refuses a file with one. */
const unfit = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/** A text that somebody typed, fit for a document. */
export function xmlText(text: string): string {
  return text.replace(unfit, (character) => (character === '\t' ? ' ' : ''))
}
