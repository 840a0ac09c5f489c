import type { Store } from '../../src/store/store'
import { storeWithin } from '../../src/store/store-within'
import { note, notes } from '../contracts/notes'
import { type SqlitePlace, sqlitePlace } from '../contracts/sqlite-place'

let place: SqlitePlace
beforeEach(() => {
  place = sqlitePlace()
})
afterEach(() => place.dispose())

const never = () => new Promise<never>(() => undefined)

test('what is done in time is done as by the store itself', async () => {
  const store = storeWithin(place.open(), 60_000)
  const { version } = (await store.create(notes, note('o', 'a'))) as { version: string }
  expect(await store.replace(notes, note('o', 'a', { rank: 1 }), version)).toMatchObject({ status: 'replaced' })
  expect((await store.get(notes, 'o', 'a'))?.document.rank).toBe(1)
  expect((await store.list(notes, 'o', { limit: 5 })).documents).toHaveLength(1)
  await store.remove(notes, 'o', 'a')
  await store.check()
  expect(await store.get(notes, 'o', 'a')).toBeUndefined()
})

test('the time is for all operations together: what comes after it is refused at once', async () => {
  const hanging: Store = { ...place.open(), list: never, replace: never }
  const store = storeWithin(hanging, 50)
  const start = performance.now()
  await expect(store.list(notes, 'o', { limit: 1 })).rejects.toMatchObject({ code: 'unavailable' })
  for (let n = 0; n < 5; n++)
    await expect(store.replace(notes, note('o', 'a'), 'v')).rejects.toMatchObject({ code: 'unavailable' })
  expect(performance.now() - start).toBeLessThan(1000)
})

test('a failure of the store comes through as it is', async () => {
  const store = storeWithin(place.open(), 60_000)
  await expect(store.get(notes, 'o', 'a/b')).rejects.toMatchObject({ code: 'invalid' })
})
