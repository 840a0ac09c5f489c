/** By their keys, the faults that each flag of a campaign can have. */
const faults: Readonly<Record<string, readonly string[]>> = {
  '--id': ['id'],
  '--name': ['name', 'nameTaken'],
  '--everybody': ['narrowed', 'audienceEmpty'],
  '--framework': ['framework'],
  '--role': ['role'],
  '--level': ['level'],
  '--person': ['person', 'people'],
  '--channel': ['channel'],
  '--areas': ['areas', 'area'],
  '--prompt': ['prompt', 'prompts'],
  '--each': ['occasionsEach'],
  '--question': ['question', 'questionAt', 'questionCount'],
  '--time': ['time', 'timeOfChange', 'timeIsQuiet'],
  '--zone': ['timeZone'],
  '--first': ['first'],
  '--last': ['last', 'lastBeforeFirst'],
  '--count': ['count'],
  '--every': ['every', 'alwaysClosed', 'monthOnly'],
  '--month-day': ['monthDay', 'monthDayOrWeekday'],
  '--closed': ['closedDay', 'closedDays'],
  '--quiet': ['quietHours'],
  '--reminders': ['reminder', 'noReminder'],
  '--grace': ['grace'],
  '--confirm': ['campaign.refused.many'],
}
const flags = new Map(Object.entries(faults).flatMap(([flag, keys]) => keys.map((key) => [key, flag] as const)))

/** The flag that a fault's sentence is about, by its key. */
export function flagOf(key: string): string | undefined {
  const what = key.replace(/^campaign\.fault\./, '')
  return what.startsWith('rule.') ? '--rrule' : flags.get(what)
}
