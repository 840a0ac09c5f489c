import { azureError } from '../../src/queue/azure/azure-call'
import { createAzureQueue } from '../../src/queue/azure/azure-queue'
import { createLogLines } from '../support/log-lines'
import { type Azurite, startAzurite } from './azurite'
import { type Fault, type FaultProxy, faultProxy, type SeenRequest } from './fault-proxy'
import { job } from './queue-contract-job'

describe('Azure queue, on a bad line', () => {
  let azurite: Azurite
  let proxy: FaultProxy
  let connectionString: string
  let count = 0
  const logLines = createLogLines()

  const onAddress = (address: string) => azurite.connectionString.replace(/http:\/\/127\.0\.0\.1:\d+/, address)
  beforeAll(async () => {
    azurite = await startAzurite()
    proxy = await faultProxy(azurite.port)
    connectionString = onAddress(proxy.endpoint)
  })
  afterAll(async () => {
    await proxy.close()
    await azurite.stop()
  })

  const timings = { requestTimeoutMs: 1000, deadlineMs: 2000, retryDelayMs: 10 }
  const open = async () => {
    proxy.disturb(() => 'pass')
    count += 1
    const queue = await createAzureQueue({
      connectionString,
      log: logLines.log,
      name: `jobs-${count}`,
      schema: job,
      timings,
    })
    await queue.check()
    proxy.seen.length = 0
    return queue
  }
  /** Disturbs the first `times` requests. */
  const disturb = (fault: Fault, times: number) => proxy.disturb((_seen, nth) => (nth <= times ? fault : 'pass'))
  const methods = () => proxy.seen.map(({ method }) => method)

  test.each<[string, Fault]>([
    ['the service is busy', { status: 503 }],
    ['the service stumbles', { status: 500 }],
    ['the service asks for patience', { status: 429 }],
    ['the connection breaks', 'break'],
    ['no answer comes', 'hang'],
  ])('goes on when %s once', async (_what, fault) => {
    const queue = await open()
    disturb(fault, 1)
    await queue.send({ id: 'a' })
    expect(methods()).toEqual(['POST', 'POST'])
    expect(await queue.receive(1, 1000)).toHaveLength(1)
  })

  test('gives up after three requests', async () => {
    const queue = await open()
    disturb({ status: 503 }, 9)
    await expect(queue.send({ id: 'a' })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining(`the queue jobs-${count} (status 503`),
    })
    expect(methods()).toHaveLength(3)
  })

  test('gives up at its deadline when nothing answers', async () => {
    const queue = await open()
    disturb('hang', 9)
    const began = performance.now()
    await expect(queue.receive(1, 1000)).rejects.toMatchObject({ code: 'unavailable' })
    expect(performance.now() - began).toBeLessThan(3000)
  })

  test('gives up soon when nobody listens', async () => {
    const queue = await createAzureQueue({
      connectionString: onAddress('http://127.0.0.1:1'),
      log: logLines.log,
      name: 'jobs',
      schema: job,
      timings,
    })
    await expect(queue.check()).rejects.toMatchObject({
      code: 'unavailable',
      message: 'Azure Storage could not be used at the queue jobs (ECONNREFUSED).',
    })
  })

  test('knows a message for released or completed when only the answer was lost', async () => {
    const queue = await open()
    await queue.send({ id: 'a' })
    const [first] = await queue.receive(1, 60_000)
    disturb('lose answer', 1)
    await first?.release(0)
    const [second] = await queue.receive(1, 60_000)
    expect(second).toMatchObject({ message: { id: 'a' }, attempt: 2 })
    disturb('lose answer', 1)
    await second?.complete()
    expect(methods()).toEqual(['POST', 'GET', 'PUT', 'PUT', 'GET', 'DELETE', 'DELETE'])
    await expect(second?.complete()).rejects.toMatchObject({ code: 'conflict' })
  })

  test('may send a message twice when only the answer was lost: at least once', async () => {
    const queue = await open()
    disturb('lose answer', 1)
    await queue.send({ id: 'a' })
    expect((await queue.receive(32, 1000)).map(({ message }) => message.id)).toEqual(['a', 'a'])
  })

  test('hands out the others when one cannot be put aside, and leaves that where it is', async () => {
    const queue = await open()
    await queue.send({ id: 7 } as never)
    await queue.send({ id: 'a' })
    const isForPoison = ({ path }: SeenRequest) => path.includes('-poison')
    proxy.disturb((seen) => (isForPoison(seen) ? { status: 503 } : 'pass'))
    expect((await queue.receive(32, 60_000)).map(({ message }) => message.id)).toEqual(['a'])
    expect(logLines.text()).toContain('message not put aside')
    expect(methods()).not.toContain('DELETE')
  })

  test('names a missing queue that it may not create, and the command that does', () => {
    const failure = { failed: true, status: 404, reason: 'QueueNotFound', attempt: 1 } as const
    expect(azureError('jobs', failure).message).toBe(
      'The storage account has no queue jobs: create it, for instance with "az storage queue create --name jobs" (status 404, QueueNotFound).',
    )
  })
})
