import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReport, type Report } from '../e2e/report'
import { soakAzure } from './soak-azure'
import { soakSqlite } from './soak-sqlite'
import { soakTurns } from './soak-turns'

/**
 * `npm run test:soak`: campaigns to many through a Teams that misbehaves, with processes that are killed in the midst of it.
 * `--short` for two minutes.
 */
async function main(): Promise<boolean> {
  const isShort = process.argv.includes('--short')
  const report: Report = createReport(async () => {})
  const folder = mkdtempSync(join(tmpdir(), 'pejling-soak-'))
  try {
    await soakSqlite(report.step, {
      file: join(folder, 'soak.sqlite'),
      recipients: isShort ? 2000 : 10_000,
      kills: isShort ? 8 : 20,
      seed: 4,
    })
    await soakTurns(report.step, { file: join(folder, 'turns.sqlite'), turns: isShort ? 1000 : 50_000 })
    await soakAzure(report.step, { recipients: 300 })
    return report.conclude()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main().then(
  (isWell) => process.exit(isWell ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${String((error as Error)?.stack ?? error)}\n`)
    process.exit(1)
  },
)
