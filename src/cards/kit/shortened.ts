/** The beginning of a text, cut between words, as one line. @param most characters, before the mark that says it goes on */
export function shortened(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= most) return flat
  const cut = flat.slice(0, most)
  const space = cut.lastIndexOf(' ')
  // A text without blanks is cut where it must be, though not within an emoji.
  const whole = space > most / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '')
  return `${whole.trimEnd()} …`
}
