import { answerQuestion } from '../answers/answer-question'
import type { Knowledge } from '../answers/knowledge'
import type { Query } from '../answers/query'
import { createBoundedMap } from '../bounded-map'
import { answerCard } from '../cards/answer/answer-card'
import type { Support } from '../cards/answer/support'
import type { Reader } from '../cards/kit/reader'
import type { CardContent } from '../cards/kit/render'

/** The card that answers a query. `isForHr`: one of HR asks, in their own chat. */
export type AnswerCards = (query: Query, reader: Reader, isForHr: boolean) => CardContent

/** What the leaders of a few municipalities mostly ask; at some 30 KB a card this is 30 MB. */
const mostKept = 1_000

/**
 * Answers and cards depend on the query and the data alone, and leaders of one role ask the same, so the newest cards are kept.
 * They are kept by the understood query, not by what somebody wrote.
 */
export function createAnswerCards(knowledge: Knowledge, support: Support): AnswerCards {
  const kept = createBoundedMap<string, CardContent>(mostKept)
  return (query, reader, isHr) => {
    // All other answers are the same for everybody.
    const isForHr = isHr && query.intent === 'help'
    const key = `${reader.locale} ${reader.timeZone} ${reader.home} ${isForHr} ${keyOf(query)}`
    const card = kept.find(key) ?? answerCard({ ...reader, answer: answerQuestion(knowledge, query), isForHr, support })
    // The one that is asked for most stays longest.
    kept.set(key, card)
    return card
  }
}

/** Everything of a query that its answer depends on. */
function keyOf({ text: _, concepts, ...rest }: Query): string {
  return JSON.stringify([rest, concepts.map(({ written, own }) => [written, own])])
}
