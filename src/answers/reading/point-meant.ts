const ordinals = [
  'første',
  'anden|andet',
  'tredje',
  'fjerde',
  'femte',
  'sjette',
  'syvende',
  'ottende',
  'niende',
  'tiende',
]
const english = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** Which point of the answer before a text means ("uddyb nr. 3", "det tredje", "den sidste"): from 1, or from the end where negative. */
export function pointMeant(text: string): number | undefined {
  const said = text.toLowerCase()
  const isPointing = /\b(uddyb|nr|nummer|punkt|number|point|elaborate|forklar|mere om|more about|fortæl)\b/.test(said)
  const isWhole =
    /^(og |den |det |the |nr\.? |nummer |punkt |number |point )*[\p{L}\d]+( punkt| one| tak)?[?.!]*$/u.test(said)
  if (!isPointing && !isWhole) return undefined
  const digits = /\b(\d{1,2})\b/.exec(said)
  if (digits) return isPointing || /^(nr|nummer|punkt|number|og)/.test(said) ? Number(digits[1]) : undefined
  if (/\b(sidste|last)\b/.test(said)) return -1
  const at = [ordinals, english].map((words) =>
    words.findIndex((word) => new RegExp(`(^|\\s)(${word})(\\s|$|[?.!])`).test(said)),
  )
  const found = at.find((index) => index >= 0)
  return found === undefined ? undefined : found + 1
}
