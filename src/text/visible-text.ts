/**
 * Characters that nobody sees and that come along when text is copied: soft hyphens, zero-width blanks and joiners, marks of
 * writing direction, a byte order mark. The joiner that holds an emoji together stays.
 */
const unseen = /[\u00AD\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g
const looseJoiner =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})/gu
const blank = /[\u00A0\u2007\u202F]/g

/** The text as its writer sees it, its letters composed, so that the same word is the same whatever it was typed with. Linear in its length. */
export function visibleText(text: string): string {
  return text.replace(unseen, '').replace(looseJoiner, '').replace(blank, ' ').normalize('NFC')
}
