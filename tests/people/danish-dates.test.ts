import fc from 'fast-check'
import { readDate } from '../../src/people/danish-dates'

// A Tuesday.
const today = '2026-03-10'
const date = (day: string) => ({ status: 'date', date: day })

test.each([
  ['til 1. august', '2026-08-01'],
  ['til den 1. august', '2026-08-01'],
  ['indtil d. 1 aug', '2026-08-01'],
  ['til første august', '2026-08-01'],
  ['til august', '2026-08-01'],
  ['1/8', '2026-08-01'],
  ['til 1.8.', '2026-08-01'],
  ['01-08-2026', '2026-08-01'],
  ['1.8.26', '2026-08-01'],
  ['2026-08-01', '2026-08-01'],
  ['2026 08 01', '2026-08-01'],
  ['til og med 1. august', '2026-08-02'],
  ['til 12. februar', '2027-02-12'],
  ['til den 15.', '2026-03-15'],
  ['til den 5.', '2026-04-05'],
  ['til den 31.', '2026-03-31'],
  ['3 uger', '2026-03-31'],
  ['i tre uger', '2026-03-31'],
  ['14 dage', '2026-03-24'],
  ['en uge', '2026-03-17'],
  ['et par uger', '2026-03-24'],
  ['en måned', '2026-04-10'],
  ['et halvt år', '2026-09-10'],
  ['et år', '2027-03-10'],
  ['til på mandag', '2026-03-16'],
  ['til tirsdag', '2026-03-17'],
  ['til onsdag', '2026-03-11'],
  ['til og med fredag', '2026-03-14'],
  ['til næste fredag', '2026-03-20'],
  ['til fredag i næste uge', '2026-03-20'],
  ['til søndag', '2026-03-15'],
  ['til i morgen', '2026-03-11'],
  ['til i overmorgen', '2026-03-12'],
  ['til næste uge', '2026-03-16'],
  ['resten af ugen', '2026-03-16'],
  ['resten af måneden', '2026-04-01'],
  ['resten af året', '2027-01-01'],
  ['til nytår', '2027-01-01'],
  ['til uge 32', '2026-08-03'],
  ['til uge 2', '2027-01-11'],
  ['til maj', '2026-05-01'],
  ['until 1 August', '2026-08-01'],
  ['until August 1st', '2026-08-01'],
  ['until August 1st, 2026', '2026-08-01'],
  ['until the 1st of August', '2026-08-01'],
  ['until May', '2026-05-01'],
  ['for 3 weeks', '2026-03-31'],
  ['for a week', '2026-03-17'],
  ['for half a year', '2026-09-10'],
  ['until Monday', '2026-03-16'],
  ['until next Friday', '2026-03-20'],
  ['through Friday', '2026-03-14'],
  ['until tomorrow', '2026-03-11'],
])('“%s” on 10 March 2026 is %s', (text, day) => {
  expect(readDate(text, today)).toEqual(date(day))
})

test.each([
  ['til 1. januar', '2026-12-31', '2027-01-01'],
  ['til i morgen', '2026-12-31', '2027-01-01'],
  ['2 uger', '2026-12-20', '2027-01-03'],
  ['en måned', '2027-01-31', '2027-02-28'],
  ['til uge 1', '2026-12-20', '2027-01-04'],
  ['til uge 53', '2026-12-20', '2026-12-28'],
  ['til mandag', '2026-12-31', '2027-01-04'],
  ['næste måned', '2026-12-31', '2027-01-01'],
  ['til den 30.', '2027-01-31', '2027-03-30'],
  ['til 29. februar', '2028-01-10', '2028-02-29'],
  ['til næste mandag', '2026-03-15', '2026-03-16'],
])('round the turn of a year or month, “%s” on %s is %s', (text, on, day) => {
  expect(readDate(text, on)).toEqual(date(day))
})

test.each([
  ['til 1. januar 2020', 'past'],
  ['til i dag', 'past'],
  ['til 10. marts', 'past'],
  ['0 uger', 'past'],
  ['til 2026-03-09', 'past'],
  ['til 1. august 2028', 'too-far'],
  ['13 måneder', 'too-far'],
  ['999999999999 uger', 'too-far'],
  ['til 31. februar', 'no-such-date'],
  ['til 1/13', 'no-such-date'],
  ['til uge 60', 'no-such-date'],
  ['til 29. februar', 'no-such-date'],
  ['', 'unclear'],
  ['3', 'unclear'],
  ['til sommerferien er slut', 'unclear'],
  ['lidt', 'unclear'],
  ['fra arbejdet', 'unclear'],
])('“%s” is %s', (text, status) => {
  expect(readDate(text, today)).toEqual({ status })
})

test('whatever is written, the answer is a day after today and within a year, or says why not', () => {
  const words = fc.constantFrom(
    'til',
    'og',
    'med',
    'den',
    '1',
    '31',
    '2026',
    '99999',
    'august',
    'mandag',
    'næste',
    'uge',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const reading = readDate(text, today)
      if (reading.status !== 'date') return true
      return reading.date > today && reading.date <= '2027-03-10'
    }),
  )
})
