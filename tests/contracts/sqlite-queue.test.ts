import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { createSqliteQueue } from '../../src/queue/sqlite/sqlite-queue'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store'
import { createFakeClock } from '../support/fake-clock'
import { note, noteContainers, notes } from './notes'
import { logLines, type QueuePlace, queueContract } from './queue-contract'
import { job } from './queue-contract-job'

function sqliteQueuePlace() {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-queue-'))
  const file = join(folder, 'queue.db')
  const clock = createFakeClock()
  const query = (sql: string, ...values: string[]) => {
    const database = new Database(file)
    const statement = database.prepare(sql)
    const rows = statement.reader ? (statement.all(...values) as { body: string }[]) : []
    if (!statement.reader) statement.run(...values)
    database.close()
    return rows
  }
  const place: QueuePlace = {
    open: async (options = {}) =>
      createSqliteQueue({ file, clock, log: logLines.log, name: 'jobs', schema: job, ...options }),
    pass: async (ms) => clock.advance(ms),
    putText: async (text) => void query('INSERT INTO "queue_jobs" (due_at, body) VALUES (0, ?)', text),
    putAside: async () => query('SELECT body FROM "queue_jobs_failed"').map(({ body }) => body),
    // The file is closed with the last connection to it.
    restart: async () => {},
    dispose: async () => rmSync(folder, { recursive: true }),
  }
  return { ...place, file, clock, query }
}

queueContract('SQLite', async () => sqliteQueuePlace())

describe('SQLite queue, on its own', () => {
  let place: ReturnType<typeof sqliteQueuePlace>
  beforeEach(() => {
    place = sqliteQueuePlace()
  })
  afterEach(() => place.dispose())

  const options = () => ({ file: place.file, clock: place.clock, log: logLines.log, schema: job })

  test('shares a file with the store and with other queues', async () => {
    const store = createSqliteStore({ file: place.file, clock: place.clock, containers: noteContainers })
    const prompts = createSqliteQueue({ ...options(), name: 'prompts' })
    const deliveries = createSqliteQueue({ ...options(), name: 'deliveries' })
    await Promise.all([
      prompts.send({ id: 'p' }),
      store.create(notes, note('o', 'n', { text: 'note' })),
      deliveries.send({ id: 'd' }),
    ])
    expect((await prompts.receive(32, 1000)).map(({ message }) => message.id)).toEqual(['p'])
    expect((await deliveries.receive(32, 1000)).map(({ message }) => message.id)).toEqual(['d'])
    expect(await store.get(notes, 'o', 'n')).toBeDefined()
    await Promise.all([prompts.close(), deliveries.close(), store.close()])
  })

  test('does what was asked for before the close', async () => {
    const queue = createSqliteQueue({ ...options(), name: 'jobs' })
    const isSent = queue.send({ id: 'a' })
    await queue.close()
    await isSent
    const again = createSqliteQueue({ ...options(), name: 'jobs' })
    expect(await again.receive(1, 1000)).toHaveLength(1)
    await again.close()
  })

  test('keeps of what is put aside the reason and the attempts', async () => {
    const queue = createSqliteQueue({ ...options(), name: 'jobs' })
    await place.putText('{}')
    await queue.receive(1, 1000)
    expect(place.query('SELECT * FROM "queue_jobs_failed"')).toEqual([
      { id: 1, failed_at: place.clock.now(), attempt: 1, why: 'does not fit its schema: id', body: '{}' },
    ])
    await queue.close()
  })

  test('still hands out the others when one cannot be put aside, and tries it again later', async () => {
    const queue = createSqliteQueue({ ...options(), name: 'jobs' })
    await place.putText('{}')
    await queue.send({ id: 'a' })
    place.query('DROP TABLE "queue_jobs_failed"')
    expect((await queue.receive(32, 1000)).map(({ message }) => message.id)).toEqual(['a'])
    expect(logLines.text()).toContain('message not put aside')
    await queue.close()
    const mended = createSqliteQueue({ ...options(), name: 'jobs' })
    place.clock.advance(1000)
    await mended.receive(32, 1000)
    expect(await place.putAside()).toEqual(['{}'])
    await mended.close()
  })

  test('checks that its file and its table are there', async () => {
    const queue = createSqliteQueue({ ...options(), name: 'jobs' })
    await queue.check()
    place.query('DROP TABLE "queue_jobs"')
    await expect(queue.check()).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('queue_jobs'),
    })
    rmSync(place.file)
    await expect(queue.check()).rejects.toMatchObject({ message: expect.stringContaining('removed or exchanged') })
    await queue.close()
  })

  test.each(['', 'ab', 'Jobs', 'a"b', 'a--b', 'jobs-', 'x'.repeat(57)])('takes no name like %j', (name) => {
    expect(() => createSqliteQueue({ ...options(), name })).toThrow(expect.objectContaining({ code: 'invalid' }))
  })
})
