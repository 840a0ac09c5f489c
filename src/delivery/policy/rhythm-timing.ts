import { nextDayTime, nextRhythmTime } from '../../dates/rhythm-dates'
import type { Rhythm } from '../../records/rhythm'

// What holds for every question that comes at a time that leaders or teams have chosen themselves.

const dayMs = 24 * 3600_000
/** A campaign's question that comes so soon is waited for. */
const aheadMs = 3 * dayMs
/** After one that has come, at least so long nothing of their own comes. */
const restMs = dayMs
/** So late it is no longer the hour that was asked for. */
const lateMs = 6 * 3600_000

/** Nothing has arrived: it is tried again so soon. */
export const rhythmRetryMs = 5 * 60_000

export function isTooLate(dueAt: string, nowMs: number): boolean {
  return nowMs - Date.parse(dueAt) > lateMs
}

/** Whether one of HR's that comes or came then keeps another from coming now. */
export function isNearNow(at: string | null | undefined, nowMs: number): boolean {
  return at !== null && at !== undefined && Date.parse(at) > nowMs - restMs && Date.parse(at) < nowMs + aheadMs
}

/** When one that does not come now comes: by the rule, or already on the next open `day`. @param today the local date @returns an instant */
export function rhythmMovedTo(
  to: 'next' | 'day',
  rhythm: Pick<Rhythm, 'weekday' | 'time' | 'everyWeeks' | 'startsOn' | 'dueAt'>,
  { nowMs, today, timeZone }: { readonly nowMs: number; readonly today: string; readonly timeZone: string },
): string {
  // From the day by the rule: where that one waits, the next is still the next.
  const nextMs = nextRhythmTime(rhythm, Math.max(nowMs, Date.parse(rhythm.dueAt)), timeZone)
  const atMs = to === 'day' ? Math.min(nextDayTime(rhythm, today, timeZone), nextMs) : nextMs
  return new Date(atMs).toISOString()
}
