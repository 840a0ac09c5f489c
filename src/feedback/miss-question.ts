import { z } from 'zod'
import type { Ctx } from '../caller/context'
import { retainedDays } from '../caller/retention'
import { AppError } from '../errors'
import { type Feedback, feedback } from '../records/feedback'
import { updateDocument } from '../store/update-document'
import { feedbackDays } from './note-miss'

/** Whoever has the id has the card that was sent: it is drawn by lot and stands nowhere else. */
export const feedbackIdInput = z.object({ feedbackId: z.uuid() })
export const missQuestionInput = feedbackIdInput.extend({ text: z.string().trim().min(1).max(500) })

/** What was noted of a miss; undefined when it is gone. */
export async function findMiss(
  ctx: Ctx,
  { feedbackId }: z.infer<typeof feedbackIdInput>,
): Promise<Feedback | undefined> {
  return (await ctx.store.get(feedback, ctx.caller.tenantId, feedbackId))?.document
}

/**
 * Puts the question beside the miss, or takes it away again with an empty text.
 * @throws AppError `not-found` when the miss is gone
 */
export async function setMissQuestion(
  ctx: Ctx,
  { feedbackId, text }: z.infer<typeof missQuestionInput>,
): Promise<void> {
  const outcome = await updateDocument(ctx.store, feedback, ctx.caller.tenantId, feedbackId, (found) => {
    if (!found) return 'keep'
    return retainedDays(ctx, { ...found, question: text === '' ? undefined : text }, feedbackDays)
  })
  if (outcome.status === 'absent') throw new AppError('not-found', 'The miss is gone', { say: { key: 'miss.gone' } })
  if (outcome.status === 'conflict') throw new AppError('conflict', 'The miss kept changing under several writers')
}
