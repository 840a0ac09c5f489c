import { createHttpServer } from '@vercel/cosmosdb-server'
import { containers } from '../../src/records/containers'
import { createContainers } from '../../src/store/cosmos/cosmos-containers'
import { createCosmosStore } from '../../src/store/cosmos/cosmos-store'
import type { Store } from '../../src/store/store'
import { type Fault, faultProxy, listen, type SeenRequest, shut } from '../contracts/fault-proxy'

/** An emulated Cosmos DB account on loopback with all of Pejling's containers, behind a line that can be disturbed. */
export interface CosmosAccount {
  /** What a bot is configured with to use it. */
  readonly env: Readonly<Record<string, string>>
  /** A store on it, not by the line. */
  open(): Promise<Store>
  /** Everything that came over the line, in order. */
  readonly seen: SeenRequest[]
  /** Decides over every request to come. */
  disturb(choose: (request: SeenRequest) => Fault): void
  heal(): void
  close(): Promise<void>
}

export async function startCosmosAccount(): Promise<CosmosAccount> {
  const server = createHttpServer()
  const port = await listen(server)
  const key = Buffer.from('a key for the emulator').toString('base64')
  const direct = { endpoint: `http://127.0.0.1:${port}`, key, database: 'pejling', enableEndpointDiscovery: false }
  await createContainers({ ...direct, containers })
  const proxy = await faultProxy(port)
  // The emulator advertises an address that it does not listen on; a real account names its regions.
  const region = [{ name: 'West Europe', databaseAccountEndpoint: proxy.endpoint }]
  const body = JSON.stringify({ id: 'account', writableLocations: region, readableLocations: region })
  const disturb: CosmosAccount['disturb'] = (choose) =>
    proxy.disturb((seen) => {
      const fault = choose(seen)
      return seen.path === '/' && fault === 'pass' ? { status: 200, body } : fault
    })
  disturb(() => 'pass')
  return {
    open: () => createCosmosStore({ ...direct, containers }),
    env: {
      PEJLING_STORE: 'cosmos',
      PEJLING_COSMOS_ENDPOINT: proxy.endpoint,
      PEJLING_COSMOS_DATABASE: 'pejling',
      PEJLING_COSMOS_KEY: key,
    },
    seen: proxy.seen,
    disturb,
    heal: () => disturb(() => 'pass'),
    async close() {
      await proxy.close()
      await shut(server)
    },
  }
}
