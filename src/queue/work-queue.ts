/** A message on its way through the queue. */
export interface Received<T> {
  readonly message: T
  /** How often it has been received, this time included: from 1. */
  readonly attempt: number
  /** Done: it will not come again. Throws AppError `conflict` when its time was up and another received it. */
  complete(): Promise<void>
  /** Not done: it comes again after `delayMs`, at most 7 days. Throws AppError `conflict` as `complete` does. */
  release(delayMs: number): Promise<void>
}

/**
 * Work to be done once by one of several processes. At least once: a message comes again when who received it neither
 * completes nor releases it in time, so what it leads to must be safe to do twice. In no order. What does not fit its
 * schema, or has come too often, is put aside under the queue's name and logged. A message holds ids only, and who
 * receives it looks up whether it is still to be done: queues are not searched when a leader erases everything. Every
 * method throws AppError `unavailable` when the queue cannot be reached.
 */
export interface WorkQueue<T> {
  /** Durable when it returns. @param delayMs before it can be received; default 0, at most 7 days */
  send(message: T, options?: { delayMs?: number }): Promise<void>
  /** Up to `max` (1 to 32) messages that are due, hidden from others for `visibilityMs` (1 second to 7 days). */
  receive(max: number, visibilityMs: number): Promise<readonly Received<T>[]>
  /** Answers when the queue can serve. */
  check(): Promise<void>
  close(): Promise<void>
}
