import { cutText } from '../../text/cut-text'

/** The beginning of a text, cut between words, as one line. @param most characters, before the mark that says it goes on */
export function shortened(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= most) return flat
  const cut = cutText(flat, most)
  const space = cut.lastIndexOf(' ')
  // A text without blanks is cut where it must be.
  const whole = space > most / 2 ? cut.slice(0, space) : cut
  return `${whole.trimEnd()} …`
}
