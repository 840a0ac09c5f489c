import type { SendOutcome } from './sender'

/** One attempt that is over. Instants are milliseconds since 1970. */
export interface Attempt {
  readonly outcome: SendOutcome
  /** This one included: from 1. */
  readonly attempts: number
  readonly nowMs: number
  /** After this nothing is sent any more. */
  readonly closesAtMs: number
  /** From 0 up to 1: spreads what would otherwise come back all at once. */
  readonly random: number
}

/** What an attempt changes in a delivery's record. */
export interface DeliveryFields {
  readonly state: 'pending' | 'sent' | 'unknown' | 'failed' | 'unreachable' | 'missed'
  readonly reason: string | null
  readonly notBefore: string | null
  readonly sentAt?: string
  readonly activityId?: string
  readonly conversation?: Sent['conversation']
}
type Sent = Extract<SendOutcome, { status: 'sent' }>

export interface NextState {
  readonly fields: DeliveryFields
  readonly step: Step
}

/** Why everybody waits: as long as Teams asks for, until a token is taken again, or until an operator has acted. */
export type StopReason = 'throttled' | 'unauthorized' | 'disabled'

export type Step =
  | { readonly kind: 'done' }
  /** The same delivery once more. */
  | { readonly kind: 'again'; readonly delayMs: number }
  /** Nobody sends anything for `ms` (null: until an operator says so), and then this delivery once more. */
  | {
      readonly kind: 'pause-everything'
      readonly ms: number | null
      readonly why: StopReason
      readonly delayMs: number
    }

/** Reasons that are worth another attempt, with how many there are in all and the first wait, which doubles each time. */
interface Patience {
  readonly attempts: number
  readonly firstMs: number
}

const longestWaitMs = 5 * 60_000
/** Everything waits between these attempts, so few of them cover a long time. The end of the grace ends them. */
const throttledPatience: Patience = { attempts: 20, firstMs: 2000 }
/** Teams: exponential, and what runs against it is over in seconds (docs/teams-facts.md#what-a-refusal-means). */
const busyPatience: Patience = { attempts: 3, firstMs: 2000 }
/** The network, or Teams' address, is out of reach. */
const notSentPatience: Patience = { attempts: 10, firstMs: 5000 }
/** "ServiceError: Unknown" is unexplained (docs/teams-facts.md#what-a-refusal-means): it is tried once more, later. */
const serviceErrorPatience: Patience = { attempts: 2, firstMs: longestWaitMs }
const disabledPatience: Patience = { attempts: 20, firstMs: 60_000 }
/** A token that Teams refuses, such as in the minutes after a key was changed: it is fetched anew, and everything waits longer each time. */
const unauthorizedPatience: Patience = { attempts: 20, firstMs: 30_000 }

/**
 * What becomes of a delivery after an attempt: all policy of retrying. Only what has certainly not arrived is tried
 * again (docs/teams-facts.md#a-send-that-may-have-arrived). Pure.
 */
export function nextState(attempt: Attempt): NextState {
  const { outcome, nowMs } = attempt
  switch (outcome.status) {
    case 'sent':
      return {
        fields: {
          ...ended('sent', null),
          sentAt: new Date(nowMs).toISOString(),
          activityId: outcome.activityId,
          conversation: outcome.conversation,
        },
        step: { kind: 'done' },
      }
    case 'unknown':
      return { fields: ended('unknown', outcome.why), step: { kind: 'done' } }
    case 'gone':
      return { fields: ended('unreachable', outcome.why), step: { kind: 'done' } }
    case 'refused':
      if (outcome.why === 'service-error') return again(attempt, serviceErrorPatience, outcome.why)
      return { fields: ended('failed', outcome.why), step: { kind: 'done' } }
    case 'busy':
      return again(attempt, busyPatience, 'busy')
    case 'not-sent':
      return again(attempt, notSentPatience, outcome.why)
    case 'throttled':
      return throttled(attempt, outcome.retryAfterMs)
    case 'disabled':
      return stopped(attempt, outcome.why)
  }
}

/**
 * How long everything waits when Teams has said "too many requests", whatever it said it to: as long as it asks for (in
 * milliseconds), and where it does not say, longer with each of so many attempts.
 */
export function throttlePauseMs(retryAfterMs: number | null, attempts: number): number {
  return Math.max(retryAfterMs ?? waitMs(throttledPatience, attempts), 1000)
}

function throttled(attempt: Attempt, retryAfterMs: number | null): NextState {
  const ms = throttlePauseMs(retryAfterMs, attempt.attempts)
  // A random part of the wait keeps this message from coming with all the others at the end of the pause.
  const delayMs = ms + Math.round(attempt.random * 1000)
  return pausing(again(attempt, throttledPatience, 'throttled', delayMs), { ms, why: 'throttled' })
}

function stopped(attempt: Attempt, why: string): NextState {
  const patience = why === 'unauthorized' ? unauthorizedPatience : disabledPatience
  const stop = refusalStop(why, attempt.attempts)
  // After the pause, where it has an end.
  return pausing(again(attempt, patience, why, (stop.ms ?? 0) + jittered(attempt, patience)), stop)
}

/**
 * How long everything waits when Teams refuses the bot itself: for ever where it says that the bot is switched off, and where
 * it refuses a token longer with each of so many attempts, since many such refusals are over in minutes.
 */
export function refusalStop(why: string, attempts: number): { readonly ms: number | null; readonly why: StopReason } {
  return why === 'unauthorized'
    ? { ms: waitMs(unauthorizedPatience, attempts), why: 'unauthorized' }
    : { ms: null, why: 'disabled' }
}

function pausing(next: NextState, pause: { ms: number | null; why: StopReason }): NextState {
  const delayMs = next.step.kind === 'again' ? next.step.delayMs : 0
  return { ...next, step: { kind: 'pause-everything', ...pause, delayMs } }
}

function again(attempt: Attempt, patience: Patience, why: string, delayMs = jittered(attempt, patience)): NextState {
  if (attempt.attempts >= patience.attempts) return { fields: ended('failed', why), step: { kind: 'done' } }
  const atMs = attempt.nowMs + delayMs
  if (atMs >= attempt.closesAtMs) return { fields: ended('missed', why), step: { kind: 'done' } }
  return {
    fields: { state: 'pending', reason: why, notBefore: new Date(atMs).toISOString() },
    step: { kind: 'again', delayMs },
  }
}

function jittered({ attempts, random }: Attempt, patience: Patience): number {
  return Math.round(waitMs(patience, attempts) * (1 + random / 2))
}

function waitMs({ firstMs }: Patience, attempts: number): number {
  return Math.min(firstMs * 2 ** (attempts - 1), longestWaitMs)
}

function ended(state: DeliveryFields['state'], reason: string | null): DeliveryFields {
  return { state, reason, notBefore: null }
}

/** Certainly not there, and worth another attempt. */
export function isAgain({ status }: SendOutcome): boolean {
  return status === 'throttled' || status === 'busy' || status === 'not-sent' || status === 'disabled'
}
