/** "Du", and "I" where it is said to several. */
const pronouns: Readonly<Record<string, string>> = {
  du: 'jeg',
  dig: 'mig',
  din: 'min',
  dit: 'mit',
  dine: 'mine',
  jer: 'os',
  jeres: 'vores',
}
/** A verb in the present: "I sætter", "I skal". Before anything else "I" is the preposition. */
const isVerb = /^(?:skal|kan|må|vil|ved|\p{L}+r)$/u

/**
 * A point in the mouth of who means to live up to it: "Du sætter en retning for dine ledere" -> "Jeg sætter en retning for mine ledere".
 * Danish verbs stay as they are, whoever does it. A suggestion for a field that the leader edits.
 */
export function saidAsMine(text: string): string {
  return text
    .replace(/\p{L}+/gu, (word) => {
      const mine = pronouns[word.toLowerCase()]
      return mine === undefined ? word : likeCase(word, mine)
    })
    .replace(/\bI (\p{L}+)/gu, (said, next: string, at: number, whole: string) => {
      const before = whole.slice(0, at)
      if (!/(?:^|[.!?:] |– )$/.test(before)) return `vi ${next}`
      return isVerb.test(next) ? `${before.endsWith('– ') ? 'vi' : 'Vi'} ${next}` : said
    })
}

function likeCase(word: string, mine: string): string {
  return /^\p{Lu}/u.test(word) ? mine.charAt(0).toUpperCase() + mine.slice(1) : mine
}
