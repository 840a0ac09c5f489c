const numbers = new Map(
  (
    [
      [1, 'en et én ét første a an one first'],
      [2, 'to par two couple anden second'],
      [3, 'tre three tredje third'],
      [4, 'fire four fjerde fourth'],
      [5, 'fem five femte fifth'],
      [6, 'seks six sjette sixth'],
      [7, 'syv seven'],
      [8, 'otte eight'],
      [9, 'ni nine'],
      [10, 'ti ten'],
      [11, 'elleve eleven'],
      [12, 'tolv twelve'],
      [14, 'fjorten fourteen'],
    ] as const
  ).flatMap(([number, words]) => words.split(' ').map((word) => [word, String(number)] as const)),
)

/** Said in several words, meant as one. In order: what comes first may make what comes later. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(et )?halvt (år|aar)\b|\bhalf a year\b|\bhalf of a year\b/g, '6 måneder'],
  [/\b(et|a) (par|couple)( of)?\b/g, '2'],
  [/\b14 ?(dage|days)\b/g, '14 dage'],
  [/\b(til og med|t o m|tom|through|up to and including|until and including)\b/g, 'tilogmed'],
  [/\b(frem til|indtil|until|till)\b/g, 'til'],
  // "To" is a number before a unit, and a way to somewhere before all else.
  [/\bto(?= (uger?|dage?|måneder|maaneder|år|aar|gange|weeks?|days?|months?|years?)\b)/g, '2'],
  [/(?<=\S )to\b/g, 'til'],
  [/\b(fra og med|f o m|from|starting|beginning|begyndende|startende)\b/g, 'fra'],
  [/\bjul og nytår\b|\bchristmas and new year\b/g, 'julognytår'],
  [/\bkristi himmelfart(sdag|sferien)?\b|\bascension( day)?\b/g, 'himmelfart'],
  [/\bday after tomorrow\b/g, 'overmorgen'],
  [/\bday before yesterday\b/g, 'forgårs'],
  [/\b(i )?løbet af\b/g, ''],
]

/** Say nothing of when. */
const fillers = new Set(
  'den d de det der i om på af ved for hen hele hel på over st nd rd th frem ahead onwards the of in on at all whole during under kun bare også'.split(
    ' ',
  ),
)

/** What a text says of time, in the few forms that are read: small letters, numbers as digits, no filling words, no punctuation. */
export function dateWords(text: string): string[] {
  const written =
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/\p{L}+|\d+/gu) ?? []
  const spelt = phrases.reduce((said, [pattern, word]) => said.replace(pattern, word), written.join(' '))
  return spelt
    .split(' ')
    .filter((word) => word !== '' && !fillers.has(word))
    .map((word) => numbers.get(word) ?? word)
}

/** Whether a day is named by its number alone: "den 15.", "the 1st". */
export function namesDay(text: string): boolean {
  return /(?<!\p{L})(den|d|the)\.? +\d{1,2}(?!\d)/iu.test(text)
}
