import { createBoundedMap } from '../bounded-map'
import type { Clock } from '../time/clock'

/** What a leader typed and was asked whether to keep as the answer to a prompt. */
export interface Offer {
  readonly reflectionId: string
  /** Of the answer that stood then. */
  readonly revision: number
  readonly text: string
  /** The text has been answered as a question as well. */
  readonly isAnswered: boolean
}

/** An offer where it stands in the chat. */
export interface StandingOffer extends Offer {
  /** The message that was typed, which its writer may edit or delete. */
  readonly messageId: string | undefined
  /** The messages that make the offer. */
  readonly cardIds: readonly string[]
}

/** What is known of a leader's chat from before this turn. */
export interface LastAct {
  /** When they last wrote or pressed something. A prompt that came later is the newest thing in the chat. */
  readonly atMs: number
  /** What they were asked then. */
  readonly offer?: StandingOffer | undefined
  /** The reflection whose prompt they were shown again then. */
  readonly promptShown?: string | undefined
  /** They were met as somebody in trouble. */
  readonly isCared?: boolean
}

/**
 * When each leader last did something in their own chat, and what they were offered then. It is kept in memory and bounded: after a
 * restart, or on another instance, nothing is known, and an offer can then be taken by its button only. After half an hour only the
 * time is told, since a text typed then is no answer to the offer.
 */
export interface LastActs {
  /** The leader does something now. @returns what was before; undefined where that is not known */
  next(leaderId: string): LastAct | undefined
  /** The same while they do nothing new: an edit of what they wrote is no act of its own. */
  last(leaderId: string): LastAct | undefined
  /** Stands until the leader does something else. */
  offered(leaderId: string, offer: StandingOffer): void
  promptShown(leaderId: string, reflectionId: string): void
  cared(leaderId: string): void
  forget(leaderId: string): void
}

const knownMs = 30 * 60 * 1000
const mostKept = 20_000

export function createLastActs(clock: Clock): LastActs {
  const acts = createBoundedMap<string, LastAct>(mostKept)
  const last = (leaderId: string): LastAct | undefined => {
    const before = acts.find(leaderId)
    return before && clock.now() - before.atMs >= knownMs ? { atMs: before.atMs } : before
  }
  return {
    last,
    next(leaderId) {
      const before = last(leaderId)
      acts.set(leaderId, { atMs: clock.now() })
      return before
    },
    offered: (leaderId, offer) => acts.set(leaderId, { atMs: clock.now(), offer }),
    promptShown: (leaderId, promptShown) => acts.set(leaderId, { atMs: clock.now(), promptShown }),
    cared: (leaderId) => acts.set(leaderId, { atMs: clock.now(), isCared: true }),
    forget: acts.delete,
  }
}
