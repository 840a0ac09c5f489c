/**
 * A year of Thursdays at nine in Denmark, written down from a printed calendar and not by the program: no public holidays, no
 * weekends, 24 and 31 December closed, ISO weeks 7 and 42 and July closed, and Friday 7 May 2027 besides. `rule` is the Thursday,
 * `sent` the instant in UTC; null: not at all. Danish clocks are an hour ahead of UTC, and two from 28 March to 31 October 2027.
 */
export const yearOfThursdays: readonly { readonly rule: string; readonly sent: string | null }[] = [
  { rule: '2026-12-03', sent: '2026-12-03T08:00Z' },
  { rule: '2026-12-10', sent: '2026-12-10T08:00Z' },
  { rule: '2026-12-17', sent: '2026-12-17T08:00Z' },
  // Christmas Eve, then two days of Christmas and a Sunday: Monday of week 53.
  { rule: '2026-12-24', sent: '2026-12-28T08:00Z' },
  // New Year's Eve, New Year's Day and a weekend.
  { rule: '2026-12-31', sent: '2027-01-04T08:00Z' },
  { rule: '2027-01-07', sent: '2027-01-07T08:00Z' },
  { rule: '2027-01-14', sent: '2027-01-14T08:00Z' },
  { rule: '2027-01-21', sent: '2027-01-21T08:00Z' },
  { rule: '2027-01-28', sent: '2027-01-28T08:00Z' },
  { rule: '2027-02-04', sent: '2027-02-04T08:00Z' },
  { rule: '2027-02-11', sent: '2027-02-11T08:00Z' },
  // Week 7 is 15 to 21 February.
  { rule: '2027-02-18', sent: '2027-02-22T08:00Z' },
  { rule: '2027-02-25', sent: '2027-02-25T08:00Z' },
  { rule: '2027-03-04', sent: '2027-03-04T08:00Z' },
  { rule: '2027-03-11', sent: '2027-03-11T08:00Z' },
  { rule: '2027-03-18', sent: '2027-03-18T08:00Z' },
  // Maundy Thursday to Easter Monday; the clocks have gone forward meanwhile.
  { rule: '2027-03-25', sent: '2027-03-30T07:00Z' },
  { rule: '2027-04-01', sent: '2027-04-01T07:00Z' },
  { rule: '2027-04-08', sent: '2027-04-08T07:00Z' },
  { rule: '2027-04-15', sent: '2027-04-15T07:00Z' },
  // No Store Bededag on the Friday after: it is a working day since 2024.
  { rule: '2027-04-22', sent: '2027-04-22T07:00Z' },
  { rule: '2027-04-29', sent: '2027-04-29T07:00Z' },
  // Ascension Day, the municipality's own Friday and a weekend.
  { rule: '2027-05-06', sent: '2027-05-10T07:00Z' },
  { rule: '2027-05-13', sent: '2027-05-13T07:00Z' },
  { rule: '2027-05-20', sent: '2027-05-20T07:00Z' },
  { rule: '2027-05-27', sent: '2027-05-27T07:00Z' },
  { rule: '2027-06-03', sent: '2027-06-03T07:00Z' },
  { rule: '2027-06-10', sent: '2027-06-10T07:00Z' },
  { rule: '2027-06-17', sent: '2027-06-17T07:00Z' },
  { rule: '2027-06-24', sent: '2027-06-24T07:00Z' },
  { rule: '2027-07-01', sent: null },
  { rule: '2027-07-08', sent: null },
  { rule: '2027-07-15', sent: null },
  { rule: '2027-07-22', sent: null },
  // The first open day after July comes before the next Thursday.
  { rule: '2027-07-29', sent: '2027-08-02T07:00Z' },
  { rule: '2027-08-05', sent: '2027-08-05T07:00Z' },
  { rule: '2027-08-12', sent: '2027-08-12T07:00Z' },
  { rule: '2027-08-19', sent: '2027-08-19T07:00Z' },
  { rule: '2027-08-26', sent: '2027-08-26T07:00Z' },
  { rule: '2027-09-02', sent: '2027-09-02T07:00Z' },
  { rule: '2027-09-09', sent: '2027-09-09T07:00Z' },
  { rule: '2027-09-16', sent: '2027-09-16T07:00Z' },
  { rule: '2027-09-23', sent: '2027-09-23T07:00Z' },
  { rule: '2027-09-30', sent: '2027-09-30T07:00Z' },
  { rule: '2027-10-07', sent: '2027-10-07T07:00Z' },
  { rule: '2027-10-14', sent: '2027-10-14T07:00Z' },
  // Week 42 is 18 to 24 October.
  { rule: '2027-10-21', sent: '2027-10-25T07:00Z' },
  { rule: '2027-10-28', sent: '2027-10-28T07:00Z' },
  { rule: '2027-11-04', sent: '2027-11-04T08:00Z' },
  { rule: '2027-11-11', sent: '2027-11-11T08:00Z' },
  { rule: '2027-11-18', sent: '2027-11-18T08:00Z' },
  { rule: '2027-11-25', sent: '2027-11-25T08:00Z' },
  { rule: '2027-12-02', sent: '2027-12-02T08:00Z' },
  { rule: '2027-12-09', sent: '2027-12-09T08:00Z' },
  { rule: '2027-12-16', sent: '2027-12-16T08:00Z' },
  { rule: '2027-12-23', sent: '2027-12-23T08:00Z' },
  { rule: '2027-12-30', sent: '2027-12-30T08:00Z' },
]
