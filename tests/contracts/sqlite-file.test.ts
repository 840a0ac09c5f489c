import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { idsOf, note, notes } from './notes'
import { type SqlitePlace, sqlitePlace } from './sqlite-place'

describe('SQLite store', () => {
  let place: SqlitePlace

  beforeEach(() => {
    place = sqlitePlace()
  })
  afterEach(() => place.dispose())

  describe('erasing', () => {
    test('what was removed is nowhere in the files when remove returns, small and large, here and there', async () => {
      const store = place.open()
      const secretOf = (n: number): string => `SECRET-${n}-OVER`
      const textOf = (n: number): string => `${secretOf(n)} `.repeat(n % 7 === 0 ? 900 : 1 + (n % 40))
      for (let n = 0; n < 400; n++) await store.create(notes, note('o', `n${n}`, { text: textOf(n), rank: n }))
      const isErased = (n: number): boolean => n % 3 !== 0
      for (let n = 0; n < 400; n++) if (isErased(n)) await store.remove(notes, 'o', `n${n}`)
      const disk = place.bytesOnDisk()
      const found = Array.from({ length: 400 }, (_, n) => n).filter((n) => disk.includes(secretOf(n)))
      expect(found).toEqual(Array.from({ length: 400 }, (_, n) => n).filter((n) => !isErased(n)))
    })

    test('a text that was rewritten is gone from the log after a restart', async () => {
      const store = place.open()
      await store.create(notes, note('o', 'a', { text: 'FIRST-THOUGHT' }))
      const found = await store.get(notes, 'o', 'a')
      await store.replace(notes, note('o', 'a', { text: 'second thought' }), found?.version ?? '')
      await place.reopen(store)
      expect(place.bytesOnDisk().includes('FIRST-THOUGHT')).toBe(false)
    })

    test('another open store does not keep what was removed', async () => {
      const store = place.open()
      const other = place.open()
      await store.create(notes, note('o', 'a', { text: 'SHARED-SECRET' }))
      await other.get(notes, 'o', 'a')
      await other.list(notes, 'o', { limit: 5 })
      await store.remove(notes, 'o', 'a')
      expect(place.bytesOnDisk().includes('SHARED-SECRET')).toBe(false)
    })
  })

  describe('the file', () => {
    const openFault = (): unknown => {
      try {
        place.open()
      } catch (thrown) {
        return thrown
      }
      return undefined
    }
    const unavailable = (message: RegExp): unknown =>
      expect.objectContaining({ name: 'AppError', code: 'unavailable', message: expect.stringMatching(message) })

    test('is readable by its owner alone', async () => {
      await place.open().create(notes, note('o', 'a'))
      for (const name of readdirSync(place.folder)) expect(statSync(join(place.folder, name)).mode & 0o077).toBe(0)
    })

    test('that is there and open to others is closed to them, log files too', async () => {
      const store = place.open()
      await store.create(notes, note('o', 'a'))
      for (const name of readdirSync(place.folder)) chmodSync(join(place.folder, name), 0o644)
      await place.open().get(notes, 'o', 'a')
      for (const name of readdirSync(place.folder)) expect(statSync(join(place.folder, name)).mode & 0o077).toBe(0)
    })

    test('with damaged pages is not ready, whether or not they have been met', async () => {
      const store = place.open()
      for (let n = 0; n < 200; n++) await store.create(notes, note('o', `n${n}`, { text: 'x'.repeat(2000) }))
      await place.reopen(store)
      const bytes = readFileSync(place.file)
      const pages = bytes.length / 4096
      // All but the pages that hold the schema.
      writeFileSync(place.file, bytes.fill(0xff, 4096 * Math.floor(pages / 2)))
      const damaged = place.open()
      await expect(damaged.check()).rejects.toEqual(unavailable(/damaged/))
      await expect(damaged.check()).rejects.toEqual(unavailable(/damaged/))
    })

    test('in a folder that does not exist is unavailable, and the folder is not made', () => {
      place.file = join(place.folder, 'unmounted', 'store.db')
      expect(openFault()).toEqual(unavailable(/unmounted\/store\.db cannot be opened: its folder does not exist\.$/))
      expect(readdirSync(place.folder)).toEqual([])
    })

    test('that is a folder is unavailable', () => {
      mkdirSync(place.file)
      expect(openFault()).toEqual(unavailable(/store\.db cannot be opened: it is a folder\.$/))
    })

    test('that is something else is unavailable and left alone', () => {
      writeFileSync(place.file, 'a letter, not a database '.repeat(50))
      expect(openFault()).toEqual(unavailable(/store\.db is not a SQLite database/))
      expect(readFileSync(place.file, 'utf8')).toContain('a letter')
    })

    test('that is moved away under a running store makes check unavailable', async () => {
      const store = place.open()
      renameSync(place.file, `${place.file}.moved`)
      await expect(store.check()).rejects.toEqual(unavailable(/removed or exchanged/))
      writeFileSync(place.file, '')
      await expect(store.check()).rejects.toEqual(unavailable(/removed or exchanged/))
    })

    test('that is full is unavailable for writes and still read; after an erasure there is room again', async () => {
      const store = place.open({ maxBytes: 200_000 })
      let count = 0
      const fill = async (): Promise<void> => {
        for (; count < 1000; count++) await store.create(notes, note('o', `n${count}`, { text: 'x'.repeat(2000) }))
      }
      await expect(fill()).rejects.toEqual(unavailable(/cannot grow.*SQLITE_FULL/))
      expect(count).toBeGreaterThan(10)
      expect(await store.get(notes, 'o', `n${count}`)).toBeUndefined()
      expect(await idsOf(store, 'o', { limit: 100 })).toHaveLength(count)
      await expect(store.check()).resolves.toBeUndefined()
      for (let n = 0; n < 3; n++) await store.remove(notes, 'o', `n${n}`)
      expect(await store.create(notes, note('o', 'again', { text: 'x'.repeat(2000) }))).toMatchObject({
        status: 'created',
      })
    })

    test('that gets full under many writes at once keeps just those it has acknowledged', async () => {
      const store = place.open({ maxBytes: 200_000 })
      const ids = Array.from({ length: 250 }, (_, n) => `n${n}`)
      const text = 'x'.repeat(1000)
      const outcomes = await Promise.allSettled(ids.map((id) => store.create(notes, note('o', id, { text }))))
      const acknowledged = ids.filter((_, n) => outcomes[n]?.status === 'fulfilled')
      expect(acknowledged.length).toBeGreaterThan(20)
      expect(acknowledged.length).toBeLessThan(250)
      expect((await idsOf(await place.reopen(store), 'o', { limit: 1000 })).sort()).toEqual([...acknowledged].sort())
    })

    test('is closed only when the writes asked for before are done', async () => {
      const store = place.open()
      const writes = Array.from({ length: 150 }, (_, n) => store.create(notes, note('o', `n${n}`)))
      await store.close()
      expect(new Set((await Promise.all(writes)).map(({ status }) => status))).toEqual(new Set(['created']))
      expect(await idsOf(place.open(), 'o', { limit: 1000 })).toHaveLength(150)
    })

    test('that another process keeps locked is unavailable for writes after a few seconds, and still read', async () => {
      const store = place.open()
      await store.create(notes, note('o', 'a'))
      const holder = new Database(place.file)
      holder.exec('BEGIN IMMEDIATE')
      const start = performance.now()
      const writes = ['b', 'c', 'd'].map((id) => store.create(notes, note('o', id)))
      for (const write of await Promise.allSettled(writes)) {
        expect(write).toEqual({ status: 'rejected', reason: unavailable(/kept locked.*SQLITE_BUSY/) })
      }
      expect(performance.now() - start).toBeLessThan(5000)
      expect(await store.get(notes, 'o', 'a')).toBeDefined()
      holder.exec('ROLLBACK')
      holder.close()
      expect(await store.create(notes, note('o', 'b'))).toMatchObject({ status: 'created' })
    })

    test('that was locked once is written again, though somebody read and others wrote meanwhile', async () => {
      const store = place.open()
      const other = place.open()
      await store.create(notes, note('o', 'a'))
      const holder = new Database(place.file)
      holder.exec('BEGIN IMMEDIATE')
      await expect(store.create(notes, note('o', 'b'))).rejects.toMatchObject({ code: 'unavailable' })
      expect(await store.get(notes, 'o', 'a')).toBeDefined()
      holder.exec('ROLLBACK')
      holder.close()
      await other.create(notes, note('o', 'c'))
      await store.remove(notes, 'o', 'a')
      expect(await store.create(notes, note('o', 'b'))).toMatchObject({ status: 'created' })
      expect((await idsOf(store, 'o', { limit: 10 })).sort()).toEqual(['b', 'c'])
    })
  })
})
