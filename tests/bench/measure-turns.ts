import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadLibrary } from '../../src/framework/load'
import { dataDir } from '../../src/paths'
import { readRankingSet } from '../ranking/measure'
import { type Program, startEcho, startPejling } from './program'
import { createRandom, pick } from './random'
import { median, type Row } from './table'
import { createTeams, messageBody, pressBody, type Teams } from './teams'

const atATime = 32
const leaders = 200
const rounds = 8
const roundMs = 1500

interface Round {
  readonly perSecond: number
  /** On a processor, per turn. */
  readonly cpuMs: number
}

/** How many questions a second are answered, Pejling against the echo bot, in turns so that drift meets both. */
export async function measureTurns(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-store-'))
  const teams = await createTeams()
  const [pejling, echo] = await Promise.all([startPejling(join(folder, 'bench.sqlite')), startEcho()])
  try {
    await introduceLeaders(teams, pejling)
    const bodies = questions(teams.serviceUrl)
    for (const program of [pejling, echo]) await run(teams, program, bodies, 2500)
    if (!teams.last().includes('Echo:')) throw new Error('the echo bot does not echo')
    const ours: Round[] = []
    const theirs: Round[] = []
    for (let round = 0; round < rounds; round++) {
      ours.push(await run(teams, pejling, bodies, roundMs))
      if (!teams.last().includes('AdaptiveCard')) throw new Error('Pejling answers without a card')
      theirs.push(await run(teams, echo, bodies, roundMs))
    }
    return report(ours, theirs, pejling)
  } finally {
    await Promise.all([pejling.stop(), echo.stop()])
    await teams.close()
    rmSync(folder, { recursive: true })
  }
}

function report(ours: readonly Round[], theirs: readonly Round[], pejling: Program): Row[] {
  const ratios = ours.map(({ perSecond }, i) => perSecond / (theirs[i]?.perSecond ?? Number.NaN))
  const cpu = median(theirs.map(({ cpuMs }) => cpuMs)) / median(ours.map(({ cpuMs }) => cpuMs))
  const rate = (all: readonly Round[]) => median(all.map(({ perSecond }) => perSecond)).toFixed(0)
  const each = (all: readonly Round[]) => median(all.map(({ cpuMs }) => cpuMs)).toFixed(2)
  const ratio = median(ratios)
  return [
    {
      what: `ask turn over HTTP, ${atATime} at a time, against the echo bot`,
      measured: `${ratio.toFixed(2)} x (${rate(ours)}/s against ${rate(theirs)}/s; rounds ${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)})`,
      target: '>= 0.7 x',
      isOk: ratio >= 0.7,
    },
    {
      what: '  the same by processor time of the bot alone',
      measured: `${cpu.toFixed(2)} x (${each(ours)} ms a turn against ${each(theirs)} ms; ${pejling.memoryMb().toFixed(0)} MB)`,
      target: '',
      isOk: undefined,
    },
  ]
}

/** Everybody chooses a municipality and a role and has been welcomed, as on any day but the first. */
async function introduceLeaders(teams: Teams, { port }: Program): Promise<void> {
  const random = createRandom(1)
  const { frameworks } = loadLibrary(dataDir)
  for (let leader = 0; leader < leaders; leader++) {
    const framework = pick(random, frameworks)
    const profile = { framework: framework.slug, role: pick(random, framework.roles).slug }
    await teams.post(port, pressBody(leader, `p${leader}`, 'profile.save', profile, teams.serviceUrl))
    await teams.post(port, messageBody(leader, `h${leader}`, 'hjælp', teams.serviceUrl))
  }
}

function questions(serviceUrl: string): string[] {
  const random = createRandom(2)
  const texts = readRankingSet().flatMap((entry) => entry.dialog ?? [entry.question ?? ''])
  return Array.from({ length: 2000 }, (_, i) =>
    messageBody(Math.floor(random() * leaders), `q${i}`, pick(random, texts), serviceUrl),
  )
}

async function run(teams: Teams, program: Program, bodies: readonly string[], forMs: number): Promise<Round> {
  const before = { received: teams.received(), cpu: program.cpuMs(), at: performance.now() }
  const until = before.at + forMs
  let turns = 0
  let next = Math.floor(before.at) % bodies.length
  const ask = async () => {
    while (performance.now() < until) {
      next = (next + 1) % bodies.length
      const { status } = await teams.post(program.port, bodies[next] as string)
      if (status !== 200) throw new Error(`a turn was answered with ${status}`)
      turns += 1
    }
  }
  await Promise.all(Array.from({ length: atATime }, ask))
  if (teams.received() - before.received !== turns) throw new Error('not every question got one answer')
  return {
    perSecond: turns / ((performance.now() - before.at) / 1000),
    cpuMs: (program.cpuMs() - before.cpu) / turns,
  }
}
