/**
 * Seconds a record has left. Cosmos DB counts `ttl` from the last write (teams-facts §5), so every write computes it anew
 * from the creation date: an edit does not prolong a reflection's life.
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
