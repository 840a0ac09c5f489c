import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../../errors'

/** How long one operation may take, in milliseconds. */
export interface QueueTimings {
  /** One request. */
  readonly requestTimeoutMs: number
  /** All requests and pauses of one operation. */
  readonly deadlineMs: number
  /** The pause before the first repetition; it doubles each time. */
  readonly retryDelayMs: number
}

/** One operation fits the 15 seconds that Teams gives a turn. */
export const defaultTimings: QueueTimings = { requestTimeoutMs: 3000, deadlineMs: 7000, retryDelayMs: 200 }

/**
 * All that is left of an SDK error. The error itself holds the request with its headers (a token or a signature) and
 * the message, so it goes no further than this file.
 */
export interface AzureFailure {
  readonly failed: true
  /** The HTTP status; undefined when there was no answer. */
  readonly status: number | undefined
  /** A bare code such as `QueueNotFound` or `ECONNRESET`. */
  readonly reason: string
  /** After the first, an earlier request may have been carried out although its answer was lost. */
  readonly attempt: number
}

export function isFailure(result: unknown): result is AzureFailure {
  return typeof result === 'object' && result !== null && 'failed' in result && result.failed === true
}

const attempts = 3
const passing: readonly number[] = [408, 429, 500, 502, 503, 504]

/**
 * Runs one operation: again after a passing failure, three times at most, all within the deadline. The SDK's own
 * repetitions are switched off: they do not tell of themselves, so a message that is gone because the first request
 * took it would look lost.
 */
export async function repeatedly<T>(
  timings: QueueTimings,
  operate: (abortSignal: AbortSignal) => Promise<T>,
): Promise<T | AzureFailure> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), timings.deadlineMs)
  const isLate = new Promise<void>((resolve) => {
    deadline.signal.addEventListener('abort', () => resolve())
  })
  try {
    for (let attempt = 1; ; attempt++) {
      const late = isLate.then(() => failure(undefined, 'no answer in time', attempt))
      const signal = AbortSignal.any([deadline.signal, AbortSignal.timeout(timings.requestTimeoutMs)])
      const result = await Promise.race([once(() => operate(signal), attempt), late])
      if (!isFailure(result) || !isPassing(result) || attempt === attempts || deadline.signal.aborted) return result
      await Promise.race([pause(timings.retryDelayMs * 2 ** (attempt - 1)), isLate])
    }
  } finally {
    clearTimeout(timer)
  }
}

async function once<T>(operate: () => Promise<T>, attempt: number): Promise<T | AzureFailure> {
  try {
    return await operate()
  } catch (thrown) {
    const { code, statusCode, name } = thrown as { code?: unknown; statusCode?: unknown; name?: unknown }
    // A code or a name is a word; whatever else stands there may be a message with content.
    const word = [code, name].find((part) => typeof part === 'string' && /^\w{1,60}$/.test(part))
    return failure(typeof statusCode === 'number' ? statusCode : undefined, String(word ?? 'no reason given'), attempt)
  }
}

function failure(status: number | undefined, reason: string, attempt: number): AzureFailure {
  return { failed: true, status, reason, attempt }
}

function isPassing({ status, reason }: AzureFailure): boolean {
  return status === undefined ? !isSignInFault(reason) : passing.includes(status)
}

// Names of the errors of @azure/identity.
function isSignInFault(reason: string): boolean {
  return /Credential|Authentication(Required)?Error/.test(reason)
}

/** The failure for the outside. */
export function azureError(queue: string, { status, reason }: AzureFailure): AppError {
  if (status === undefined && isSignInFault(reason)) {
    return new AppError('unavailable', `Pejling's identity cannot sign in to Azure Storage (${reason}).`)
  }
  const found = status === undefined ? reason : `status ${status}, ${reason}`
  switch (status) {
    case 400:
      return new AppError('internal', `Azure Storage did not understand a request to the queue ${queue} (${found}).`)
    case 401:
    case 403:
      return new AppError(
        'unavailable',
        `Azure Storage refuses access to the queue ${queue} (${found}): check the key, or that the identity has the role "Storage Queue Data Contributor" and the network is allowed.`,
      )
    case 404:
      return new AppError(
        'unavailable',
        `The storage account has no queue ${queue}: create it, for instance with "az storage queue create --name ${queue}" (${found}).`,
      )
    default:
      return new AppError('unavailable', `Azure Storage could not be used at the queue ${queue} (${found}).`)
  }
}
