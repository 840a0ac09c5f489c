import { readConfig } from '../../src/config/config'
import { createAdapter } from '../../src/teams/adapter'
import { createConnectorCalls } from '../../src/teams/connector-call'
import { createFakeConnector, type FakeConnector } from '../support/fake-connector'
import { createLogLines } from '../support/log-lines'

let connector: FakeConnector
beforeEach(async () => {
  connector = await createFakeConnector()
})
afterEach(async () => {
  // In local mode the SDK has the same credentials for all clients.
  jest.restoreAllMocks()
  await connector.close()
})

/** Sends by the SDK's own client, whose way to a token is watched. @param answer what fetching one comes to */
async function start(answer: () => Promise<string>) {
  const { log } = createLogLines()
  const adapter = createAdapter({ config: readConfig({ PEJLING_LOCAL: 'yes' }), log, errorNotice: () => '' })
  const { credentials } = (await adapter.connector(connector.serviceUrl)) as unknown as { credentials: Credentials }
  const fetched = jest.spyOn(credentials, 'getToken').mockImplementation(answer)
  const where = { conversationId: 'a:chat-1', serviceUrl: connector.serviceUrl, botId: '28:bot' }
  const send = async () => (await createConnectorCalls(adapter, log).post(where, { text: 'Hej' })).status
  return { send, fetchedAnew: () => fetched.mock.calls.filter(([isForced]) => isForced) }
}
interface Credentials {
  getToken(isForced?: boolean): Promise<string>
}

test('a token that Teams refuses is fetched anew, past the one that is kept, and the next message goes out', async () => {
  const { send, fetchedAnew } = await start(async () => 'token')
  connector.fail({ status: 401 }, { times: 1 })
  expect(await send()).toBe('disabled')
  expect(fetchedAnew()).toHaveLength(1)
  expect(await send()).toBe('sent')
  expect(fetchedAnew()).toHaveLength(1)
})

test('where no new token is to be had either, the refusal is the outcome all the same', async () => {
  const { send, fetchedAnew } = await start(() => Promise.reject(new Error('the secret has run out')))
  connector.fail({ status: 401 }, { times: 1 })
  expect(await send()).toBe('disabled')
  expect(fetchedAnew()).toHaveLength(1)
})

test.each([
  { status: 403 },
  { status: 429 },
  { status: 503 },
  { status: 401, body: { error: { code: 'BotNotRegistered' } } },
])('what is refused otherwise (%j) fetches none', async (fault) => {
  const { send, fetchedAnew } = await start(async () => 'token')
  connector.fail(fault, { times: 1 })
  await send()
  expect(fetchedAnew()).toHaveLength(0)
})
