import { answerQuestion } from '../answers/answer-question'
import type { Knowledge } from '../answers/knowledge'
import type { Question } from '../answers/question'
import type { Reading } from '../answers/reading'
import type { RoleIn } from '../answers/reading/role-name'
import { createBoundedMap } from '../bounded-map'
import { type AboutAnswer, aboutAnswer } from '../cards/answer/about-answer'
import { answerCard } from '../cards/answer/answer-card'
import type { AnswerView } from '../cards/answer/answer-view'
import type { Support } from '../cards/answer/support'
import type { Reader } from '../cards/kit/reader'
import type { CardContent } from '../cards/kit/render'

/** Where a reading is answered. `isForHr`: one of HR asks, in their own chat. */
export type Asking = Pick<AnswerView, 'isForHr' | 'isPersonal' | 'place' | 'keeping'>

/** The card that answers a reading, and what may be told of it when it missed. */
export interface ShownAnswer {
  readonly card: CardContent
  readonly about: AboutAnswer
  /** What the leader says they are, where the profile does not say it already. */
  readonly toldRole: RoleIn | null
}
export type AnswerCards = (reading: Reading, reader: Reader, asking: Asking) => ShownAnswer

/** What the leaders of a few municipalities mostly ask; at some 30 KB a card this is 30 MB. */
const mostKept = 1_000

/**
 * Answers and cards depend on the reading and the data alone, and leaders of one role ask the same, so the newest cards are kept.
 * They are kept by the understood question, not by what somebody wrote; a card that offers to keep what somebody wrote is not kept.
 */
export function createAnswerCards(knowledge: Knowledge, support: Support): AnswerCards {
  const kept = createBoundedMap<string, ShownAnswer>(mostKept)
  function make(reading: Reading, reader: Reader, asking: Asking): ShownAnswer {
    const answer = answerQuestion(knowledge, reading)
    return {
      card: answerCard({ ...reader, ...asking, answer, support }),
      about: aboutAnswer(answer),
      toldRole: answer.offeredRole,
    }
  }
  return (reading, reader, { isForHr: isHr = false, isPersonal, place, keeping }) => {
    // All other answers are the same for everybody.
    const isForHr = isHr && reading.kind === 'talk'
    if (keeping) return make(reading, reader, { isForHr, isPersonal, keeping })
    const asked = `${isForHr} ${isPersonal} ${reading.isUneasy} ${reading.length} ${keyOf(reading)}`
    const key = `${reader.locale} ${reader.timeZone} ${reader.home} ${place?.framework} ${place?.group} ${asked}`
    const shown = kept.find(key) ?? make(reading, reader, { isForHr, isPersonal, place })
    // The one that is asked for most stays longest.
    kept.set(key, shown)
    return shown
  }
}

/** Everything of a reading that its answer depends on. */
function keyOf(reading: Reading): string {
  if (reading.kind === 'talk') return reading.about
  const point = reading.kind === 'point' ? `${reading.n} ${reading.isExample}` : ''
  return `${point} ${questionKey(reading.question)}`
}

function questionKey({ text: _, concepts, also, ...rest }: Question): string {
  const words = concepts.map(({ written, own }) => [written, own])
  return JSON.stringify([rest, words, also && questionKey(also)])
}
