/** U+2060: takes no room and breaks no line, but parts what a client would otherwise read as a command. */
const wordJoiner = '\u2060'

/**
 * Makes a text of somebody else's harmless where Markdown is not read: TextRun, labels, button titles, placeholders. Clients
 * still replace `{{DATE(…)}}` there, and Teams turns `<at>…</at>` into a mention. Looks the same to the reader.
 */
export function inert(text: string): string {
  return text.replace(/\{(?=\{)|<(?=\/?at\b)/gi, (start) => start + wordJoiner)
}

/** The same for a TextBlock, FactSet or anything else that reads Markdown: every mark is escaped. */
export function escapeMarkdown(text: string): string {
  return inert(text)
    .replace(/[\\`*_[\]~|<>]/g, '\\$&')
    .replace(/^(\s*)([-+#])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2')
    .replace(scheme, `$&${wordJoiner}`)
}

/** The beginning of what clients make a link of. */
const scheme = /(https?|ftp|mailto|tel)(?=:)|www(?=\.)/gi

/** U+200A: hardly any room, yet a blank, beside which a star is a star. */
const hairSpace = '\u200A'

/**
 * The same for one line where some clients read Markdown and others do not, as in the titles of check boxes: what would be escaped is
 * parted instead, since a backslash would show.
 */
export function inertEitherWay(line: string): string {
  const parted = inert(line)
    .replace(/\*+/g, `${hairSpace}$&${hairSpace}`)
    .replace(/[\\&_]|~(?=~)|\](?=[([])/g, `$&${wordJoiner}`)
    .replace(/`/g, '\u02CB')
    .replace(scheme, `$&${wordJoiner}`)
  // "20. marts" and "- nej" begin a list, but not behind something else.
  return wordJoiner + parted
}

/** A text somebody typed, as paragraphs for RichTextBlocks: clients differ in what they make of a line break. */
export function paragraphs(text: string): string[] {
  return inert(text)
    .split(/\s*\r?\n\s*|\s*\r\s*/)
    .filter((paragraph) => paragraph.trim() !== '')
}
