import type { Ctx } from '../context'
import { type Reflection, reflections } from '../store/containers'

/** What is typed later than this after a prompt is hardly meant for it. A prompt of Monday morning may be answered on Wednesday. */
const freshMs = 3 * 24 * 3600_000

/** The caller's newest prompt, when it was shown lately and nothing has been done with it. One list of one record. */
export async function findOpenPrompt(ctx: Ctx): Promise<Reflection | undefined> {
  const since = new Date(ctx.clock.now() - freshMs).toISOString()
  const { documents } = await ctx.store.list(reflections, ctx.caller.leaderId, {
    where: [{ field: 'shownAt', is: '>=', value: since }],
    orderBy: { field: 'shownAt', descending: true },
    limit: 1,
  })
  const newest = documents[0]?.document
  return newest?.state === 'shown' ? newest : undefined
}
