import type { Token } from './danish'

/** What can stand after courage ("mod til at"); before a noun "mod" is the preposition ("på vej mod dit område"). */
const afterCourage = new Set([undefined, 'til', 'på', 'og', 'eller', 'nok', 'i', 'hos'])
const beforeTowards = new Set(['ud', 'op', 'frem', 'ind', 'ned', 'hen'])

/** Courage is spelt like the preposition and like half of "mod- og medspil"; "for tiden" is no time. */
export function isLookalike(tokens: readonly Token[], at: number): boolean {
  const [before = '', word = '', after, last] = [-1, 0, 1, 2].map((step) => tokens[at + step]?.letters)
  if (before === 'for' && word === 'tiden') return true
  return word === 'mod' && (!afterCourage.has(after) || beforeTowards.has(before) || last === 'medspil')
}
