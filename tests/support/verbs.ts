import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Caller, Ctx } from '../../src/caller/context'
import { createLog } from '../../src/log/log'
import { containers } from '../../src/records/containers'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store'
import type { Store } from '../../src/store/store'
import { createFakeClock, type FakeClock } from './fake-clock'
import { knowledge, writeEmptyStore } from './kept'

/** A real SQLite store in a folder of its own, or another that is given, a clock that stands still, and what a verb is handed. */
export interface Place {
  readonly store: Store
  readonly clock: FakeClock
  /** How many documents have been created or replaced, refused attempts included. */
  writes(): number
  /** What a verb called by this person is handed. */
  ctx(caller?: Partial<Caller>, config?: Partial<Ctx['config']>): Ctx
  dispose(): Promise<void>
}

export function createPlace(given?: Store): Place {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-verbs-'))
  const clock = createFakeClock()
  const file = join(folder, 'store.db')
  if (!given) writeEmptyStore(file)
  const store = given ?? createSqliteStore({ file, clock, containers })
  const log = createLog({ level: 'silent', destination: { write: () => {} } })
  let writes = 0
  const counted: Store = {
    ...store,
    create: (container, document) => {
      writes++
      return store.create(container, document)
    },
    replace: (container, document, version) => {
      writes++
      return store.replace(container, document, version)
    },
  }
  const config = {
    locale: 'da',
    timeZone: 'Europe/Copenhagen',
    retentionMonths: 18,
    profileMonths: 24,
    contact: '',
    legalBasis: '',
    processors: '',
    archive: '',
    controller: '',
    dpo: '',
    hrIds: [],
    hrConversation: '',
    hrReminderDays: 3,
    approveQuestions: false,
    isLocal: true,
    tenantId: 'tenant',
    sendsPerSecond: 25,
    spreadMinutes: 0,
    confirmRecipients: 2000,
    municipality: null,
  } as const
  return {
    store: counted,
    clock,
    writes: () => writes,
    ctx: (caller = {}, more = {}) => ({
      caller: { tenantId: 'tenant', leaderId: 'ea', name: 'Ea', ...caller },
      config: { ...config, ...more },
      knowledge,
      store: counted,
      clock,
      log,
    }),
    async dispose() {
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A promise's AppError code; fails the test where nothing is thrown. */
export async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  const thrown = await promise.then(
    () => new Error('nothing was thrown'),
    (error: unknown) => error,
  )
  return (thrown as { code?: unknown }).code ?? thrown
}
