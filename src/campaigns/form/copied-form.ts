import { z } from 'zod'
import type { Campaign } from '../../records/campaign'
import { addDays, daysBetween } from '../../time/local-dates'
import type { campaignInput } from './campaign-input'

export interface Copying {
  readonly name: string
  /** YYYY-MM-DD where it is chosen; a text that is none is left for the faults to name. */
  readonly first: string | undefined
  /** YYYY-MM-DD */
  readonly today: string
}

/**
 * The form of a new campaign like another one: the same people, prompts and rhythm, and as long. Where the other began in the past, it
 * begins as many whole rounds later as bring it into the future.
 */
export function copiedForm(campaign: Campaign, { name, first, today }: Copying): z.input<typeof campaignInput> {
  const { audience, prompts, recurrence, closedDays, quietHours, reminder, graceMinutes } = campaign
  const begins = first ?? addDays(recurrence.first, daysLater(recurrence, today))
  const last = recurrence.last !== null && isDate(begins) ? shifted(recurrence.last, recurrence.first, begins) : null
  return {
    name,
    audience,
    prompts,
    closedDays,
    quietHours,
    reminder,
    graceMinutes,
    recurrence: { ...recurrence, first: begins, last },
  }
}

/** Whole weeks keep the weekday, and an even number of them which week it is; a monthly one keeps its day of the month by its rule. */
function daysLater({ rrule, first }: Campaign['recurrence'], today: string): number {
  const behind = daysBetween(first, today)
  if (behind <= 0) return 0
  if (!rrule.includes('FREQ=WEEKLY')) return behind
  const [, interval = '1'] = /INTERVAL=(\d+)/.exec(rrule) ?? []
  const round = 7 * Number(interval)
  return Math.ceil(behind / round) * round
}

function shifted(date: string, from: string, to: string): string {
  return addDays(date, daysBetween(from, to) - 1)
}

function isDate(text: string): boolean {
  return z.iso.date().safeParse(text).success
}
