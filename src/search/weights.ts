/**
 * Weights of a search term by how it came from a word of the question; `whole`: all parts of a compound, each for itself;
 * `wordOfPhrase`: one word of several, as "tryghed" of "psykologisk tryghed".
 */
export const weights = {
  word: 1,
  english: 0.9,
  whole: 0.75,
  synonym: 0.7,
  wordOfPhrase: 0.55,
  part: 0.35,
  related: 0.18,
}

/** Gives a stem the weight, unless it has a higher one. */
export function raise(terms: Map<string, number>, stem: string, weight: number): void {
  if (weight > (terms.get(stem) ?? 0)) terms.set(stem, weight)
}
