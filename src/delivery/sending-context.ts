import type { Services } from '../caller/context'
import type { Work } from '../queue/work-message'
import type { WorkQueue } from '../queue/work-queue'
import type { Sender } from './policy/sender'
import type { RateShare } from './rate-share'

export interface Timings {
  /** One message of the queue is worked on for so long; sends that have not begun by then are handed back. */
  readonly budgetMs: number
  /** How long such a message is hidden from others: the budget, a send that has just begun, and a slow store. */
  readonly hiddenMs: number
  /** Longer than any send takes. An older claim belongs to an instance that died, and nobody knows whether it had sent. */
  readonly leaseMs: number
}

/** What everything that is sent has in common: made by the worker, handed to each kind of work. */
export interface SendingContext {
  readonly services: Services
  readonly queue: WorkQueue<Work>
  readonly sender: Sender
  readonly rateShare: RateShare
  readonly instanceId: string
  readonly timings: Timings
  /** From 0 up to 1. */
  random(): number
  /** Milliseconds of a clock that nobody sets. */
  steadyMs(): number
  /** Whether a send may begin now: there is no stop, and the deadline (of the steady clock) is ahead. */
  isOpen(deadlineMs: number): boolean
  /** Does it as soon as fewer than the most allowed are under way. */
  concurrently<T>(act: () => Promise<T>): Promise<T>
  /**
   * Waits until a message to this conversation may leave, which then counts as sent.
   * @param deadlineMs of the steady clock
   * @returns false when nothing may be sent now: everything waits, the worker stops, or the deadline comes first
   */
  waitForPace(conversation: string, deadlineMs: number): Promise<boolean>
  /** The last wait of a message that has waited for the pace and is claimed: it keeps too many from leaving at once. */
  depart(): Promise<void>
}

/** What becomes of a message of the queue. */
export type Verdict = { readonly kind: 'done' } | { readonly kind: 'later'; readonly delayMs: number }

export const done: Verdict = { kind: 'done' }
export const later = (delayMs: number): Verdict => ({ kind: 'later', delayMs })

/** `later` where either is; of two delays the shorter one. */
export function bothOf(a: Verdict, b: Verdict): Verdict {
  if (a.kind === 'done') return b
  if (b.kind === 'done') return a
  return later(Math.min(a.delayMs, b.delayMs))
}

/** How soon to look again when all sending waits, or a campaign does. */
export const lookAgainMs = 30_000

/** When to come back for what could not be sent now. */
export function afterStop({ rateShare, services }: SendingContext): Verdict {
  const stop = rateShare.stop()
  return later(stop ? Math.min(Math.max(stop.untilMs - services.clock.now(), 0), lookAgainMs) : 0)
}
