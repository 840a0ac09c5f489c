import type { SendOutcome } from '../delivery/policy/sender'
import { AppError } from '../errors'
import { connectorFailure } from './connector-limits'

/** What a failed call to the connector means: an outcome, or that it was sent to the wrong part of Teams. */
export type Failure = Exclude<SendOutcome, { status: 'sent' }> | { readonly status: 'wrong-region' }

/** Found in the body: a code, or JSON once more as text (docs/teams-facts.md#what-a-refusal-means). */
const refusals: readonly (readonly [text: RegExp, failure: Failure])[] = [
  [/BotDisabledByAdmin|BotNotRegistered/i, { status: 'disabled', why: 'switched-off' }],
  [/BotNotInConversationRoster/i, { status: 'gone', why: 'uninstalled' }],
  [/ConversationBlockedByUser|MessageWritesBlocked|errorCode\W{1,8}209\b/i, { status: 'gone', why: 'blocked' }],
  [/ForbiddenOperationException/i, { status: 'gone', why: 'not-installed' }],
  [/different region|wrong geo/i, { status: 'wrong-region' }],
  [/ConversationNotFound/i, { status: 'gone', why: 'no-conversation' }],
  [/MessageSizeTooBig/i, { status: 'refused', why: 'too-large' }],
  [/ServiceError\W{1,8}(\w+\W{1,8})?Unknown/i, { status: 'refused', why: 'service-error' }],
]

/**
 * Tells what has become of a message whose call to the connector ended in `thrown`
 * (docs/teams-facts.md#what-a-refusal-means). Nothing of what Teams wrote is passed on: it can hold anything.
 */
export function classifyFailure(thrown: unknown): Failure {
  if (thrown instanceof AppError && thrown.code === 'forbidden') return { status: 'refused', why: 'untrusted-address' }
  const far = connectorFailure(thrown)
  // It failed before the first request, such as where the client could not be made.
  if (!far?.hasDeparted) return { status: 'not-sent', why: far ? 'unreachable' : 'fault' }
  const { status, text, retryAfter } = answerIn(thrown)
  if (far.mayHaveArrived) return { status: 'unknown', why: ambiguity(thrown, status) }
  if (status === 429) return { status: 'throttled', retryAfterMs: retryAfterMs(retryAfter) }
  if (status === 412) return { status: 'busy' }
  const known = refusals.find(([pattern]) => pattern.test(text))?.[1]
  if (known) return known
  switch (status) {
    case 401:
      return { status: 'disabled', why: 'unauthorized' }
    case 404:
      return { status: 'gone', why: 'no-conversation' }
    case 413:
      return { status: 'refused', why: 'too-large' }
    default:
      return { status: 'refused', why: `http-${status ?? 0}` }
  }
}

function answerIn(thrown: unknown): { status: number | undefined; text: string; retryAfter: string | undefined } {
  const { statusCode, code, response } = (thrown ?? {}) as {
    statusCode?: unknown
    code?: unknown
    response?: { bodyAsText?: unknown; headers?: { get?: (name: string) => unknown } }
  }
  const retryAfter = response?.headers?.get?.('retry-after')
  return {
    status: typeof statusCode === 'number' ? statusCode : undefined,
    text: [code, response?.bodyAsText].filter((part) => typeof part === 'string').join(' '),
    retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
  }
}

function ambiguity(thrown: unknown, status: number | undefined): string {
  if (status !== undefined) return `http-${status}`
  return (thrown as { name?: unknown }).name === 'AbortError' ? 'timeout' : 'connection-lost'
}

/** Teams says seconds; anything else counts as not said. */
function retryAfterMs(value: string | undefined): number | null {
  const seconds = Number(value)
  return value !== undefined && value.trim() !== '' && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}
