import { type Config, readConfig } from '../../src/config/config'
import { createLog } from '../../src/log/log'
import { openQueue } from '../../src/open-queue'
import type { Work } from '../../src/queue/work-message'
import type { WorkQueue } from '../../src/queue/work-queue'
import { containers } from '../../src/records/containers'
import { createCosmosStore } from '../../src/store/cosmos/cosmos-store'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store'
import type { Store } from '../../src/store/store'
import { systemClock } from '../../src/time/clock'

/** Where store and queue are; handed to the processes as JSON. */
export type PlaceKey =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'azure'; readonly endpoint: string; readonly key: string; readonly connection: string }

export interface Place {
  readonly config: Config
  readonly store: Store
  readonly queue: WorkQueue<Work>
  close(): Promise<void>
}

export async function openPlace(key: PlaceKey): Promise<Place> {
  const config = readConfig({
    PEJLING_LOCAL: 'yes',
    PEJLING_PORT: '0',
    ...(key.kind === 'sqlite'
      ? { PEJLING_SQLITE_FILE: key.file }
      : { PEJLING_QUEUE: 'azure', PEJLING_QUEUE_CONNECTION: key.connection }),
  })
  const store = await openStore(key)
  const queue = await openQueue(config, systemClock, createLog({ level: 'silent' }))
  return {
    config,
    store,
    queue,
    async close() {
      await queue.close()
      await store.close()
    },
  }
}

export async function openStore(key: PlaceKey): Promise<Store> {
  if (key.kind === 'sqlite') return createSqliteStore({ file: key.file, clock: systemClock, containers })
  const { endpoint } = key
  // The emulator says it is somewhere else than it is.
  return createCosmosStore({ endpoint, key: key.key, database: 'soak', containers, enableEndpointDiscovery: false })
}
