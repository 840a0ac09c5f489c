import type { Library } from '../framework/library'
import { wordsOf } from '../search/danish'

/** The words of what is said of leadership: spelled right, whatever word of danger they are near. */
export function familiarWords({ points, prompts, phrasingsOf }: Library): ReadonlySet<string> {
  const texts = [...points.flatMap(({ id, text }) => [text, ...phrasingsOf(id)]), ...prompts.map(({ text }) => text)]
  return new Set(texts.flatMap(wordsOf))
}
