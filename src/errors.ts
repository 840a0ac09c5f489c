/** What went wrong, in the few ways an edge (chat reply, HTTP status, exit code) can act on. */
export type ErrorCode = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'unavailable' | 'internal'

/**
 * An expected failure. `message` is for operators and logs: it never holds what a leader wrote.
 * Only the three edges turn it into something shown; everyone else lets it pass.
 */
export class AppError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'AppError'
    this.code = code
  }
}

/** The code of any thrown value; what is not an AppError is a bug or a broken machine: `internal`. */
export function errorCode(thrown: unknown): ErrorCode {
  return thrown instanceof AppError ? thrown.code : 'internal'
}
