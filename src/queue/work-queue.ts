/** A message on its way through the queue. */
export interface Received<T> {
  readonly message: T
  /** How often it has been received, this time included: from 1. */
  readonly attempt: number
  /** Done: it will not come again. Throws AppError `conflict` when its time was up and another has it. */
  complete(): Promise<void>
  /** Not done: it comes again after `delayMs`. */
  release(delayMs: number): Promise<void>
}

/**
 * Work to be done once by one of several processes. At least once: a message comes again when who received it neither
 * completes nor releases it in time, so what it leads to must be safe to do twice. Every method throws AppError
 * `unavailable` when the queue cannot be reached.
 */
export interface WorkQueue<T> {
  /** Durable when it returns. @param delayMs before it can be received; default 0, at most 7 days */
  send(message: T, options?: { delayMs?: number }): Promise<void>
  /** Up to `max` (1 to 32) messages that are due, hidden from others for `visibilityMs`. */
  receive(max: number, visibilityMs: number): Promise<readonly Received<T>[]>
  /** Answers when the queue can serve. */
  check(): Promise<void>
  close(): Promise<void>
}
