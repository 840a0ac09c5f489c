import { findNames } from './findings'
import type { Known } from './known'
import { likeAQuestion } from './read-wish'
import type { Sentence } from './sentences'

/** Where a question may begin in what was said without a stop. */
const beginnings =
  /\s(?=(?:hvad|hva|hvilke[nt]?|hvem|hvordan|hvor|hvornår|er der|står der|nævner|findes der|kan du|kunne du|vil du|giv mig|fortæl|vis|må jeg|jeg vil gerne|what|which|how|who|where|is there|can you|could you|give me|tell me)\s)/giu
/** What stands before is a story of its own, and the question at its end is not long. */
const leastBefore = 110
const longestEnd = 200
const mostTried = 5
const leastLike = 0.5

/** A story dictated without stops, cut where its end asks for something that a framework or Pejling answers; as it was where it does not. */
export function askingEnd(known: Known, sentence: Sentence): readonly Sentence[] {
  const { text } = sentence
  const ends = [...text.matchAll(beginnings)]
    .map(({ index }) => index)
    .filter((at) => at >= leastBefore && text.length - at <= longestEnd)
    .slice(-mostTried)
    .map((at) => ({ at, score: likeAQuestion(findNames(known, text.slice(at))) }))
  const best = ends.reduce((a, b) => (b.score > a.score ? b : a), { at: 0, score: leastLike })
  if (best.at === 0) return [sentence]
  return [
    { text: text.slice(0, best.at).trim(), asks: false },
    { text: text.slice(best.at).trim(), asks: true },
  ]
}
