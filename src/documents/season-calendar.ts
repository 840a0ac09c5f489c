import type { Season } from '../campaigns/verbs/show-season'
import { writeCalendar } from './write-calendar'

/** Every date that HR's campaigns send on, as a calendar file. @param name the calendar's @param madeAt ISO instant */
export function seasonCalendar(name: string, { dates }: Season, madeAt: string): Buffer {
  const events = dates.flatMap(({ campaign, date, at }) =>
    date === null || at === null ? [] : [{ id: `${campaign.id}:${date}`, at, title: campaign.name }],
  )
  return writeCalendar(name, events, madeAt)
}
