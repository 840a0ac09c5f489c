import { nowIso, type Services } from '../context'
import { type Occasion, occasions } from '../store/campaign-containers'
import { everyPage } from '../store/every-page'
import { changeOccasion } from './occasion-record'

/** What is not sent yet of a campaign is not to be: its occasions that are still open, and reminders to come. */
export async function stopOccasions(services: Services, campaignId: string): Promise<void> {
  const now = nowIso(services)
  const open = [
    ...(await listByState(services, campaignId, 'planning')),
    ...(await listByState(services, campaignId, 'planned')),
  ]
  for (const { date } of open) await changeOccasion(services, campaignId, date, (occasion) => stopped(occasion, now))
}

function stopped(occasion: Occasion, now: string): Partial<Occasion> | undefined {
  const { state, closesAt, remindAt } = occasion
  if (state === 'planning' || (state === 'planned' && closesAt > now)) {
    return { state: 'cancelled', isHeld: state === 'planned', cursor: null }
  }
  // It is sent, and stays so.
  return state === 'planned' && remindAt !== null ? { remindAt: null } : undefined
}

/** Lets occasions go on that were stopped before anything of them was due: their messages still wait in the work queue. */
export async function letOccasionsGoOn(services: Services, campaignId: string): Promise<void> {
  const now = nowIso(services)
  const isWaiting = ({ state, dueAt, isHeld }: Occasion) => state === 'cancelled' && isHeld === true && dueAt > now
  for (const { date } of (await listByState(services, campaignId, 'cancelled')).filter(isWaiting)) {
    await changeOccasion(services, campaignId, date, (occasion) =>
      isWaiting(occasion) ? { state: 'planned', isHeld: undefined } : undefined,
    )
  }
}

function listByState(services: Services, campaignId: string, state: Occasion['state']): Promise<Occasion[]> {
  const where = [{ field: 'state', is: '=', value: state }] as const
  return everyPage((cursor) => services.store.list(occasions, campaignId, { where, limit: 200, cursor }))
}
