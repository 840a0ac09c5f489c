/**
 * Seconds a record has left. Cosmos DB counts `ttl` from the last write (teams-facts §5), so every write computes it anew
 * from the creation date: an edit does not prolong a reflection's life. A month without that day ends on its last.
 * @param createdAt ISO instant
 * @returns whole seconds, at least 1: a record due now goes at once instead of staying for ever
 */
export function ttlSeconds(createdAt: string, months: number, nowMs: number): number {
  const end = new Date(createdAt)
  const day = end.getUTCDate()
  end.setUTCDate(1)
  end.setUTCMonth(end.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(day, lastDay))
  return Math.max(1, Math.ceil((end.getTime() - nowMs) / 1000))
}
