import { fold, type Token, tokenise } from './danish'

/** Puts "følger … op" together, so that it is found as "opfølgning" is; in the particle's place stands a blank with the verb's own stem. */
export type ParticleVerbs = (tokens: readonly Token[]) => Token[]

/** How many words may stand between the verb and its particle ("følger vi ikke altid op"). */
const reach = 4

/** @param phrases verbs with their particle last, but for a pronoun between: "følge op", "lægge fra sig" */
export function createParticleVerbs(phrases: readonly string[]): ParticleVerbs {
  /** Stem of the verb -> its particles. */
  const verbs = new Map<string, Set<string>>()
  for (const phrase of phrases) {
    const [verb, particle] = tokenise(phrase)
    if (verb && particle) verbs.set(verb.stem, (verbs.get(verb.stem) ?? new Set()).add(particle.letters))
  }

  return (tokens) => {
    const joined = [...tokens]
    for (const [i, verb] of tokens.entries()) {
      const particles = verbs.get(verb.stem)
      if (!particles) continue
      const after = tokens.slice(i + 1, i + 1 + reach)
      const at = after.findIndex(({ letters, clause }) => clause === verb.clause && particles.has(letters))
      const particle = after[at]
      if (!particle) continue
      joined[i] = join(verb, particle)
      joined[i + 1 + at] = { ...particle, written: '', letters: '', folded: '', stem: verb.stem }
    }
    return joined
  }
}

/** "Opfølg", which is the stem of "opfølgning" as well. */
function join(verb: Token, particle: Token): Token {
  const letters = particle.letters + verb.letters
  const written = `${verb.written} ${particle.written}`
  return { ...verb, written, letters, folded: fold(letters), stem: particle.letters + verb.stem }
}

export function isBlank(token: Token): boolean {
  return token.letters === ''
}
