import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { schemaVersion } from '../../src/records/installation'
import { holdServerLease, isServed } from '../../src/store/sqlite/server-lease'
import { backUpSqlite, restoreSqlite } from '../../src/store/sqlite/sqlite-backup'
import { openSqliteFile } from '../../src/store/sqlite/sqlite-file'
import { createFakeClock } from '../support/fake-clock'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-lease-'))
  file = join(folder, 'pejling.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const clock = createFakeClock('2026-11-30T08:00:00Z')
/** Waiting lets the clock go on. */
const hold = (pid: number, host = 'a', isAlive = true, meanwhile = async () => {}) =>
  holdServerLease({
    file,
    holder: { host, pid },
    clock,
    isAlive: () => isAlive,
    async wait(ms) {
      clock.advance(ms)
      await meanwhile()
    },
    onLost: () => {},
  })

describe('the lease of a server', () => {
  test('refuses a second server and names the first; the end of the first lets it in', async () => {
    const first = await hold(1)
    expect(isServed(file, clock.now())).toBe(true)
    // The first goes on renewing while the second waits.
    const renew = async () => void again.push(await hold(1))
    const again: { release(): void }[] = []
    await expect(hold(2, 'b', true, renew)).rejects.toThrow('Another Pejling server (a, process 1) uses')
    for (const lease of [first, ...again]) lease.release()
    expect(isServed(file, clock.now())).toBe(false)
    const second = await hold(2, 'b')
    second.release()
  })

  test('is waited for where its server died without a word on another machine', async () => {
    const dead = await hold(1)
    const before = clock.now()
    const next = await hold(2, 'b')
    expect(clock.now() - before).toBeGreaterThanOrEqual(14_000)
    next.release()
    dead.release()
  })

  test('is taken over at once where its process is gone from this machine', async () => {
    const dead = await hold(1)
    const before = clock.now()
    const next = await hold(2, 'a', false)
    expect(clock.now()).toBe(before)
    next.release()
    dead.release()
  })

  test('outlives a file that cannot be written for a moment, and is lost once another server holds it', async () => {
    jest.useFakeTimers()
    const onLost = jest.fn()
    const wait = async () => {}
    const lease = await holdServerLease({
      file,
      holder: { host: 'a', pid: 1 },
      clock,
      isAlive: () => true,
      wait,
      onLost,
    })
    const database = openSqliteFile({ file })
    database.exec('ALTER TABLE server_lease RENAME TO elsewhere')
    jest.advanceTimersByTime(5_000)
    expect(onLost).not.toHaveBeenCalled()
    database.exec('ALTER TABLE elsewhere RENAME TO server_lease')
    database.run('UPDATE server_lease SET host = ?', 'b')
    jest.advanceTimersByTime(5_000)
    expect(onLost).toHaveBeenCalledTimes(1)
    jest.useRealTimers()
    database.close()
    lease.release()
  })
})

describe('a backup', () => {
  const rows = (name: string) => {
    const database = openSqliteFile({ file: name })
    const found = database.all('SELECT body FROM leaders')
    database.close()
    return found
  }
  const fill = () => {
    const database = openSqliteFile({ file })
    database.exec('CREATE TABLE leaders (body TEXT); CREATE TABLE reflections (body TEXT)')
    database.run('INSERT INTO leaders VALUES (?)', 'one')
    return database
  }

  test('is whole while the store is open, for its owner alone, and never written over', () => {
    const database = fill()
    const backup = join(folder, 'backup.sqlite')
    backUpSqlite(file, backup)
    database.run('INSERT INTO leaders VALUES (?)', 'two')
    database.close()
    expect(rows(backup)).toEqual([{ body: 'one' }])
    expect(statSync(backup).mode & 0o777).toBe(0o600)
    expect(() => backUpSqlite(file, backup)).toThrow('is there already')
    restoreSqlite(backup, file, schemaVersion)
    expect(rows(file)).toEqual([{ body: 'one' }])
    expect(rows(`${file}.before-restore`)).toHaveLength(2)
  })

  test('takes nothing over from the log of a store that is gone', () => {
    const database = fill()
    const backup = join(folder, 'backup.sqlite')
    backUpSqlite(file, backup)
    database.close()
    rmSync(file)
    writeFileSync(`${file}-wal`, 'what is left of another')
    expect(restoreSqlite(backup, file, schemaVersion)).toBeUndefined()
    expect(existsSync(`${file}-wal`)).toBe(false)
    expect(rows(file)).toEqual([{ body: 'one' }])
  })

  test('of a newer version is refused, and the store stays', () => {
    fill().close()
    const newer = join(folder, 'newer.sqlite')
    const database = openSqliteFile({ file: newer })
    database.exec('CREATE TABLE leaders (body TEXT); CREATE TABLE reflections (body TEXT)')
    database.exec('CREATE TABLE installation (id TEXT, body TEXT)')
    database.run('INSERT INTO installation VALUES (?, ?)', 'schema', JSON.stringify({ version: schemaVersion + 1 }))
    database.emptyLog()
    database.close()
    expect(() => restoreSqlite(newer, file, schemaVersion)).toThrow('is of version 2; this program reads up to 1')
    expect(rows(file)).toHaveLength(1)
    restoreSqlite(newer, file, schemaVersion + 1)
    expect(rows(file)).toHaveLength(0)
  })

  test('that is none is refused, and the store stays', () => {
    fill().close()
    const other = join(folder, 'other')
    writeFileSync(other, 'no database at all, but a text of some length')
    expect(() => restoreSqlite(other, file, schemaVersion)).toThrow('is not a SQLite database')
    expect(() => restoreSqlite(join(folder, 'none'), file, schemaVersion)).toThrow('There is no backup')
    expect(rows(file)).toHaveLength(1)
    expect(existsSync(`${file}.restoring`)).toBe(false)
  })
})
