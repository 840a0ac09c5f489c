import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Program, startEcho, startShipped } from './program'
import { median, ms, type Row } from './table'
import { createTeams, messageBody, type Teams } from './teams'

const rounds = 5

/** From spawning the process to its first healthy answer: Pejling says it is ready and answers a question; the echo bot echoes. */
export async function measureStart(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-start-'))
  const teams = await createTeams()
  const ours: number[] = []
  const theirs: number[] = []
  const cpu: number[] = []
  try {
    // The first round makes the database and warms the disk's cache.
    for (let round = 0; round <= rounds; round++) {
      const pejling = await timed(teams, () => startShipped(join(folder, 'start.sqlite')), '/readyz')
      const echo = await timed(teams, () => startEcho(), undefined)
      if (round === 0) continue
      ours.push(pejling.tookMs)
      theirs.push(echo.tookMs)
      cpu.push(pejling.cpuMs / echo.cpuMs)
    }
  } finally {
    await teams.close()
    rmSync(folder, { recursive: true })
  }
  const ratio = median(ours.map((took, i) => took / (theirs[i] ?? Number.NaN)))
  return [
    {
      what: 'start to first healthy answer, against the echo bot',
      measured: `${ratio.toFixed(2)} x (${ms(median(ours))} against ${ms(median(theirs))}; by processor time ${median(cpu).toFixed(2)} x)`,
      target: '<= 1.3 x',
      isOk: ratio <= 1.3,
    },
  ]
}

async function timed(teams: Teams, start: () => Promise<Program>, readyPath: string | undefined) {
  const from = performance.now()
  const program = await start()
  while (readyPath && (await teams.get(program.port, readyPath)) !== 200)
    await new Promise((resolve) => setTimeout(resolve, 2))
  const question = 'Hvad forventes der af en leder af ledere i Sønderborg?'
  const { status } = await teams.post(program.port, messageBody(1, 'q', question, teams.serviceUrl))
  const tookMs = performance.now() - from
  const cpuMs = program.cpuMs()
  await program.stop()
  if (status !== 200) throw new Error(`the first question was answered with ${status}`)
  return { tookMs, cpuMs }
}
