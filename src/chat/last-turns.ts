import type { Context } from '../answers/question'
import { createBoundedMap } from '../bounded-map'
import type { AboutAnswer } from '../cards/answer/about-answer'
import type { Clock } from '../time/clock'

/** A question that was answered. */
export interface LastTurn {
  /** What a follow-up may lean on; undefined where nothing was understood yet. */
  readonly context: Context | undefined
  readonly text: string
  readonly about: AboutAnswer
}

/**
 * What each leader's turn before was about, so that "og faldgruberne?" can lean on it, and what missed can be told of. In memory and
 * for half an hour only: what a leader asks is written nowhere. With several instances, or after a restart, a follow-up may have to
 * name its subject again (docs/limits.md#for-a-leader).
 */
export interface LastTurns {
  get(conversationId: string, leaderId: string): LastTurn | undefined
  set(conversationId: string, leaderId: string, turn: LastTurn): void
  forget(conversationId: string, leaderId: string): void
}

const keptMs = 30 * 60 * 1000
const mostKept = 20_000

export function createLastTurns(clock: Clock): LastTurns {
  const turns = createBoundedMap<string, { readonly turn: LastTurn; readonly at: number }>(mostKept)
  const key = (conversationId: string, leaderId: string) => `${conversationId} ${leaderId}`
  return {
    get(conversationId, leaderId) {
      const kept = turns.find(key(conversationId, leaderId))
      return kept && clock.now() - kept.at < keptMs ? kept.turn : undefined
    },
    set: (conversationId, leaderId, turn) => turns.set(key(conversationId, leaderId), { turn, at: clock.now() }),
    forget: (conversationId, leaderId) => turns.delete(key(conversationId, leaderId)),
  }
}
