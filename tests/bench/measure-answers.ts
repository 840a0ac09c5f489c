import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { containers } from '../../src/records/containers'
import { type Reflection, reflections } from '../../src/records/reflection'
import { createCosmosStore } from '../../src/store/cosmos/cosmos-store'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store'
import type { Store } from '../../src/store/store'
import { systemClock } from '../../src/time/clock'
import { startCosmosAccount } from '../support/cosmos-account'
import { type Program, startPejling } from './program'
import { median, type Row } from './table'
import { createTeams, messageBody, pressBody, type Teams } from './teams'

const atATime = 32
const rounds = 3
const roundMs = 1200

/**
 * How many answers a second are kept over HTTP, against as many bare writes of the same records by the same adapter with
 * nothing around them, as many at a time, in turns so that drift meets both.
 */
export async function measureAnswers(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-answers-'))
  const account = await startCosmosAccount()
  const { PEJLING_COSMOS_ENDPOINT: endpoint = '', PEJLING_COSMOS_DATABASE: database = '' } = account.env
  const key = account.env.PEJLING_COSMOS_KEY ?? ''
  try {
    const sqlite = createSqliteStore({ file: join(folder, 'bare.sqlite'), clock: systemClock, containers })
    const cosmos = await createCosmosStore({ endpoint, database, key, containers })
    return [
      await compare('SQLite', sqlite, () => startPejling(join(folder, 'bot.sqlite'))),
      await compare('Cosmos DB (emulator)', cosmos, () => startPejling(join(folder, 'none.sqlite'), [], account.env)),
    ]
  } finally {
    await account.close()
    rmSync(folder, { recursive: true })
  }
}

async function compare(on: string, store: Store, start: () => Promise<Program>): Promise<Row> {
  const teams = await createTeams()
  const bot = await start()
  try {
    const shown: string[] = []
    for (let leader = 0; leader < atATime; leader++) shown.push(await showPrompt(teams, bot, leader))
    const write = await bareWrites(store)
    const answer = async (lane: number, n: number) => {
      const data = { reflectionId: shown[lane], text: textOf(n) }
      const { body } = await teams.post(
        bot.port,
        pressBody(lane, `a${lane}-${n}`, 'prompt.answer', data, teams.serviceUrl),
      )
      if (!body.includes(textOf(n))) throw new Error('an answer was not kept')
    }
    await perSecond(answer)
    const [ours, bare]: number[][] = [[], []]
    for (let round = 0; round < rounds; round++) {
      ours?.push(await perSecond(answer))
      bare?.push(await perSecond(write))
    }
    const ratio = median((ours ?? []).map((rate, i) => rate / (bare?.[i] ?? Number.NaN)))
    return {
      what: `answers kept over HTTP, ${atATime} at a time, against bare writes, ${on}`,
      measured: `${ratio.toFixed(2)} x (${median(ours ?? []).toFixed(0)}/s against ${median(bare ?? []).toFixed(0)}/s)`,
      target: '',
      isOk: undefined,
    }
  } finally {
    await bot.stop()
    await store.close()
    await teams.close()
  }
}

/** Introduces a leader and shows them a prompt. @returns its reflection id */
async function showPrompt(teams: Teams, { port }: Program, leader: number): Promise<string> {
  const press = (verb: string, data: object) =>
    teams.post(port, pressBody(leader, `${verb}-${leader}`, verb, data, teams.serviceUrl))
  await press('profile.save', { framework: 'sonderborg', role: 'chefer' })
  await teams.post(port, messageBody(leader, `h-${leader}`, 'hjælp', teams.serviceUrl))
  await press('prompt.request', {})
  const id = /"reflectionId":"([^"]+)"/.exec(teams.last())?.[1]
  if (!id) throw new Error('no prompt came')
  return id
}

/** Each lane writes a record of its own again and again, as an answer does. */
async function bareWrites(store: Store): Promise<(lane: number, n: number) => Promise<void>> {
  const now = new Date(systemClock.now()).toISOString()
  const records: Reflection[] = Array.from({ length: atATime }, (_, lane) => ({
    id: 'sonderborg.chefer.kommunikation.1:2026-11-25',
    leaderId: `leader-${lane}`,
    state: 'answered',
    promptId: 'sonderborg/chefer/kommunikation/1',
    statementIds: ['sonderborg/chefer/kommunikation/1'],
    shownAt: now,
    answeredAt: now,
    createdAt: now,
    cardIds: ['1'],
    ttl: 46_000_000,
  }))
  const versions = await Promise.all(
    records.map(async (record) => {
      const created = await store.create(reflections, record)
      if (created.status !== 'created') throw new Error('the store was not empty')
      return created.version
    }),
  )
  return async (lane, n) => {
    const [record, version] = [records[lane] as Reflection, versions[lane] as string]
    const outcome = await store.replace(reflections, { ...record, text: textOf(n) }, version)
    if (outcome.status !== 'replaced') throw new Error('a bare write was not done')
    versions[lane] = outcome.version
  }
}

const textOf = (n: number) => `Svar ${n}. ${'Jeg vil lytte mere og tale mindre. '.repeat(8)}`.trim()

let count = 0

async function perSecond(work: (lane: number, n: number) => Promise<void>): Promise<number> {
  const from = performance.now()
  let done = 0
  const lane = async (number: number) => {
    while (performance.now() < from + roundMs) {
      count += 1
      await work(number, count)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: atATime }, (_, number) => lane(number)))
  return done / ((performance.now() - from) / 1000)
}
