import { accessSync, chmodSync, closeSync, constants, openSync, statSync } from 'node:fs'
import Database from 'libsql'
import { AppError } from '../../errors'

export interface SqliteFileOptions {
  readonly file: string
  /** The file grows no further than this many bytes; writes are then `unavailable`. */
  readonly maxBytes?: number | undefined
}

export type SqliteValue = string | number | null

/** One connection to one file. What SQLite refuses becomes an AppError. */
export interface SqliteFile {
  /** Runs a writing statement and answers how many rows it changed. On disk when it returns. */
  run(sql: string, ...values: readonly SqliteValue[]): number
  /** Does all writes of the work, or none of them; their changes are on disk when it returns. */
  together<T>(work: () => T): T
  all(sql: string, ...values: readonly SqliteValue[]): unknown[]
  /** Runs statements without values. */
  exec(sql: string): void
  /** Moves the log into the file and empties it. False when another process was reading, so that some is left. */
  emptyLog(): boolean
  /** Throws `unavailable` when another file, or none, now stands in this one's place, and once a damaged page has been met. */
  checkInPlace(): void
  /** Looks a small file through for damaged pages. Throws `unavailable` where there are. */
  checkWhole(): void
  close(): void
}

/** Looking through so many bytes takes a few hundredths of a second, and nothing else is done meanwhile. */
const mostLookedThrough = 16 * 1024 * 1024

/** A write waits this long for another process's write. The event loop waits too, hence no longer. */
const busyTimeoutMs = 3000

/**
 * Opens or creates the file, readable by its owner alone. The folder must exist: creating it would hide a volume that
 * is not mounted. Throws AppError `unavailable` naming the file and the reason.
 */
export function openSqliteFile({ file, maxBytes }: SqliteFileOptions): SqliteFile {
  const inode = touch(file)
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (thrown) {
      damage ??= isDamaged(thrown) ? asAppError(file, thrown) : undefined
      throw asAppError(file, thrown)
    }
  }
  let damage: AppError | undefined
  const database = guarded(() => configure(new Database(file), file, maxBytes))
  const statements = new Map<string, Database.Statement<unknown[]>>()
  let isOpen = true
  const connection = (): Database.Database => {
    if (!isOpen) throw new AppError('unavailable', `The database file ${file} is closed.`)
    return database
  }
  const prepared = (sql: string): Database.Statement<unknown[]> => {
    const known = statements.get(sql)
    if (known) return known
    const statement = connection().prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const exec = (sql: string): void => guarded(() => void connection().exec(sql))
  let isTogether = false
  /**
   * The file is locked before the first statement, by one that is not kept: a prepared one that finds it locked stays begun, and with
   * the next read holds an old state of the file, which refuses every later write once another connection has written.
   */
  function together<T>(work: () => T): T {
    if (isTogether) return work()
    exec('BEGIN IMMEDIATE')
    isTogether = true
    try {
      const result = work()
      exec('COMMIT')
      return result
    } catch (thrown) {
      rollBack()
      throw thrown
    } finally {
      isTogether = false
    }
  }
  function rollBack(): void {
    try {
      exec('ROLLBACK')
    } catch (thrown) {
      // After some errors SQLite has rolled back already and refuses to do so again.
      if (!(thrown instanceof AppError)) throw thrown
    }
  }

  return {
    run: (sql, ...values) => together(() => guarded(() => prepared(sql).run(...values).changes)),
    together,
    all: (sql, ...values) => guarded(() => prepared(sql).all(...values)),
    exec,
    emptyLog: () =>
      guarded(() => (prepared('PRAGMA wal_checkpoint(TRUNCATE)').all()[0] as { busy: number }).busy === 0),
    checkInPlace() {
      if (damage) throw damage
      if (inodeOf(file) === inode) return
      throw new AppError('unavailable', `The database file ${file} has been removed or exchanged since it was opened.`)
    },
    checkWhole() {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostLookedThrough) return
      const [found] = guarded(() => prepared('PRAGMA quick_check(1)').all()) as { quick_check?: string }[]
      if (found?.quick_check === 'ok') return
      damage = new AppError('unavailable', `The database file ${file} is damaged: SQLite's quick_check finds faults.`)
      throw damage
    },
    close() {
      if (!isOpen) return
      isOpen = false
      // libsql would go on running what was prepared before the close.
      statements.clear()
      database.close()
    },
  }
}

