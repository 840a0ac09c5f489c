import { audiencePages, type Occasion } from '../../records/campaign'
import { everyDocument } from '../../store/every-document'
import { reminderWindow } from '../calendar/send-window'
import { zonedInstant } from '../calendar/zoned-time'
import { changeOccasion } from '../kept/occasion-record'
import type { Planning } from './plan-occasion'

/**
 * Puts an occasion's reminder into the work queue, a message a page, when its time has come. One that is found too late is
 * dropped. The message says only who is on the page: the worker finds out who has answered, put the prompt off or paused.
 * @returns when to look again, if there is a reminder to come
 */
export async function remindOccasion(planning: Planning, occasion: Occasion): Promise<readonly number[]> {
  const { services, queue } = planning
  const { remindAt, reminded, reminderDates, campaignId, id, time } = occasion
  const date = reminderDates[reminded]
  if (remindAt === null || date === undefined) return []
  const now = services.clock.now()
  if (Date.parse(remindAt) > now) return [Date.parse(remindAt)]
  const number = reminded + 1
  const pages = await everyDocument(services.store, audiencePages, id)
  let tooLate = 0
  for (const { number: page, timeZone = occasion.timeZone } of pages) {
    const window = reminderWindow(occasion, number, timeZone)
    if (!window || window.closesAt <= now) tooLate++
    else {
      const delayMs = Math.max(0, window.dueAt - now)
      await queue.send({ kind: 'reminder', occasionId: id, page, number }, { delayMs })
    }
  }
  if (tooLate > 0)
    services.log.warn({ occasionId: id, number, tooLate }, 'a reminder was found too late and is dropped')
  const next = reminderDates[number]
  // Where clocks are farthest ahead it begins as much earlier as the first reminder did: zones do not change in between.
  const nextAt = next && new Date(zonedInstant(next, time, occasion.timeZone) - leadMs(occasion, date)).toISOString()
  const after = await changeOccasion(services, campaignId, occasion.date, (standing) =>
    standing.reminded === reminded && standing.remindAt !== null
      ? { reminded: number, remindAt: nextAt ?? null }
      : undefined,
  )
  return after?.remindAt ? [Date.parse(after.remindAt)] : []
}

function leadMs({ time, timeZone, remindAt }: Occasion, date: string): number {
  return remindAt === null ? 0 : zonedInstant(date, time, timeZone) - Date.parse(remindAt)
}
