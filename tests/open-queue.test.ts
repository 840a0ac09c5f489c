import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '../src/log/log'
import { openQueue } from '../src/open-queue'
import { openStore } from '../src/open-store'
import { systemClock } from '../src/time/clock'
import { startAzurite } from './contracts/azurite'
import { createFakeClock } from './support/fake-clock'

const log = createLog({ level: 'silent' })
const work = { kind: 'page', occasionId: 'c1:2027-01-05', page: 0 } as const
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-open-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the embedded queue lies in the same file as the store', async () => {
  const file = join(folder, 'pejling.sqlite')
  const clock = createFakeClock()
  const store = await openStore({ store: { kind: 'sqlite', file } }, clock, log)
  const queue = await openQueue({ queue: { kind: 'sqlite', file } }, clock, log)
  await queue.send(work)
  expect((await queue.receive(1, 1000)).map(({ message }) => message)).toEqual([work])
  await store.check()
  await queue.close()
  await store.close()
})

test('a connection string opens the queue in Azure', async () => {
  const azurite = await startAzurite()
  const { connectionString } = azurite
  const queue = await openQueue({ queue: { kind: 'azure', connectionString } }, systemClock, log)
  await queue.send(work)
  expect((await queue.receive(1, 1000)).map(({ message }) => message)).toEqual([work])
  await queue.close()
  await azurite.stop()
})
