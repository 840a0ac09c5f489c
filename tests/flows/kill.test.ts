import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'libsql'
import { createRandom } from '../bench/random'
import { createBotClient } from '../support/bot-client'
import { type Card, titleOf } from '../support/card-text'
import { type Compiled, compiled } from '../support/compiled'
import { createFakeConnector, type FakeConnector } from '../support/fake-connector'
import { createPerson, type Person } from '../support/person'
import { da } from '../support/said'

const leaders = 12
const rounds = 3

let program: Compiled
let folder: string
let file: string
let connector: FakeConnector
let bot: ChildProcess | undefined
let url = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-kill-'))
  file = join(folder, 'pejling.sqlite')
  connector = await createFakeConnector()
  program = compiled('src/main.ts')
})
afterAll(async () => {
  bot?.kill('SIGKILL')
  await connector.close()
  program.remove()
  rmSync(folder, { recursive: true })
})

/** The real program; resolves when it listens. */
async function startBot(): Promise<void> {
  const child = spawn(process.execPath, [program.file], {
    env: { PATH: process.env.PATH, PEJLING_LOCAL: 'yes', PEJLING_PORT: '0', PEJLING_SQLITE_FILE: file },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  bot = child
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the bot ended with ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /"port":(\d+)/.exec(line)?.[1]
      if (found) resolve(found)
    })
  })
  url = `http://127.0.0.1:${port}`
}

async function killBot(): Promise<void> {
  const isGone = new Promise((resolve) => bot?.once('exit', resolve))
  bot?.kill('SIGKILL')
  await isGone
}

/** One leader's answers to one prompt, each written over the one before. */
interface Lane {
  readonly person: Person
  /** The form to be sent next. */
  card: Card
  /** The last text that the bot said it has kept. */
  acknowledged: string | undefined
  /** The one on its way when the bot died. */
  inFlight: string | undefined
}

async function openLane(number: number): Promise<Lane> {
  const client = () => createBotClient({ botUrl: url, connector })
  const person = createPerson({ number, said: new Set(), connector, client })
  await person.chooseProfile('skanderborg', 'leder-af-leder')
  return { person, card: await person.getPrompt(), acknowledged: undefined, inFlight: undefined }
}

/** @param onKept told each time the bot has said that an answer is kept */
async function answerUntilKilled(lane: Lane, onKept: () => void): Promise<void> {
  for (let n = 0; ; n++) {
    const text = `${n} ${`Afsnit ${n}. `.repeat(120)}slut ${n}`
    lane.inFlight = text
    try {
      const { replaced } = await lane.person.press(lane.card, 'prompt.answer', { text })
      if (titleOf(replaced) === da('prompt.answered.title')) {
        lane.acknowledged = text
        onKept()
      }
      const edited = await lane.person.press(replaced as Card, 'prompt.edit')
      lane.card = edited.replaced as Card
    } catch {
      return
    }
  }
}

function storedTexts(): Map<string, unknown> {
  const database = new Database(file)
  try {
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    const rows = database.prepare('SELECT partition, body FROM reflections').all() as {
      partition: string
      body: string
    }[]
    return new Map(rows.map(({ partition, body }) => [partition, (JSON.parse(body) as { text?: string }).text]))
  } finally {
    database.close()
  }
}

test('kill -9 in the middle of answers: what was acknowledged is there, what was on its way is there whole or not at all', async () => {
  const random = createRandom(20261125)
  let answered = 0
  let before: Lane | undefined
  for (let round = 0; round < rounds; round++) {
    await startBot()
    // Another process has taken over, and the leader who was told nothing presses again.
    const again = before && (await before.person.press(before.card, 'prompt.answer', { text: before.inFlight }))
    if (again) expect(titleOf(again.replaced)).toBe(da('prompt.answered.title'))
    const lanes = await Promise.all(Array.from({ length: leaders }, (_, n) => openLane(round * leaders + n + 1)))
    // Whenever one has just been answered, others are on their way.
    let left = 1 + Math.floor(random() * 3 * leaders)
    let dying: Promise<unknown> | undefined
    await new Promise<void>((resolve) => {
      const kept = () => {
        left -= 1
        if (left === 0) resolve()
      }
      dying = Promise.all(lanes.map((lane) => answerUntilKilled(lane, kept)))
    })
    await killBot()
    await dying
    const stored = storedTexts()
    for (const { person, acknowledged, inFlight } of lanes) {
      expect([acknowledged, inFlight]).toContain(stored.get(person.id))
      if (acknowledged !== undefined) answered += 1
    }
    if (before) expect(stored.get(before.person.id)).toBe(before.inFlight)
    before = lanes[0]
  }
  expect(answered).toBeGreaterThanOrEqual(rounds)
}, 240_000)
