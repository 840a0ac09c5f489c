import { createApp } from '../../src/app'
import { createLog } from '../../src/log/log'
import { openPlace, type PlaceKey } from './place'

// A process that sends: `node --import tsx sender-process.ts <place as JSON> <instance> <sends at a time>`. Prints `ready`.

const [place = '', instanceId = '', concurrency = ''] = process.argv.slice(2)
/** As the program's own, but short enough that a soak is over in minutes. Longer than `timeoutMs`, as there. */
const timings = { budgetMs: 5000, hiddenMs: 10_000, leaseMs: 8000 }
const timeoutMs = 2000

async function main(): Promise<void> {
  const { config, store, queue } = await openPlace(JSON.parse(place) as PlaceKey)
  const app = await createApp({
    config,
    log: createLog({ level: 'error', destination: process.stderr }),
    store,
    instanceId,
    timeoutMs,
    sending: {
      timings,
      concurrency: Number(concurrency),
      // As fast as it goes: the pace has tests of its own, and this one is about what breaks.
      pacing: { take: () => 0, conversationWaitMs: () => 0, depart: () => 0, setRate: () => {} },
    },
  })
  await queue.close()
  process.once('SIGTERM', async () => {
    await app.close()
    process.exit(0)
  })
  app.startLoops()
  process.stdout.write('ready\n')
}

void main()
