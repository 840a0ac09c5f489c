import { AppError } from '../../src/errors'
import { installation, schemaVersion } from '../../src/records/installation'
import { leaderSchema, leaders } from '../../src/records/leader'
import type { Store } from '../../src/store/store'
import { versionedStore } from '../../src/store/versioned-store'
import { codeOf, createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

const at = '2026-03-10T08:00:00.000Z'
const leader = leaderSchema.parse({ id: 'ea', tenantId: 'tenant', createdAt: at, updatedAt: at })
const stored = async () => (await place.store.get(installation, 'schema', 'schema'))?.document
const open = (store: Store = place.store) => versionedStore(store, '0.2.0', place.clock)
const written = (version: number) =>
  place.store.create(installation, { id: 'schema', version, program: '9.9.9', at, later: 'kept' } as never)

test('an empty store is given the version at the first use, and no earlier', async () => {
  const store = open()
  expect(await stored()).toBeUndefined()
  await store.create(leaders, leader)
  expect(await stored()).toMatchObject({ version: schemaVersion, program: '0.2.0' })
})

test('an older store is taken over with what it holds', async () => {
  await written(schemaVersion - 1)
  await place.store.create(leaders, leader)
  expect((await open().get(leaders, 'tenant', 'ea'))?.document.id).toBe('ea')
  expect(await stored()).toMatchObject({ version: schemaVersion, program: '0.2.0', later: 'kept' })
})

test('of a newer store nothing is read, written or removed, and one sentence says what to do', async () => {
  await written(schemaVersion + 1)
  await place.store.create(leaders, leader)
  const store = open()
  const other = { ...leader, id: 'bo' }
  const refused = [
    () => store.get(leaders, 'tenant', 'ea'),
    () => store.create(leaders, other),
    () => store.replace(leaders, leader, 'v'),
    () => store.remove(leaders, 'tenant', 'ea'),
    () => store.list(leaders, 'tenant', { limit: 1 }),
    () => store.check(),
  ]
  for (const use of refused) expect(await codeOf(use())).toBe('invalid')
  await expect(store.check()).rejects.toThrow(
    /is of version 2, written by Pejling 9\.9\.9; .* reads up to 1\. Start that/,
  )
  expect((await place.store.list(leaders, 'tenant', { limit: 5 })).documents).toHaveLength(1)
  expect(await stored()).toMatchObject({ version: schemaVersion + 1 })
})

test('a store out of reach is asked again, and then once for all', async () => {
  let asked = 0
  const store = open({
    ...place.store,
    get(container, partition, id) {
      if (container.name === installation.name && asked++ === 0) throw new AppError('unavailable', 'away')
      return place.store.get(container, partition, id)
    },
  })
  expect(await codeOf(store.get(leaders, 'tenant', 'ea'))).toBe('unavailable')
  await store.get(leaders, 'tenant', 'ea')
  await store.get(leaders, 'tenant', 'ea')
  expect(asked).toBe(2)
})
