import { type ErrorCode, errorCode } from '../errors'

const byCode: Record<ErrorCode, number> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
  internal: 500,
}

// What restify's router itself answers, by the error's name.
const byRouterError: Record<string, number> = {
  ResourceNotFoundError: 404,
  MethodNotAllowedError: 405,
  RequestCloseError: 444,
}

/** The HTTP status of anything thrown while a request was served: the one mapper of this edge. */
export function httpStatus(thrown: unknown): number {
  const name = thrown instanceof Error ? thrown.name : ''
  return byRouterError[name] ?? byCode[errorCode(thrown)]
}
