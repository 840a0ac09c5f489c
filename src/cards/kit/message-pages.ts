/** Of a message as it is sent: 80 KB of UTF-16 to be safe (docs/teams-facts.md#size-of-a-message), less envelope. */
const mostCharacters = 32_000

/** As many parts to a page as fit. A part alone is always shorter than a page: nothing stored is longer than 2,000 characters. */
export function packPages(parts: readonly string[], between: string): string[] {
  const pages: string[] = []
  let length = Number.POSITIVE_INFINITY
  for (const part of parts) {
    const added = JSON.stringify(part + between).length
    if (length + added > mostCharacters) {
      pages.push(part)
      length = added
    } else {
      pages[pages.length - 1] += between + part
      length += added
    }
  }
  return pages
}
