import type { Ctx } from '../caller/context'
import { retained } from '../caller/retention'
import { type Reflection, reflections } from '../records/reflection'
import { updateDocument } from '../store/update-document'

/** Asking for the same prompt again shows it again; older cards than these are not kept track of. */
const mostCards = 10

/**
 * Remembers which message shows a prompt, so that the card can be emptied when the leader erases their data.
 * @param changes what else there is to remember of it
 */
export async function noteReflectionCard(
  ctx: Ctx,
  id: string,
  cardIds: readonly string[],
  changes: Pick<Reflection, 'remindedAt'> = {},
): Promise<void> {
  await updateDocument(ctx.store, reflections, ctx.caller.leaderId, id, (before) => {
    // A reflection that was erased meanwhile is not made anew for the sake of a card.
    if (!before) return 'keep'
    const known = [...new Set([...(before.cardIds ?? []), ...cardIds])].slice(-mostCards)
    return retained(ctx, { ...before, ...changes, cardIds: known })
  })
}
