import { takeDue } from '../../caller/take-due'
import { snoozes } from '../../records/reflection'
import type { Planning } from './plan-occasion'

/**
 * Puts prompts that were put off, and answers to be asked about again, into the work queue when their time has come. The record stays
 * until the worker has brought the prompt.
 */
export async function wakeSnoozes({ services, queue }: Planning): Promise<void> {
  const due = takeDue(services, snoozes, 'dueAt', (snooze, dueAt) => ({ ...snooze, dueAt }))
  for await (const { leaderId, reflectionId, kind } of due)
    await queue.send({ kind: kind ?? 'snoozed', leaderId, reflectionId })
}
