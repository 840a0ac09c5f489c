import { type DestinationStream, pino } from 'pino'
import { describeError } from './describe-error'

/**
 * Structured log lines (JSON). Fields are ids, codes, counts and types: never what a person wrote, nor a name.
 * An Error in any field is written as `describeError` tells it; any other object is left out, so that a whole
 * activity or SDK response handed in by mistake cannot reach the log.
 */
export interface Log {
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
}

export type LogFields = Readonly<Record<string, unknown>>

export interface LogOptions {
  /** trace, debug, info, warn, error or silent. */
  readonly level: string
  /** What every line carries beside its own fields. */
  readonly always?: Readonly<Record<string, string>>
  /** Where lines go; stdout when absent. */
  readonly destination?: DestinationStream
}

export function createLog({ level, always, destination }: LogOptions): Log {
  const options = { level, base: always ?? null, messageKey: 'message' }
  const logger = destination ? pino(options, destination) : pino(options)
  return {
    info: (fields, message) => logger.info(safe(fields), message),
    warn: (fields, message) => logger.warn(safe(fields), message),
    error: (fields, message) => logger.error(safe(fields), message),
  }
}

function safe(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, safeValue(name, value)]))
}

function safeValue(name: string, value: unknown): unknown {
  // What is thrown is not always an Error, and in jest an Error of another realm is no `instanceof Error`.
  if (name === 'error' || value instanceof Error) return describeError(value)
  if (Array.isArray(value)) return value.filter((entry) => typeof entry !== 'object')
  return typeof value === 'object' && value !== null ? '[object]' : value
}
