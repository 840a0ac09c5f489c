import { z } from 'zod'
import type { Saying } from '../../errors'
import { isTimeZone } from '../../time/time-zone'
import { plannedDates } from '../calendar/planned-dates'
import { isMonthDay, ruleFaults } from '../calendar/recurrence-rule'
import type { CampaignInput, RecurrenceInput } from './campaign-input'
import { toRecurrence } from './to-recurrence'

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/
/** Years beyond these are slips of the finger. */
const [firstYear, lastYear] = [2020, 2090]
/** A rule whose next hundred dates all fall on closed days is taken never to send. */
const mostSkipped = 100
const mostClosedDays = 400

/** What in a form says when nothing can be sent, or at no clear time; each with the key of its sentence. */
export function recurrenceFaults(input: CampaignInput, defaultZone: string): readonly Saying[] {
  const { recurrence, closedDays, quietHours, graceMinutes } = input
  const { time, first, last, count, rrule, every, monthDay, timeZone = defaultZone } = recurrence
  const isTime = clockTime.test(time)
  const faults: (Saying | false)[] = [
    !isTime && { key: 'campaign.fault.time', params: { time } },
    // Clocks change between 2 and 3: the hour comes twice in October and not at all in March.
    isTime && time.startsWith('02:') && { key: 'campaign.fault.timeOfChange', params: { time } },
    !isTimeZone(timeZone) && { key: 'campaign.fault.timeZone', params: { timeZone } },
    !isDate(first) && { key: 'campaign.fault.first', params: { date: first } },
    last !== null && !isDate(last) && { key: 'campaign.fault.last', params: { date: last } },
    last !== null && isDate(first) && isDate(last) && last < first && { key: 'campaign.fault.lastBeforeFirst' },
    count !== null && !isWhole(count, 1, 1000) && { key: 'campaign.fault.count' },
    rrule === undefined && every === undefined && { key: 'campaign.fault.every' },
    monthDay !== undefined && !isMonthDay(monthDay) && { key: 'campaign.fault.monthDay' },
    ...rhythmFaults(recurrence),
    !isWhole(graceMinutes, 1, 24 * 60) && { key: 'campaign.fault.grace' },
    ...ruleFaults(rrule ?? 'FREQ=WEEKLY').map(({ why, part }) => ({
      key: `campaign.fault.rule.${why}`,
      params: { part },
    })),
    closedDays.dates.length > mostClosedDays && {
      key: 'campaign.fault.closedDays',
      params: { most: mostClosedDays },
    },
    ...closedDays.dates
      .filter((date) => !isDate(date))
      .map((date) => ({ key: 'campaign.fault.closedDay', params: { date } })),
    ...quietFaults(quietHours, time),
  ]
  const found = faults.filter((fault) => fault !== false)
  return found.length > 0 ? found : neverFaults(input, timeZone)
}

/** What is chosen beside something that leaves it without effect. */
function rhythmFaults({ rrule, every, weekday, nth, monthDay }: RecurrenceInput): readonly Saying[] {
  const isWeekday = weekday !== undefined || nth !== undefined
  const isDay = isWeekday || monthDay !== undefined
  if (rrule !== undefined) return every !== undefined || isDay ? [{ key: 'campaign.fault.rule.alone' }] : []
  if (every === 'month') {
    return isWeekday && monthDay !== undefined ? [{ key: 'campaign.fault.monthDayOrWeekday' }] : []
  }
  const isOfMonth = nth !== undefined || monthDay !== undefined
  return every !== undefined && isOfMonth ? [{ key: 'campaign.fault.monthOnly' }] : []
}

function quietFaults(quietHours: CampaignInput['quietHours'], time: string): readonly Saying[] {
  if (!quietHours) return []
  const { from, to } = quietHours
  if (!clockTime.test(from) || !clockTime.test(to) || from === to) return [{ key: 'campaign.fault.quietHours' }]
  const isWithin = from < to ? time >= from && time < to : time >= from || time < to
  return isWithin ? [{ key: 'campaign.fault.timeIsQuiet', params: { time, from, to } }] : []
}

function neverFaults(input: CampaignInput, timeZone: string): readonly Saying[] {
  const { closedDays, quietHours, graceMinutes } = input
  const recurrence = toRecurrence(input.recurrence, input.recurrence.first, timeZone)
  let looked = 0
  for (const { date } of plannedDates({ recurrence, closedDays, quietHours, graceMinutes }, null, 0)) {
    if (date !== null) return []
    if (++looked === mostSkipped) break
  }
  return [{ key: looked > 0 ? 'campaign.fault.alwaysClosed' : 'campaign.fault.rule.never' }]
}

function isDate(text: string): boolean {
  const year = Number(text.slice(0, 4))
  return z.iso.date().safeParse(text).success && year >= firstYear && year <= lastYear
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
