import { nowIso } from '../../caller/context'
import { type Campaign, campaigns } from '../../records/campaign'
import { everyDocument } from '../../store/every-document'
import { updateCampaign } from '../kept/campaign-record'
import type { Planning } from './plan-occasion'
import { readSchedule, type Schedule } from './read-schedule'
import { runCampaign } from './run-campaign'
import { wakeSnoozes } from './wake-snoozes'

export interface Scheduler {
  /** Does what is due now. Safe beside other instances; never throws. */
  tick(): Promise<void>
  start(): void
  /** No further tick; the one under way ends. */
  stop(): Promise<void>
  /** As of the last tick. */
  health(): SchedulerHealth
}

export interface SchedulerHealth extends Schedule {
  readonly isRunning: boolean
  /** Null: there has been none yet. */
  readonly lastTickAt: string | null
}

export interface SchedulerOptions extends Planning {
  /** Between two ticks. Occasions are planned ahead, so nothing hangs on its length. Default 15 s. */
  readonly tickMs?: number
  /** What other features do by the same clock, by name. */
  readonly others?: Readonly<Record<string, () => Promise<void>>>
}

/** A campaign that fails is looked at again after this long, twice as long each time, up to a quarter of an hour. */
const firstPauseMs = 30_000
const longestPauseMs = 15 * 60_000

/** Looks after everything that happens by itself. It keeps nothing in memory, so any instance goes on where another one was. */
export function createScheduler({ services, queue, tickMs = 15_000, others = {} }: SchedulerOptions): Scheduler {
  const planning = { services, queue }
  let timer: NodeJS.Timeout | undefined
  let current: Promise<void> | undefined
  let isRunning = false
  let seen: Omit<SchedulerHealth, 'isRunning'> = { lastTickAt: null, nextRunAt: null, oldestUndoneMs: 0, failing: 0 }

  async function work(): Promise<void> {
    await alone(planning, 'campaigns', async () => {
      for (const campaign of await listDue(planning)) await runAlone(planning, campaign)
    })
    await alone(planning, 'snoozes', () => wakeSnoozes(planning))
    for (const [part, act] of Object.entries(others)) await alone(planning, part, act)
    await alone(planning, 'schedule', async () => {
      seen = { ...(await readSchedule(services)), lastTickAt: nowIso(services) }
    })
  }

  function tick(): Promise<void> {
    current ??= work().finally(() => {
      current = undefined
    })
    return current
  }

  function next(): void {
    if (!isRunning) return
    timer = setTimeout(() => void tick().then(next), tickMs)
  }

  return {
    tick,
    start() {
      if (isRunning) return
      isRunning = true
      void tick().then(next)
    },
    async stop() {
      isRunning = false
      clearTimeout(timer)
      await current
    },
    health: () => ({ isRunning, ...seen }),
  }
}

/** One part that fails keeps none of the others from their work. */
async function alone({ services }: Planning, part: string, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    services.log.error({ part, error }, 'a part of the schedule failed')
  }
}

async function runAlone(planning: Planning, { id }: Campaign): Promise<void> {
  const { services } = planning
  try {
    await runCampaign(planning, id)
  } catch (error) {
    services.log.error({ campaignId: id, error }, 'a campaign failed and is tried again later')
    await alone(planning, 'pause of a failing campaign', () => noteFailure(planning, id))
  }
}

async function noteFailure({ services }: Planning, id: string): Promise<void> {
  await updateCampaign(services, id, ({ state, failing }) => {
    if (state !== 'running') return undefined
    const times = (failing?.times ?? 0) + 1
    const pauseMs = Math.min(firstPauseMs * 2 ** (times - 1), longestPauseMs)
    return {
      failing: { since: failing?.since ?? nowIso(services), times },
      nextAt: new Date(services.clock.now() + pauseMs).toISOString(),
    }
  })
}

function listDue({ services }: Planning): Promise<Campaign[]> {
  const where = [{ field: 'nextAt', is: '<=', value: nowIso(services) }] as const
  const orderBy = { field: 'nextAt' }
  return everyDocument(services.store, campaigns, services.config.tenantId, { where, orderBy })
}
