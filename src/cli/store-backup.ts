import { systemClock } from '../clock'
import { readConfig } from '../config/config'
import { AppError } from '../errors'
import type { AuditLine } from '../records/audit'
import { isServed } from '../store/sqlite/server-lease'
import { backUpSqlite, restoreSqlite } from '../store/sqlite/sqlite-backup'
import { carryAudit } from './carry-audit'

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
  const replaced = restoreSqlite(from, file)
  const lacking = replaced === undefined ? undefined : await carryAudit(env, replaced)
  const kept = replaced === undefined ? '' : `; what stood there is ${replaced}`
  process.stdout.write(`${file}: restored${kept}.\n${erasuresToRepeat(lacking)}`)
  return 0
}

/** @param lacking what the backup's audit lacked; undefined where no store tells */
function erasuresToRepeat(lacking: readonly AuditLine[] | undefined): string {
  if (!lacking)
    return 'No store stood there that tells of erasures since the backup: whoever asked for one must be erased again (person erase).\n'
  const erasures = lacking.filter(({ what }) => what === 'erased')
  const [first] = erasures
  if (!first) return 'No erasure was made since the backup.\n'
  const lines = erasures.map(({ at, by }) => `  ${at}  ${by ?? 'by the person, in the chat'}\n`)
  return `Erasures since the backup, which it has undone: ${erasures.length}
${lines.join('')}Do each again before the server starts: person erase. The audit does not tell whom they were about: your own list of requests does.
The lines are in the audit of the restored store, too: audit list --since ${first.at}
`
}

function sqliteFileOf(env: NodeJS.ProcessEnv): string {
  const { store } = readConfig(env)
  if (store.kind === 'sqlite') return store.file
  throw new AppError('invalid', 'PEJLING_STORE is cosmos: its backups are the account’s own (docs/operations.md)')
}
