/** What describes a campaign on the command line, a line each; a test holds it against the flags that are read. */
export const campaignHelp = `
  --name TEXT              what HR calls it
  --id ID                  c and 12 small letters or digits: the same command twice then makes one campaign

 Who
  --everybody              all leaders; the flags below narrow them, and each may be given several times
  --framework SLUG         a municipality's: kerteminde, odder, skanderborg, soro, sonderborg
  --role SLUG              such as leder-af-ledere
  --level LEVEL            top, area, leaders, staff or employee
  --unit NAME              as in the roster
  --person OBJECT-ID       beside those, known to Pejling or not
  --channel ID             beside those: a channel that Pejling is in

 What (without any of these: what fits each leader's role)
  --areas SLUG,SLUG        within these areas
  --prompt ID              these, one an occasion, in this order; in channels also those for one leader alone
  --question TEXT          one of HR's own

 When
  --first YYYY-MM-DD       first date
  --time HH:MM             wall-clock time; not 02:00 to 02:59
  --every RHYTHM           week, 2weeks or month
  --weekday DAY            MO to SU
  --nth N                  with month: 1 to 4, or -1 for the last such weekday
  --month-day N            with month: the day of it
  --rrule RULE             in place of these four: an RFC 5545 rule, such as FREQ=WEEKLY;INTERVAL=3;BYDAY=TU
  --zone NAME              IANA time zone; default PEJLING_TIME_ZONE
  --leaders-zone           the same time where each leader is
  --last YYYY-MM-DD        last date
  --count N                how many times

 But not
  --send-on-holidays       public holidays are skipped or moved unless this is given
  --send-on-weekends       likewise Saturdays and Sundays
  --send-on-customary-days likewise 24 and 31 December and 5 June
  --skip-school-weeks      weeks 7 and 42
  --skip-july
  --closed YYYY-MM-DD      the municipality's own
  --on-closed WHAT         move (to the next open day) or skip
  --quiet HH:MM-HH:MM      nothing is sent meanwhile; none takes it away
  --grace MINUTES          how late it may still be sent; default 360

 And then
  --reminders N            0, 1 or 2, to those who have not answered
  --after DAYS             days between; default 2
  --json                   for programs
`