function configure(database: Database.Database, file: string, maxBytes: number | undefined): Database.Database {
  const pragma = (text: string): unknown => Object.values(database.prepare(`PRAGMA ${text}`).all()[0] as object)[0]
  // First of all: changing the journal mode also waits for other processes.
  pragma(`busy_timeout=${busyTimeoutMs}`)
  if (pragma('journal_mode=WAL') !== 'wal') {
    throw new AppError('unavailable', `The database file ${file} lies on a disk that allows no write-ahead log.`)
  }
  // FULL: an acknowledged write survives a power cut, not just a crash (sqlite.org/pragma.html#pragma_synchronous).
  database.exec('PRAGMA synchronous=FULL')
  // What a leader erases is overwritten with zeros instead of lingering in free pages.
  pragma('secure_delete=ON')
  if (maxBytes !== undefined) pragma(`max_page_count=${Math.ceil(maxBytes / Number(pragma('page_size')))}`)
  return database
}

/**
 * Created here because SQLite would let the group and others read; its log files inherit the mode. A file that is there is
 * looked at and never opened: closing it would drop the locks that another connection of this process holds on it, and with
 * them what keeps other processes from removing the log (sqlite.org/howtocorrupt.html §2.2).
 */
function touch(file: string): number {
  try {
    if (!statSync(file, { throwIfNoEntry: false })) create(file)
    const found = statSync(file)
    if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    accessSync(file, constants.R_OK | constants.W_OK)
    for (const each of [file, `${file}-wal`, `${file}-shm`]) closeToOthers(each)
    return found.ino
  } catch (thrown) {
    throw new AppError('unavailable', `The database file ${file} cannot be opened: ${openFault(thrown)}.`)
  }
}

function create(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (thrown) {
    // Another process was first.
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
  }
}

/** A file that came from elsewhere, such as a copy that was put back, may be open to everybody on the machine. */
function closeToOthers(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found || (found.mode & 0o077) === 0) return
  try {
    chmodSync(file, 0o600)
  } catch (thrown) {
    // It is another user's, who has decided who may read it, or on a disk that knows no modes.
    if (!['EPERM', 'ENOTSUP', 'EROFS'].includes(String((thrown as NodeJS.ErrnoException).code))) throw thrown
  }
}

function inodeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.ino
}

function openFault(thrown: unknown): string {
  const { code } = thrown as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'its folder does not exist'
    case 'EISDIR':
      return 'it is a folder'
    case 'EACCES':
    case 'EPERM':
      return 'this user may not write it'
    case 'EROFS':
      return 'the disk is read-only'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full'
    default:
      return `the system says ${code}`
  }
}

const faults: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'cannot grow: the disk is full or its size limit is reached',
  SQLITE_BUSY: 'is kept locked by another process',
  SQLITE_LOCKED: 'is kept locked by another process',
  SQLITE_READONLY: 'is read-only',
  SQLITE_CANTOPEN: 'cannot be opened',
  SQLITE_IOERR: 'cannot be read or written: the disk fails',
  SQLITE_NOTADB: 'is not a SQLite database',
  SQLITE_CORRUPT: 'is damaged',
}

/** Whether an error of SQLite's, or what became of it here, says that the file is no whole database. */
export function isDamaged(thrown: unknown): boolean {
  const { code, cause } = (thrown ?? {}) as { code?: unknown; cause?: unknown }
  return /^SQLITE_(CORRUPT|NOTADB)/.test(String(code ?? '')) || (thrown instanceof AppError && isDamaged(cause))
}

// The code alone is passed on; SQLite's message says no more than it and could one day quote a value.
function asAppError(file: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const code = String((thrown as { code?: unknown }).code ?? '')
  const fault = faults[code.split('_', 2).join('_')]
  if (fault) return new AppError('unavailable', `The database file ${file} ${fault} (${code}).`, { cause: thrown })
  if (String(thrown).includes('ConnectionFailed')) {
    return new AppError('unavailable', `The database file ${file} cannot be opened by SQLite.`)
  }
  return new AppError('internal', `SQLite refused a statement on ${file} (${code || 'no code'}).`)
}
