import type { Activity, Request } from 'botbuilder'
import { AppError } from '../errors'

/** A request's activity, its instants as the SDK wants them, and its Authorization header ('' when absent). */
export function readRequest({ body, headers }: Request): { activity: Activity; authorization: string } | undefined {
  if (typeof body?.type !== 'string') return undefined
  const activity = body as unknown as Activity & Record<string, unknown>
  for (const name of ['timestamp', 'localTimestamp', 'expiration'] as const) {
    const written = body[name]
    if (typeof written !== 'string') continue
    activity[name] = new Date(written)
    activity[`raw${name[0]?.toUpperCase()}${name.slice(1)}`] = written
  }
  const { authorization } = headers
  return { activity, authorization: typeof authorization === 'string' ? authorization : '' }
}

// Thrown by jsonwebtoken, which the SDK verifies with and lets through unchanged.
const tokenErrors = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'])

/** Whether authentication failed for the token's sake, not because it could not be checked. */
export function isRefusedToken(thrown: unknown): boolean {
  if (thrown instanceof AppError) return thrown.code === 'forbidden'
  const { name, statusCode } = (thrown ?? {}) as { name?: unknown; statusCode?: unknown }
  return statusCode === 401 || statusCode === 403 || tokenErrors.has(String(name))
}
