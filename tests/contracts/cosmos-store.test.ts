import { randomUUID } from 'node:crypto'
import { CosmosClient } from '@azure/cosmos'
import { createHttpServer } from '@vercel/cosmosdb-server'
import { createContainers } from '../../src/store/cosmos/cosmos-containers'
import { createCosmosStore } from '../../src/store/cosmos/cosmos-store'
import type { Store } from '../../src/store/store'
import { type CosmosLine, cosmosLine, emulatorKey, isCreate, isQuery, isReplace } from './cosmos-line'
import { type FaultProxy, listen, type SeenRequest, shut } from './fault-proxy'
import { idsOf, note, noteContainers, notes } from './notes'
import { storeContract } from './store-contract'

storeContract("Cosmos DB, Vercel's emulator", async () => {
  const server = createHttpServer()
  const endpoint = `http://127.0.0.1:${await listen(server)}`
  const account = {
    endpoint,
    key: emulatorKey,
    database: 'contract',
    enableEndpointDiscovery: false,
    containers: noteContainers,
  }
  await createContainers(account)
  return { open: (onUnreadable) => createCosmosStore({ ...account, onUnreadable }), dispose: () => shut(server) }
})

const real = {
  endpoint: process.env.PEJLING_TEST_COSMOS_ENDPOINT ?? '',
  key: process.env.PEJLING_TEST_COSMOS_KEY ?? '',
  database: process.env.PEJLING_TEST_COSMOS_DATABASE ?? '',
}
if (real.endpoint && real.key && real.database) {
  // Containers of this run alone, removed afterwards; the database stays.
  storeContract(`Cosmos DB, the account at ${new URL(real.endpoint).host}`, async () => {
    const account = { ...real, containers: noteContainers }
    await createContainers(account)
    return {
      open: (onUnreadable) => createCosmosStore({ ...account, onUnreadable }),
      async dispose() {
        const client = new CosmosClient(real)
        for (const { name } of noteContainers) await client.database(real.database).container(name).delete()
        client.dispose()
      },
    }
  })
}

describe('Cosmos DB store', () => {
  let line: CosmosLine
  let store: Store
  let proxy: FaultProxy
  let owner: string

  beforeAll(async () => {
    line = await cosmosLine()
    store = line.store
    proxy = line.proxy
  })
  afterAll(() => line.close())
  beforeEach(() => {
    owner = randomUUID()
    line.calm()
  })

  describe('on the wire', () => {
    const bodiesOf = (is: (seen: SeenRequest) => boolean): Record<string, unknown>[] =>
      proxy.seen.filter(is).map(({ body }) => JSON.parse(body) as Record<string, unknown>)

    test('a ttl is sent with each write, so that it counts from the last one', async () => {
      const { version } = (await store.create(notes, note(owner, 'a', { ttl: 86_400 }))) as { version: string }
      await store.replace(notes, note(owner, 'a', { ttl: 3600 }), version)
      await store.create(notes, note(owner, 'b'))
      expect(bodiesOf(isCreate)).toMatchObject([{ id: 'a', ttl: 86_400 }, { id: 'b' }])
      expect(bodiesOf(isCreate)[1]).not.toHaveProperty('ttl')
      expect(bodiesOf(isReplace)).toMatchObject([{ id: 'a', ttl: 3600 }])
    })

    test('a read, a create, a replace and a removal are one request each', async () => {
      const { version } = (await store.create(notes, note(owner, 'a'))) as { version: string }
      await store.get(notes, owner, 'a')
      await store.replace(notes, note(owner, 'a'), version)
      await store.remove(notes, owner, 'a')
      expect(proxy.seen.map(({ method }) => method)).toEqual(['POST', 'GET', 'PUT', 'DELETE'])
      for (const { headers } of proxy.seen) expect(headers['x-ms-documentdb-partitionkey']).toBe(`["${owner}"]`)
    })

    test('a list asks for its partition in the request and in the SQL, with values apart from the text', async () => {
      await idsOf(store, owner, { where: [{ field: 'state', is: '=', value: `'; --` }], limit: 5 })
      const queries = proxy.seen.filter(isQuery)
      expect(queries.length).toBeGreaterThan(0)
      for (const { headers, body } of queries) {
        expect(headers['x-ms-documentdb-partitionkey']).toBe(`["${owner}"]`)
        expect(JSON.parse(body)).toEqual({
          query: 'SELECT * FROM c WHERE c.owner = @partition AND c.state = @value0 ORDER BY c.id ASC',
          parameters: [
            { name: '@partition', value: owner },
            { name: '@value0', value: `'; --` },
          ],
        })
      }
    })
  })
})
