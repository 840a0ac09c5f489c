import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { differentQuestions } from './different-questions'
import { startShipped } from './program'
import { createRandom } from './random'
import type { Row } from './table'
import { createTeams, messageBody } from './teams'

const questions = 5_000
const atATime = 16
const leaders = 200
/** As the image sets it. */
const flags = ['--max-old-space-size=160', '--max-semi-space-size=4']
const dist = join(__dirname, '../../dist')

/** The room that what is shipped takes: on the disk once installed, and in memory after a start and after many questions. */
export async function measureFootprint(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-footprint-'))
  const teams = await createTeams()
  // As in the image: what V8 has compiled counts only with the same flags.
  execFileSync(process.execPath, [...flags, join(dist, 'warm.js')])
  const pejling = await startShipped(join(folder, 'footprint.sqlite'), flags)
  try {
    await teams.post(pejling.port, messageBody(1, 'first', 'hjælp', teams.serviceUrl))
    const started = pejling.memoryMb()
    const { changed } = differentQuestions(createRandom(3))
    let asked = 0
    const ask = async () => {
      while (asked < questions) {
        asked += 1
        await teams.post(pejling.port, messageBody(asked % leaders, `q${asked}`, changed(), teams.serviceUrl))
      }
    }
    await Promise.all(Array.from({ length: atATime }, ask))
    const installed = installedMb(folder)
    return [
      row('installed, what is shipped', installed, 45),
      row('resident after the start, with the heap that the image sets', started, 170),
      row(`  the same after ${questions.toLocaleString('en')} different questions`, pejling.memoryMb(), 250),
    ]
  } finally {
    await pejling.stop()
    await teams.close()
    rmSync(folder, { recursive: true })
  }
}

function row(what: string, megabytes: number, most: number): Row {
  return { what, measured: `${megabytes.toFixed(0)} MB`, target: `<= ${most} MB`, isOk: megabytes <= most }
}

/** Installs it as the image does, from npm's registry. */
function installedMb(folder: string): number {
  const place = join(folder, 'installed')
  cpSync(dist, place, { recursive: true })
  execFileSync('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund', '--silent'], { cwd: place })
  if (!readdirSync(place).includes('node_modules')) throw new Error('nothing was installed')
  return Number(execFileSync('du', ['-sm', place], { encoding: 'utf8' }).split('\t')[0])
}
