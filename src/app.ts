import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { type Knowledge, readKnowledge } from './answers/knowledge'
import { warmUp } from './answers/warm-up'
import { createScheduler, type Scheduler } from './campaigns/planning/scheduler'
import { createCards } from './cards/kit/render'
import { outgoingCard } from './cards/prompt/outgoing-card'
import { carePeopleFile, readCarePeople } from './care/care-people'
import { wakeDiscussions } from './channels/wake-discussions'
import { createAnswerCards } from './chat/answer-cards'
import { createCardRefresher } from './chat/hr/card-refresher'
import { createHrReminder } from './chat/hr/remind-hr'
import { createLastActs } from './chat/last-acts'
import { createLastTurns } from './chat/last-turns'
import type { Config } from './config/config'
import type { Outgoing } from './delivery/policy/sender'
import { wakeRhythms } from './delivery/wake-rhythms'
import { createWorker, type Worker, type WorkerOptions } from './delivery/worker'
import { AppError } from './errors'
import { createFigures } from './figures/figures'
import { measuredSender } from './figures/measured-sender'
import { measuredStore } from './figures/measured-store'
import { settingsFaults } from './framework/settings-faults'
import { createServer, type Server } from './http/server'
import type { Log } from './log/log'
import { openQueue } from './open-queue'
import { openStore } from './open-store'
import { cardsDir, dataDir } from './paths'
import { createProfileLook } from './people/find-unused-profiles'
import type { Work } from './queue/work-message'
import type { WorkQueue } from './queue/work-queue'
import { installation } from './records/installation'
import { readAuditKey } from './store/sqlite/audit-key'
import type { Store } from './store/store'
import { createAdapter } from './teams/adapter'
import { createOtherChats } from './teams/connector-chats'
import { createDownloadFile } from './teams/download-file'
import { createHandler } from './teams/handler'
import { createTeamsSender } from './teams/teams-sender'
import { createUploadFile } from './teams/upload-file'
import { loadTexts } from './texts'
import { type Clock, systemClock } from './time/clock'

export interface AppOptions {
  readonly config: Config
  readonly log: Log
  readonly clock?: Clock
  /** Instead of what `data/` holds, read anew. */
  readonly knowledge?: Knowledge
  /** Instead of the store that `config` names. */
  readonly store?: Store
  /** For calls to Teams; see the adapter. */
  readonly timeoutMs?: number
  /** Tells this process from others that send; the same after a restart. Default: the machine and the port. */
  readonly instanceId?: string
  /** Instead of what the worker does by itself. */
  readonly sending?: Pick<WorkerOptions, 'pacing' | 'timings' | 'concurrency' | 'random' | 'steadyMs'>
}

export interface App {
  readonly server: Server
  readonly store: Store
  readonly queue: WorkQueue<Work>
  readonly worker: Worker
  readonly scheduler: Scheduler
  /** Begins what goes on by itself: planning, sending, and making what later questions need. Without it, `scheduler` and `worker` do what they are told to. */
  startLoops(): void
  /** Finishes what is in flight, then closes queue and store. */
  close(): Promise<void>
}

const figuresEveryMs = 60_000

/**
 * Puts the parts together; the only place, with `open-store` and `open-queue`, that names concrete adapters.
 * @throws AppError `invalid` for faulty data, `unavailable` for a store that cannot be opened
 */
