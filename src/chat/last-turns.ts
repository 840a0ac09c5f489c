import type { Query } from '../answers/query'
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
  // A Map keeps insertion order, so the first is always the longest unused.
  const turns = new Map<string, { query: Query; at: number }>()
  const key = (conversationId: string, leaderId: string) => `${conversationId} ${leaderId}`
  return {
    get(conversationId, leaderId) {
      const turn = turns.get(key(conversationId, leaderId))
      return turn && clock.now() - turn.at < keptMs ? turn.query : undefined
    },
    set(conversationId, leaderId, query) {
      const at = key(conversationId, leaderId)
      turns.delete(at)
      turns.set(at, { query, at: clock.now() })
      const oldest = turns.keys().next()
      if (turns.size > mostKept && !oldest.done) turns.delete(oldest.value)
    },
    forget: (conversationId, leaderId) => void turns.delete(key(conversationId, leaderId)),
  }
}
