import type { Leader } from '../records/leader'

/**
 * What becomes of a profile that nobody has used for long. `kept`: nothing. `tell`: it goes in a month, which they are to be told.
 * `expire`: they were told and did not come back.
 */
export type ProfileStanding = 'kept' | 'tell' | 'expire'

/** Whoever is told has so long to come back. */
const noticeMs = 30 * 24 * 3600_000

type Known = Pick<Leader, 'lastContact' | 'updatedAt' | 'expiryToldAt' | 'erasing' | 'heldSince'> &
  Pick<Leader, 'stopped' | 'conversation' | 'name'>

/** @param months how long a profile stays without a message or a press */
export function profileStanding(leader: Known, months: number, now: number): ProfileStanding {
  const { erasing, heldSince, expiryToldAt } = leader
  if (erasing !== undefined || heldSince !== undefined || isOnlyStop(leader)) return 'kept'
  const age = monthsBetween(lastContactOf(leader), contactMonth(now))
  if (age < months - 1) return 'kept'
  if (expiryToldAt === undefined) return 'tell'
  return age >= months && now - Date.parse(expiryToldAt) >= noticeMs ? 'expire' : 'kept'
}

/** Of records that are older than the field, when anything was last noted of them. */
export function lastContactOf({ lastContact, updatedAt }: Pick<Leader, 'lastContact' | 'updatedAt'>): string {
  return lastContact ?? updatedAt.slice(0, 7)
}

/** YYYY-MM: a contact is noted by its month, so that it tells nothing of anybody's days. */
export function contactMonth(ms: number): string {
  return new Date(ms).toISOString().slice(0, 7)
}

/** What is left of somebody who had said stop. */
function isOnlyStop({ stopped, conversation, name }: Known): boolean {
  return stopped && conversation === null && name === ''
}

function monthsBetween(from: string, to: string): number {
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  return months(to) - months(from)
}
