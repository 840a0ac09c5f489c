import type { SqliteFile, SqliteValue } from './sqlite-file'

/** Writes to one file, in the order in which they were asked for. */
export interface SqliteWrites {
  /** Runs a writing statement and answers how many rows it changed. On disk when the promise is kept. */
  write(sql: string, ...values: readonly SqliteValue[]): Promise<number>
  /** Does at once what has been asked for. */
  flush(): void
}

interface Write {
  readonly run: () => number
  readonly keep: (changes: number) => void
  readonly fail: (reason: unknown) => void
}

/** Together some 10 ms, for which the event loop stands still. */
const atMost = 100
/** So long the next writes are waited for where several came together: the fewer commits, the more writes a second. */
const gatherMs = 1

/**
 * Writes asked for in one turn of the event loop share one commit, and so one wait for the disk: some six times as many
 * a second with 32 in flight. One alone is done as it is.
 */
export function sqliteWrites(database: SqliteFile): SqliteWrites {
  const waiting: Write[] = []
  let isBusy = false

  const flush = (): void => {
    const batch = waiting.splice(0, atMost)
    if (waiting.length > 0) setImmediate(flush)
    isBusy = batch.length > 1
    if (batch.length > 1) runTogether(database, batch)
    else batch.forEach(runAlone)
  }

  const schedule = () => (isBusy ? setTimeout(flush, gatherMs) : setImmediate(flush))

  return {
    write: (sql, ...values) =>
      new Promise((keep, fail) => {
        if (waiting.length === 0) schedule()
        waiting.push({ run: () => database.run(sql, ...values), keep, fail })
      }),
    flush() {
      while (waiting.length > 0) flush()
    },
  }
}

function runTogether(database: SqliteFile, batch: readonly Write[]): void {
  let isLocked = false
  try {
    const changes = database.together(() => {
      isLocked = true
      return batch.map(({ run }) => run())
    })
    for (const [n, { keep }] of batch.entries()) keep(changes[n] ?? 0)
  } catch (reason) {
    // One refusal (a full disk) has undone them all; alone, each gets what it would have got.
    if (isLocked) batch.forEach(runAlone)
    // Locked by another process: one wait is enough for all.
    else for (const { fail } of batch) fail(reason)
  }
}

function runAlone({ run, keep, fail }: Write): void {
  try {
    keep(run())
  } catch (reason) {
    fail(reason)
  }
}
