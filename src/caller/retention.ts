import type { Services } from './context'

type Retaining = Pick<Services, 'config' | 'clock'>

/**
 * A record with what is left of its life, which counts from its creation; one that is held has no end. Cosmos DB counts `ttl` from the last write
 * (docs/teams-facts.md#life-of-a-record-in-cosmos-db), so every write of a record goes through here: a change does not
 * prolong its life.
 */
export function retained<T extends { readonly createdAt: string; readonly isHeld?: unknown }>(
  { config, clock }: Retaining,
  record: T,
): T & { readonly ttl?: number } {
  if (record.isHeld === true) return { ...record, ttl: undefined }
  return { ...record, ttl: ttlSeconds(record.createdAt, config.retentionMonths, clock.now()) }
}

/**
 * Seconds a record has left.
 * @param createdAt ISO instant
 * @returns whole seconds, at least 1: a record due now goes at once instead of staying for ever
 */
export function ttlSeconds(createdAt: string, months: number, nowMs: number): number {
  const end = new Date(createdAt)
  const day = end.getUTCDate()
  end.setUTCMonth(end.getUTCMonth() + months)
  // 31 August and six months is the end of February, not the beginning of March.
  if (end.getUTCDate() !== day) end.setUTCDate(0)
  return Math.max(1, Math.ceil((end.getTime() - nowMs) / 1000))
}

const dayMs = 24 * 3600_000

/** The same for what stays a number of days, whatever the municipality has set for what is people's own. */
export function retainedDays<T extends { readonly createdAt: string }>(
  { clock }: Pick<Retaining, 'clock'>,
  record: T,
  days: number,
): T & { readonly ttl: number } {
  const endMs = Date.parse(record.createdAt) + days * dayMs
  return { ...record, ttl: Math.max(1, Math.ceil((endMs - clock.now()) / 1000)) }
}
