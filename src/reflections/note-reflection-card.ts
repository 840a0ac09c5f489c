import type { Ctx } from '../context'
import { reflections } from '../store/containers'
import { updateDocument } from '../store/update-document'
import { ttlSeconds } from './retention'

/** Asking for the same prompt again shows it again; older cards than these are not kept track of. */
const mostCards = 10

/** Remembers which message shows a prompt, so that the card can be emptied when the leader erases their data. */
export async function noteReflectionCard(ctx: Ctx, id: string, cardIds: readonly string[]): Promise<void> {
  await updateDocument(ctx.store, reflections, ctx.caller.leaderId, id, (before) => {
    // Erased meanwhile: no card makes it anew from its delivery, as an answer does.
    if (!before) return 'keep'
    const known = [...new Set([...(before.cardIds ?? []), ...cardIds])].slice(-mostCards)
    const ttl = ttlSeconds(before.createdAt, ctx.config.retentionMonths, ctx.clock.now())
    return { ...before, cardIds: known, ttl }
  })
}
