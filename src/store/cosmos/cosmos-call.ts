import { repeatWithin } from '../../async/repeat-within'
import { AppError } from '../../errors'
import type { CosmosTimings } from './cosmos-timings'

/**
 * All that is left of an SDK error. The error itself holds the request with its headers (a bearer token or a signature)
 * and sometimes the document, so it goes no further than this file: into no log, no `cause`.
 */
export interface CosmosFailure {
  readonly failed: true
  /** The HTTP status; undefined when there was no readable answer. */
  readonly status: number | undefined
  readonly substatus: number | undefined
  /** A bare code such as `ECONNRESET`. */
  readonly reason: string
}

export function isCosmosFailure(result: unknown): result is CosmosFailure {
  return typeof result === 'object' && result !== null && 'failed' in result && result.failed === true
}

/** The container or the database, not the document, is what was not found. */
export const ownerNotFound = 1003

/** Request timeout, gone, "retry with", internal error, bad gateway, unavailable, gateway timeout. */
const passing: readonly number[] = [408, 410, 449, 500, 502, 503, 504]

/**
 * Runs one operation of the store, again after a passing failure. The SDK repeats reads by itself but no writes, so `operate`
 * must be safe to repeat when it is unknown whether it was done.
 */
export function repeatAtCosmos<T>(
  timings: CosmosTimings,
  operate: (signal: AbortSignal) => Promise<T | CosmosFailure>,
): Promise<T | CosmosFailure> {
  return repeatWithin<T | CosmosFailure>(timings, {
    operate,
    isPassing: (outcome) => isCosmosFailure(outcome) && isPassing(outcome),
    late: () => failure(undefined, undefined, 'no answer in time'),
  })
}

/** One call of the SDK. What it throws becomes a `CosmosFailure`. */
export async function callCosmos<T>(call: () => Promise<T>): Promise<T | CosmosFailure> {
  try {
    return await call()
  } catch (thrown) {
    return describe(thrown)
  }
}

/** A failure found in an answer that the SDK does not throw for. */
export function failure(status: number | undefined, substatus: number | undefined, reason: string): CosmosFailure {
  return { failed: true, status, substatus, reason }
}

function isPassing({ status, reason }: CosmosFailure): boolean {
  return status === undefined ? !isSignInFault(reason) : passing.includes(status)
}

// Names of the errors of @azure/identity.
function isSignInFault(reason: string): boolean {
  return /Credential|Authentication/.test(reason)
}

function describe(thrown: unknown): CosmosFailure {
  const { code, substatus, name } = thrown as { code?: unknown; substatus?: unknown; name?: unknown }
  const status = typeof code === 'number' ? code : undefined
  // A code or a name is a word; whatever else stands there may be a message with content.
  const word = [code, name].find((part) => typeof part === 'string' && /^\w{1,60}$/.test(part))
  return failure(status, typeof substatus === 'number' ? substatus : undefined, String(word ?? 'no reason given'))
}

/** The failure for the outside. `place` is `container x` or `database x`. */
export function cosmosError(place: string, { status, substatus, reason }: CosmosFailure): AppError {
  if (status === undefined && isSignInFault(reason)) {
    return new AppError('unavailable', `Pejling's identity cannot sign in to Cosmos DB (${reason}).`)
  }
  const found = status === undefined ? reason : `status ${status}${substatus ? `, substatus ${substatus}` : ''}`
  switch (status) {
    case 400:
      return new AppError('internal', `Cosmos DB did not understand a request to ${place} (${found}).`)
    case 401:
    case 403:
      return new AppError(
        'unavailable',
        `Cosmos DB refuses access to ${place} (${found}): check the key, or that the identity has the role "Cosmos DB Built-in Data Contributor" and the network is allowed.`,
      )
    case 404:
      return new AppError('unavailable', `Cosmos DB has no ${place}: create it with "store create" (${found}).`)
    case 413:
      return new AppError('invalid', `The document is too large for ${place} (${found}).`)
    case 429:
      return new AppError('unavailable', `Cosmos DB is asked for more than its throughput at ${place} (${found}).`)
    default:
      return new AppError('unavailable', `Cosmos DB could not be used at ${place} (${found}).`)
  }
}
