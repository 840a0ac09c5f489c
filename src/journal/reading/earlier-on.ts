import { promptPlace } from '../../framework/asked-points'
import { isNote, type Reflection } from '../../records/reflection'
import { placeKey } from './journal-entry'

/** What a question is known by: enough to tell whether two are about the same. */
export type AskedNow = Pick<Reflection, 'id' | 'promptId' | 'statementIds'> &
  Partial<Pick<Reflection, 'question' | 'goesOnFrom'>>

/**
 * What a leader has written last about what a question asks: the answer that it goes on from, else to the same question, to another on
 * the same point, or in the same area. A number alone is nothing written. Pure.
 * @param answered the leader's own, newest first
 */
export function earlierOn(answered: readonly Reflection[], asked: AskedNow): Reflection | undefined {
  const written = answered.filter(
    ({ id, state, text, second }) => id !== asked.id && state === 'answered' && (text ?? second) !== undefined,
  )
  const { goesOnFrom, question, statementIds } = asked
  const from = written.find(({ id }) => id === goesOnFrom?.reflectionId)
  if (from) return from
  // HR's own question is known by its words alone.
  if (question !== undefined) return written.find((each) => each.question === question)
  const place = placeIn(asked)
  return (
    written.find(({ promptId }) => promptId === asked.promptId) ??
    written.find((each) => each.statementIds.some((id) => statementIds.includes(id))) ??
    written.find((each) => place !== undefined && placeIn(each) === place)
  )
}

function placeIn(
  reflection: Pick<Reflection, 'promptId' | 'statementIds' | 'question'> & Partial<Pick<Reflection, 'area'>>,
): string | undefined {
  const { promptId, statementIds, question, area } = reflection
  if (isNote(reflection)) return area
  return question === undefined ? placeKey(promptPlace(promptId, statementIds)) : undefined
}
