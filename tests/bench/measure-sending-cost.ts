import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sending } from '../../src/records/delivery'
import type { Store } from '../../src/store/store'
import { openCampaignPlace, unlimited } from './campaign-place'
import { startConnector } from './connector'
import type { Row } from './table'

const sizes = [1000, 5000, 20_000] as const
const mostGrowthMb = 50
const counted = 500
const mostWrites = 3

/** What sending takes: memory by the number of recipients, and operations on the store for each of them. */
export async function measureSendingCost(): Promise<Row[]> {
  return [...(await measureMemory()), ...(await countOperations())]
}

/** Each size in a process of its own, on one file. */
async function measureMemory(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-memory-'))
  const file = join(folder, 'memory.sqlite')
  try {
    const place = await openCampaignPlace({ file })
    await place.introduce(
      sizes.reduce((sum, size) => sum + size, 0),
      'http://127.0.0.1:1/teams/',
    )
    const kept: number[] = []
    const given: number[] = []
    for (const size of sizes) {
      await place.plan(size, `memory${size}`)
      const { stdout } = await promisify(execFile)(process.execPath, [
        '--expose-gc',
        join(__dirname, 'send-process.js'),
        file,
      ])
      const { keptMb, givenMb } = JSON.parse(stdout) as { keptMb: number; givenMb: number }
      kept.push(keptMb)
      given.push(givenMb)
    }
    await place.close()
    const growth = (kept.at(-1) ?? 0) - (kept[0] ?? 0)
    const numbers = (all: number[]) => all.map((mb) => mb.toFixed(0)).join(', ')
    return [
      {
        what: `memory held while sending to ${sizes.map((size) => size.toLocaleString('en')).join(', ')}`,
        measured: `${numbers(kept)} MB: grows ${growth.toFixed(0)} MB (the process: ${numbers(given)} MB)`,
        target: `<= ${mostGrowthMb} MB`,
        isOk: growth <= mostGrowthMb,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function countOperations(): Promise<Row[]> {
  const connector = await startConnector()
  const counts = { reads: 0, lists: 0, writes: 0 }
  const place = await openCampaignPlace({ wrap: (store) => counting(store, counts) })
  await place.introduce(counted, connector.serviceUrl)
  await place.plan(counted, 'counted')
  Object.assign(counts, { reads: 0, lists: 0, writes: 0 })
  const worker = place.worker({ pacing: unlimited })
  while ((await worker.runOnce()) > 0);
  await place.close()
  await connector.stop()
  const each = (count: number) => (count / counted).toFixed(2)
  return [
    {
      what: 'operations on the store for each delivered prompt',
      measured: `${each(counts.writes)} writes, ${each(counts.reads)} point reads, ${each(counts.lists)} lists in one partition`,
      target: `<= ${mostWrites} writes`,
      isOk: counts.writes <= mostWrites * counted,
    },
  ]
}

/** Without those that say that this instance lives, which come every ten seconds however many are sent to. */
function counting(store: Store, counts: { reads: number; lists: number; writes: number }): Store {
  return {
    ...store,
    get: (...given) => {
      counts.reads += 1
      return store.get(...given)
    },
    list: (...given) => {
      counts.lists += 1
      return store.list(...given)
    },
    create: (...given) => {
      if (given[0].name !== sending.name) counts.writes += 1
      return store.create(...given)
    },
    replace: (...given) => {
      if (given[0].name !== sending.name) counts.writes += 1
      return store.replace(...given)
    },
  }
}
