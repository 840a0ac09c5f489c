import type { Concept } from './vocabulary'
import { weights } from './weights'

/**
 * How a text speaks of what was asked, weakest first: by nothing; only by what leaders say of it in everyday words; by a word that lies
 * near, a part of a compound or a sign; by a true synonym; by the word itself, its translation or the whole compound.
 */
export const evidences = ['none', 'phrasing', 'related', 'synonym', 'own'] as const
export type Evidence = (typeof evidences)[number]

/** Whether one evidence is at least as strong as another. */
export function isAtLeast(evidence: Evidence, least: Evidence): boolean {
  return evidences.indexOf(evidence) >= evidences.indexOf(least)
}

/** What it is worth that a word stands in a part of a text, and how much it can prove there at most. */
export interface Trait {
  readonly boost: number
  readonly proves: Evidence
}

/** A text as far as it is ranked: its stems, each with the best part it stands in, and the order they stand in. */
export interface Standing {
  readonly traits: ReadonlyMap<string, Trait>
  readonly order: readonly string[]
}

/** A concept made ready for ranking: only what some text holds, with what each is worth among these texts. */
export interface Sought {
  /** How much of what is asked this is, and how much its score counts. */
  readonly importance: number
  readonly scoreShare: number
  readonly isGrave: boolean
  readonly terms: ReadonlyMap<string, { readonly weight: number; readonly value: number }>
  readonly phrases: readonly { readonly stems: readonly string[]; readonly weight: number; readonly value: number }[]
}

export interface Rank {
  readonly score: number
  /** The share of what is asked that the text speaks of, 0 to 1. */
  readonly coverage: number
  readonly evidence: Evidence
}

/** A word that is no topic of leadership ("reelt", "hverdag") tells less of what is asked. */
const sideWordShare = 0.4
const sideWordScore = 0.7
/** A related word alone is no evidence that the text speaks of the concept. */
const leastWeight = 0.3

/** @param rarity what a term is worth among the texts; undefined where none holds it */
export function seek(concept: Concept, rarity: (term: string) => number | undefined, middling: number): Sought {
  const own = Math.max(0, ...concept.own.map((term) => rarity(term) ?? 0))
  // A synonym is worth what the word asked for is worth; where no text has that word, as much as a middling one.
  const worth = (term: string) => Math.min(rarity(term) ?? 0, own > 0 ? own : middling)
  const terms = new Map<string, { weight: number; value: number }>()
  for (const [term, weight] of concept.terms)
    if (rarity(term) !== undefined) terms.set(term, { weight, value: weight * worth(term) })
  const phrases = concept.phrases
    .filter(({ stems }) => stems.every((term) => rarity(term) !== undefined))
    .map(({ stems, weight }) => ({ stems, weight, value: weight * Math.max(...stems.map(worth)) }))
  const [importance, scoreShare] = concept.isTopic ? [1, 1] : [sideWordShare, sideWordScore]
  return { importance, scoreShare, isGrave: concept.isGrave, terms, phrases }
}

/** Each concept counts once, by its best word, so that five words around a thing do not beat the one that names it. */
export function rankByConcept(asked: readonly Sought[], standing: Standing): Rank {
  let score = 0
  let spoken = 0
  let whole = 0
  let evidence: Evidence = 'none'
  let isSilent = false
  for (const sought of asked) {
    const { value, weight, proven } = bestIn(sought, standing)
    whole += sought.importance
    score += value * sought.scoreShare
    if (weight >= leastWeight) spoken += (0.5 + weight / 2) * sought.importance
    if (isAtLeast(proven, evidence)) evidence = proven
    if (sought.isGrave && !isAtLeast(proven, 'synonym')) isSilent = true
  }
  // Whoever asks of bullying asks of nothing else, whatever else is named.
  if (isSilent) return { score: 0, coverage: 0, evidence: 'none' }
  const coverage = whole > 0 ? spoken / whole : 0
  return { score: score * (0.2 + 0.8 * coverage), coverage, evidence }
}

function bestIn({ terms, phrases }: Sought, { traits, order }: Standing) {
  let value = 0
  let weight = 0
  let proven: Evidence = 'none'
  const take = (found: { readonly weight: number; readonly value: number }, trait: Trait) => {
    value = Math.max(value, found.value * trait.boost)
    weight = Math.max(weight, found.weight)
    const here = weakest(evidenceOf(found.weight), trait.proves)
    if (isAtLeast(here, proven)) proven = here
  }
  for (const [term, known] of terms) {
    const trait = traits.get(term)
    if (trait) take(known, trait)
  }
  for (const phrase of phrases) {
    const parts = phrase.stems.flatMap((term) => traits.get(term) ?? [])
    if (parts.length < phrase.stems.length || !standTogether(phrase.stems, order)) continue
    take(
      phrase,
      parts.reduce((a, b) => (b.boost < a.boost ? b : a)),
    )
  }
  return { value, weight, proven }
}

/** How many other words may stand among those of a phrase, function words aside. */
const mostBetween = 1

/** Whether words with these stems stand close to each other, in whatever order. */
function standTogether(stems: readonly string[], order: readonly string[]): boolean {
  return order.some((first, from) => {
    if (!stems.includes(first)) return false
    const near = order.slice(from, from + stems.length + mostBetween)
    return stems.every((stem) => near.includes(stem))
  })
}

function evidenceOf(weight: number): Evidence {
  if (weight >= weights.english) return 'own'
  return weight >= weights.synonym ? 'synonym' : 'related'
}

function weakest(a: Evidence, b: Evidence): Evidence {
  return isAtLeast(a, b) ? b : a
}
