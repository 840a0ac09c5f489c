import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { systemClock } from '../../src/clock'
import { listStatement } from '../../src/store/sqlite-list'
import { createSqliteStore } from '../../src/store/sqlite-store'
import type { ListOptions, Store } from '../../src/store/store'
import { idsOf, lastingNotes, note, noteContainers, notes } from './notes'
import { storeContract } from './store-contract'

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'pejling-sqlite-'))

storeContract('SQLite', async () => {
  const folder = newFolder()
  return {
    open: async () =>
      createSqliteStore({ file: join(folder, 'store.db'), clock: systemClock, containers: noteContainers }),
    dispose: async () => rmSync(folder, { recursive: true }),
  }
})

describe('SQLite store', () => {
  const hourMs = 3_600_000
  let folder: string
  let file: string
  let now: number
  let opened: Store[]
  let children: ChildProcessWithoutNullStreams[]

  beforeEach(() => {
    folder = newFolder()
    file = join(folder, 'store.db')
    now = Date.UTC(2026, 0, 5, 9)
    opened = []
    children = []
  })
  afterEach(async () => {
    for (const store of opened) await store.close()
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  })

  const open = (options: { maxBytes?: number } = {}): Store => {
    const store = createSqliteStore({ file, clock: { now: () => now }, containers: noteContainers, ...options })
    opened.push(store)
    return store
  }
  const reopen = async (store: Store): Promise<Store> => {
    await store.close()
    return open()
  }
  /** Everything in the folder as bytes: what a thief of the disk would read. */
  const bytesOnDisk = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join()

  describe('expiry', () => {
    test('hides a document from the second its ttl is over', async () => {
      const store = open()
      await store.create(notes, note('o', 'a', { ttl: 60, rank: 1 }))
      now += 59_999
      expect(await store.get(notes, 'o', 'a')).toBeDefined()
      expect(await idsOf(store, 'o', { limit: 5 })).toEqual(['a'])
      now += 1
      expect(await store.get(notes, 'o', 'a')).toBeUndefined()
      expect(await idsOf(store, 'o', { limit: 5 })).toEqual([])
      expect(await idsOf(store, 'o', { orderBy: { field: 'rank' }, limit: 5 })).toEqual([])
    })

    test('an expired document cannot be replaced and can be created again', async () => {
      const store = open()
      await store.create(notes, note('o', 'a', { ttl: 60 }))
      const found = await store.get(notes, 'o', 'a')
      now += 60_000
      expect(await store.replace(notes, note('o', 'a'), found?.version ?? '')).toEqual({ status: 'changed' })
      expect(await store.create(notes, note('o', 'a', { text: 'new' }))).toMatchObject({ status: 'created' })
      now += 10 * hourMs
      expect((await store.get(notes, 'o', 'a'))?.document.text).toBe('new')
    })

    test('counts from the last write, and a rewrite without a ttl stays', async () => {
      const store = open()
      await store.create(notes, note('o', 'a', { ttl: 60 }))
      now += 50_000
      const first = await store.get(notes, 'o', 'a')
      await store.replace(notes, note('o', 'a', { ttl: 60 }), first?.version ?? '')
      now += 50_000
      const second = await store.get(notes, 'o', 'a')
      await store.replace(notes, note('o', 'a'), second?.version ?? '')
      now += 10 * hourMs
      expect(await store.get(notes, 'o', 'a')).toBeDefined()
    })

    test('a container without ttl keeps its documents', async () => {
      const store = open()
      await store.create(lastingNotes, note('o', 'a', { ttl: 60 }))
      now += 10 * hourMs
      expect((await store.get(lastingNotes, 'o', 'a'))?.document.ttl).toBe(60)
    })

    test('holds after a restart', async () => {
      const store = open()
      await store.create(notes, note('o', 'a', { ttl: 60 }))
      now += 60_000
      expect(await (await reopen(store)).get(notes, 'o', 'a')).toBeUndefined()
    })

    test.each([
      ['at the next start', async (store: Store) => void (await reopen(store))],
      ['an hour later at the next read', async (store: Store) => void (await store.get(notes, 'o', 'other'))],
    ])('what has expired is off the disk %s', async (_, act) => {
      const store = open()
      await store.create(notes, note('o', 'a', { ttl: 60, text: 'EXPIRED-SECRET' }))
      expect(bytesOnDisk()).toContain('EXPIRED-SECRET')
      now += hourMs
      await act(store)
      expect(bytesOnDisk()).not.toContain('EXPIRED-SECRET')
    })

    test('a great number of expired documents goes a little at a time', async () => {
      const store = open()
      for (let n = 0; n < 450; n++) await store.create(notes, note('o', `n${n}`, { ttl: 1, text: 'SHORT-LIVED' }))
      await store.create(notes, note('o', 'kept'))
      now += hourMs
      const left = (): number => {
        const reader = new Database(file)
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
      expect(bytesOnDisk()).not.toContain('SHORT-LIVED')
    })
  })

  describe('erasing', () => {
    test('what was removed is nowhere in the files when remove returns, small and large, here and there', async () => {
      const store = open()
      const secretOf = (n: number): string => `SECRET-${n}-OVER`
      const textOf = (n: number): string => `${secretOf(n)} `.repeat(n % 7 === 0 ? 900 : 1 + (n % 40))
      for (let n = 0; n < 400; n++) await store.create(notes, note('o', `n${n}`, { text: textOf(n), rank: n }))
      const isErased = (n: number): boolean => n % 3 !== 0
      for (let n = 0; n < 400; n++) if (isErased(n)) await store.remove(notes, 'o', `n${n}`)
      const disk = bytesOnDisk()
      const found = Array.from({ length: 400 }, (_, n) => n).filter((n) => disk.includes(secretOf(n)))
      expect(found).toEqual(Array.from({ length: 400 }, (_, n) => n).filter((n) => !isErased(n)))
    })

    test('a text that was rewritten is gone from the log after a restart', async () => {
      const store = open()
      await store.create(notes, note('o', 'a', { text: 'FIRST-THOUGHT' }))
      const found = await store.get(notes, 'o', 'a')
      await store.replace(notes, note('o', 'a', { text: 'second thought' }), found?.version ?? '')
      await reopen(store)
      expect(bytesOnDisk()).not.toContain('FIRST-THOUGHT')
    })

    test('another open store does not keep what was removed', async () => {
      const store = open()
      const other = open()
      await store.create(notes, note('o', 'a', { text: 'SHARED-SECRET' }))
      await other.get(notes, 'o', 'a')
      await other.list(notes, 'o', { limit: 5 })
      await store.remove(notes, 'o', 'a')
      expect(bytesOnDisk()).not.toContain('SHARED-SECRET')
    })
  })

  describe('the file', () => {
    const openFault = (): unknown => {
      try {
        open()
      } catch (thrown) {
        return thrown
      }
      return undefined
    }
    const unavailable = (message: RegExp): unknown =>
      expect.objectContaining({ name: 'AppError', code: 'unavailable', message: expect.stringMatching(message) })

    test('is readable by its owner alone', async () => {
      await open().create(notes, note('o', 'a'))
      for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
    })

    test('in a folder that does not exist is unavailable, and the folder is not made', () => {
      file = join(folder, 'unmounted', 'store.db')
      expect(openFault()).toEqual(unavailable(/unmounted\/store\.db cannot be opened: its folder does not exist\.$/))
      expect(readdirSync(folder)).toEqual([])
    })

    test('that is a folder is unavailable', () => {
      mkdirSync(file)
      expect(openFault()).toEqual(unavailable(/store\.db cannot be opened: it is a folder\.$/))
    })

    test('that is something else is unavailable and left alone', () => {
      writeFileSync(file, 'a letter, not a database '.repeat(50))
      expect(openFault()).toEqual(unavailable(/store\.db is not a SQLite database/))
      expect(readFileSync(file, 'utf8')).toContain('a letter')
    })

    test('that is moved away under a running store makes check unavailable', async () => {
      const store = open()
      renameSync(file, `${file}.moved`)
      await expect(store.check()).rejects.toEqual(unavailable(/removed or exchanged/))
      writeFileSync(file, '')
      await expect(store.check()).rejects.toEqual(unavailable(/removed or exchanged/))
    })

    test('that is full is unavailable for writes and still read; after an erasure there is room again', async () => {
      const store = open({ maxBytes: 200_000 })
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

    test('that another process keeps locked is unavailable for writes after a few seconds, and still read', async () => {
      const store = open()
      await store.create(notes, note('o', 'a'))
      const holder = new Database(file)
      holder.exec('BEGIN IMMEDIATE')
      const start = performance.now()
      await expect(store.create(notes, note('o', 'b'))).rejects.toEqual(unavailable(/kept locked.*SQLITE_BUSY/))
      expect(performance.now() - start).toBeLessThan(5000)
      expect(await store.get(notes, 'o', 'a')).toBeDefined()
      holder.exec('ROLLBACK')
      holder.close()
      expect(await store.create(notes, note('o', 'b'))).toMatchObject({ status: 'created' })
    })
  })

  describe('lists', () => {
    const plan = (options: ListOptions): string => {
      const reader = new Database(file)
      const { sql, values } = listStatement(notes, 'o', options, now)
      const rows = reader.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]
      reader.close()
      return rows.map((row) => row.detail).join('; ')
    }

    test('walk an index and sort nothing', async () => {
      await open().create(notes, note('o', 'a'))
      expect(plan({ limit: 5 })).toMatch(/^SEARCH contractNotes USING INDEX \S+ \(partition=\?\)$/)
      const orderBy = { field: 'rank', descending: true }
      expect(plan({ orderBy, limit: 5 })).toMatch(/^SEARCH contractNotes USING INDEX contractNotes_by_rank \([^;]*$/)
      const where = [{ field: 'state', is: '=', value: 'x' } as const]
      expect(plan({ where, limit: 5 })).toMatch(/^SEARCH contractNotes USING INDEX contractNotes_by_state \([^;]*$/)
    })
  })

  describe('two processes', () => {
    const startWriter = async (...args: string[]): Promise<ChildProcessWithoutNullStreams> => {
      const script = join(__dirname, 'sqlite-writer.ts')
      const child = spawn(process.execPath, ['--import', 'tsx', script, file, ...args])
      children.push(child)
      child.stdout.setEncoding('utf8')
      child.stderr.on('data', (data) => process.stderr.write(data))
      await new Promise((resolve) => child.stdout.once('data', resolve))
      return child
    }

    test('that create the same documents at once are told `created` once for each', async () => {
      const store = open()
      const child = await startWriter('race', 'o')
      let printed = ''
      child.stdout.on('data', (data: string) => {
        printed += data
      })
      const isDone = new Promise((resolve) => child.once('close', resolve))
      child.stdin.write('go\n')
      const mine: string[] = []
      for (let n = 0; n < 200; n++) {
        if ((await store.create(notes, note('o', `n${n}`, { text: 'mine' }))).status === 'created') mine.push(`n${n}`)
        await new Promise((resolve) => setImmediate(resolve))
      }
      await isDone
      const theirs = printed.split('\n').filter((line) => line !== '')
      expect([...mine, ...theirs].sort()).toEqual(Array.from({ length: 200 }, (_, n) => `n${n}`).sort())
    }, 30_000)

    test('every acknowledged document is there after kill -9', async () => {
      const child = await startWriter('forever', 'o')
      let printed = ''
      const isDone = new Promise((resolve) => child.once('close', resolve))
      child.stdout.on('data', (data: string) => {
        printed += data
        if (printed.length > 4000) child.kill('SIGKILL')
      })
      child.stdin.write('go\n')
      await isDone
      // The last line may be cut off; every whole one was acknowledged.
      const acknowledged = printed.split('\n').slice(0, -1)
      const there = new Set(await idsOf(open(), 'o', { limit: 1000 }))
      expect(acknowledged.length).toBeGreaterThan(500)
      expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
    }, 30_000)
  })
})
