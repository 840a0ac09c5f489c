/** The only source of the present. Instants are milliseconds since 1970 in UTC. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** The calendar date `YYYY-MM-DD` of an instant in an IANA zone. */
export function localDate(instantMs: number, timeZone: string): string {
  let format = dateFormats.get(timeZone)
  if (!format) {
    // en-CA writes ISO dates; building a formatter is slow, so each zone keeps one.
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    dateFormats.set(timeZone, format)
  }
  return format.format(instantMs)
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()
