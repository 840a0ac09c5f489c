const dayMs = 24 * 3600 * 1000

/**
 * The instant (ms) at which a clock on the wall in an IANA zone shows a date and time. A time that comes twice is its first; one
 * that is left out when clocks go forward is as much later as the clocks went (RFC 5545, 3.3.5).
 * @param date YYYY-MM-DD
 * @param time HH:MM
 */
export function zonedInstant(date: string, time: string, timeZone: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`)
  const before = wall - offsetMs(wall - dayMs, timeZone)
  const after = wall - offsetMs(wall + dayMs, timeZone)
  const shown = [before, after].filter((instant) => instant + offsetMs(instant, timeZone) === wall)
  return shown.length > 0 ? Math.min(...shown) : before
}

/** How far ahead of UTC the zone's clocks are at an instant. */
function offsetMs(instant: number, timeZone: string): number {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) parts[type] = value
  const { year, month, day, hour, minute, second } = parts
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - Math.floor(instant / 1000) * 1000
}

// Building a formatter is slow, so each zone keeps one.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const two = '2-digit'
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  })
  formats.set(timeZone, format)
  return format
}