export async function createApp({ config, log, clock = systemClock, ...given }: AppOptions): Promise<App> {
  const knowledge = given.knowledge ?? readKnowledge(dataDir, config.dataFolder)
  const unknown = settingsFaults(config, knowledge.library)
  if (unknown.length > 0) throw new AppError('invalid', unknown.join('\n'))
  const texts = loadTexts(dataDir)
  const { people: carePeople, faults } = readCarePeople(carePeopleFile(config.careFile, config.dataFolder))
  if (faults.length > 0)
    log.error({ faults }, 'the municipality’s people for care cannot be read: the shipped texts serve')
  const cards = createCards({ cardsDir })
  const figures = createFigures(() => {
    const { askedAt } = worker.health()
    const queueSilentMs = askedAt === null ? null : clock.now() - Date.parse(askedAt)
    return { oldestUndoneMs: scheduler.health().oldestUndoneMs, queueSilentMs }
  })
  const store = measuredStore(given.store ?? (await openStore(config, clock, log)), figures, () => performance.now())
  // A store of a newer version is refused. One out of reach, which a file is not, is asked again by whoever needs it.
  if (config.store.kind === 'sqlite') await store.get(installation, 'schema', 'schema')
  // Teams counts answers and sends together.
  const onThrottled = (ms: number | null) =>
    void worker.throttled(ms).catch((error) => log.warn({ error }, 'sending not held'))
  const adapter = createAdapter({
    config,
    log,
    onThrottled,
    errorNotice: (reference, locale = config.locale) => texts(locale, 'error.internal', { reference }),
    ...(given.timeoutMs !== undefined && { timeoutMs: given.timeoutMs }),
  })
  const otherChats = createOtherChats({ adapter, cards, log, onThrottled })
  const auditKey = config.store.kind === 'sqlite' ? readAuditKey(config.store.file) : undefined
  const services = { config, knowledge, store, clock, log, auditKey }
  const upload = createUploadFile({ config, log, ...(given.timeoutMs !== undefined && { timeoutMs: given.timeoutMs }) })
  const queue = await openQueue(config, clock, log)
  const memory = {
    lastActs: createLastActs(clock),
    lastTurns: createLastTurns(clock),
    answerCards: createAnswerCards(knowledge, {
      people: carePeople,
      isHrReached: config.hrConversation !== '',
      sources: config.sources,
    }),
  }
  const handle = createHandler({
    services: { ...services, ...memory, carePeople, texts, otherChats, queue },
    cards,
    upload,
    download: createDownloadFile({ config, log }),
  })
  const program = { library: knowledge.library, texts }
  const makeCard = (message: Outgoing) => cards.render(outgoingCard(program, message, config))
  const worker = createWorker({
    services,
    queue,
    sender: measuredSender(createTeamsSender({ adapter, config, log, makeCard }), figures),
    ...given.sending,
    instanceId: given.instanceId ?? `${hostname()}-${config.port || randomUUID()}`,
  })
  const scheduler = createScheduler({
    services,
    queue,
    others: {
      'messages to HR': createHrReminder({ services, texts, otherChats }),
      'cards of campaigns': createCardRefresher({ services, texts, otherChats }),
      discussions: () => wakeDiscussions({ services, queue }),
      profiles: createProfileLook(services, queue),
      'questions at leaders’ and teams’ own times': () => wakeRhythms({ services, queue }),
    },
  })
  let figuresTimer: NodeJS.Timeout | undefined
  const server = createServer({
    config,
    log,
    async onActivity(req, res) {
      await adapter.process(req, res, handle)
      figures.turn(res.statusCode < 500 ? 'answered' : 'failed')
    },
    figures: () => figures.text(),
    health: () => store.check(),
    schedule() {
      const { nextRunAt, oldestUndoneMs } = scheduler.health()
      const { stopped, askedAt } = worker.health()
      return { nextRunAt, oldestUndoneMs, sendingStoppedBy: stopped, queueAnsweredAt: askedAt }
    },
  })
  return {
    server,
    store,
    queue,
    worker,
    scheduler,
    startLoops() {
      if (config.store.kind === 'cosmos')
        void store.check().catch((error) => log.error({ error }, 'the store cannot be used'))
      worker.start()
      scheduler.start()
      // What could not be made is asked for again by the question that needs it, and fails there.
      void warmUp(knowledge).catch((error) => log.warn({ error }, 'not warmed up'))
      figuresTimer = setInterval(() => log.info(figures.line(), 'figures'), figuresEveryMs)
      figuresTimer.unref()
    },
    async close() {
      clearInterval(figuresTimer)
      await Promise.all([server.close(), scheduler.stop(), worker.stop()])
      await queue.close()
      await store.close()
    },
  }
}
