import type { Concept } from './vocabulary'
import { weights } from './weights'

/**
 * How a text speaks of what was asked, weakest first: by nothing; only by what leaders say of it in everyday words; by a word that lies
 * near, a part of a compound or a sign; by a true synonym; by the word itself, its translation or the whole compound.
 */
const evidences = ['none', 'phrasing', 'related', 'synonym', 'own'] as const
export type Evidence = (typeof evidences)[number]

const strength: Readonly<Record<Evidence, number>> = { none: 0, phrasing: 1, related: 2, synonym: 3, own: 4 }

/** Whether one evidence is at least as strong as another. */
export function isAtLeast(evidence: Evidence, least: Evidence): boolean {
  return strength[evidence] >= strength[least]
}

/** What it is worth that a word stands in a part of a text, and how much it can prove there at most. */
export interface Trait {
  readonly boost: number
  readonly proves: Evidence
}

/** Where a stem stands, counted in content words, and the best part of the text it stands in. */
interface Stand {
  readonly trait: Trait
  readonly places: readonly number[]
}
/** A text as far as it is ranked. */
export type Standing = ReadonlyMap<string, Stand>

/** A concept made ready for ranking: only what some text holds, with what each is worth among these texts. */
export interface Sought {
  /** How much of what is asked this is, and how much its score counts. */
  readonly importance: number
  readonly scoreShare: number
  readonly isTopic: boolean
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

/** What the best word or phrase of a text for one concept is worth. */
interface Best {
  readonly value: number
  readonly weight: number
  readonly proven: Evidence
}

/** A word that is no topic of leadership ("reelt", "hverdag") tells less of what is asked. */
const sideWordShare = 0.4
const sideWordScore = 0.7
/** How many other content words may stand among those of a phrase. */
const mostBetween = 1

/** Gathers a text for ranking. */
export function createStanding() {
  const stands = new Map<string, { trait: Trait; places: number[] }>()
  let place = 0
  return {
    standing: stands as Standing,
    /** @param isCounted function words and the parts of a word take no place of their own */
    add(stem: string, trait: Trait, isCounted: boolean): void {
      if (isCounted) place++
      const known = stands.get(stem)
      if (!known) stands.set(stem, { trait, places: [place] })
      else {
        known.places.push(place)
        if (trait.boost > known.trait.boost) known.trait = trait
      }
    },
  }
}

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
  return { importance, scoreShare, isTopic: concept.isTopic, isGrave: concept.isGrave, terms, phrases }
}

/** Each concept counts once, by its best word, so that five words around a thing do not beat the one that names it. */
export function rankByConcept(asked: readonly Sought[], standing: Standing): Rank {
  let score = 0
  let spoken = 0
  let whole = 0
  let evidence: Evidence = 'none'
  const hasTopic = asked.some(({ isTopic }) => isTopic)
  for (const sought of asked) {
    const { value, weight, proven } = bestIn(sought, standing)
    // Whoever asks of bullying asks of nothing else, whatever else is named.
    if (sought.isGrave && !isAtLeast(proven, 'synonym')) return { score: 0, coverage: 0, evidence: 'none' }
    whole += sought.importance
    score += value * sought.scoreShare
    if (weight >= weights.wordOfPhrase) spoken += (0.5 + weight / 2) * sought.importance
    // Where leadership is asked of, a word beside it proves nothing: "højt" is not what "min løn" is about.
    const counted = hasTopic && !sought.isTopic ? weaker(proven, 'related') : proven
    evidence = stronger(evidence, counted)
  }
  const coverage = whole > 0 ? spoken / whole : 0
  return { score: score * (0.2 + 0.8 * coverage), coverage, evidence }
}

export function bestIn({ terms, phrases }: Pick<Sought, 'terms' | 'phrases'>, standing: Standing): Best {
  let value = 0
  let weight = 0
  let proven: Evidence = 'none'
  for (const [term, found] of terms) {
    const trait = standing.get(term)?.trait
    // What proves nothing is a function word, which counts within a phrase only.
    if (!trait || trait.proves === 'none') continue
    value = Math.max(value, found.value * trait.boost)
    weight = Math.max(weight, found.weight)
    proven = stronger(proven, evidenceOf(found.weight, trait))
  }
  for (const phrase of phrases) {
    const trait = phraseTrait(phrase.stems, standing)
    if (!trait) continue
    value = Math.max(value, phrase.value * trait.boost)
    weight = Math.max(weight, phrase.weight)
    proven = stronger(proven, evidenceOf(phrase.weight, trait))
  }
  return { value, weight, proven }
}

/** That of the word in the least telling part; undefined where the words do not stand together. */
function phraseTrait(stems: readonly string[], standing: Standing): Trait | undefined {
  const stands: Stand[] = []
  for (const stem of stems) {
    const stand = standing.get(stem)
    if (!stand) return undefined
    stands.push(stand)
  }
  if (!standTogether(stands)) return undefined
  return stands.reduce((a, b) => (b.trait.boost < a.trait.boost ? b : a)).trait
}

/** Whether words stand close to each other, in whatever order. */
function standTogether(stands: readonly Stand[]): boolean {
  const reach = stands.length - 1 + mostBetween
  return stands.some(({ places: firsts }) =>
    firsts.some((first) =>
      stands.every(({ places }) => places.some((place) => place >= first && place <= first + reach)),
    ),
  )
}

/** What a word or phrase of this weight tells, but no more than where it stands can prove. */
function evidenceOf(weight: number, { proves }: Trait): Evidence {
  return weaker(weight >= weights.english ? 'own' : weight >= weights.synonym ? 'synonym' : 'related', proves)
}

function weaker(a: Evidence, b: Evidence): Evidence {
  return strength[a] < strength[b] ? a : b
}

function stronger(a: Evidence, b: Evidence): Evidence {
  return strength[a] < strength[b] ? b : a
}
