import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lazyKnowledge } from '../../src/answers/knowledge'
import { atOnce } from '../../src/async/at-once'
import type { Ctx } from '../../src/caller/context'
import { campaignStatus, listCampaigns } from '../../src/campaigns/verbs/campaign-report'
import { listUnreached } from '../../src/campaigns/verbs/list-unreached'
import { readConfig } from '../../src/config/config'
import { createLog } from '../../src/log/log'
import { dataDir } from '../../src/paths'
import { campaignSchema, campaigns, occasionSchema, occasions } from '../../src/records/campaign'
import { containers } from '../../src/records/containers'
import { deliveries, deliverySchema } from '../../src/records/delivery'
import { leaderSchema, leaders } from '../../src/records/leader'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store'
import { systemClock } from '../../src/time/clock'
import type { Row } from './table'

const people = 10_000
/** One in so many was not reached, and stands by name in the list of them. */
const unreachedEach = 20
const wantedMs = 500
const [campaignId, date] = ['cabc123def456', '2026-11-24']
const occasionId = `${campaignId}:${date}`

/** What HR looks at while and after a campaign is sent to ten thousand: nothing of it is counted beforehand. */
export async function measureOccasion(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-occasion-'))
  const store = createSqliteStore({ file: join(folder, 'store.db'), clock: systemClock, containers })
  const log = createLog({ level: 'silent', destination: { write: () => {} } })
  const config = readConfig({ PEJLING_LOCAL: 'yes' })
  const caller = { tenantId: config.tenantId, leaderId: 'operator', name: '', isOperator: true } as const
  const ctx: Ctx = { config, knowledge: lazyKnowledge(dataDir), store, clock: systemClock, log, caller }
  try {
    await makeOccasion(ctx)
    const status = await oneOf(async () => {
      const [report] = (await campaignStatus(ctx, { campaignId })).occasions
      const { sent, unreachable, recipients } = report?.counts ?? {}
      if ((sent ?? 0) + (unreachable ?? 0) !== people || recipients !== people)
        throw new Error('not everybody is counted')
    })
    const list = await oneOf(async () => void (await listCampaigns(ctx)))
    const unreached = await oneOf(async () => {
      const { length } = (await listUnreached(ctx, { occasionId })).lines
      if (length !== people / unreachedEach) throw new Error(`${length} were not reached`)
    })
    return [
      row('an occasion of 10,000, SQLite: the campaign’s status', status),
      row('  the list of campaigns', list),
      row(`  by name the ${people / unreachedEach} who were not reached`, unreached),
    ]
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

async function makeOccasion({ store, config }: Ctx): Promise<void> {
  const { tenantId } = config
  const at = new Date(systemClock.now()).toISOString()
  const closesAt = new Date(systemClock.now() + 24 * 3600_000).toISOString()
  const when = { time: '09:00', timeZone: 'Europe/Copenhagen' }
  const shared = { tenantId, prompts: { kind: 'automatic' as const }, closedDays: {}, createdAt: at }
  const recurrence = { rrule: 'FREQ=WEEKLY;BYDAY=TU', first: date, ...when }
  const named = { id: campaignId, name: 'Ugens spørgsmål', createdBy: 'hr', updatedAt: at }
  const audience = { isEveryLeader: true }
  await store.create(campaigns, campaignSchema.parse({ ...shared, ...named, state: 'running', audience, recurrence }))
  const planned = {
    id: occasionId,
    campaignId,
    campaignName: named.name,
    date,
    number: 0,
    revision: 1,
    dueAt: at,
    closesAt,
  }
  const sent = { state: 'planned' as const, recipients: people, pages: people / 100, reminder: { most: 0 } }
  await store.create(occasions, occasionSchema.parse({ ...shared, ...planned, ...sent, ...when }))
  const everybody = Array.from({ length: people }, (_, n) => n)
  await atOnce(200, everybody, async (n) => {
    const recipientId = `leader-${n}`
    const leader = { id: recipientId, tenantId, name: `Leder ${n}`, createdAt: at, updatedAt: at }
    await store.create(leaders, leaderSchema.parse(leader))
    const isReached = n % unreachedEach !== 0
    const outcome = isReached ? { state: 'sent', sentAt: at } : { state: 'unreachable', reason: 'not-installed' }
    const own = { id: `${occasionId}:${recipientId}`, occasionId, campaignId, tenantId, recipientId }
    const claim = { recipientKind: 'leader', promptId: 'x', claimedAt: at, claimedBy: 'bench', createdAt: at }
    await store.create(deliveries, deliverySchema.parse({ ...own, ...claim, ...outcome }))
  })
}

const looks = 5

/** @returns milliseconds of a look, the middle one of some */
async function oneOf(look: () => Promise<void>): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < looks; n++) {
    const from = performance.now()
    await look()
    took.push(performance.now() - from)
  }
  return took.sort((a, b) => a - b)[Math.floor(looks / 2)] ?? 0
}

function row(what: string, ms: number): Row {
  return {
    what,
    measured: `${(ms / 1000).toFixed(2)} s`,
    target: `${(wantedMs / 1000).toFixed(1)} s`,
    isOk: ms < wantedMs,
  }
}
