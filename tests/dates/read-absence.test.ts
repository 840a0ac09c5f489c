import fc from 'fast-check'
import { readAbsence } from '../../src/dates/read-absence'
import { anyText } from '../support/any-text'

// A Tuesday.
const today = '2026-03-10'
const until = (day: string) => ({ status: 'absence', absence: { from: null, until: day } })
const during = (from: string, day: string) => ({ status: 'absence', absence: { from, until: day } })

test.each([
  ['til 1. august', '2026-08-01'],
  ['til den 1. august', '2026-08-01'],
  ['indtil d. 1 aug', '2026-08-01'],
  ['til første august', '2026-08-01'],
  ['til august', '2026-08-01'],
  ['til september', '2026-09-01'],
  ['frem til september', '2026-09-01'],
  ['til 1/8', '2026-08-01'],
  ['til 1.8.', '2026-08-01'],
  ['til 01-08-2026', '2026-08-01'],
  ['til 1.8.26', '2026-08-01'],
  ['til 2026-08-01', '2026-08-01'],
  ['til og med 1. august', '2026-08-02'],
  ['til 1. februar', '2027-02-01'],
  ['til den 15.', '2026-03-15'],
  ['til den 5.', '2026-04-05'],
  ['til den 31.', '2026-03-31'],
  ['3 uger', '2026-03-31'],
  ['i tre uger', '2026-03-31'],
  ['de næste to uger', '2026-03-24'],
  ['de kommende 3 uger', '2026-03-31'],
  ['de næste par uger', '2026-03-24'],
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
  ['til næste måned', '2026-04-01'],
  ['resten af ugen', '2026-03-16'],
  ['denne uge', '2026-03-16'],
  ['resten af måneden', '2026-04-01'],
  ['denne måned', '2026-04-01'],
  ['resten af året', '2027-01-01'],
  ['til nytår', '2027-01-01'],
  ['til næste år', '2027-01-01'],
  ['til jul', '2026-12-24'],
  ['til påske', '2026-04-02'],
  ['til efter påske', '2026-04-07'],
  ['til efter jul', '2026-12-27'],
  ['til sommer', '2026-06-01'],
  ['til efteråret', '2026-09-01'],
  ['til uge 32', '2026-08-03'],
  ['til og med uge 32', '2026-08-10'],
  ['til uge 2', '2027-01-11'],
  ['til maj', '2026-05-01'],
  ['uge 11', '2026-03-16'],
  ['i marts', '2026-04-01'],
  ['until 1 August', '2026-08-01'],
  ['until August 1st', '2026-08-01'],
  ['until August 1st, 2026', '2026-08-01'],
  ['until the 1st of August', '2026-08-01'],
  ['until May', '2026-05-01'],
  ['for 3 weeks', '2026-03-31'],
  ['for the next two weeks', '2026-03-24'],
  ['for a week', '2026-03-17'],
  ['for half a year', '2026-09-10'],
  ['until Monday', '2026-03-16'],
  ['until next Friday', '2026-03-20'],
  ['through Friday', '2026-03-14'],
  ['until tomorrow', '2026-03-11'],
])('“%s” on 10 March 2026 lasts until %s', (text, day) => {
  expect(readAbsence(text, today)).toEqual(until(day))
})

test.each([
  ['i påsken', '2026-04-02', '2026-04-07'],
  ['i påskeferien', '2026-03-28', '2026-04-07'],
  ['i pinsen', '2026-05-23', '2026-05-26'],
  ['kristi himmelfartsferien', '2026-05-14', '2026-05-18'],
  ['i julen', '2026-12-24', '2026-12-27'],
  ['i juleferien', '2026-12-24', '2027-01-02'],
  ['mellem jul og nytår'.replace('mellem ', ''), '2026-12-24', '2027-01-02'],
  ['i efterårsferien', '2026-10-12', '2026-10-19'],
  ['hele juli', '2026-07-01', '2026-08-01'],
  ['i juli', '2026-07-01', '2026-08-01'],
  ['i juli 2026', '2026-07-01', '2026-08-01'],
  ['i februar', '2027-02-01', '2027-03-01'],
  ['over sommeren', '2026-06-01', '2026-09-01'],
  ['uge 42', '2026-10-12', '2026-10-19'],
  ['i uge 28 og 29', '2026-07-06', '2026-07-20'],
  ['uge 28-30', '2026-07-06', '2026-07-27'],
  ['uge 28 til 30', '2026-07-06', '2026-07-27'],
  ['fra uge 28 til uge 30', '2026-07-06', '2026-07-27'],
  ['uge 28 til og med 30', '2026-07-06', '2026-07-27'],
  ['uge 52 og 1', '2026-12-21', '2027-01-11'],
  ['i næste uge', '2026-03-16', '2026-03-23'],
  ['næste måned', '2026-04-01', '2026-05-01'],
  ['i weekenden', '2026-03-14', '2026-03-16'],
  ['fra 1. til 15. august', '2026-08-01', '2026-08-16'],
  ['1.-15. august', '2026-08-01', '2026-08-16'],
  ['1. august i 3 uger', '2026-08-01', '2026-08-22'],
  ['på mandag og 14 dage frem', '2026-03-16', '2026-03-30'],
  ['fra den 1. august til den 15. august', '2026-08-01', '2026-08-16'],
  ['1/7-15/8', '2026-07-01', '2026-08-16'],
  ['fra 1/7 til 15/8', '2026-07-01', '2026-08-16'],
  ['fra 20. december til 5. januar', '2026-12-20', '2027-01-06'],
  ['fra mandag til fredag', '2026-03-16', '2026-03-21'],
  ['fra mandag til og med onsdag', '2026-03-16', '2026-03-19'],
  ['fra i morgen til fredag', '2026-03-11', '2026-03-14'],
  ['fra den 12. til den 20.', '2026-03-12', '2026-03-21'],
  ['fra mandag og to uger frem', '2026-03-16', '2026-03-30'],
  ['to uger fra mandag', '2026-03-16', '2026-03-30'],
  ['fra juni til august', '2026-06-01', '2026-09-01'],
  ['til 1. august fra mandag', '2026-03-16', '2026-08-02'],
  ['from 1 to 15 August', '2026-08-01', '2026-08-16'],
  ['from Monday to Friday', '2026-03-16', '2026-03-21'],
  ['in July', '2026-07-01', '2026-08-01'],
  ['over Easter', '2026-04-02', '2026-04-07'],
  ['next week', '2026-03-16', '2026-03-23'],
  ['in week 42', '2026-10-12', '2026-10-19'],
])('“%s” on 10 March 2026 begins on %s and lasts until %s', (text, from, day) => {
  expect(readAbsence(text, today)).toEqual(during(from, day))
})

