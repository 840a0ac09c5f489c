import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lazyKnowledge } from '../../src/answers/knowledge'
import type { Ctx } from '../../src/caller/context'
import { readConfig } from '../../src/config/config'
import { readTable } from '../../src/documents/read-table'
import { writeWorkbook } from '../../src/documents/write-workbook'
import { createLog } from '../../src/log/log'
import { dataDir } from '../../src/paths'
import { importRoster } from '../../src/people/roster/import-roster'
import { proposeRoster } from '../../src/people/roster/propose-roster'
import { reviewRoster } from '../../src/people/roster/review-roster'
import { containers } from '../../src/records/containers'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store'
import { systemClock } from '../../src/time/clock'
import type { Row } from './table'

const people = 10_000
const wantedMs = 20_000

/** An Excel file with ten thousand leaders, from the bytes to the last record, and the same once more as HR's next list. */
export async function measureRoster(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-roster-'))
  const store = createSqliteStore({ file: join(folder, 'store.db'), clock: systemClock, containers })
  const log = createLog({ level: 'silent', destination: { write: () => {} } })
  const config = readConfig({ PEJLING_LOCAL: 'yes', PEJLING_MUNICIPALITY: 'skanderborg' })
  const knowledge = lazyKnowledge(dataDir)
  const caller = { tenantId: config.tenantId, leaderId: 'operator', name: '', isOperator: true } as const
  const ctx: Ctx = { config, knowledge, store, clock: systemClock, log, caller }
  knowledge.readTitle('Skoleleder', 'skanderborg')
  try {
    const first = await importedIn(ctx, 'Skole')
    const second = await importedIn(ctx, 'Dagtilbud')
    return [
      row('10,000 leaders from an Excel file, SQLite: tried and imported', first, wantedMs),
      row('  the same list again, everybody in another unit', second, wantedMs),
    ]
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

interface Times {
  readonly readMs: number
  readonly importMs: number
}

async function importedIn(ctx: Ctx, unit: string): Promise<Times> {
  const titles = ['Skoleleder', 'Kontraktholder', 'Leder af medarbejder', 'Ceremonimester']
  const rows = Array.from({ length: people }, (_, n) => [
    ...[`10000000-0000-4000-8000-${String(n).padStart(12, '0')}`, `Leder ${n}`, `leder.${n}@skanderborg.dk`],
    ...[titles[n % titles.length] ?? '', `${unit} ${n % 200}`],
  ])
  const head = ['Bruger-id', 'Navn', 'E-mail', 'Titel', 'Enhed']
  const bytes = writeWorkbook([{ name: 'Ledere', head, rows }])
  const from = performance.now()
  const { id: draftId } = await proposeRoster(ctx, { rows: await readTable(bytes), home: 'skanderborg' })
  await reviewRoster(ctx, { draftId })
  const readMs = performance.now() - from
  const { counts } = await importRoster(ctx, { draftId, leaving: 'no' })
  const written = (counts?.created ?? 0) + (counts?.changed ?? 0)
  if (written !== people) throw new Error(`${written} of ${people} were written`)
  return { readMs, importMs: performance.now() - from - readMs }
}

function row(what: string, { readMs, importMs }: Times, mostMs: number): Row {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  return {
    what,
    measured: `${seconds(readMs + importMs)} (${seconds(readMs)} until the dry run is shown)`,
    target: seconds(mostMs),
    isOk: readMs + importMs < mostMs,
  }
}
