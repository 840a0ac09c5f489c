/** A length of time that is counted in. */
export type TimeUnit = 'day' | 'week' | 'month' | 'year'

const units: readonly (readonly [RegExp, TimeUnit])[] = [
  [/^(dag|dage|day|days)$/, 'day'],
  [/^(uge|ugen|uger|week|weeks)$/, 'week'],
  [/^(måned|måneden|måneder|maaned|maaneder|month|months)$/, 'month'],
  [/^(år|året|aar|aaret|year|years)$/, 'year'],
]
const pointers = [
  [/^(næste|naeste|kommende|next|coming)$/, 'next'],
  [/^(sidste|seneste|forrige|last|past|previous)$/, 'last'],
  [/^(denne|dette|this|indeværende)$/, 'this'],
  [/^(resten|rest)$/, 'rest'],
] as const

export function unitOf(word = ''): TimeUnit | undefined {
  return units.find(([pattern]) => pattern.test(word))?.[1]
}

/** Which of several times a word points to: "næste", "sidste", "denne", "resten". */
export function pointerOf(word = ''): (typeof pointers)[number][1] | undefined {
  return pointers.find(([pattern]) => pattern.test(word))?.[1]
}

export function isNumber(word: string | undefined): word is string {
  return word !== undefined && /^\d+$/.test(word)
}

export function isYear(word: string | undefined): word is string {
  return word !== undefined && /^(19|20)\d\d$/.test(word)
}
