import type { z } from 'zod'
import type { Log } from '../log/log'
import { readMessage } from './message'

/** A message as an adapter received it. */
export interface Item {
  readonly text: string
  readonly attempt: number
}

export interface Sorting<T, I extends Item> {
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly mostAttempts: number
  readonly log: Log
  /** Moves a message out of the queue to where an operator finds it. */
  readonly putAside: (item: I, why: string) => Promise<void>
}

/** Reads what was received. What will never be done is put aside and logged by reason and count, never by content. */
export async function sortReceived<T, I extends Item>(
  items: readonly I[],
  { name, schema, mostAttempts, log, putAside }: Sorting<T, I>,
): Promise<{ item: I; message: T }[]> {
  const fitting: { item: I; message: T }[] = []
  const counts = new Map<string, number>()
  const moves: Promise<void>[] = []
  for (const item of items) {
    const outcome = readMessage(schema, item.text, { attempt: item.attempt, mostAttempts })
    if (outcome.status === 'fits') {
      fitting.push({ item, message: outcome.message })
      continue
    }
    counts.set(outcome.why, (counts.get(outcome.why) ?? 0) + 1)
    // A move that fails is tried again when the message comes again; the others must not wait for it.
    moves.push(putAside(item, outcome.why).catch((error) => log.error({ queue: name, error }, 'message not put aside')))
  }
  await Promise.all(moves)
  for (const [why, count] of counts) log.error({ queue: name, why, count }, 'messages that cannot be done')
  return fitting
}
