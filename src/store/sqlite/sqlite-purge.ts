import { AppError } from '../../errors'
import type { Clock } from '../../time/clock'
import type { ContainerShape } from '../store'
import type { SqliteFile } from './sqlite-file'

/** Takes expired documents and the overwritten text of the log off the disk, a little at a time. */
export interface SqlitePurge {
  run(): void
  /** Runs when an hour has gone since the last time: retention also holds where nothing is written. */
  runIfDue(): void
  /** As `runIfDue`, and counts a write. */
  runBeforeWrite(): void
  /** Empties the log, now or when the process that reads it is done. */
  emptyLog(): void
  /** The last emptying, before the file is closed. */
  stop(): void
}

const everyMs = 60 * 60 * 1000
const everyWrites = 500
/** After an attempt that a busy or full file refused: each may have blocked the event loop for the busy timeout. */
const againMs = 10_000
/** Rows of one container in one run, some 10 ms. What is left comes with the next operation. */
const atMostRows = 200

/** The store calls it before an operation, never after: a write that is done must not be reported as failed. */
export function sqlitePurge(database: SqliteFile, clock: Clock, containers: readonly ContainerShape[]): SqlitePurge {
  const expiring = containers.filter((container) => container.hasTtl)
  const whereExpired = expiring
    .map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM "${name}" WHERE expires_at <= ?1)`)
    .join(' UNION ALL ')
  let nextMs = clock.now()
  let writes = 0
  let isStopped = false

  /** Read first, since each write would lock the file, and mostly there is nothing to remove. */
  const withExpired = (): ContainerShape[] => {
    if (expiring.length === 0) return []
    const names = database.all(whereExpired, clock.now()) as { name: string }[]
    return expiring.filter(({ name }) => names.some((held) => held.name === name))
  }
  const emptyLog = (): void => {
    // Refused: another process is reading an older state, or the disk is full.
    if (attempt(() => database.emptyLog()) !== true) nextMs = Math.min(nextMs, clock.now() + againMs)
  }
  const run = (): void => {
    writes = 0
    const isDone = attempt(() => withExpired().every((container) => removeExpired(database, container, clock.now())))
    nextMs = clock.now() + (isDone === undefined ? againMs : isDone ? everyMs : 0)
    emptyLog()
  }
  const runIfDue = (): void => {
    if (clock.now() >= nextMs || writes >= everyWrites) run()
  }

  return {
    run,
    runIfDue,
    runBeforeWrite() {
      writes += 1
      runIfDue()
    },
    emptyLog,
    stop() {
      if (!isStopped) emptyLog()
      isStopped = true
    },
  }
}

/** True when none is left. */
function removeExpired(database: SqliteFile, container: ContainerShape, now: number): boolean {
  const sql = `DELETE FROM "${container.name}" WHERE rowid IN
    (SELECT rowid FROM "${container.name}" WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)`
  return database.run(sql, now, atMostRows) < atMostRows
}

// Expired documents are hidden in any case, so an unavailable file is no reason to fail what was asked for: undefined.
function attempt(work: () => boolean): boolean | undefined {
  try {
    return work()
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'unavailable') return undefined
    throw thrown
  }
}
