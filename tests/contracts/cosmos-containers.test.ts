import { randomUUID } from 'node:crypto'
import { createContainers } from '../../src/store/cosmos/cosmos-containers'
import { containerDefinition } from '../../src/store/cosmos/cosmos-definitions'
import { type CosmosLine, cosmosLine, thrownBy } from './cosmos-line'
import type { FaultProxy } from './fault-proxy'
import { lastingNotes, notes } from './notes'

describe('createContainers', () => {
  let line: CosmosLine
  let proxy: FaultProxy

  beforeAll(async () => {
    line = await cosmosLine()
    proxy = line.proxy
  })
  afterAll(() => line.close())
  beforeEach(() => line.calm())

  const made = (): Record<string, unknown>[] =>
    proxy.seen
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/colls'))
      .map(({ body }) => JSON.parse(body) as Record<string, unknown>)

  test('makes the database and its containers, with ttl where it is wanted and no index on free text', async () => {
    const options = { ...line.account, database: randomUUID() }
    expect(await createContainers(options)).toEqual([
      { name: 'contractNotes', outcome: 'created' },
      { name: 'contractLasting', outcome: 'created' },
    ])
    const [withTtl, without] = made()
    expect(withTtl).toMatchObject({
      id: 'contractNotes',
      partitionKey: { paths: ['/owner'] },
      defaultTtl: -1,
      indexingPolicy: {
        includedPaths: [{ path: '/owner/?' }, { path: '/state/?' }, { path: '/rank/?' }, { path: '/done/?' }],
        excludedPaths: [{ path: '/*' }],
      },
    })
    expect(without).toMatchObject({ id: 'contractLasting' })
    expect(without).not.toHaveProperty('defaultTtl')
    expect(await createContainers(options)).toEqual([
      { name: 'contractNotes', outcome: 'unchanged' },
      { name: 'contractLasting', outcome: 'unchanged' },
    ])
  })

  // That its documents stay is the service's promise; the emulator forgets them.
  test('brings the index and the ttl of an older container up to date', async () => {
    const database = randomUUID()
    const older = { ...notes, hasTtl: false, indexed: ['state'] }
    await createContainers({ ...line.account, database, containers: [older] })
    const outcomes = await createContainers({ ...line.account, database, containers: [notes] })
    expect(outcomes).toEqual([{ name: 'contractNotes', outcome: 'updated' }])
    const put = proxy.seen.find(({ method, path }) => method === 'PUT' && path.endsWith('/colls/contractNotes'))
    expect(JSON.parse(put?.body ?? '')).toMatchObject(containerDefinition(notes))
  })

  test('refuses a container with another partition key', async () => {
    const database = randomUUID()
    await createContainers({ ...line.account, database, containers: [{ ...notes, partitionKey: 'state' }] })
    await expect(createContainers({ ...line.account, database, containers: [notes] })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('contractNotes'),
    })
  })

  test('is unavailable without the right to create', async () => {
    proxy.disturb(() => ({ status: 403 }))
    const error = await thrownBy(createContainers({ ...line.account, containers: [lastingNotes] }))
    expect(error).toMatchObject({ code: 'unavailable' })
    expect(error.message).toContain('database contract')
  })
})
