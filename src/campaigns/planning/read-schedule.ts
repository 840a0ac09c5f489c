import type { Services } from '../../caller/context'
import { campaigns } from '../../records/campaign'
import { everyDocument } from '../../store/every-document'

export interface Schedule {
  /** When something is sent next; null: nothing is to come. */
  readonly nextRunAt: string | null
  /** For how long the oldest work has been due and not done, planned or not; 0: nothing is late. */
  readonly oldestUndoneMs: number
  /** How many campaigns the scheduler fails at. */
  readonly failing: number
}

/** What is to come and what is late, of all running campaigns. */
export async function readSchedule({ store, config, clock }: Services): Promise<Schedule> {
  const where = [{ field: 'state', is: '=', value: 'running' }] as const
  const running = await everyDocument(store, campaigns, config.tenantId, { where })
  const failing = running.flatMap((campaign) => campaign.failing ?? [])
  const [since] = [
    ...running.flatMap(({ nextAt, undoneSince }) => [nextAt ?? [], undoneSince ?? []].flat()),
    ...failing.map((one) => one.since),
  ].sort()
  return {
    nextRunAt: running.flatMap(({ nextSendAt }) => nextSendAt ?? []).sort()[0] ?? null,
    oldestUndoneMs: since === undefined ? 0 : Math.max(0, clock.now() - Date.parse(since)),
    failing: failing.length,
  }
}
