const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' })
/** What people see as one character is hardly longer; an endless pile of accents is cut through. */
const longestGrapheme = 64

/** The beginning of a text, cut where no character falls apart: a flag, a face of several parts and a letter with its accents stay whole. @param most UTF-16 units */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  const around = text.slice(0, most + longestGrapheme)
  const start = graphemes.segment(around).containing(most)?.index ?? most
  return text.slice(0, most - start > longestGrapheme ? most : start)
}
