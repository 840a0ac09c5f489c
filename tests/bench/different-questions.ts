import { loadLibrary } from '../../src/framework/load-library'
import { dataDir } from '../../src/paths'
import { readRankingSet } from '../ranking/measure'
import { pick } from './random'

/** What the ranking set asks, and the same with one word of each question exchanged for another one of the frameworks', so that no two are alike. */
export function differentQuestions(random: () => number) {
  const texts = readRankingSet().flatMap((entry) => entry.dialog ?? [entry.question ?? ''])
  const words = [...new Set(loadLibrary(dataDir).points.flatMap(({ text }) => text.match(/\p{Ll}{6,}/gu) ?? []))]
  const changed = () => {
    const text = pick(random, texts)
    const word = pick(random, words)
    const places = text.match(/\p{L}{5,}/gu) ?? []
    return places.length > 0 ? text.replace(pick(random, places), word) : `${text} ${word}`
  }
  return { usual: () => pick(random, texts), changed }
}
