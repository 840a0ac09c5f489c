import type { HrRequest } from '../records/hr-request'

/** Whether the leader has an answer of HR's: in their chat, written but not there for certain, or none. */
export function answerStanding({ answers }: Pick<HrRequest, 'answers'>): 'answered' | 'undelivered' | 'unanswered' {
  if (answers.some(({ delivery }) => delivery === 'sent')) return 'answered'
  return answers.length > 0 ? 'undelivered' : 'unanswered'
}