test.each([
  ['til 1. januar', '2026-12-31', '2027-01-01'],
  ['til i morgen', '2026-12-31', '2027-01-01'],
  ['2 uger', '2026-12-20', '2027-01-03'],
  ['en måned', '2027-01-31', '2027-02-28'],
  ['til uge 1', '2026-12-20', '2027-01-04'],
  ['til uge 53', '2026-12-20', '2026-12-28'],
  ['til mandag', '2026-12-31', '2027-01-04'],
  ['til den 30.', '2027-01-31', '2027-03-30'],
  ['til 29. februar', '2028-01-10', '2028-02-29'],
  ['til næste mandag', '2026-03-15', '2026-03-16'],
  ['i juleferien', '2026-12-28', '2027-01-02'],
  ['i juli', '2026-07-15', '2026-08-01'],
  ['uge 53', '2026-12-30', '2027-01-04'],
])('round the turn of a year or month, “%s” on %s lasts until %s', (text, on, day) => {
  expect(readAbsence(text, on)).toEqual(until(day))
})

test.each<readonly [string, readonly (readonly [string | null, string])[]]>([
  // Further than eleven months: hardly meant.
  ['til 12. februar', [[null, '2027-02-12']]],
  ['til 1. marts', [[null, '2027-03-01']]],
  ['til marts', [[null, '2027-03-01']]],
  // That day, or until then.
  [
    '1. august',
    [
      [null, '2026-08-01'],
      ['2026-08-01', '2026-08-02'],
    ],
  ],
  [
    '1/8',
    [
      [null, '2026-08-01'],
      ['2026-08-01', '2026-08-02'],
    ],
  ],
  [
    'på mandag',
    [
      [null, '2026-03-16'],
      ['2026-03-16', '2026-03-17'],
    ],
  ],
  [
    'i vinterferien',
    [
      ['2027-02-15', '2027-02-22'],
      [null, '2027-02-15'],
    ].slice(0, 1) as [string, string][],
  ],
  [
    'i sommerferien',
    [
      ['2026-07-01', '2026-08-01'],
      ['2026-07-06', '2026-07-27'],
      ['2026-07-13', '2026-08-03'],
    ],
  ],
])('“%s” is asked back', (text, choices) => {
  const reading = readAbsence(text, today)
  expect(reading.status).toBe('either')
  const found = reading.status === 'either' ? reading.choices.map(({ from, until: end }) => [from, end]) : []
  expect(found).toEqual(expect.arrayContaining([...choices]))
})

test.each([
  ['fra 1. maj', '2026-05-01'],
  ['fra mandag', '2026-03-16'],
  ['fra i morgen', '2026-03-11'],
])('“%s” has no end: it begins on %s', (text, from) => {
  expect(readAbsence(text, today)).toEqual({ status: 'open', from })
})

test.each([
  ['til 1. januar 2020', 'past'],
  ['til i dag', 'past'],
  ['til 10. marts', 'past'],
  ['i juli 2025', 'past'],
  ['0 uger', 'past'],
  ['til 2026-03-09', 'past'],
  ['til 1. august 2028', 'too-far'],
  ['i juli 2028', 'too-far'],
  ['13 måneder', 'too-far'],
  ['999999999999 uger', 'too-far'],
  ['til 31. februar', 'no-such-date'],
  ['til 1/13', 'no-such-date'],
  ['til uge 60', 'no-such-date'],
  ['', 'unclear'],
  ['3', 'unclear'],
  ['til sommerferien er slut', 'unclear'],
  ['lidt', 'unclear'],
  ['fra arbejdet', 'unclear'],
  ['i hverdagen', 'unclear'],
  ['i møder til mandag', 'unclear'],
  ['til', 'unclear'],
  ['uge', 'unclear'],
  ['14 dage 1. maj', 'unclear'],
  ['fra mandag morgen til sent', 'unclear'],
])('“%s” is %s', (text, status) => {
  expect(readAbsence(text, today)).toEqual({ status })
})

test('whatever is written, what comes of it lies ahead and within a year, or it says why not', () => {
  const words = fc.constantFrom(
    ...['til', 'og', 'med', 'den', 'fra', '1', '31', '2026', '99999', 'august', 'mandag', 'næste', 'uge', 'påsken'],
  )
  const texts = fc.oneof(
    anyText(),
    fc.array(words, { maxLength: 7 }).map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const reading = readAbsence(text, today)
      const all = reading.status === 'absence' ? [reading.absence] : reading.status === 'either' ? reading.choices : []
      return all.every(
        ({ from, until: end }) => end > today && end <= '2027-03-10' && (from === null || (from > today && from < end)),
      )
    }),
    { numRuns: 2000 },
  )
})
