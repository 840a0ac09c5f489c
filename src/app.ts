import { createAdapter } from './bot/adapter'
import { createCardLine } from './bot/card-line'
import { createHandler } from './bot/handler'
import { createLastTurns } from './bot/last-turns'
import { createCards } from './cards/render'
import { type Clock, systemClock } from './clock'
import type { Config } from './config'
import { createKnowledge } from './knowledge'
import type { Log } from './log'
import { openQueue } from './open-queue'
import { openStore } from './open-store'
import { cardsDir, dataDir } from './paths'
import { createServer, type Server } from './server'
import type { Store } from './store/store'
import { loadTexts } from './texts'

export interface AppOptions {
  readonly config: Config
  readonly log: Log
  readonly clock?: Clock
  /** Instead of the store that `config` names. */
  readonly store?: Store
  /** For calls to Teams; see the adapter. */
  readonly timeoutMs?: number
}

export interface App {
  readonly server: Server
  readonly store: Store
  /** Finishes what is in flight, then closes the store. */
  close(): Promise<void>
}

/**
 * Puts the parts together; the only place, with `open-store` and `open-queue`, that names concrete adapters.
 * @throws AppError `invalid` for faulty data, `unavailable` for a store that cannot be opened
 */
export async function createApp({ config, log, clock = systemClock, ...given }: AppOptions): Promise<App> {
  const knowledge = createKnowledge(dataDir)
  const texts = loadTexts(dataDir)
  const cards = createCards({ cardsDir })
  const store = given.store ?? (await openStore(config, clock, log))
  const adapter = createAdapter({
    config,
    log,
    errorNotice: (reference, locale = config.locale) => texts(locale, 'error.internal', { reference }),
    ...(given.timeoutMs !== undefined && { timeoutMs: given.timeoutMs }),
  })
  const line = createCardLine({ adapter, appId: config.appId, cards, log })
  const queue = await openQueue(config, clock, log)
  const services = { config, knowledge, store, clock, log, line, queue }
  const handle = createHandler({ services, texts, cards, lastTurns: createLastTurns(clock) })
  const server = createServer({
    config,
    log,
    onActivity: (req, res) => adapter.process(req, res, handle),
    health: () => store.check(),
  })
  return {
    server,
    store,
    async close() {
      await server.close()
      await queue.close()
      await store.close()
    },
  }
}
