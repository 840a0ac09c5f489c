import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSqliteQueue } from '../../src/queue/sqlite/sqlite-queue'
import type { WorkQueue } from '../../src/queue/work-queue'
import type { Clock } from '../../src/time/clock'
import { systemClock } from '../../src/time/clock'
import { type Compiled, compiled } from '../support/compiled'
import { createLogLines } from '../support/log-lines'
import { type Job, job } from './queue-contract-job'

describe('SQLite queue, several processes', () => {
  let program: Compiled
  let folder: string
  let children: ChildProcessWithoutNullStreams[]
  let opened: WorkQueue<Job>[]

  beforeAll(() => {
    program = compiled('tests/contracts/queue-process.ts')
  })
  afterAll(() => program.remove())
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pejling-queue-'))
    children = []
    opened = []
  })
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL')
    for (const queue of opened) await queue.close()
    rmSync(folder, { recursive: true })
  })

  const file = () => join(folder, 'queue.db')
  const open = (clock: Clock = systemClock): WorkQueue<Job> => {
    const queue = createSqliteQueue({ file: file(), clock, log: createLogLines().log, name: 'jobs', schema: job })
    opened.push(queue)
    return queue
  }

  /** A process that waits for `go`. `lines` are the ids it has printed whole, once it has ended. */
  const start = async (mode: 'send' | 'take' | 'hold') => {
    const child = spawn(process.execPath, [program.file, file(), mode])
    children.push(child)
    child.stdout.setEncoding('utf8')
    child.stderr.on('data', (data) => process.stderr.write(data))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    let printed = ''
    const lines = new Promise<string[]>((resolve) => {
      child.once('close', () => resolve(printed.split('\n').slice(0, -1)))
    })
    return {
      lines,
      go(killAfterBytes = Number.POSITIVE_INFINITY) {
        child.stdout.on('data', (data: string) => {
          printed += data
          if (printed.length > killAfterBytes) child.kill('SIGKILL')
        })
        child.stdin.write('go\n')
      },
    }
  }

  const takeAll = async (queue: WorkQueue<Job>): Promise<string[]> => {
    const ids: string[] = []
    for (;;) {
      const held = await queue.receive(32, 60_000)
      if (held.length === 0) return ids
      ids.push(...held.map(({ message }) => message.id))
    }
  }

  test('never hold the same message at once', async () => {
    const queue = open()
    const all = Array.from({ length: 600 }, (_, n) => `m${n}`)
    await Promise.all(all.map((id) => queue.send({ id })))
    const takers = [await start('take'), await start('take')]
    for (const taker of takers) taker.go()
    const shares = await Promise.all(takers.map(({ lines }) => lines))
    for (const share of shares) expect(share.length).toBeGreaterThan(0)
    expect(shares.flat().sort()).toEqual(all.sort())
    expect(await takeAll(queue)).toEqual([])
  })

  test('keep every acknowledged message through kill -9', async () => {
    const sender = await start('send')
    sender.go(4000)
    const acknowledged = await sender.lines
    expect(acknowledged.length).toBeGreaterThan(500)
    const there = new Set(await takeAll(open()))
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
  })

  test('take over what a killed one held, when its time is up', async () => {
    const queue = open()
    const all = Array.from({ length: 300 }, (_, n) => `m${n}`)
    await Promise.all(all.map((id) => queue.send({ id })))
    const holder = await start('hold')
    holder.go(60)
    const held = await holder.lines
    const free = await takeAll(queue)
    expect(free.filter((id) => held.includes(id))).toEqual([])
    const later = open({ now: () => systemClock.now() + 120_000 })
    expect((await takeAll(later)).sort()).toEqual(all.sort())
  })
})
