import type { Care } from './care-words'
import { spokenIn } from './spoken'

/** How much a message is like those of people in trouble, and like whose. */
export interface CareLikeness {
  /** From -1 (like harmless ones alone) to 1 (like those of trouble alone). */
  readonly score: number
  /** How near the nearest of those of trouble is, from 0 to 1 (the same words). */
  readonly nearness: number
  readonly care: Care
}

export interface Example {
  readonly text: string
  readonly kind: Care | 'near'
  /** How much it counts among the nearest. */
  readonly weight: number
}

/** So many of the nearest examples have a say; a nearer one has more. */
const mostNearest = 80
/** A feature that more examples than this share of them have tells nothing and costs much. */
const commonShare = 0.1
/** Features are kept by a number of this many bits: two that fall together do no harm among so many. */
const bits = 20
const mostWords = 400

/**
 * Compares a message with examples: nothing is learnt, the nearest are looked up and weighed. Rare words and pairs of words in
 * common count most (tf-idf and cosine). Made at the first message, since making it takes longer than a start should.
 */
export function createLikeness(examples: () => readonly Example[]): (text: string) => CareLikeness {
  let index: Index | undefined
  return (text) => {
    index ??= makeIndex(examples())
    return likenessIn(index, text)
  }
}

interface Index {
  readonly examples: readonly Example[]
  /** Where each feature's examples begin in `documents` and `values`. */
  readonly starts: Int32Array
  readonly documents: Int32Array
  readonly values: Float32Array
  readonly rarities: Float32Array
}

function makeIndex(examples: readonly Example[]): Index {
  const counted = examples.map(({ text }) => countFeatures(text))
  const starts = new Int32Array(2 ** bits + 1)
  for (const features of counted)
    for (const feature of features.keys()) starts[feature + 1] = (starts[feature + 1] ?? 0) + 1
  const rarities = new Float32Array(2 ** bits)
  const total = examples.length
  for (let feature = 0; feature < rarities.length; feature++) {
    const count = starts[feature + 1] ?? 0
    rarities[feature] = count > commonShare * total ? 0 : Math.log((1 + total) / (1 + count)) + 1
    starts[feature + 1] = (starts[feature] ?? 0) + count
  }
  const documents = new Int32Array(starts[2 ** bits] ?? 0)
  const values = new Float32Array(documents.length)
  const next = starts.slice()
  for (const [document, features] of counted.entries()) {
    const length = lengthOf(features, rarities)
    for (const [feature, count] of features) {
      const place = next[feature] ?? 0
      documents[place] = document
      values[place] = (weightOf(count) * (rarities[feature] ?? 0)) / length
      next[feature] = place + 1
    }
  }
  return { examples, starts, documents, values, rarities }
}

function likenessIn({ examples, starts, documents, values, rarities }: Index, text: string): CareLikeness {
  const features = countFeatures(text)
  const length = lengthOf(features, rarities)
  const near = new Float32Array(examples.length)
  for (const [feature, count] of features) {
    const rarity = rarities[feature] ?? 0
    if (rarity === 0) continue
    const value = (weightOf(count) * rarity) / length
    for (let place = starts[feature] ?? 0; place < (starts[feature + 1] ?? 0); place++) {
      const document = documents[place] ?? 0
      near[document] = (near[document] ?? 0) + value * (values[place] ?? 0)
    }
  }
  const votes = { life: 0, self: 0, other: 0, near: 0 }
  let nearness = 0
  for (const document of nearest(near)) {
    const { kind, weight } = examples[document] ?? { kind: 'near', weight: 0 }
    const value = near[document] ?? 0
    votes[kind] += weight * value ** 2
    if (kind !== 'near') nearness = Math.max(nearness, value)
  }
  const trouble = votes.life + votes.self + votes.other
  const all = trouble + votes.near
  const others: Care = votes.self >= votes.other ? 'self' : 'other'
  return {
    score: all === 0 ? -1 : (trouble - votes.near) / all,
    nearness,
    care: votes.life >= votes[others] ? 'life' : others,
  }
}

/** The nearest of them, kept in order while all are looked at once. */
function nearest(near: Float32Array): number[] {
  const found: number[] = []
  let least = 0
  for (let document = 0; document < near.length; document++) {
    const value = near[document] ?? 0
    if (value <= least) continue
    let place = found.length
    while (place > 0 && (near[found[place - 1] ?? 0] ?? 0) < value) place -= 1
    found.splice(place, 0, document)
    if (found.length > mostNearest) found.pop()
    if (found.length === mostNearest) least = near[found[mostNearest - 1] ?? 0] ?? 0
  }
  return found
}

const weightOf = (count: number) => 1 + Math.log(count)

function lengthOf(features: ReadonlyMap<number, number>, rarities: Float32Array): number {
  let sum = 0
  for (const [feature, count] of features) sum += (weightOf(count) * (rarities[feature] ?? 0)) ** 2
  return Math.sqrt(sum) || 1
}

const beginning = 5

/** What a message is compared by: its words, their beginnings (which inflections share), and pairs of these, next to each other or with a word between. */
function countFeatures(text: string): Map<number, number> {
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
  return ((value >>> bits) ^ value) & (2 ** bits - 1)
}
