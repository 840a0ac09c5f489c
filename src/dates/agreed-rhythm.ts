import { z } from 'zod'
import { AppError } from '../errors'
import type { Rhythm } from '../records/rhythm'
import { firstRhythmDate, nextRhythmTime } from './rhythm-dates'

/** When somebody wants to be asked, as a form or a sentence says it. */
export const rhythmInput = z.object({
  weekday: z.coerce.number().int().min(1).max(7),
  time: z.string().max(10),
  everyWeeks: z.coerce.number().int().min(1).max(2),
  topic: z.string().max(200).default(''),
})

/** Where nothing is said of it. */
export const usualRhythm = { weekday: 5, time: '09:00' } as const

type Agreed = Pick<Rhythm, 'weekday' | 'time' | 'everyWeeks' | 'topic' | 'startsOn' | 'dueAt' | 'nextAt'>

/**
 * What is kept of it, with when the first one comes. Pure.
 * @param today the local date
 * @throws AppError `invalid` for a time that is none
 */
export function agreedRhythm(
  { weekday, time, everyWeeks, topic }: z.infer<typeof rhythmInput>,
  { nowMs, today, timeZone }: { readonly nowMs: number; readonly today: string; readonly timeZone: string },
): Agreed {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    const say = { key: 'rhythm.fault.time', field: 'time', params: { time } }
    throw new AppError('invalid', 'The rhythm has no usable time', { say })
  }
  const rule = { weekday, time, everyWeeks, topic, startsOn: firstRhythmDate(weekday, today) }
  const dueAt = new Date(nextRhythmTime(rule, nowMs, timeZone)).toISOString()
  return { ...rule, dueAt, nextAt: dueAt }
}
