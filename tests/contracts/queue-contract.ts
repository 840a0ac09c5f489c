import type { WorkQueue } from '../../src/queue/work-queue'
import { createLogLines } from '../support/log-lines'
import type { Job } from './queue-contract-job'

/** One queue under test, and what a test does to it from outside. */
export interface QueuePlace {
  /** Another receiver of the same queue, as another process would be. */
  open(options?: { mostAttempts?: number }): Promise<WorkQueue<Job>>
  /** Lets so much time go by. */
  pass(ms: number): Promise<void>
  /** Puts a text into the queue past the port. */
  putText(text: string): Promise<void>
  /** The texts that were put aside. */
  putAside(): Promise<string[]>
  /** Ends what keeps the messages and starts it again. Queues have to be opened again. */
  restart(): Promise<void>
  dispose(): Promise<void>
}

export const logLines = createLogLines()

/** Everything the port promises, for any adapter. `prepare` gives a queue of its own, empty. */
export function queueContract(adapter: string, prepare: () => Promise<QueuePlace>): void {
  describe(`${adapter} queue`, () => {
    let place: QueuePlace
    let queue: WorkQueue<Job>
    let other: WorkQueue<Job>

    beforeEach(async () => {
      place = await prepare()
      queue = await place.open()
      other = await place.open()
    })
    afterEach(async () => {
      await queue.close()
      await other.close()
      await place.dispose()
    })

    const send = (...ids: string[]) => Promise.all(ids.map((id) => queue.send({ id })))
    const one = async (from: WorkQueue<Job>, visibilityMs = 60_000) => {
      const [received] = await from.receive(1, visibilityMs)
      if (!received) throw new Error('nothing was received')
      return received
    }
    const ids = async (from: WorkQueue<Job>, max = 32) =>
      (await from.receive(max, 60_000)).map(({ message }) => message.id).sort()

    describe('a message', () => {
      test('comes as it was sent, æøå and emoji too, and for the first time', async () => {
        const id = 'campaign:2026-03-29:æøå ÆØÅ "☀️" \\ \n<&>'
        await send(id)
        expect(await one(other)).toMatchObject({ message: { id }, attempt: 1 })
      })

      test('is hidden from others while it is held, and gone when it is completed', async () => {
        await send('a')
        const received = await one(queue, 1000)
        expect(await ids(other)).toEqual([])
        await received.complete()
        await place.pass(1100)
        expect(await ids(other)).toEqual([])
      })

      test('comes again, and is counted, when its time is up', async () => {
        await send('a')
        await one(queue, 1000)
        await place.pass(1100)
        expect(await one(other)).toMatchObject({ message: { id: 'a' }, attempt: 2 })
      })

      test('comes again when it is released, at once or after a delay', async () => {
        await send('a')
        await (await one(queue)).release(0)
        const again = await one(other)
        expect(again.attempt).toBe(2)
        await again.release(1000)
        expect(await ids(queue)).toEqual([])
        await place.pass(1100)
        expect(await one(queue)).toMatchObject({ message: { id: 'a' }, attempt: 3 })
      })

      test('sent with a delay does not come before', async () => {
        await queue.send({ id: 'later' }, { delayMs: 1000 })
        await queue.send({ id: 'next week' }, { delayMs: 7 * 24 * 3600 * 1000 })
        expect(await ids(queue)).toEqual([])
        await place.pass(1100)
        expect(await ids(queue)).toEqual(['later'])
      })

      test('is still there after a restart, delayed or not', async () => {
        await send('a')
        await queue.send({ id: 'b' }, { delayMs: 1000 })
        await queue.close()
        await other.close()
        await place.restart()
        queue = await place.open()
        await place.pass(1100)
        expect(await ids(queue)).toEqual(['a', 'b'])
      })
    })

    describe('who held a message for too long', () => {
      test('may still complete it while nobody else has received it', async () => {
        await send('a')
        const received = await one(queue, 1000)
        await place.pass(1100)
        await received.complete()
        expect(await ids(other)).toEqual([])
      })

      test('is told of a conflict when another holds it, which takes nothing from the other', async () => {
        await send('a')
        const late = await one(queue, 1000)
        await place.pass(1100)
        const held = await one(other)
        await expect(late.complete()).rejects.toMatchObject({ name: 'AppError', code: 'conflict' })
        await expect(late.release(0)).rejects.toMatchObject({ name: 'AppError', code: 'conflict' })
        expect(await ids(queue)).toEqual([])
        await held.complete()
      })

      test('is told of a conflict when another has completed it', async () => {
        await send('a')
        const late = await one(queue, 1000)
        await place.pass(1100)
        await (await one(other)).complete()
        await expect(late.complete()).rejects.toMatchObject({ code: 'conflict' })
        await expect(late.release(0)).rejects.toMatchObject({ code: 'conflict' })
      })
    })

    describe('several receivers', () => {
      test('share the messages: each is held once, and as many as asked for at most', async () => {
        const all = Array.from({ length: 40 }, (_, n) => `m${n}`)
        await send(...all)
        const shares = await Promise.all([ids(queue, 15), ids(other, 15), ids(queue, 15)])
        for (const share of shares) expect(share.length).toBeLessThanOrEqual(15)
        shares.push(await ids(other))
        expect(shares.flat().sort()).toEqual(all.sort())
      })
    })

    describe('a poisoned message', () => {
      test('that is no JSON or does not fit is put aside and logged by its reason alone; the others come', async () => {
        await place.putText('{"id": 7, "text": "hemmelig"}')
        await place.putText('hemmelig, no JSON')
        await send('a')
        expect(await ids(queue)).toEqual(['a'])
        expect((await place.putAside()).sort()).toEqual(['hemmelig, no JSON', '{"id": 7, "text": "hemmelig"}'])
        expect(logLines.lines().slice(-2)).toMatchObject([
          { why: 'does not fit its schema: id', count: 1 },
          { why: 'does not fit its schema: the message itself', count: 1 },
        ])
        expect(logLines.text()).not.toContain('hemmelig')
      })

      test('that has come too often is put aside', async () => {
        const patient = await place.open({ mostAttempts: 2 })
        await send('a')
        await (await one(patient)).release(0)
        await (await one(patient)).release(0)
        expect(await ids(patient)).toEqual([])
        expect(await place.putAside()).toEqual(['{"id":"a"}'])
        expect(await ids(queue)).toEqual([])
        await patient.close()
      })
    })

    describe('what no adapter could do', () => {
      test('is refused before anything is sent', async () => {
        const invalid = { name: 'AppError', code: 'invalid' }
        const weekMs = 7 * 24 * 3600 * 1000
        await expect(queue.send({ id: 'a' }, { delayMs: weekMs + 1 })).rejects.toMatchObject(invalid)
        await expect(queue.send({ id: 'a' }, { delayMs: -1 })).rejects.toMatchObject(invalid)
        await expect(queue.send({ id: 'a' }, { delayMs: Number.NaN })).rejects.toMatchObject(invalid)
        await expect(queue.send({ id: 'x'.repeat(49_152) })).rejects.toMatchObject(invalid)
        await expect(queue.receive(33, 1000)).rejects.toMatchObject(invalid)
        await expect(queue.receive(0, 1000)).rejects.toMatchObject(invalid)
        await expect(queue.receive(1, 999)).rejects.toMatchObject(invalid)
        await send('held')
        await expect((await one(queue)).release(weekMs + 1)).rejects.toMatchObject(invalid)
      })

      test('is no matter of size up to 48 KiB', async () => {
        const id = 'x'.repeat(49_152 - '{"id":""}'.length)
        await send(id)
        expect((await one(queue)).message.id).toBe(id)
      })
    })

    test('is unavailable when closed, and serves until then', async () => {
      await queue.check()
      await queue.close()
      for (const use of [() => queue.send({ id: 'a' }), () => queue.receive(1, 1000), () => queue.check()]) {
        await expect(use()).rejects.toMatchObject({ name: 'AppError', code: 'unavailable' })
      }
    })
  })
}
