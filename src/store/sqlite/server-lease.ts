import { existsSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '../../errors'
import type { Clock } from '../../time/clock'
import { isDamaged, openSqliteFile, type SqliteFile } from './sqlite-file'

/** A server: where and which, so that whoever is refused can find it. */
export interface LeaseHolder {
  readonly host: string
  readonly pid: number
}

export interface LeaseOptions {
  readonly file: string
  readonly holder: LeaseHolder
  readonly clock: Clock
  /** Whether a process of this machine still runs. */
  isAlive(pid: number): boolean
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<unknown>
  /** Another server has taken over: this one must end. */
  onLost(): void
}

export interface ServerLease {
  release(): void
}

const leaseMs = 15_000
const renewMs = 5_000

/**
 * Holds the file for one server: a second one would plan and answer beside the first, each with a memory of its own. A server that died
 * without a word is waited for until its lease is over. The command line asks for no lease.
 * @throws AppError `unavailable` naming the server that holds it
 */
export async function holdServerLease(options: LeaseOptions): Promise<ServerLease> {
  const database = openSqliteFile({ file: options.file })
  database.exec(
    'CREATE TABLE IF NOT EXISTS server_lease (one INTEGER PRIMARY KEY CHECK (one = 1), host TEXT NOT NULL, pid INTEGER NOT NULL, until INTEGER NOT NULL) STRICT',
  )
  const firstMs = options.clock.now()
  while (!take(database, options)) {
    const other = holderOf(database)
    if (other?.host === options.holder.host && !options.isAlive(other.pid)) {
      end(database, other)
      continue
    }
    if (options.clock.now() - firstMs >= leaseMs + renewMs) {
      database.close()
      throw new AppError(
        'unavailable',
        `Another Pejling server (${other?.host}, process ${other?.pid}) uses ${options.file}: stop it, or choose PEJLING_STORE=cosmos for several.`,
      )
    }
    await options.wait(1000)
  }
  const renewing = setInterval(() => {
    if (isRenewed(database, options)) return
    clearInterval(renewing)
    options.onLost()
  }, renewMs)
  renewing.unref()
  return {
    release() {
      clearInterval(renewing)
      end(database, options.holder)
      database.close()
    },
  }
}

/** Whether a server is at work on the file. One that is damaged tells of none. */
export function isServed(file: string, nowMs: number): boolean {
  // Opening it would make it.
  if (!existsSync(file)) return false
  let database: SqliteFile | undefined
  try {
    database = openSqliteFile({ file })
    const tables = database.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'server_lease'")
    return tables.length > 0 && database.all('SELECT 1 FROM server_lease WHERE until > ?', nowMs).length > 0
  } catch (error) {
    if (isDamaged(error)) return false
    throw error
  } finally {
    database?.close()
  }
}

function take(database: SqliteFile, { holder, clock }: LeaseOptions): boolean {
  const now = clock.now()
  const sql = `INSERT INTO server_lease (one, host, pid, until) VALUES (1, ?, ?, ?)
    ON CONFLICT (one) DO UPDATE SET host = excluded.host, pid = excluded.pid, until = excluded.until
    WHERE (host = excluded.host AND pid = excluded.pid) OR until <= ?`
  return database.run(sql, holder.host, holder.pid, now + leaseMs, now) > 0
}

/** A file that is busy or out of reach for a moment has been taken over by nobody: the next time tells. */
function isRenewed(database: SqliteFile, options: LeaseOptions): boolean {
  try {
    return take(database, options)
  } catch {
    return true
  }
}

function holderOf(database: SqliteFile): LeaseHolder | undefined {
  return z
    .array(z.object({ host: z.string(), pid: z.number() }))
    .parse(database.all('SELECT host, pid FROM server_lease'))[0]
}

function end(database: SqliteFile, { host, pid }: LeaseHolder): void {
  database.run('DELETE FROM server_lease WHERE host = ? AND pid = ?', host, pid)
}
