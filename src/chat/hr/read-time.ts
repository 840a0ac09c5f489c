/** A time of day as pickers and people write it: `9:00`, `09.00`, `09:00:00`, `9:00 AM`, `21.30`, `9 PM`. What is none stays as it is, for the campaign's faults to name. */
export function readTime(written: string): string {
  const [, hour = '', minute = '00', half = ''] =
    /^(\d{1,2})(?:[:.](\d{2})(?:[:.]\d{2})?)?\s*([ap])?\.?\s?(?:m\.?)?$/i.exec(written.trim()) ?? []
  if (hour === '' || (half === '' && !/[:.]/.test(written))) return written
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const isClock = half === '' || (Number(hour) >= 1 && Number(hour) <= 12)
  return isClock ? `${String(hours).padStart(2, '0')}:${minute}` : written
}
