import { readConfig } from '../config/config'
import { AppError } from '../errors'
import { schemaVersion } from '../records/installation'
import { isServed } from '../store/sqlite/server-lease'
import { backUpSqlite, restoreSqlite } from '../store/sqlite/sqlite-backup'
import { systemClock } from '../time/clock'
import { type CarriedOver, carryOver } from './carry-over'
import { repeatActs } from './repeat-acts'

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
  const replaced = restoreSqlite(from, file, schemaVersion)
  const carried = replaced === undefined ? undefined : await carryOver(env, replaced)
  const kept = replaced === undefined ? '' : `; what stood there is ${replaced}`
  process.stdout.write(`${file}: restored${kept}.\n`)
  process.stdout.write(carried ? await doneAgain(env, carried) : unknownSince)
  return 0
}

const unknownSince = `What was erased since the backup is not known, for no store that can be read stood there: whoever asked for it must be
erased again before the server starts (person erase). Your own list of requests tells who that is.
`

async function doneAgain(env: NodeJS.ProcessEnv, { lines, withdrawn }: CarriedOver): Promise<string> {
  const { erased, held, released, unknown } = await repeatActs(env, lines)
  const done = [
    ['erased', erased],
    ['held', held],
    ['released', released],
    ['answers deleted', withdrawn],
  ].flatMap(([what, count]) => (count ? [`${what} ${count}`] : []))
  const again =
    done.length === 0 ? 'Nothing had to be done again.\n' : `Done again since the backup: ${done.join(', ')}.\n`
  if (unknown.length === 0) return again
  const told = unknown.map(({ at, what, by }) => `  ${at}  ${what}  ${by ?? 'by the person, in the chat'}\n`)
  return `${again}Of these the key beside the store does not tell whom they were about; do them again before the server starts:\n${told.join('')}`
}

function sqliteFileOf(env: NodeJS.ProcessEnv): string {
  const { store } = readConfig(env)
  if (store.kind === 'sqlite') return store.file
  throw new AppError('invalid', 'PEJLING_STORE is cosmos: its backups are the account’s own (docs/operations.md)')
}
