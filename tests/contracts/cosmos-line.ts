import { createHttpServer } from '@vercel/cosmosdb-server'
import { AppError } from '../../src/errors'
import { createContainers } from '../../src/store/cosmos/cosmos-containers'
import { createCosmosStore } from '../../src/store/cosmos/cosmos-store'
import type { CosmosTimings } from '../../src/store/cosmos/cosmos-timings'
import type { ContainerShape, Store } from '../../src/store/store'
import { type Fault, type FaultProxy, faultProxy, listen, type SeenRequest, shut } from './fault-proxy'
import { note, noteContainers, notes } from './notes'

type Kind = (seen: SeenRequest) => boolean

/** A store and an emulator with a line between them that a test can disturb. */
export interface CosmosLine {
  readonly store: Store
  readonly proxy: FaultProxy
  readonly account: CosmosLineAccount
  /** Disturbs the first `times` requests of a kind; all others pass. */
  disturb(is: Kind, fault: (seen: SeenRequest, nth: number) => Fault, times?: number): void
  count(is: Kind): number
  /** Forgets what was seen and disturbs nothing more. */
  calm(): void
  close(): Promise<void>
}

export interface CosmosLineAccount {
  readonly endpoint: string
  readonly key: string
  readonly database: string
  readonly enableEndpointDiscovery: boolean
  readonly containers: readonly ContainerShape[]
}

/** Long enough for a busy machine, short enough for a test. */
export const quick: CosmosTimings = { requestTimeoutMs: 400, throttleWaitMs: 300, deadlineMs: 2000, retryDelayMs: 5 }

export const emulatorKey = Buffer.from('a key for the emulator').toString('base64')

export const isQuery: Kind = ({ headers }) => headers['x-ms-documentdb-isquery'] !== undefined
const isOnDocuments =
  (method: string): Kind =>
  (seen) =>
    seen.method === method && seen.path.includes('/docs') && !isQuery(seen)
export const isCreate = isOnDocuments('POST')
export const isRead = isOnDocuments('GET')
export const isReplace = isOnDocuments('PUT')
export const isRemove = isOnDocuments('DELETE')

export async function cosmosLine(): Promise<CosmosLine> {
  const server = createHttpServer()
  const proxy = await faultProxy(await listen(server))
  const account = {
    endpoint: proxy.endpoint,
    key: emulatorKey,
    database: 'contract',
    enableEndpointDiscovery: false,
    containers: noteContainers,
  }
  await createContainers(account)
  const store = await createCosmosStore({ ...account, timings: quick })
  // The SDK asks for a container's partition key once; no test has to count that.
  await store.create(notes, note('warm', 'up'))

  return {
    store,
    proxy,
    account,
    disturb(is, fault, times = 1) {
      let n = 0
      proxy.disturb((seen) => {
        if (!is(seen)) return 'pass'
        n += 1
        return n <= times ? fault(seen, n) : 'pass'
      })
    },
    count: (is) => proxy.seen.filter(is).length,
    calm() {
      proxy.disturb(() => 'pass')
      proxy.seen.length = 0
    },
    async close() {
      await store.close()
      await proxy.close()
      await shut(server)
    },
  }
}

export async function thrownBy(work: Promise<unknown>): Promise<AppError> {
  const thrown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(thrown instanceof AppError)) throw new Error(`not an AppError: ${String(thrown)}`)
  return thrown
}
