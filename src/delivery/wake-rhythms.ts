import { takeDue } from '../caller/take-due'
import type { Planning } from '../campaigns/planning/plan-occasion'
import { ownRhythms } from '../records/rhythm'

/** Puts the questions that leaders have asked for at their own time into the work queue when that has come. */
export async function wakeRhythms({ services, queue }: Planning): Promise<void> {
  const due = takeDue(services, ownRhythms, 'nextAt', (rhythm, nextAt) => ({ ...rhythm, nextAt }))
  for await (const { id, dueAt } of due) await queue.send({ kind: 'rhythm', leaderId: id, dueAt })
}
