import { spokenIn } from './spoken'

/** Features are kept by a number of this many bits: two that fall together do little harm among so many. */
export const featureBits = 20
const mostWords = 400

/** The words that a message is compared by. */
export const comparedWords = (text: string): readonly string[] => spokenIn(text).words.slice(0, mostWords)

const beginning = 5

/** What words are compared by: themselves, their beginnings (which inflections share), and pairs of both, next to each other or with a word between. */
export function featuresOf(words: readonly string[]): Set<number> {
  const begun = words.map((word) => word.slice(0, beginning))
  const features = new Set<number>()
  for (const [at, word] of words.entries()) {
    features.add(hash(word))
    features.add(hash(`~${begun[at]}`))
    if (at + 1 < words.length) {
      features.add(hash(`${word} ${words[at + 1]}`))
      features.add(hash(`${begun[at]}_${begun[at + 1]}`))
    }
    if (at + 2 < words.length) features.add(hash(`${begun[at]}-${begun[at + 2]}`))
  }
  return features
}

/** FNV-1a, folded to fewer bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return ((value >>> featureBits) ^ value) & (2 ** featureBits - 1)
}
