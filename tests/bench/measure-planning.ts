import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKnowledge } from '../../src/answers/knowledge'
import type { Ctx } from '../../src/caller/context'
import { createScheduler } from '../../src/campaigns/planning/scheduler'
import { saveCampaign } from '../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../src/campaigns/verbs/start-campaign'
import { createLog } from '../../src/log/log'
import { openQueue } from '../../src/open-queue'
import { openStore } from '../../src/open-store'
import { dataDir } from '../../src/paths'
import { occasions } from '../../src/records/campaign'
import { leaderSchema, leaders } from '../../src/records/leader'
import type { Row } from './table'

const recipients = 50_000
const before = '2027-01-01T08:00:00.000Z'
const due = '2027-01-05T07:55:00.000Z'

/** How long an occasion to 50,000 leaders takes to plan, page by page into the store and the work queue, and what memory it takes. */
export async function measurePlanning(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-planning-'))
  const file = join(folder, 'planning.sqlite')
  const log = createLog({ level: 'silent' })
  let now = Date.parse(before)
  const clock = { now: () => now }
  const store = await openStore({ store: { kind: 'sqlite', file } }, clock, log)
  const queue = await openQueue({ queue: { kind: 'sqlite', file } }, clock, log)
  let messages = 0
  const counted = {
    send: (...given: Parameters<typeof queue.send>) => {
      messages++
      return queue.send(...given)
    },
  }
  const config = {
    locale: 'da',
    tenantId: 'tenant',
    timeZone: 'Europe/Copenhagen',
    retentionMonths: 18,
    profileMonths: 24,
    contact: '',
    legalBasis: '',
    processors: '',
    archive: '',
    controller: '',
    dpo: '',
    hrIds: [],
    hrConversation: '',
    hrReminderDays: 3,
    approveQuestions: false,
    sendsPerSecond: 25,
    spreadMinutes: 10,
    isLocal: true,
    confirmRecipients: recipients,
    municipality: null,
  } as const
  const caller = { tenantId: 'tenant', leaderId: 'operator', name: '', isOperator: true } as const
  const ctx: Ctx = { caller, config, knowledge: createKnowledge(dataDir), store, clock, log }
  try {
    for (let from = 0; from < recipients; from += 1000) {
      const some = Array.from({ length: 1000 }, (_, n) => `leader-${String(from + n).padStart(6, '0')}`)
      await Promise.all(some.map((id) => store.create(leaders, leaderSchema.parse({ id, ...known }))))
    }
    const recurrence = { every: 'week', time: '09:00', first: '2027-01-05' } as const
    const { id } = await saveCampaign(ctx, { name: 'Alle', audience: { isEveryLeader: true }, recurrence })
    await startCampaign(ctx, { campaignId: id })
    now = Date.parse(due)
    const scheduler = createScheduler({ services: ctx, queue: counted })
    const rss = process.memoryUsage().rss
    const from = performance.now()
    await scheduler.tick()
    const tookMs = performance.now() - from
    const grown = (process.memoryUsage().rss - rss) / 1_048_576
    const planned = await store.get(occasions, id, `${id}:2027-01-05`)
    const isWhole = planned?.document.recipients === recipients && messages === recipients / 100
    return [
      {
        what: `planning ${recipients} deliveries, SQLite`,
        measured: `${(tookMs / 1000).toFixed(1)} s, ${messages} pages, +${grown.toFixed(0)} MB`,
        target: 'all of them',
        isOk: isWhole,
      },
    ]
  } finally {
    await queue.close()
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

const known = {
  tenantId: 'tenant',
  framework: 'odder',
  role: 'leder-af-medarbejdere',
  createdAt: before,
  updatedAt: before,
}
