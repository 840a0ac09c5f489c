import type { z } from 'zod'
import { AppError } from '../errors'
import { parseJson } from '../files/parse-json'

// The rules of the port that both adapters check alike.

/** Azure takes 64 KiB of Base64, which is 48 KiB of text (learn.microsoft.com/rest/api/storageservices/put-message). */
const sizeLimitBytes = 48 * 1024
/** The longest visibility timeout of Azure (the same page). */
const longestMs = 7 * 24 * 60 * 60 * 1000
/** Azure hands out 32 messages at once. */
const mostAtOnce = 32

/** Received more often than this, a message is put aside: whoever takes it dies of it, or nobody ever completes it. */
export const defaultMostAttempts = 100

/** The message as it is kept. AppError `invalid` when it is too large. */
export function writeMessage(message: unknown): string {
  const text = JSON.stringify(message)
  if (Buffer.byteLength(text) > sizeLimitBytes) throw new AppError('invalid', 'A message for the queue is over 48 KiB.')
  return text
}

export type ReadOutcome<T> = { readonly status: 'fits'; readonly message: T } | Poisoned

/** What will never be done and has to be put aside. `why` names field paths, never content. */
export interface Poisoned {
  readonly status: 'poisoned'
  readonly why: string
}

/** Reads a received message by its schema. */
export function readMessage<T>(
  schema: z.ZodType<T>,
  text: string,
  { attempt, mostAttempts }: { attempt: number; mostAttempts: number },
): ReadOutcome<T> {
  if (attempt > mostAttempts) return { status: 'poisoned', why: `received more than ${mostAttempts} times` }
  // No schema of ours takes undefined.
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return { status: 'fits', message: parsed.data }
  const paths = parsed.error.issues.map((issue) => issue.path.join('.') || 'the message itself')
  return { status: 'poisoned', why: `does not fit its schema: ${paths.slice(0, 5).join(', ')}` }
}

/** Refuses a delay over seven days: AppError `invalid`. */
export function checkDelay(delayMs: number): number {
  if (delayMs >= 0 && delayMs <= longestMs) return delayMs
  throw new AppError('invalid', 'The delay of a message is not between 0 and 7 days.')
}

/** Refuses what one of the adapters could not do: AppError `invalid`. */
export function checkReceive(max: number, visibilityMs: number): void {
  if (!(Number.isInteger(max) && max >= 1 && max <= mostAtOnce)) {
    throw new AppError('invalid', `The queue hands out 1 to ${mostAtOnce} messages at once.`)
  }
  if (!(visibilityMs >= 1000 && visibilityMs <= longestMs)) {
    throw new AppError('invalid', 'A message is hidden from others for 1 second to 7 days.')
  }
}

/** Refuses a name that one of the adapters does not take: AppError `invalid`. Azure adds `-poison` to it. */
export function checkName(name: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length >= 3 && name.length <= 56) return name
  throw new AppError('invalid', 'The name of a queue is not 3 to 56 small letters, digits and single hyphens.')
}

/** The receipt is no longer valid: another process has received the message since. */
export function lostMessage(name: string): AppError {
  return new AppError(
    'conflict',
    `A message of the queue ${name} was held for too long and is no longer this receiver's.`,
  )
}
