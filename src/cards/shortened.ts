/** The beginning of a text, cut between words, as one line. @param most characters, before the mark that says it goes on */
export function shortened(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= most) return flat
  const cut = flat.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > most / 2 ? space : most).trimEnd()} …`
}
