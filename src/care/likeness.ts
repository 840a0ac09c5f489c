import type { Care } from './care-words'
import { countFeatures, weightOf } from './likeness-features'
import { exampleKinds, type LikenessIndex, lengthOf, placeOfFeature, rarity } from './likeness-index'

/** How much a message is like those of people in trouble, and like whose. */
export interface CareLikeness {
  /** From -1 (like harmless ones alone) to 1 (like those of trouble alone). */
  readonly score: number
  /** How near the nearest of those of trouble is, from 0 to 1 (the same words). */
  readonly nearness: number
  readonly care: Care
}

/** So many of the nearest examples have a say; a nearer one has more. */
const mostNearest = 80

/**
 * Compares a message with examples: nothing is learnt, the nearest are looked up and weighed. Rare words and pairs of words in
 * common count most (tf-idf and cosine). @param made asked for at the first message
 */
export function createLikeness(made: () => LikenessIndex): (text: string) => CareLikeness {
  let index: LikenessIndex | undefined
  return (text) => {
    index ??= made()
    return likenessIn(index, text)
  }
}

function likenessIn(index: LikenessIndex, text: string): CareLikeness {
  const { kinds, weights, starts, documents, values } = index
  const features = countFeatures(text)
  const places = new Map([...features.keys()].map((feature) => [feature, placeOfFeature(index, feature)]))
  const countAt = (place: number) => (place < 0 ? 0 : (starts[place + 1] ?? 0) - (starts[place] ?? 0))
  const rarityOf = (feature: number) => rarity(countAt(places.get(feature) ?? -1), kinds.length)
  const length = lengthOf(features, rarityOf)
  const near = new Float32Array(kinds.length)
  for (const [feature, count] of features) {
    const place = places.get(feature) ?? -1
    const value = (weightOf(count) * rarityOf(feature)) / length
    if (place < 0 || value === 0) continue
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++) {
      const document = documents[at] ?? 0
      near[document] = (near[document] ?? 0) + value * (values[at] ?? 0)
    }
  }
  const votes = { life: 0, self: 0, other: 0, near: 0 }
  let nearness = 0
  for (const document of nearest(near)) {
    const kind = exampleKinds[kinds[document] ?? 0] ?? 'near'
    const value = near[document] ?? 0
    votes[kind] += (weights[document] ?? 0) * value ** 2
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
