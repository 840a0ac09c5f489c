import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { loadLibrary } from '../../src/framework/load-library'
import { dataDir } from '../../src/paths'
import { containers } from '../../src/records/containers'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store'
import { systemClock } from '../../src/time/clock'
import { createRandom, pick } from '../bench/random'
import { createTeams, messageBody, pressBody, type Teams } from '../bench/teams'
import type { Report } from '../e2e/report'
import { holdsOf } from './holds'
import { say } from './say'

export interface TurnsSoak {
  readonly file: string
  readonly turns: number
}

const leaders = 400
const lanes = 16
/** Live memory may waver so much from one look to the next. */
const waverMb = 25

/**
 * One bot, and leaders who ask, answer, edit and delete what they wrote, erase everything and begin anew; one message in ten is
 * delivered twice. It goes on, and what it keeps in memory does not grow.
 */
export async function soakTurns(step: Report['step'], { file, turns }: TurnsSoak): Promise<void> {
  const teams = await createTeams()
  const bot = await startBot(file)
  const random = createRandom(12)
  const erased = new Set<number>()
  const looks: { heapMb: number; rssMb: number }[] = []
  let sent = 0
  let doubled = 0

  const lane = async (own: number, until: number): Promise<void> => {
    while (sent < until) {
      const id = `t${sent++}`
      const leader = own + lanes * Math.floor(random() * (leaders / lanes))
      const bodies = bodiesOf(teams, random, leader, id)
      for (const body of bodies) {
        if (body.includes('"data.erase"')) erased.add(leader)
        else erased.delete(leader)
        const { status } = await teams.post(bot.port, body)
        assert.equal(status, 200)
      }
      if (random() < 0.1) {
        doubled += 1
        await teams.post(bot.port, bodies.at(-1) ?? '')
      }
    }
  }

  await step(
    `${turns} turns, with edits, deletions, erasures and messages that come twice, are all answered`,
    async () => {
      const parts = 5
      for (let part = 1; part <= parts; part++) {
        const until = Math.round((turns * part) / parts)
        await Promise.all(Array.from({ length: lanes }, (_, own) => lane(own, until)))
        looks.push(await bot.look())
      }
    },
  )
  const heaps = looks.map(({ heapMb }) => Math.round(heapMb))
  say(`    live memory: ${heaps.join(', ')} MB; resident ${looks.map(({ rssMb }) => Math.round(rssMb)).join(', ')} MB`)
  say(`    ${doubled} messages delivered twice, ${erased.size} leaders stand erased`)

  await step('what is kept in memory has reached its bounds, and grows no more', async () => {
    const [, , middle = 0, , last = 0] = heaps
    assert.ok(last - middle <= waverMb, `${middle} MB in the middle, ${last} MB at the end`)
  })
  await step('the process ends in order', async () => assert.equal(await bot.stop(), 0))
  const store = createSqliteStore({ file, clock: systemClock, containers })
  await step('of whoever erased everything nothing is left', async () => {
    for (const leader of erased) assert.deepEqual(await holdsOf(store, leader), [])
  })
  await store.close()
  await teams.close()
}

const words = [...new Set(loadLibrary(dataDir).points.flatMap(({ text }) => text.match(/\p{Ll}{6,}/gu) ?? []))]

/** What one leader does next, as Teams brings it. */
function bodiesOf({ serviceUrl }: Teams, random: () => number, leader: number, id: string): string[] {
  const told = `Jeg talte med mit team om ${pick(random, words)}, og det gik fint i dag`
  const at = random()
  if (at < 0.6)
    return [
      messageBody(leader, id, `hvad siger grundlaget om ${pick(random, words)} og ${pick(random, words)}?`, serviceUrl),
    ]
  if (at < 0.75) return [pressBody(leader, id, 'prompt.request', {}, serviceUrl)]
  const prompt = pressBody(leader, `${id}p`, 'prompt.request', {}, serviceUrl)
  const message = messageBody(leader, id, told, serviceUrl)
  const changed = JSON.parse(message) as object
  if (at < 0.85) return [prompt, message, messageBody(leader, `${id}g`, 'gem', serviceUrl)]
  if (at < 0.9)
    return [prompt, message, JSON.stringify({ ...changed, type: 'messageUpdate', text: `${told} alligevel` })]
  if (at < 0.95) return [prompt, message, JSON.stringify({ ...changed, type: 'messageDelete', text: undefined })]
  return [pressBody(leader, id, 'data.erase', {}, serviceUrl)]
}

async function startBot(file: string) {
  const args = ['--expose-gc', '--import', 'tsx', join(__dirname, 'turn-process.ts'), file]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const line = async () => String((await lines.next()).value)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    port: Number(await line()),
    async look() {
      child.stdin.write('\n')
      return JSON.parse(await line()) as { heapMb: number; rssMb: number }
    },
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
