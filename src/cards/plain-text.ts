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
    .replace(/(https?|ftp|mailto|tel)(?=:)|www(?=\.)/gi, (scheme) => scheme + wordJoiner)
}

/** A text somebody typed, as paragraphs for RichTextBlocks: clients differ in what they make of a line break. */
export function paragraphs(text: string): string[] {
  return inert(text)
    .split(/\s*\r?\n\s*|\s*\r\s*/)
    .filter((paragraph) => paragraph.trim() !== '')
}
