import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { type Compiled, compiled } from '../support/compiled'
import { idsOf, note, notes } from './notes'
import { type SqlitePlace, sqlitePlace } from './sqlite-place'

describe('SQLite store, two processes', () => {
  let writer: Compiled
  let place: SqlitePlace
  let children: ChildProcessWithoutNullStreams[]

  beforeAll(() => {
    writer = compiled('tests/contracts/sqlite-writer.ts')
  })
  afterAll(() => writer.remove())
  beforeEach(() => {
    place = sqlitePlace()
    children = []
  })
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL')
    await place.dispose()
  })

  const startWriter = async (...args: string[]): Promise<ChildProcessWithoutNullStreams> => {
    const child = spawn(process.execPath, [writer.file, place.file, ...args])
    children.push(child)
    child.stdout.setEncoding('utf8')
    child.stderr.on('data', (data) => process.stderr.write(data))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    return child
  }

  test('that create the same documents at once are told `created` once for each', async () => {
    const store = place.open()
    const child = await startWriter('race', 'o')
    let printed = ''
    child.stdout.on('data', (data: string) => {
      printed += data
    })
    const isDone = new Promise((resolve) => child.once('close', resolve))
    child.stdin.write('go\n')
    const mine: string[] = []
    for (let n = 0; n < 200; n++) {
      if ((await store.create(notes, note('o', `n${n}`, { text: 'mine' }))).status === 'created') mine.push(`n${n}`)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await isDone
    const theirs = printed.split('\n').filter((line) => line !== '')
    expect([...mine, ...theirs].sort()).toEqual(Array.from({ length: 200 }, (_, n) => `n${n}`).sort())
  }, 30_000)

  test('every acknowledged document is there after kill -9', async () => {
    const child = await startWriter('forever', 'o')
    let printed = ''
    const isDone = new Promise((resolve) => child.once('close', resolve))
    child.stdout.on('data', (data: string) => {
      printed += data
      if (printed.length > 4000) child.kill('SIGKILL')
    })
    child.stdin.write('go\n')
    await isDone
    // The last line may be cut off; every whole one was acknowledged.
    const acknowledged = printed.split('\n').slice(0, -1)
    const there = new Set(await idsOf(place.open(), 'o', { limit: 1000 }))
    expect(acknowledged.length).toBeGreaterThan(500)
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
  }, 30_000)

  test('one that comes and goes takes no log away from another that has opened the file twice', async () => {
    const store = place.open()
    // As the work queue, which lies in the same file.
    place.open()
    await store.create(notes, note('o', 'n1'))
    const script =
      'const d = new (require("libsql"))(process.argv[1]); d.prepare("SELECT id FROM contractNotes").all(); d.close()'
    expect(spawnSync(process.execPath, ['-e', script, place.file]).status).toBe(0)
    await store.create(notes, note('o', 'n2'))
    const read =
      'const d = new (require("libsql"))(process.argv[1]); console.log(d.prepare("SELECT id FROM contractNotes").all().length)'
    expect(String(spawnSync(process.execPath, ['-e', read, place.file]).stdout).trim()).toBe('2')
  })
})
