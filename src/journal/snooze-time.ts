import { weekdayOf } from '../time/local-dates'

export const snoozeChoices = ['hour', 'tomorrow', 'monday'] as const
export type SnoozeChoice = (typeof snoozeChoices)[number]

/** A working day has begun, and the first meeting perhaps not. */
const morning = '08:00:00'
const hourMs = 3_600_000

/**
 * When a prompt that was put off comes again, in milliseconds since 1970. Pure.
 * @param today the leader's own date, YYYY-MM-DD
 * @param timeZone IANA name: eight o'clock is the leader's, on either side of a change to summer time
 */
export function snoozeTime(choice: SnoozeChoice, nowMs: number, today: string, timeZone: string): number {
  switch (choice) {
    case 'hour':
      return nowMs + hourMs
    case 'tomorrow':
      return morningOf(today, 1, timeZone)
    case 'monday':
      // On a Monday the next one is meant: today's eight o'clock is now or gone.
      return morningOf(today, 8 - weekdayOf(today), timeZone)
  }
}

function morningOf(today: string, daysAhead: number, timeZone: string): number {
  const wall = new Date(`${today}T${morning}Z`)
  wall.setUTCDate(wall.getUTCDate() + daysAhead)
  const wallMs = wall.getTime()
  // An offset belongs to an instant, and the first guess may lie on the other side of a clock change, so it is looked up twice.
  const nearMs = wallMs - offsetMs(wallMs, timeZone)
  return wallMs - offsetMs(nearMs, timeZone)
}

/** How far the zone's clocks are ahead of UTC. */
function offsetMs(instantMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instantMs)
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const wallMs = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return wallMs - Math.floor(instantMs / 1000) * 1000
}
