/** The recipients of an occasion are kept for two months, for reminders and for HR's questions. The counts stay longer. */
const keptMs = 60 * 24 * 3600_000

/**
 * How long a page of recipients stands from now on, however often it is written.
 * @param closesAt ISO instant; anything else does not shorten it
 * @param most what it has left at the most, in seconds
 * @returns whole seconds, at least 1
 */
export function pageTtl(closesAt: string, most: number, nowMs: number): number {
  const afterEnd = Math.ceil((Date.parse(closesAt) + keptMs - nowMs) / 1000)
  return Number.isNaN(afterEnd) ? most : Math.max(1, Math.min(most, afterEnd))
}
