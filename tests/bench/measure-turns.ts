import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadLibrary } from '../../src/framework/load-library'
import { dataDir } from '../../src/paths'
import { differentQuestions } from './different-questions'
import { type Program, startEcho, startPejling } from './program'
import { createRandom, pick } from './random'
import { median, type Row } from './table'
import { createTeams, messageBody, pressBody, type Teams } from './teams'

const atATime = 32
const leaders = 200
const rounds = 5
const roundMs = 1300
const leastRatio = 0.7

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
    const asked = questions(teams.serviceUrl)
    const [usual, unheard, echoed]: Round[][] = [[], [], []]
    await run(teams, pejling, asked.usual, 2500)
    await run(teams, echo, asked.usual, 2500)
    if (!teams.last().includes('Echo:')) throw new Error('the echo bot does not echo')
    for (let round = 0; round < rounds; round++) {
      usual?.push(await run(teams, pejling, asked.usual, roundMs))
      if (!teams.last().includes('AdaptiveCard')) throw new Error('Pejling answers without a card')
      echoed?.push(await run(teams, echo, asked.usual, roundMs))
      unheard?.push(await run(teams, pejling, asked.unheard, roundMs))
    }
    const what = `ask turn over HTTP, ${atATime} at a time, against the echo bot`
    return [
      ...report(what, usual ?? [], echoed ?? []),
      ...report('  the same, no question asked twice', unheard ?? [], echoed ?? []),
      { what: '  memory after it', measured: `${pejling.memoryMb().toFixed(0)} MB`, target: '', isOk: undefined },
    ]
  } finally {
    await Promise.all([pejling.stop(), echo.stop()])
    await teams.close()
    rmSync(folder, { recursive: true })
  }
}

function report(what: string, ours: readonly Round[], theirs: readonly Round[]): Row[] {
  const ratios = ours.map(({ perSecond }, i) => perSecond / (theirs[i]?.perSecond ?? Number.NaN))
  const cpu = median(ours.map(({ cpuMs }, i) => (theirs[i]?.cpuMs ?? Number.NaN) / cpuMs))
  const rate = (all: readonly Round[]) => median(all.map(({ perSecond }) => perSecond)).toFixed(0)
  const each = (all: readonly Round[]) => median(all.map(({ cpuMs }) => cpuMs)).toFixed(2)
  const ratio = median(ratios)
  return [
    {
      what,
      measured: `${ratio.toFixed(2)} x (${rate(ours)}/s against ${rate(theirs)}/s; rounds ${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)})`,
      target: `>= ${leastRatio} x`,
      isOk: ratio >= leastRatio,
    },
    {
      what: '    by processor time of the bot alone, which other programs on the machine disturb less',
      measured: `${cpu.toFixed(2)} x (${each(ours)} ms a turn against ${each(theirs)} ms)`,
      target: '',
      isOk: undefined,
    },
  ]
}

/**
 * Everybody chooses a role of one municipality, as a bot serves one tenant, and has been welcomed, as on any day but the
 * first. It is the municipality with the most roles.
 */
async function introduceLeaders(teams: Teams, { port }: Program): Promise<void> {
  const random = createRandom(1)
  const { frameworks } = loadLibrary(dataDir)
  const framework = [...frameworks].sort((a, b) => b.roles.length - a.roles.length)[0]
  const roles = framework?.roles.filter((role) => !role.group) ?? []
  for (let leader = 0; leader < leaders; leader++) {
    const profile = { framework: framework?.slug, role: pick(random, roles).slug }
    await teams.post(port, pressBody(leader, `p${leader}`, 'profile.save', profile, teams.serviceUrl))
    await teams.post(port, messageBody(leader, `h${leader}`, 'hjælp', teams.serviceUrl))
  }
}

/**
 * `usual`: what the ranking set asks, by any leader, so that colleagues ask the same. `unheard`: one word of each question
 * is another one of the frameworks', so that nothing that was kept from before can help.
 */
function questions(serviceUrl: string) {
  const random = createRandom(2)
  const { usual, changed } = differentQuestions(random)
  const bodies = (next: () => string) =>
    Array.from({ length: 20_000 }, () => messageBody(Math.floor(random() * leaders), idPlace, next(), serviceUrl))
  return { usual: bodies(usual), unheard: bodies(changed) }
}

let next = 0
/** Each message has an id of its own: one that comes again is not answered again. */
const idPlace = 'id-of-the-message'

async function run(teams: Teams, program: Program, bodies: readonly string[], forMs: number): Promise<Round> {
  const before = { received: teams.received(), cpu: program.cpuMs(), at: performance.now() }
  const until = before.at + forMs
  let turns = 0
  const ask = async () => {
    while (performance.now() < until) {
      next += 1
      const body = bodies[next % bodies.length] ?? ''
      const { status } = await teams.post(program.port, body.replace(idPlace, `q${next}`))
      if (status !== 200) throw new Error(`a turn was answered with ${status}`)
      turns += 1
    }
  }
  await Promise.all(Array.from({ length: atATime }, ask))
  const answers = teams.received() - before.received
  // Some get two: the answer, and the offer of a role that was told in it.
  if (answers < turns) throw new Error(`${answers} answers to ${turns} questions`)
  return {
    perSecond: turns / ((performance.now() - before.at) / 1000),
    cpuMs: (program.cpuMs() - before.cpu) / turns,
  }
}
