import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { AppError } from '../../errors'
import type { Log } from '../../log/log'
import { openSqliteFile, type SqliteFile } from '../../store/sqlite/sqlite-file'
import { sqliteWrites } from '../../store/sqlite/sqlite-writes'
import type { Clock } from '../../time/clock'
import { checkDelay, checkName, checkReceive, defaultMostAttempts, lostMessage, writeMessage } from '../message'
import { sortReceived } from '../sort-received'
import type { Received, WorkQueue } from '../work-queue'

export interface SqliteQueueOptions<T> {
  /** Path of the database file, which may be the store's; its folder must exist. Several processes may use it at once. */
  readonly file: string
  readonly clock: Clock
  readonly log: Log
  /** Several queues may lie in one file. */
  readonly name: string
  readonly schema: z.ZodType<T>
  /** Default 100. */
  readonly mostAttempts?: number
}

interface Row {
  readonly id: number
  readonly attempt: number
  readonly text: string
}

/**
 * Messages in a table of one SQLite file. What does not fit the schema, or came too often, is moved to the table
 * `queue_<name>_failed` with the reason. Throws AppError `unavailable` when the file cannot be opened.
 */
export function createSqliteQueue<T>(options: SqliteQueueOptions<T>): WorkQueue<T> {
  const { file, clock, log, name, schema, mostAttempts = defaultMostAttempts } = options
  const table = `queue_${checkName(name)}`
  const database = openSqliteFile({ file })
  createTables(database, table)
  const writes = sqliteWrites(database)

  const received = (row: Row, receipt: string, message: T): Received<T> => {
    const writeAsHolder = async (sql: string, ...values: number[]) => {
      const changes = await writes.write(`${sql} WHERE id = ? AND receipt = ?`, ...values, row.id, receipt)
      if (changes === 0) throw lostMessage(name)
    }
    return {
      message,
      attempt: row.attempt,
      complete: () => writeAsHolder(`DELETE FROM "${table}"`),
      release: async (delayMs) =>
        writeAsHolder(`UPDATE "${table}" SET receipt = NULL, due_at = ?`, clock.now() + Math.ceil(checkDelay(delayMs))),
    }
  }

  const putAside = async (row: Row, receipt: string, why: string): Promise<void> => {
    // The id stays the same, so that a move that was cut off in between is simply done again.
    const copy = `INSERT OR REPLACE INTO "${table}_failed" (id, failed_at, attempt, why, body)
      SELECT id, ?, attempt, ?, body FROM "${table}" WHERE id = ? AND receipt = ?`
    await writes.write(copy, clock.now(), why, row.id, receipt)
    await writes.write(`DELETE FROM "${table}" WHERE id = ? AND receipt = ?`, row.id, receipt)
  }

  return {
    async send(message, { delayMs = 0 } = {}) {
      const dueAt = clock.now() + Math.ceil(checkDelay(delayMs))
      await writes.write(`INSERT INTO "${table}" (due_at, body) VALUES (?, ?)`, dueAt, writeMessage(message))
    },

    async receive(max, visibilityMs) {
      checkReceive(max, visibilityMs)
      const receipt = randomUUID()
      const rows = take(database, table, { receipt, now: clock.now(), visibilityMs, max })
      const fitting = await sortReceived(rows, {
        name,
        schema,
        mostAttempts,
        log,
        putAside: (row, why) => putAside(row, receipt, why),
      })
      return fitting.map(({ item, message }) => received(item, receipt, message))
    },

    async check() {
      database.checkInPlace()
      const found = database.all("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", table)
      if (found.length === 0) throw new AppError('unavailable', `The database file ${file} has no table ${table}.`)
    },

    async close() {
      // What was asked for before the close is still done.
      writes.flush()
      database.close()
    },
  }
}

function createTables(database: SqliteFile, table: string): void {
  database.exec(
    [
      // AUTOINCREMENT: an id is never used again, so a message put aside is never replaced by another one.
      `CREATE TABLE IF NOT EXISTS "${table}" (id INTEGER PRIMARY KEY AUTOINCREMENT, due_at INTEGER NOT NULL,
        attempt INTEGER NOT NULL DEFAULT 0, receipt TEXT, body TEXT NOT NULL) STRICT`,
      `CREATE INDEX IF NOT EXISTS "${table}_by_due" ON "${table}" (due_at)`,
      `CREATE TABLE IF NOT EXISTS "${table}_failed" (id INTEGER PRIMARY KEY, failed_at INTEGER NOT NULL,
        attempt INTEGER NOT NULL, why TEXT NOT NULL, body TEXT NOT NULL) STRICT`,
    ].join(';\n'),
  )
}

interface Taking {
  readonly receipt: string
  readonly now: number
  readonly visibilityMs: number
  readonly max: number
}

function take(database: SqliteFile, table: string, { receipt, now, visibilityMs, max }: Taking): Row[] {
  // A look first: an empty queue is asked often, and must not wait for another process's write.
  if (database.all(`SELECT 1 FROM "${table}" WHERE due_at <= ? LIMIT 1`, now).length === 0) return []
  // One statement, so that of two processes only one gets a message.
  const sql = `UPDATE "${table}" SET receipt = ?, attempt = attempt + 1, due_at = ?
    WHERE id IN (SELECT id FROM "${table}" WHERE due_at <= ? ORDER BY due_at LIMIT ?) RETURNING id, attempt, body AS text`
  return database.all(sql, receipt, now + Math.ceil(visibilityMs), now, max) as Row[]
}
