import { audiencePages, type Occasion } from '../store/campaign-containers'
import { everyPage } from '../store/every-page'
import { changeOccasion } from './occasion-record'
import type { Planning } from './plan-occasion'
import { zonedInstant } from './zoned-time'

const hourMs = 3600 * 1000
/** Clocks are up to 26 hours apart, so a reminder that is due in the first zone may have that long to go in the last. */
const zonesApartMs = 26 * hourMs

/**
 * Puts an occasion's reminder into the work queue, a message a page, when its time has come. One that is found too late is
 * dropped. Who has answered, put the prompt off or paused is for the worker to see: it is told who is on the page only.
 * @returns when to look again, if there is a reminder to come
 */
export async function remindOccasion(planning: Planning, occasion: Occasion): Promise<readonly number[]> {
  const { services, queue } = planning
  const { remindAt, reminded, reminderDates, campaignId, id, time } = occasion
  const date = reminderDates[reminded]
  if (remindAt === null || date === undefined) return []
  const now = services.clock.now()
  if (Date.parse(remindAt) > now) return [Date.parse(remindAt)]
  const isEarlyZone = Date.parse(remindAt) !== zonedInstant(date, time, occasion.timeZone)
  const graceMs = Date.parse(occasion.closesAt) - Date.parse(occasion.dueAt) + (isEarlyZone ? zonesApartMs : 0)
  if (now < Date.parse(remindAt) + graceMs) {
    const pages = await everyPage((cursor) => services.store.list(audiencePages, id, { limit: 200, cursor }))
    for (const { number, timeZone = occasion.timeZone } of pages) {
      const delayMs = Math.max(0, zonedInstant(date, time, timeZone) - now)
      await queue.send({ kind: 'reminder', occasionId: id, page: number, number: reminded + 1 }, { delayMs })
    }
  } else services.log.warn({ occasionId: id, number: reminded + 1 }, 'a reminder was found too late and is dropped')
  const next = reminderDates[reminded + 1]
  // The same distance as the first: zones do not change between.
  const nextAt = next && new Date(zonedInstant(next, time, occasion.timeZone) - leadMs(occasion, date)).toISOString()
  const after = await changeOccasion(services, campaignId, occasion.date, (standing) =>
    standing.reminded === reminded && standing.remindAt !== null
      ? { reminded: reminded + 1, remindAt: nextAt ?? null }
      : undefined,
  )
  return after?.remindAt ? [Date.parse(after.remindAt)] : []
}

function leadMs({ time, timeZone, remindAt }: Occasion, date: string): number {
  return remindAt === null ? 0 : zonedInstant(date, time, timeZone) - Date.parse(remindAt)
}
