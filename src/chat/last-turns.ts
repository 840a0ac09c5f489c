import type { Query } from '../answers/query'
import { createBoundedMap } from '../bounded-map'
import type { Clock } from '../clock'

/**
 * The query of each leader's turn before, so that "og faldgruberne?" can lean on it. In memory and for half an hour only:
 * what a leader asks is written nowhere. With several instances, or after a restart, a follow-up may have to name its
 * subject again (docs/limits.md#for-a-leader).
 */
export interface LastTurns {
  get(conversationId: string, leaderId: string): Query | undefined
  set(conversationId: string, leaderId: string, query: Query): void
  forget(conversationId: string, leaderId: string): void
}

const keptMs = 30 * 60 * 1000
const mostKept = 20_000

export function createLastTurns(clock: Clock): LastTurns {
  const turns = createBoundedMap<string, { readonly query: Query; readonly at: number }>(mostKept)
  const key = (conversationId: string, leaderId: string) => `${conversationId} ${leaderId}`
  return {
    get(conversationId, leaderId) {
      const turn = turns.find(key(conversationId, leaderId))
      return turn && clock.now() - turn.at < keptMs ? turn.query : undefined
    },
    set: (conversationId, leaderId, query) => turns.set(key(conversationId, leaderId), { query, at: clock.now() }),
    forget: (conversationId, leaderId) => turns.delete(key(conversationId, leaderId)),
  }
}
