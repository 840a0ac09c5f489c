import { setTimeout as pause } from 'node:timers/promises'

export interface RepeatTimings {
  /** All attempts and pauses together, in milliseconds. */
  readonly deadlineMs: number
  /** The pause before the first repetition, in milliseconds; it doubles each time. */
  readonly retryDelayMs: number
}

export interface Repeated<T> {
  /** One attempt, counted from 1. The signal ends with the deadline. Must not throw. */
  operate(signal: AbortSignal, attempt: number): Promise<T>
  /** Whether the outcome is a failure that may pass by itself. */
  isPassing(outcome: T): boolean
  /** What is said where there was no answer in time. */
  late(attempt: number): T
}

const attempts = 3

/**
 * Runs one operation against a service: again after a passing failure, three times at most, all within the deadline.
 * The SDKs' own repetitions ask for minutes and cannot be aborted, so both adapters switch them off and use this.
 */
export async function repeatWithin<T>(timings: RepeatTimings, { operate, isPassing, late }: Repeated<T>): Promise<T> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), timings.deadlineMs)
  const { signal } = deadline
  const isLate = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve())
  })
  try {
    for (let attempt = 1; ; attempt++) {
      const outcome = await Promise.race([operate(signal, attempt), isLate.then(() => late(attempt))])
      if (!isPassing(outcome) || attempt === attempts || signal.aborted) return outcome
      await Promise.race([pause(timings.retryDelayMs * 2 ** (attempt - 1)), isLate])
    }
  } finally {
    clearTimeout(timer)
  }
}
