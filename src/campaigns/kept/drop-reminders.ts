import { nowIso, type Services } from '../../caller/context'
import { changeOccasion, listOccasions } from './occasion-record'

/** Nobody is reminded of what a campaign has sent so far, or begun to, those in the work queue included. */
export async function dropReminders(services: Services, campaignId: string): Promise<void> {
  const now = nowIso(services)
  for (const { date } of await listOccasions(services, campaignId, 'planned')) {
    await changeOccasion(services, campaignId, date, ({ dueAt, reminderDates }) =>
      dueAt <= now && reminderDates.length > 0 ? { remindAt: null, reminderDates: [] } : undefined,
    )
  }
}
