import { nowIso, type Services } from '../caller/context'
import { retained } from '../caller/retention'
import { type HrRequest, hrRequests } from '../records/hr-request'
import { everyDocument } from '../store/every-document'
import { updateDocument } from '../store/update-document'

/** A reminder that could not be brought, or whose instance died, is tried again after this long. */
const againMs = 4 * 3600_000

/** The messages that HR is to be reminded of now, taken by this caller alone; the oldest first. */
export async function takeDueReminders(services: Services): Promise<HrRequest[]> {
  const { store, config, clock } = services
  const where = [{ field: 'remindAt', is: '<=', value: nowIso(services) }] as const
  const due = await everyDocument(store, hrRequests, config.tenantId, { where, orderBy: { field: 'remindAt' } })
  const again = new Date(clock.now() + againMs).toISOString()
  const taken: HrRequest[] = []
  for (const { id, remindAt } of due) {
    const isOurs = await change(services, id, (before) => (before.remindAt === remindAt ? again : 'keep'))
    if (isOurs) taken.push(isOurs)
  }
  return taken.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
}

/** HR has been reminded of it, which is done once. */
export async function settleReminder(services: Services, id: string): Promise<void> {
  await change(services, id, () => null)
}

async function change(
  services: Services,
  id: string,
  next: (before: HrRequest) => string | null | 'keep',
): Promise<HrRequest | undefined> {
  const outcome = await updateDocument(services.store, hrRequests, services.config.tenantId, id, (before) => {
    const remindAt = before ? next(before) : 'keep'
    return before && remindAt !== 'keep' ? retained(services, { ...before, remindAt }) : 'keep'
  })
  return outcome.status === 'written' ? outcome.document : undefined
}
