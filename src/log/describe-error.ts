import { AppError } from '../errors'
import { ownPlace } from './own-place'

/** What may be told about a thrown value. */
export interface ErrorDescription {
  readonly name: string
  readonly code?: string
  readonly statusCode?: number
  /** Only of our own errors, whose text we wrote. */
  readonly message?: string
  /** The nearest places in our own code, `src/x.ts:12`, innermost first. */
  readonly at?: readonly string[]
  readonly cause?: ErrorDescription
}

const deepestCause = 3
const mostPlaces = 5

/**
 * Describes a thrown value for the log. Messages of foreign errors stay out: the SDK's can hold a bearer token or
 * what a leader wrote (docs/teams-facts.md#errors-that-hold-secrets). Name, code, status and our own place in the stack
 * are enough to find it.
 */
export function describeError(thrown: unknown, depth = 0): ErrorDescription {
  if (typeof thrown !== 'object' || thrown === null) return { name: typeof thrown }
  const { name, code, statusCode, stack, cause } = thrown as Record<string, unknown>
  const at = ownPlaces(stack)
  return {
    name: word(name) ?? 'Error',
    ...(word(code) ? { code: word(code) } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
    ...(thrown instanceof AppError ? { message: thrown.message } : {}),
    ...(at.length > 0 ? { at } : {}),
    ...(cause && depth < deepestCause ? { cause: describeError(cause, depth + 1) } : {}),
  }
}

/** A name or code, if it looks like one: these too are the thrower's to choose. */
function word(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && /^[\w.-]{1,60}$/.test(text) ? text : undefined
}

const frame = /^ {4}at (?:[^\n(]*\()?((?:[A-Z]:)?[^\s():]+):(\d+):(\d+)\)?$/gm

/** The frames of a stack that are ours. The first lines of a stack are the message, so only whole frames count. */
function ownPlaces(stack: unknown): string[] {
  if (typeof stack !== 'string') return []
  const places: string[] = []
  for (const [, file = '', line, column] of stack.matchAll(frame)) {
    const place = ownPlace(file, Number(line), Number(column))
    if (place) places.push(place)
    if (places.length === mostPlaces) break
  }
  return places
}
