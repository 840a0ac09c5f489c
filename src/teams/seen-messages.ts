import type { Activity } from 'botbuilder'
import { createBoundedMap } from '../bounded-map'
import type { Clock } from '../time/clock'

/** Teams delivers a message again within seconds to minutes (docs/teams-facts.md#the-same-activity-twice). */
const knownMs = 10 * 60_000
const mostKept = 20_000

/**
 * Whether a message has come before: it is then answered already, or being answered. In this process's memory; what is written is
 * guarded in the store besides. A press comes again under a new id, and is guarded by what it does.
 */
export function createSeenMessages(clock: Clock): (activity: Activity) => boolean {
  const seen = createBoundedMap<string, { readonly atMs: number }>(mostKept)
  return ({ id, conversation }) => {
    if (typeof id !== 'string' || id === '') return false
    const key = `${conversation.id} ${id}`
    const before = seen.find(key)
    const nowMs = clock.now()
    if (before && nowMs - before.atMs < knownMs) return true
    seen.set(key, { atMs: nowMs })
    return false
  }
}
