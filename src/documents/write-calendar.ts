export interface CalendarEvent {
  /** The same in every file, so that a calendar that reads two of them has the event once. */
  readonly id: string
  /** ISO instant. */
  readonly at: string
  readonly title: string
}

export const calendarType = 'text/calendar'

/** Bytes a line may have (RFC 5545, 3.1). */
const longestLine = 75
const quarterHourMs = 15 * 60_000

/** An iCalendar file (RFC 5545). @param madeAt ISO instant */
export function writeCalendar(name: string, events: readonly CalendarEvent[], madeAt: string): Buffer {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pejling//Campaigns//DA',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ id, at, title }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}@pejling`,
      `DTSTAMP:${instant(madeAt)}`,
      `DTSTART:${instant(at)}`,
      `DTEND:${instant(new Date(Date.parse(at) + quarterHourMs).toISOString())}`,
      `SUMMARY:${escaped(title)}`,
      // What is sent takes nobody's time.
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return Buffer.from(`${lines.map(folded).join('\r\n')}\r\n`)
}

function instant(at: string): string {
  return `${at.slice(0, 19).replace(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
}

/** No line is longer than allowed, and no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > longestLine) {
      parts.push(part)
      part = ' '
    }
    part += letter
  }
  return [...parts, part].join('\r\n')
}
