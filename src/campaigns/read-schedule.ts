import type { Services } from '../context'
import { campaigns } from '../store/campaign-containers'
import { everyPage } from '../store/every-page'

export interface Schedule {
  /** When the next campaign is looked at; null: none is running. */
  readonly nextRunAt: string | null
  /** For how long the oldest work has been due and not done; 0: nothing is late. */
  readonly oldestUndoneMs: number
  /** How many campaigns the scheduler fails at. */
  readonly failing: number
}

/** What is to come and what is late, of all running campaigns. */
export async function readSchedule({ store, config, clock }: Services): Promise<Schedule> {
  const where = [{ field: 'state', is: '=', value: 'running' }] as const
  const running = await everyPage((cursor) => store.list(campaigns, config.tenantId, { where, limit: 200, cursor }))
  const looks = running.flatMap(({ nextAt }) => nextAt ?? []).sort()
  const failing = running.flatMap((campaign) => campaign.failing ?? [])
  const since = [...looks, ...failing.map((one) => one.since)].sort()[0]
  return {
    nextRunAt: looks[0] ?? null,
    oldestUndoneMs: since === undefined ? 0 : Math.max(0, clock.now() - Date.parse(since)),
    failing: failing.length,
  }
}
