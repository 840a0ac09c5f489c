import { randomUUID } from 'node:crypto'
import { AppError } from '../../errors'
import { parseJson } from '../../files/parse-json'
import type { Clock } from '../../time/clock'
import { checkId, checkList, parseDocument, parsePage, writable } from '../document'
import type { ContainerShape, OnUnreadable, Store } from '../store'
import { openSqliteFile, type SqliteFile } from './sqlite-file'
import { cursorAfter, type ListRow, listStatement } from './sqlite-list'
import { sqlitePurge } from './sqlite-purge'
import { createTables } from './sqlite-tables'
import { sqliteWrites } from './sqlite-writes'

export interface SqliteStoreOptions {
  /** Path of the database file; its folder must exist. Other processes on this machine may use it at the same time. */
  readonly file: string
  readonly clock: Clock
  readonly containers: readonly ContainerShape[]
  /** The file grows no further than this many bytes; writes are then `unavailable`. Default: as far as the disk. */
  readonly maxBytes?: number | undefined
  readonly onUnreadable?: OnUnreadable | undefined
}

/** So long a file that was looked through counts as whole. */
const wholeMs = 10 * 60_000

/** Documents in one SQLite file. Throws AppError `unavailable`, naming the file and the reason, when it cannot be opened. */
export function createSqliteStore(options: SqliteStoreOptions): Store {
  const { file, clock, containers, maxBytes, onUnreadable } = options
  const database = openSqliteFile({ file, maxBytes })
  createTables(database, containers)
  const writes = sqliteWrites(database)
  const purge = sqlitePurge(database, clock, containers)
  purge.run()
  let wholeUntilMs = Number.NEGATIVE_INFINITY

  const expiry = (container: ContainerShape, ttl: number | undefined): number | null =>
    container.hasTtl && ttl !== undefined ? clock.now() + ttl * 1000 : null

  return {
    async get(container, partition, id) {
      purge.runIfDue()
      const sql = `SELECT version, body FROM "${container.name}" WHERE partition = ? AND id = ? AND (expires_at IS NULL OR expires_at > ?)`
      const rows = database.all(sql, checkId('partition key', partition), checkId('id', id), clock.now())
      const row = rows[0] as { version: string; body: string } | undefined
      return row && { document: parseDocument(container, parseJson(row.body)), version: row.version }
    },

    async create(container, document) {
      purge.runBeforeWrite()
      const { partition, id, ttl, json } = writable(container, document)
      const version = randomUUID()
      // One statement, so that of two processes one wins. An expired document counts as absent, purged or not.
      const sql = `INSERT INTO "${container.name}" (partition, id, version, expires_at, body) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (partition, id) DO UPDATE SET version = excluded.version, expires_at = excluded.expires_at, body = excluded.body
        WHERE expires_at <= ?`
      const values = [partition, id, version, expiry(container, ttl), json, clock.now()]
      return (await writes.write(sql, ...values)) === 1 ? { status: 'created', version } : { status: 'exists' }
    },

    async replace(container, document, version) {
      purge.runBeforeWrite()
      const { partition, id, ttl, json } = writable(container, document)
      // A new version is random, not counted: a document removed and created again must not match an old one.
      const next = randomUUID()
      const sql = `UPDATE "${container.name}" SET version = ?, expires_at = ?, body = ?
        WHERE partition = ? AND id = ? AND version = ? AND (expires_at IS NULL OR expires_at > ?)`
      const values = [next, expiry(container, ttl), json, partition, id, version, clock.now()]
      return (await writes.write(sql, ...values)) === 1 ? { status: 'replaced', version: next } : { status: 'changed' }
    },

    async remove(container, partition, id) {
      const sql = `DELETE FROM "${container.name}" WHERE partition = ? AND id = ?`
      const removed = await writes.write(sql, checkId('partition key', partition), checkId('id', id))
      if (removed > 0) purge.emptyLog()
    },

    async list(container, partition, listOptions) {
      checkList(container, partition, listOptions)
      purge.runIfDue()
      const { sql, values } = listStatement(container, partition, listOptions, clock.now())
      const rows = database.all(sql, ...values) as ListRow[]
      const page = rows.slice(0, listOptions.limit)
      const last = page.at(-1)
      const found = page.map(({ id, version, body }) => ({ id, version, stored: parseJson(body) }))
      return {
        documents: parsePage(container, found, onUnreadable),
        cursor: last && rows.length > listOptions.limit ? cursorAfter(last) : undefined,
      }
    },

    async check() {
      database.checkInPlace()
      checkReadable(database, containers, file)
      // A probe comes every few seconds; damage does not.
      if (clock.now() < wholeUntilMs) return
      database.checkWhole()
      wholeUntilMs = clock.now() + wholeMs
    },

    async close() {
      // What was asked for before the close is still done.
      writes.flush()
      purge.stop()
      database.close()
    },
  }
}

function checkReadable(database: SqliteFile, containers: readonly ContainerShape[], file: string): void {
  const tables = database.all("SELECT name FROM sqlite_schema WHERE type = 'table'") as { name: string }[]
  const names = new Set(tables.map((table) => table.name))
  const missing = containers.find((container) => !names.has(container.name))
  if (missing) throw new AppError('unavailable', `The database file ${file} has no table ${missing.name}.`)
}
