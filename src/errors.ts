/** What went wrong, in the few ways an edge (chat reply, HTTP status, exit code) can act on. */
export type ErrorCode = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'unavailable' | 'internal'

/** A text key and its parameters. `field`: that of a form which it is about. */
export interface Saying {
  readonly key: string
  readonly field?: string
  readonly params?: Readonly<Record<string, string | number>>
}

/**
 * An expected failure. `message` is for operators and logs: it never holds what a leader wrote.
 * Only the three edges turn it into something shown; everyone else lets it pass.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  /** What a user is told instead of the code's own text; `and`: of several faults in one form, the others. */
  readonly say: (Saying & { readonly and?: readonly Saying[] }) | undefined

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; say?: AppError['say'] } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.name = 'AppError'
    this.code = code
    this.say = options.say
  }
}

/** The code of any thrown value; what is not an AppError is a bug or a broken machine: `internal`. */
export function errorCode(thrown: unknown): ErrorCode {
  return thrown instanceof AppError ? thrown.code : 'internal'
}
