import type { Context } from '../answers/question'
import { createBoundedMap } from '../bounded-map'
import type { Clock } from '../clock'

/**
 * What each leader's turn before was about, so that "og faldgruberne?" can lean on it. In memory and for half an hour only:
 * what a leader asks is written nowhere. With several instances, or after a restart, a follow-up may have to name its
 * subject again (docs/limits.md#for-a-leader).
 */
export interface LastTurns {
  get(conversationId: string, leaderId: string): Context | undefined
  set(conversationId: string, leaderId: string, context: Context): void
  forget(conversationId: string, leaderId: string): void
}

const keptMs = 30 * 60 * 1000
const mostKept = 20_000

export function createLastTurns(clock: Clock): LastTurns {
  const turns = createBoundedMap<string, { readonly context: Context; readonly at: number }>(mostKept)
  const key = (conversationId: string, leaderId: string) => `${conversationId} ${leaderId}`
  return {
    get(conversationId, leaderId) {
      const turn = turns.find(key(conversationId, leaderId))
      return turn && clock.now() - turn.at < keptMs ? turn.context : undefined
    },
    set: (conversationId, leaderId, context) => turns.set(key(conversationId, leaderId), { context, at: clock.now() }),
    forget: (conversationId, leaderId) => turns.delete(key(conversationId, leaderId)),
  }
}
