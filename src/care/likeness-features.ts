import { spokenIn } from './spoken'

/** Features are kept by a number of this many bits: two that fall together do no harm among so many. */
export const featureBits = 20
const mostWords = 400

/** What a feature counts in a text that has it so often. */
export const weightOf = (count: number) => 1 + Math.log(count)

const beginning = 5

/** What a message is compared by: its words, their beginnings (which inflections share), and pairs of these, next to each other or with a word between. */
export function countFeatures(text: string): Map<number, number> {
  const words = spokenIn(text).words.slice(0, mostWords)
  const begun = words.map((word) => word.slice(0, beginning))
  const counts = new Map<number, number>()
  const add = (feature: string) => {
    const number = hash(feature)
    counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  for (const [at, word] of words.entries()) {
    add(word)
    add(`~${begun[at]}`)
    if (at + 1 < words.length) add(`${begun[at]}_${begun[at + 1]}`)
    if (at + 2 < words.length) add(`${begun[at]}-${begun[at + 2]}`)
  }
  return counts
}

/** FNV-1a, folded to fewer bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return ((value >>> featureBits) ^ value) & (2 ** featureBits - 1)
}
