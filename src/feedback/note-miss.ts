import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Ctx } from '../caller/context'
import { retainedDays } from '../caller/retention'
import { type Feedback, feedback, missReasons } from '../records/feedback'
import { localDate } from '../time/clock'

/** The answer that missed, as its button tells. */
export const aboutInput = z.object({
  operation: z.string().regex(/^[a-z-]{1,40}$/),
  /** Empty: several frameworks answered, or none. */
  framework: z.string().max(100).default(''),
  statementIds: z.array(z.string().max(200)).max(10).default([]),
})
export const missInput = aboutInput.extend({ reason: z.enum(missReasons) })

/** How long it stays, the question that was sent with it too. */
export const feedbackDays = 90

/** Notes that an answer missed, and why: what was answered, and nothing of who asked or what. */
export async function noteMiss(ctx: Ctx, input: z.infer<typeof missInput>): Promise<Feedback> {
  const { library } = ctx.knowledge
  const day = localDate(ctx.clock.now(), ctx.config.timeZone)
  const noted = retainedDays(
    ctx,
    {
      id: randomUUID(),
      tenantId: ctx.caller.tenantId,
      day,
      operation: input.operation,
      framework: library.framework(input.framework)?.slug ?? null,
      // Buttons come from anywhere: what names no point is not kept.
      statementIds: input.statementIds.filter((id) => library.point(id) !== undefined),
      reason: input.reason,
      createdAt: `${day}T00:00:00.000Z`,
    },
    feedbackDays,
  )
  await ctx.store.create(feedback, noted)
  return noted
}
