import { z } from 'zod'
import type { Ctx } from '../context'
import { type Reflection, reflections } from '../store/containers'

/** As many as one card shows without becoming a wall. */
const pageSize = 8

export const listInput = z.object({ cursor: z.string().max(4000).optional() })

/** The caller's own answers, newest first, a page at a time. */
export async function listReflections(
  ctx: Ctx,
  input: z.infer<typeof listInput>,
): Promise<{ reflections: Reflection[]; cursor: string | undefined }> {
  const page = await ctx.store.list(reflections, ctx.caller.leaderId, {
    where: [{ field: 'state', is: '=', value: 'answered' }],
    orderBy: { field: 'answeredAt', descending: true },
    limit: pageSize,
    cursor: input.cursor,
  })
  return { reflections: page.documents.map(({ document }) => document), cursor: page.cursor }
}
