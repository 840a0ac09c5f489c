import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKnowledge } from '../../src/answers/knowledge'
import { createCards } from '../../src/cards/kit/render'
import { outgoingCard } from '../../src/cards/prompt/outgoing-card'
import { type Config, readConfig } from '../../src/config/config'
import type { Pacing } from '../../src/delivery/policy/pacing'
import type { Outgoing, Sender } from '../../src/delivery/policy/sender'
import { createWorker, type Worker } from '../../src/delivery/worker'
import type { Prompt } from '../../src/framework/schema'
import { createLog } from '../../src/log/log'
import { openQueue } from '../../src/open-queue'
import { cardsDir, dataDir } from '../../src/paths'
import type { Work } from '../../src/queue/work-message'
import type { WorkQueue } from '../../src/queue/work-queue'
import { containers } from '../../src/records/containers'
import { leaderSchema, leaders } from '../../src/records/leader'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store'
import type { Store } from '../../src/store/store'
import { createAdapter } from '../../src/teams/adapter'
import { createTeamsSender } from '../../src/teams/teams-sender'
import { loadTexts } from '../../src/texts'
import { systemClock } from '../../src/time/clock'
import { planOccasion } from '../support/occasion'

/** Store, queue and worker as the program has them, for campaigns of any size. */
export interface CampaignPlace {
  readonly config: Config
  readonly store: Store
  /** Leaders that the bot has met. Each has a chat at `serviceUrl`. */
  introduce(count: number, serviceUrl: string): Promise<void>
  /** Plans an occasion to `count` of them, due now: to others each time, since nobody gets a prompt twice in half a year. */
  plan(count: number, campaignId: string): Promise<void>
  /** A message as large as a campaign's. */
  sampleMessage(): object
  /** A worker that sends what is due. */
  worker(options?: { pacing?: Pacing; sendsPerSecond?: number }): Worker
  close(): Promise<void>
}

export interface CampaignPlaceOptions {
  /** Default: one of its own, removed in the end. */
  readonly file?: string
  /** Puts something in front of the store. */
  wrap?(store: Store): Store
  /** Instead of Teams. */
  readonly sender?: Sender
}

export async function openCampaignPlace(options: CampaignPlaceOptions = {}): Promise<CampaignPlace> {
  const { wrap = (store: Store) => store } = options
  const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-campaign-'))
  const file = options.file ?? join(folder, 'bench.sqlite')
  const config = readConfig({ PEJLING_LOCAL: 'yes', PEJLING_SQLITE_FILE: file })
  const log = createLog({ level: 'error' })
  const store = wrap(createSqliteStore({ file, clock: systemClock, containers }))
  const queue: WorkQueue<Work> = await openQueue(config, systemClock, log)
  const knowledge = createKnowledge(dataDir)
  const cards = createCards({ cardsDir })
  const program = { library: knowledge.library, texts: loadTexts(dataDir) }
  const adapter = createAdapter({ config, log, errorNotice: () => '' })
  const makeCard = (message: Outgoing) => cards.render(outgoingCard(program, message, config))
  const sender = options.sender ?? createTeamsSender({ adapter, config, log, makeCard })
  const { tenantId } = config
  let planned = 0
  const roles = knowledge.library.framework('skanderborg')?.roles.filter(({ group }) => !group) ?? []

  return {
    config,
    store,
    async introduce(count, serviceUrl) {
      const at = new Date().toISOString()
      for (let from = 0; from < count; from += 500) {
        const numbers = Array.from({ length: Math.min(500, count - from) }, (_, i) => from + i)
        await Promise.all(
          numbers.map((n) =>
            store.create(
              leaders,
              leaderSchema.parse({
                id: leaderId(n),
                tenantId,
                createdAt: at,
                updatedAt: at,
                framework: 'skanderborg',
                role: roles[n % roles.length]?.slug ?? null,
                conversation: { conversationId: `a:${n}`, serviceUrl, botId: '28:bot', userId: `29:${n}` },
              }),
            ),
          ),
        )
      }
    },
    async plan(count, campaignId) {
      const from = planned
      planned += count
      const recipients = Array.from({ length: count }, (_, n) => ({ id: leaderId(from + n), kind: 'leader' as const }))
      await planOccasion({ store, queue, tenantId, nowMs: Date.now(), recipients, campaign: { id: campaignId } })
    },
    sampleMessage() {
      const at = new Date().toISOString()
      const leader = leaderSchema.parse({ id: leaderId(0), tenantId, createdAt: at, updatedAt: at })
      const { id: promptId, statements } = knowledge.library.prompts[0] as Prompt
      const { card, summary } = cards.render(
        outgoingCard(
          program,
          {
            kind: 'prompt',
            leader,
            reflection: {
              id: 'c1:2027-01-05:1',
              leaderId: leader.id,
              promptId,
              statementIds: [...statements],
              state: 'shown',
              shownAt: at,
              createdAt: at,
            },
          },
          config,
        ),
      )
      return { type: 'message', summary, attachments: [{ contentType: cardType, content: card }] }
    },
    worker: ({ pacing, sendsPerSecond = config.sendsPerSecond } = {}) =>
      createWorker({
        services: { config: { ...config, sendsPerSecond }, knowledge, store, clock: systemClock, log },
        queue,
        sender,
        instanceId: 'bench',
        ...(pacing && { pacing }),
      }),
    async close() {
      await queue.close()
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const cardType = 'application/vnd.microsoft.card.adaptive'

export const unlimited: Pacing = { take: () => 0, conversationWaitMs: () => 0, depart: () => 0, setRate: () => {} }

function leaderId(n: number): string {
  return `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}
