import { setTimeout as pause } from 'node:timers/promises'
import { QueueServiceClient } from '@azure/storage-queue'
import { createAzureQueue } from '../../src/queue/azure/azure-queue'
import { type Azurite, startAzurite } from './azurite'
import { logLines, queueContract } from './queue-contract'
import { job } from './queue-contract-job'

let azurite: Azurite
let count = 0
beforeAll(async () => {
  azurite = await startAzurite()
})
afterAll(() => azurite.stop())

const log = logLines.log
const base64 = (text: string) => Buffer.from(text).toString('base64')
const newName = () => `jobs-${++count}`

queueContract('Azure', async () => {
  const name = newName()
  const { connectionString } = azurite
  const account = QueueServiceClient.fromConnectionString(connectionString)
  return {
    open: (options = {}) => createAzureQueue({ connectionString, log, name, schema: job, ...options }),
    // The emulator has a clock of its own.
    pass: async (ms) => void (await pause(ms)),
    async putText(text) {
      await account.getQueueClient(name).createIfNotExists()
      await account.getQueueClient(name).sendMessage(base64(text))
    },
    async putAside() {
      const { peekedMessageItems } = await account
        .getQueueClient(`${name}-poison`)
        .peekMessages({ numberOfMessages: 32 })
      return peekedMessageItems.map(({ messageText }) => Buffer.from(messageText, 'base64').toString())
    },
    restart: () => azurite.restart(),
    dispose: async () => {},
  }
})

describe('Azure queue, on its own', () => {
  test('creates its queues when they are missing, before the first use or after it', async () => {
    const { connectionString } = azurite
    const name = newName()
    const queue = await createAzureQueue({ connectionString, log, name, schema: job })
    await queue.check()
    const account = QueueServiceClient.fromConnectionString(connectionString)
    expect(await account.getQueueClient(`${name}-poison`).exists()).toBe(true)
    await account.deleteQueue(name)
    await queue.send({ id: 'a' })
    expect(await queue.receive(1, 1000)).toHaveLength(1)
  })

  test('keeps messages for good: they have no expiry within a year', async () => {
    const { connectionString } = azurite
    const name = newName()
    const queue = await createAzureQueue({ connectionString, log, name, schema: job })
    await queue.send({ id: 'a' })
    const { peekedMessageItems } = await QueueServiceClient.fromConnectionString(connectionString)
      .getQueueClient(name)
      .peekMessages()
    expect(Number(peekedMessageItems[0]?.expiresOn)).toBeGreaterThan(Date.now() + 365 * 24 * 3600 * 1000)
  })

  test('refuses a wrong key without telling it, or anything of the message', async () => {
    const wrong = base64('wrong')
    const connectionString = azurite.connectionString.replace(/AccountKey=[^;]+/, `AccountKey=${wrong}`)
    const queue = await createAzureQueue({ connectionString, log, name: 'refused', schema: job })
    const error = await queue.send({ id: 'hemmelig' }).catch((thrown) => thrown)
    expect(error).toMatchObject({ name: 'AppError', code: 'unavailable' })
    expect(error.cause).toBeUndefined()
    expect(error.message).toMatch(/refuses access to the queue refused \(status 403, \w+\): check the key/)
    expect(JSON.stringify(error) + error.message).not.toMatch(new RegExp(`${wrong}|hemmelig|${base64('hemmelig')}`))
  })

  test.each(['', 'AccountKey=hemmelig', 'DefaultEndpointsProtocol=https;AccountName=a'])(
    'takes no connection string like %j, and does not repeat it',
    async (connectionString) => {
      const error = await createAzureQueue({ connectionString, log, name: 'jobs', schema: job }).catch(
        (thrown) => thrown,
      )
      expect(error).toMatchObject({ name: 'AppError', code: 'invalid' })
      expect(error.message).not.toContain('hemmelig')
    },
  )

  test("takes an account's name with the default credential, and nothing but a name", async () => {
    const given = { credential: 'default', log, name: 'jobs', schema: job } as const
    await (await createAzureQueue({ ...given, account: 'pejling1' })).close()
    await expect(createAzureQueue({ ...given, account: 'evil.example/' })).rejects.toMatchObject({ code: 'invalid' })
  })
})
