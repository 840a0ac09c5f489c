import type { Ctx } from '../context'
import { reflections } from '../store/containers'
import { ttlSeconds } from './retention'

const mostAttempts = 4
/** Asking for the same prompt again shows it again; older cards than these are not kept track of. */
const mostCards = 10

/** Remembers which message shows a prompt, so that the card can be emptied when the leader erases their data. */
export async function noteReflectionCard(ctx: Ctx, id: string, cardIds: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const found = await ctx.store.get(reflections, ctx.caller.leaderId, id)
    if (!found) return
    const { document, version } = found
    const known = [...new Set([...(document.cardIds ?? []), ...cardIds])].slice(-mostCards)
    const ttl = ttlSeconds(document.createdAt, ctx.config.retentionMonths, ctx.clock.now())
    const outcome = await ctx.store.replace(reflections, { ...document, cardIds: known, ttl }, version)
    if (outcome.status === 'replaced') return
  }
}
