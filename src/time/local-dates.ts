// Calendar dates as `YYYY-MM-DD`: they know neither zone nor time of day, so no clock change can move them.

const dayMs = 24 * 3600 * 1000

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** How many days a stretch has, both ends counted. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs + 1
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

/** The ISO 8601 week, 1 to 53: it belongs to the year that its Thursday is in. */
export function isoWeek(date: string): number {
  const thursday = addDays(date, 4 - weekdayOf(date))
  const sinceNewYear = Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)
  return Math.floor(sinceNewYear / (7 * dayMs)) + 1
}
