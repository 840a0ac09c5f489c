import type { Ctx } from '../caller/context'
import { updateLeader } from './leader'

/** What Teams lets a bot change within half a minute, and no more than anybody scrolls back. */
export const mostOwnCards = 50

/** Remembers messages in the caller's chat that show texts of theirs, so that they can be emptied at an erasure. */
export async function noteOwnCards(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await updateLeader(ctx, ({ cardIds = [] }) =>
    ids.every((id) => cardIds.includes(id))
      ? undefined
      : { cardIds: [...new Set([...cardIds, ...ids])].slice(-mostOwnCards) },
  )
}
