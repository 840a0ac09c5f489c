import Database from 'libsql'
import { encodeCursor } from '../../src/store/document'
import { listStatement } from '../../src/store/sqlite/sqlite-list'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store'
import type { ListOptions, Store } from '../../src/store/store'
import { systemClock } from '../../src/time/clock'
import { idsOf, lastingNotes, note, noteContainers, notes } from './notes'
import { type SqlitePlace, sqlitePlace } from './sqlite-place'
import { storeContract } from './store-contract'

const hourMs = 3_600_000

storeContract('SQLite', async () => {
  const { file, dispose } = sqlitePlace()
  return {
    open: async (onUnreadable) =>
      createSqliteStore({ file, clock: systemClock, containers: noteContainers, onUnreadable }),
    dispose,
  }
})

describe('SQLite store', () => {
  let place: SqlitePlace

  beforeEach(() => {
    place = sqlitePlace()
  })
  afterEach(() => place.dispose())

  describe('expiry', () => {
    test('hides a document from the second its ttl is over', async () => {
      const store = place.open()
      await store.create(notes, note('o', 'a', { ttl: 60, rank: 1 }))
      place.now += 59_999
      expect(await store.get(notes, 'o', 'a')).toBeDefined()
      expect(await idsOf(store, 'o', { limit: 5 })).toEqual(['a'])
      place.now += 1
      expect(await store.get(notes, 'o', 'a')).toBeUndefined()
      expect(await idsOf(store, 'o', { limit: 5 })).toEqual([])
      expect(await idsOf(store, 'o', { orderBy: { field: 'rank' }, limit: 5 })).toEqual([])
    })

    test('an expired document cannot be replaced and can be created again', async () => {
      const store = place.open()
      await store.create(notes, note('o', 'a', { ttl: 60 }))
      const found = await store.get(notes, 'o', 'a')
      place.now += 60_000
      expect(await store.replace(notes, note('o', 'a'), found?.version ?? '')).toEqual({ status: 'changed' })
      expect(await store.create(notes, note('o', 'a', { text: 'new' }))).toMatchObject({ status: 'created' })
      place.now += 10 * hourMs
      expect((await store.get(notes, 'o', 'a'))?.document.text).toBe('new')
    })

    test('counts from the last write, and a rewrite without a ttl stays', async () => {
      const store = place.open()
      await store.create(notes, note('o', 'a', { ttl: 60 }))
      place.now += 50_000
      const first = await store.get(notes, 'o', 'a')
      await store.replace(notes, note('o', 'a', { ttl: 60 }), first?.version ?? '')
      place.now += 50_000
      const second = await store.get(notes, 'o', 'a')
      await store.replace(notes, note('o', 'a'), second?.version ?? '')
      place.now += 10 * hourMs
      expect(await store.get(notes, 'o', 'a')).toBeDefined()
    })

    test('a container without ttl keeps its documents', async () => {
      const store = place.open()
      await store.create(lastingNotes, note('o', 'a', { ttl: 60 }))
      place.now += 10 * hourMs
      expect((await store.get(lastingNotes, 'o', 'a'))?.document.ttl).toBe(60)
    })

    test('holds after a restart', async () => {
      const store = place.open()
      await store.create(notes, note('o', 'a', { ttl: 60 }))
      place.now += 60_000
      expect(await (await place.reopen(store)).get(notes, 'o', 'a')).toBeUndefined()
    })

    test.each([
      ['at the next start', async (store: Store) => void (await place.reopen(store))],
      ['an hour later at the next read', async (store: Store) => void (await store.get(notes, 'o', 'other'))],
    ])('what has expired is off the disk %s', async (_, act) => {
      const store = place.open()
      await store.create(notes, note('o', 'a', { ttl: 60, text: 'EXPIRED-SECRET' }))
      expect(place.bytesOnDisk().includes('EXPIRED-SECRET')).toBe(true)
      place.now += hourMs
      await act(store)
      expect(place.bytesOnDisk().includes('EXPIRED-SECRET')).toBe(false)
    })

    test('a great number of expired documents goes a little at a time', async () => {
      const store = place.open()
      for (let n = 0; n < 450; n++) await store.create(notes, note('o', `n${n}`, { ttl: 1, text: 'SHORT-LIVED' }))
      await store.create(notes, note('o', 'kept'))
      place.now += hourMs
      const left = (): number => {
        const reader = new Database(place.file)
        const rows = reader.prepare('SELECT count(*) AS n FROM contractNotes').all() as { n: number }[]
        reader.close()
        return rows[0]?.n ?? 0
      }
      const counts: number[] = []
      for (let n = 0; n < 4; n++) {
        await store.get(notes, 'o', 'kept')
        counts.push(left())
      }
      expect(counts).toEqual([251, 51, 1, 1])
      expect(place.bytesOnDisk().includes('SHORT-LIVED')).toBe(false)
    })
  })

  describe('lists', () => {
    const plan = (options: ListOptions): string => {
      const reader = new Database(place.file)
      const { sql, values } = listStatement(notes, 'o', options, place.now)
      const rows = reader.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]
      reader.close()
      return rows.map((row) => row.detail).join('; ')
    }

    test('walk an index and sort nothing', async () => {
      await place.open().create(notes, note('o', 'a'))
      expect(plan({ limit: 5 })).toMatch(/^SEARCH contractNotes USING INDEX \S+ \(partition=\?\)$/)
      const orderBy = { field: 'rank', descending: true }
      expect(plan({ orderBy, limit: 5 })).toMatch(/^SEARCH contractNotes USING INDEX contractNotes_by_rank \([^;]*$/)
      const where = [{ field: 'state', is: '=', value: 'x' } as const]
      expect(plan({ where, limit: 5 })).toMatch(/^SEARCH contractNotes USING INDEX contractNotes_by_state \([^;]*$/)
      // The next page begins where the last one ended, not at the first row.
      const cursor = encodeCursor(['n1', 'n1'])
      expect(plan({ where, limit: 5, cursor })).toMatch(/contractNotes_by_state \(partition=\? AND <expr>=\?[^;]*$/)
      expect(plan({ limit: 5, cursor })).toMatch(/\(partition=\? AND id>\?\)$/)
      expect(plan({ orderBy, limit: 5, cursor })).toMatch(/contractNotes_by_rank \(partition=\? AND <expr><\?\)$/)
    })
  })
})
