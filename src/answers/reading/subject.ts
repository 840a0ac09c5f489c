import type { Concept } from '../../search/vocabulary'

const mostWords = 6

/** What a search was about, to be said back: real words only, and no more than one reads at a glance. */
export function subjectOf(concepts: readonly Concept[]): string {
  const words = concepts.map((concept) => concept.written).filter((written) => written.length > 1)
  return words.slice(0, mostWords).join(' ')
}
