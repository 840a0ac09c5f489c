/** Where nothing else is set or told. */
export const denmarksTimeZone = 'Europe/Copenhagen'

/** Whether it is the IANA name of a zone. Intl also takes offsets like +02:00, which know no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
