import { repeatWithin } from '../../async/repeat-within'
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
export const defaultQueueTimings: QueueTimings = { requestTimeoutMs: 3000, deadlineMs: 7000, retryDelayMs: 200 }

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

export function isAzureFailure(result: unknown): result is AzureFailure {
  return typeof result === 'object' && result !== null && 'failed' in result && result.failed === true
}

const passing: readonly number[] = [408, 429, 500, 502, 503, 504]

/**
 * Runs one operation of the queue, again after a passing failure. The SDK's own repetitions are switched off: they do not
 * tell of themselves, so a message that is gone because the first request took it would look lost.
 */
export function repeatAtAzure<T>(
  timings: QueueTimings,
  operate: (abortSignal: AbortSignal) => Promise<T>,
): Promise<T | AzureFailure> {
  return repeatWithin<T | AzureFailure>(timings, {
    operate: (signal, attempt) =>
      once(() => operate(AbortSignal.any([signal, AbortSignal.timeout(timings.requestTimeoutMs)])), attempt),
    isPassing: (outcome) => isAzureFailure(outcome) && isPassing(outcome),
    late: (attempt) => failure(undefined, 'no answer in time', attempt),
  })
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
