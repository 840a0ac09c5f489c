/** What describes a campaign on the command line, a line each; a test holds it against the flags that are read. */
export const campaignHelp = `
A change leaves alone what it does not name; a list that is given takes the place of the one before. To take something away, write
none in place of its value (--unit none, --last none), and --no- before a flag without one (--no-leaders-zone, --no-skip-july).

  --name TEXT              what HR calls it
  --id ID                  of a new one, c and 12 small letters or digits: the same command twice then makes one campaign

 Who
  --everybody              all leaders; the flags below narrow them, and each may be given several times, or as none
  --framework SLUG         a municipality's: kerteminde, odder, skanderborg, soro, sonderborg
  --role SLUG              such as leder-af-ledere
  --level LEVEL            top, area, leaders, staff or employee
  --unit NAME              as in the roster (pejling units)
  --person OBJECT-ID       beside those, known to Pejling or not: the object id in Entra
  --channel ID             beside those: a channel that Pejling is in

 What (without any of these: what fits each leader's role)
  --areas SLUG,SLUG        within these areas
  --each N                 with areas: one at a time, for so many occasions each
  --pitfalls               on pitfalls only
  --prompt ID              these, one an occasion, in this order; in channels also those for one leader alone
  --question TEXT          one of HR's own; given several times, one an occasion; none: what fits each leader's role again, as above
  --question-en TEXT       the same in English, for who has chosen it; as often as --question

 When
  --first YYYY-MM-DD       first date
  --time HH:MM             wall-clock time; not 02:00 to 02:59
  --every RHYTHM           week, 2weeks or month
  --weekday DAY            MO to SU; of a campaign that is there, without the others too
  --nth N                  with month: 1 to 4, or --nth=-1 for the last such weekday
  --month-day N            with month: the day of it, or --month-day=-1 for the last
  --rrule RULE             in place of these four: an RFC 5545 rule, such as FREQ=WEEKLY;INTERVAL=3;BYDAY=TU
  --zone NAME              IANA time zone; default PEJLING_TIME_ZONE
  --leaders-zone           the same time where each leader is
  --last YYYY-MM-DD        last date; none: no end
  --count N                how many times; none: no limit

 But not
  --send-on-holidays       public holidays are skipped or moved unless this is given
  --send-on-weekends       likewise Saturdays and Sundays
  --send-on-customary-days likewise 24 and 31 December and 5 June
  --skip-school-weeks      weeks 7 and 42
  --skip-july
  --closed YYYY-MM-DD      the municipality's own; may be given several times, or as none
  --on-closed WHAT         move (to the next open day) or skip
  --quiet HH:MM-HH:MM      nothing is sent meanwhile; none: at any time of the day
  --grace MINUTES          how late it may still be sent; default 360

 And then
  --reminders N            none, 1 or 2, to those who have not answered
  --after DAYS             with reminders: days between; default 2
  --json                   for programs
`
