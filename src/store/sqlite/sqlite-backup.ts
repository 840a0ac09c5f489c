import { chmodSync, closeSync, copyFileSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { AppError } from '../../errors'
import { openSqliteFile, type SqliteFile } from './sqlite-file'

/** Writes all of a store into another file, as it stands at this moment, while others use it. The file must not be there yet. */
export function backUpSqlite(file: string, to: string): void {
  if (!existsSync(file)) throw new AppError('not-found', `There is no database ${file}.`)
  createClosed(to)
  const database = openSqliteFile({ file })
  try {
    database.all('VACUUM INTO ?', to)
  } catch (error) {
    // Half a backup would be taken for one.
    rmSync(to, { force: true })
    throw error
  } finally {
    database.close()
  }
}

/** All that leaders have written comes into it, so it is closed to others before. SQLite takes an empty file for none. */
function createClosed(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new AppError('unavailable', `${file} cannot be written.`, { cause })
    throw new AppError('conflict', `${file} is there already: name another file, so that no backup is lost.`, { cause })
  }
}

/**
 * Puts a backup in a store's place. What stood there stays beside it as `<file>.before-restore`.
 * @returns that file; undefined where nothing stood there
 * @param newest of what version its records may be at most
 * @throws AppError `invalid` for a backup that is no whole database, or of a newer version
 */
export function restoreSqlite(backup: string, file: string, newest: number): string | undefined {
  if (!existsSync(backup)) throw new AppError('not-found', `There is no backup ${backup}.`)
  const copy = `${file}.restoring`
  copyFileSync(backup, copy)
  chmodSync(copy, 0o600)
  try {
    checkWhole(copy, backup, newest)
  } catch (error) {
    rmSync(copy, { force: true })
    throw error
  }
  const replaced = existsSync(file) ? `${file}.before-restore` : undefined
  for (const part of ['', '-wal', '-shm']) {
    // A log without its database would be taken for the backup's.
    if (replaced === undefined) rmSync(file + part, { force: true })
    else moveAside(file + part, replaced + part)
  }
  renameSync(copy, file)
  return replaced
}

/** With its log, in which the last writes may still stand. It may be damaged, so it is not opened. */
function moveAside(from: string, to: string): void {
  rmSync(to, { force: true })
  if (existsSync(from)) renameSync(from, to)
}

function checkWhole(copy: string, backup: string, newest: number): void {
  const database = openSqliteFile({ file: copy })
  try {
    const [row] = database.all('PRAGMA integrity_check') as { integrity_check: string }[]
    const tables = database.all("SELECT name FROM sqlite_schema WHERE name IN ('leaders', 'reflections')")
    if (row?.integrity_check !== 'ok' || tables.length < 2)
      throw new AppError('invalid', `${backup} is no whole backup of Pejling's store.`)
    const version = versionOf(database)
    if (version > newest)
      throw new AppError(
        'invalid',
        `${backup} is of version ${version}; this program reads up to ${newest}: restore it with the newer one.`,
      )
  } finally {
    database.close()
    for (const log of ['-wal', '-shm']) rmSync(copy + log, { force: true })
  }
}

/** Of its records; 0 for a store that is older than any version. */
function versionOf(database: SqliteFile): number {
  const tables = database.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'installation'")
  if (tables.length === 0) return 0
  const sql = "SELECT json_extract(body, '$.version') AS version FROM installation WHERE id = 'schema'"
  const [row] = database.all(sql) as { version: unknown }[]
  return Number(row?.version ?? 0)
}
