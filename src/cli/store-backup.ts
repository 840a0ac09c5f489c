import { systemClock } from '../clock'
import { readConfig } from '../config/config'
import { AppError } from '../errors'
import { isServed } from '../store/sqlite/server-lease'
import { backUpSqlite, restoreSqlite } from '../store/sqlite/sqlite-backup'

/** Copies the SQLite store into a file, while the server runs. */
export async function storeBackup(env: NodeJS.ProcessEnv, to: string | undefined): Promise<number> {
  if (to === undefined) throw new AppError('invalid', 'Missing: the file to write the backup to')
  backUpSqlite(sqliteFileOf(env), to)
  process.stdout.write(`${to}: written. It holds all that leaders have written: keep it as you keep the store.\n`)
  return 0
}

/** Puts a backup in the store's place, when no server runs. */
export async function storeRestore(env: NodeJS.ProcessEnv, from: string | undefined): Promise<number> {
  if (from === undefined) throw new AppError('invalid', 'Missing: the backup to restore')
  const file = sqliteFileOf(env)
  if (isServed(file, systemClock.now())) throw new AppError('conflict', `A server uses ${file}: stop it first.`)
  restoreSqlite(from, file)
  process.stdout.write(
    `${file}: restored; what stood there is ${file}.before-restore.\nWho had their data erased since the backup must be erased again: person erase.\n`,
  )
  return 0
}

function sqliteFileOf(env: NodeJS.ProcessEnv): string {
  const { store } = readConfig(env)
  if (store.kind === 'sqlite') return store.file
  throw new AppError('invalid', 'PEJLING_STORE is cosmos: its backups are the account’s own (docs/operations.md)')
}
