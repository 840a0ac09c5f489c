import { randomUUID } from 'node:crypto'
import type { ContainerDefinition } from '@azure/cosmos'
import type { AppError } from '../../src/errors'
import { createContainers } from '../../src/store/cosmos/cosmos-containers'
import { containerDefinition, requireDefinitions } from '../../src/store/cosmos/cosmos-definitions'
import { createCosmosStore } from '../../src/store/cosmos/cosmos-store'
import type { Store } from '../../src/store/store'
import { type CosmosLine, cosmosLine, isCreate, isRead, quick, thrownBy } from './cosmos-line'
import type { FaultProxy } from './fault-proxy'
import { note, notes } from './notes'

const always = Number.POSITIVE_INFINITY

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

  describe('what an error says', () => {
    const secret = 'hemmelig refleksion'
    const everythingIn = (error: AppError): string =>
      `${error.stack} ${JSON.stringify(error)} ${String(error.cause)} ${Object.keys(error)}`

    test.each([400, 401, 403, 413, 429, 500, 503])(
      'for %d it names container and status, and neither token nor content',
      async (status) => {
        const body = JSON.stringify({ message: `refused ${secret}` })
        line.disturb(
          isCreate,
          ({ headers }) => ({ status, body, headers: { echo: String(headers.authorization) } }),
          always,
        )
        const error = await thrownBy(store.create(notes, note(owner, 'a', { text: secret })))
        expect(error.message).toContain('container contractNotes in database contract')
        expect(error.message).toContain(`status ${status}`)
        expect(everythingIn(error)).not.toMatch(/hemmelig|sig%3D|authorization/i)
        expect(error.cause).toBeUndefined()
      },
    )

    test.each([401, 403])('%d is unavailable and tells what to look at', async (status) => {
      line.disturb(isRead, () => ({ status, headers: { 'x-ms-substatus': '5300' } }), always)
      const error = await thrownBy(store.get(notes, owner, 'a'))
      expect(error).toMatchObject({ code: 'unavailable' })
      expect(error.message).toContain(`status ${status}, substatus 5300`)
      expect(error.message).toContain('Cosmos DB Built-in Data Contributor')
    })

    test('a missing container is named, by every method', async () => {
      proxy.disturb(() => ({ status: 404, headers: { 'x-ms-substatus': '1003' } }))
      const failures = await Promise.all([
        thrownBy(store.get(notes, owner, 'a')),
        thrownBy(store.create(notes, note(owner, 'a'))),
        thrownBy(store.replace(notes, note(owner, 'a'), 'v')),
        thrownBy(store.remove(notes, owner, 'a')),
        thrownBy(store.list(notes, owner, { limit: 1 })),
      ])
      for (const error of failures) {
        expect(error).toMatchObject({ code: 'unavailable' })
        expect(error.message).toContain('has no container contractNotes in database contract')
      }
      expect((await thrownBy(store.check())).message).toMatch(/has no container contract\w+ in database contract/)
    })

    test('a container that is there with another key, ttl or index is named with what is wrong', async () => {
      const { endpoint, key, containers } = line.account
      const [first, second] = containers
      if (!first || !second) throw new Error('two containers are needed')
      const other = { endpoint, key, database: 'other', enableEndpointDiscovery: false }
      await createContainers({
        ...other,
        containers: [
          { ...first, partitionKey: 'state', hasTtl: false },
          { ...second, indexed: [] },
        ],
      })
      const faulty = await createCosmosStore({ ...other, containers, timings: quick })
      const { code, message } = await thrownBy(faulty.check())
      expect(code).toBe('unavailable')
      expect(message).toContain(
        'contractNotes has the partition key /state instead of /owner and the default ttl off instead of -1',
      )
      expect(message).toContain('contractLasting has no index on')
      expect(message).toContain('store definitions --json')
      await faulty.close()
    })

    test('an index of everything serves, too', () => {
      const [shape] = line.account.containers
      if (!shape) throw new Error('a container is needed')
      const everything = { indexingPolicy: { includedPaths: [{ path: '/*' }] } }
      const present = { ...containerDefinition(shape), ...everything } as ContainerDefinition
      expect(() => requireDefinitions('database x', [[shape, present]])).not.toThrow()
    })

    test('an identity that cannot sign in is unavailable, and nothing is sent before the first use', async () => {
      // Plain http: the SDK itself refuses to send a token there.
      const { endpoint, database, containers } = line.account
      const options = { endpoint, database, containers, credential: 'default', timings: quick } as const
      const signedOut = await createCosmosStore({ ...options, enableEndpointDiscovery: false })
      expect(proxy.seen).toEqual([])
      expect(await thrownBy(signedOut.get(notes, owner, 'a'))).toMatchObject({ code: 'unavailable' })
      expect(proxy.seen).toEqual([])
      await signedOut.close()
    })

    test('an endpoint that is no address is refused before anything is sent', async () => {
      await expect(createCosmosStore({ ...line.account, endpoint: 'pejling' })).rejects.toMatchObject({
        code: 'invalid',
      })
    })
  })
})
