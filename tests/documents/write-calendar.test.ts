import { writeCalendar } from '../../src/documents/write-calendar'

const at = '2027-01-05T08:00:00.000Z'
const linesOf = (title: string) =>
  writeCalendar('Årshjul', [{ id: 'c1:2027-01-05', at, title }], at)
    .toString()
    .split('\r\n')

test('a calendar holds each date as an event that takes nobody’s time', () => {
  expect(linesOf('Ugens')).toEqual([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Pejling//Campaigns//DA', 'X-WR-CALNAME:Årshjul', 'BEGIN:VEVENT'],
    ...['UID:c1:2027-01-05@pejling', 'DTSTAMP:20270105T080000Z', 'DTSTART:20270105T080000Z', 'DTEND:20270105T081500Z'],
    ...['SUMMARY:Ugens', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', ''],
  ])
})

test('a title can hold anything: marks are escaped, and long lines are folded between letters', () => {
  expect(linesOf('a;b,c\\d\ne')).toContain('SUMMARY:a\\;b\\,c\\\\d\\ne')
  const folded = linesOf('Æ'.repeat(80))
  expect(folded.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  expect(folded.join('').replaceAll(' ', '')).toContain('Æ'.repeat(80))
})
