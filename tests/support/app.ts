import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { createApp } from '../../src/app'
import { readConfig } from '../../src/config/config'
import type { Work } from '../../src/queue/work-message'
import type { WorkQueue } from '../../src/queue/work-queue'
import { containers } from '../../src/records/containers'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store'
import type { Store } from '../../src/store/store'
import { type BotClient, createBotClient } from './bot-client'
import { createFakeClock, type FakeClock } from './fake-clock'
import { createFakeConnector, type FakeConnector } from './fake-connector'
import { knowledge, writeEmptyStore } from './kept'
import { createLogLines, type LogLine } from './log-lines'
import { createPerson, type Person } from './person'

/** A record as it lies in the file. */
export interface StoredRow {
  readonly container: string
  readonly partition: string
  readonly id: string
  readonly body: Readonly<Record<string, unknown>>
  readonly json: string
}

export interface TestApp {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  readonly client: BotClient
  readonly connector: FakeConnector
  readonly clock: FakeClock
  /** Somebody new, with a chat of their own. */
  person(name?: string): Person
  /** Every record of every container, straight from the file. */
  rows(): StoredRow[]
  /** Changes a record in the file, as another version of the program might have written it. */
  rewrite(row: Pick<StoredRow, 'container' | 'partition' | 'id'>, changes: object): void
  logText(): string
  logLines(): LogLine[]
  readonly store: Store
  readonly queue: WorkQueue<Work>
  /** One look of the scheduler: plans what is due. */
  tick(): Promise<void>
  /** Does what waits in the work queue and is due, until nothing is. @returns how many messages that were */
  deliver(): Promise<number>
  /** Stops the bot and starts another on the same file. */
  restart(): Promise<void>
  /** Which of the things said and written by anybody, and of their names, stand in the log. */
  leaks(): string[]
  close(): Promise<void>
}

export interface TestAppOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Puts something in front of the SQLite store, such as a fault. */
  wrapStore?(store: Store): Store
  /** The SQLite file grows no further, as on a full disk. */
  readonly maxBytes?: number
  /** For each call to the connector. */
  readonly timeoutMs?: number
}

let people = 0

/** The whole bot over real HTTP on both sides, with a SQLite file of its own and a clock that stands still. */
export async function startApp({ env, wrapStore, maxBytes, timeoutMs = 2000 }: TestAppOptions = {}): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-flow-'))
  const file = join(folder, 'pejling.sqlite')
  const config = readConfig({ PEJLING_LOCAL: 'yes', PEJLING_PORT: '0', PEJLING_SQLITE_FILE: file, ...env })
  if (maxBytes === undefined) writeEmptyStore(file)
  const connector = await createFakeConnector()
  const { log, text, lines } = createLogLines()
  const clock = createFakeClock()
  const said = new Set<string>()

  const start = async () => {
    const isOwn = wrapStore !== undefined || maxBytes !== undefined
    const own = isOwn ? createSqliteStore({ file, clock, containers, maxBytes }) : undefined
    const store = own && (wrapStore?.(own) ?? own)
    const app = await createApp({ config, log, clock, timeoutMs, knowledge, ...(store && { store }) })
    const { port } = await app.server.listen()
    const url = `http://127.0.0.1:${port}`
    return { app, url, client: createBotClient({ botUrl: url, connector }) }
  }
  let running = await start()

  return {
    get url() {
      return running.url
    },
    get client() {
      return running.client
    },
    connector,
    clock,
    person: (name) => {
      people += 1
      return createPerson({ number: people, name, said, connector, client: () => running.client })
    },
    rows: () => readRows(file),
    rewrite: (row, changes) => rewriteRow(file, row, changes),
    logText: text,
    logLines: lines,
    get store() {
      return running.app.store
    },
    get queue() {
      return running.app.queue
    },
    tick: () => running.app.scheduler.tick(),
    deliver: async () => {
      let done = 0
      for (;;) {
        const more = await running.app.worker.runOnce()
        if (more === 0) return done
        done += more
      }
    },
    restart: async () => {
      await running.app.close()
      running = await start()
    },
    leaks: () =>
      [...said].filter((words) => text().includes(words) || text().includes(JSON.stringify(words).slice(1, -1))),
    close: async () => {
      await running.app.close()
      await connector.close()
      rmSync(folder, { recursive: true })
    },
  }
}

// The work queue's tables, which may lie in the same file, hold ids only.
const everyRow = containers
  .map(({ name }) => `SELECT '${name}' AS container, partition, id, body AS json FROM "${name}"`)
  .join(' UNION ALL ')

function readRows(file: string): StoredRow[] {
  const database = new Database(file)
  try {
    const rows = database.prepare(everyRow).all() as Omit<StoredRow, 'body'>[]
    return rows.map((row) => ({ ...row, body: JSON.parse(row.json) as StoredRow['body'] }))
  } finally {
    database.close()
  }
}

function rewriteRow(file: string, { container, partition, id }: Parameters<TestApp['rewrite']>[0], changes: object) {
  const database = new Database(file)
  try {
    database
      .prepare(`UPDATE "${container}" SET body = json_patch(body, ?) WHERE partition = ? AND id = ?`)
      .run(JSON.stringify(changes), partition, id)
  } finally {
    database.close()
  }
}
