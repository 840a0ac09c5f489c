import type { TurnContext } from 'botbuilder'
import { AppError } from '../../src/errors'
import { connectorFailure } from '../../src/teams/connector-limits'
import { captured, channelMessage, invoke, personalMessage, submit } from '../support/bot-client'
import { createFakeIdentity } from '../support/fake-identity'
import { startTransport, type Transport } from '../support/transport'

const secret = 'Bearer eyJhbGciOi.hemmelig.sig'
const notice = /^Noget gik galt\. Henvisning: ([0-9A-Z]{6})$/
let transport: Transport
let turn: (context: TurnContext) => Promise<void>

beforeEach(async () => {
  turn = async (context) => void (await context.sendActivity(`svar: ${context.activity.text}`))
  transport = await startTransport({ timeoutMs: 300, onTurn: (context) => turn(context) })
})
afterEach(() => transport.close())

const reference = () => ({
  conversation: { id: 'a:chat-1', conversationType: 'personal', isGroup: false, name: '' },
  serviceUrl: transport.connector.serviceUrl,
  channelId: 'msteams',
})
const lastLine = () => transport.logLines().at(-1)

describe('a turn', () => {
  test('is answered in its conversation', async () => {
    const { status, body, replies } = await transport.client.post(personalMessage('hej'))
    expect([status, body]).toEqual([200, undefined])
    expect(replies).toMatchObject([{ type: 'message', text: 'svar: hej' }])
    expect((await transport.client.post(channelMessage('hej'))).replies).toHaveLength(1)
    expect(transport.logLines()).toEqual([])
  })

  test('gets the activity with its instants as dates', async () => {
    let seen: unknown
    turn = async ({ activity }) => {
      seen = activity
    }
    await transport.client.post(submit({ verb: 'x' }))
    expect(seen).toMatchObject({
      timestamp: new Date('2026-11-21T08:05:44.479Z'),
      rawTimestamp: '2026-11-21T08:05:44.479Z',
      localTimestamp: expect.any(Date),
      value: { verb: 'x' },
    })
  })

  test('of an unknown type is the handler’s to leave alone', async () => {
    turn = async () => {}
    expect(await transport.client.post(personalMessage('', { type: 'fremtid' }))).toMatchObject({
      status: 200,
      replies: [],
    })
    expect((await transport.client.post(captured('conversation-update-channel'))).status).toBe(200)
    expect((await transport.client.post(invoke('x', {}, { name: 'fremtid/x' }))).status).toBe(501)
  })

  test('gives an invoke its answer as JSON, whatever the caller accepts', async () => {
    turn = async (context) =>
      void (await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { a: 1 } } }))
    expect(await transport.client.post(invoke('x', {}), { accept: 'text/plain' })).toMatchObject({
      status: 200,
      body: { a: 1 },
    })
  })

  test('reuses the connection and the client', async () => {
    await transport.client.post(personalMessage('1'))
    const ports = new Set<unknown>()
    transport.connector.script(({ headers }) => void ports.add(headers.connection))
    await Promise.all(Array.from({ length: 20 }, (_, n) => transport.client.post(personalMessage(String(n)))))
    expect(transport.connector.count()).toBe(21)
    expect([...ports]).toEqual(['keep-alive'])
  })
})

test('a connection that stands idle is closed before the other side might do so', async () => {
  await transport.client.post(personalMessage('hej'))
  const { connector } = transport
  expect(await connector.connections()).toBe(1)
  // The other side would keep it for a minute.
  while ((await connector.connections()) > 0) await new Promise((resolve) => setTimeout(resolve, 50))
}, 10_000)

describe('a turn that fails', () => {
  beforeEach(() => {
    turn = () => Promise.reject(Object.assign(new Error(secret), { request: { headers: { authorization: secret } } }))
  })

  test('tells a person who wrote, with the reference that is in the log', async () => {
    const { status, replies } = await transport.client.post(personalMessage('mine tanker'))
    expect([status, replies.length]).toEqual([200, 1])
    const shown = notice.exec(replies[0]?.text ?? '')?.[1]
    expect(lastLine()).toMatchObject({ message: 'turn failed', reference: shown, activityType: 'message' })
    expect(`${transport.logText()} ${replies[0]?.text}`).not.toMatch(/Bearer|tanker|Bente/)
  })

  test('shows a card action its notice as a message, which Teams must display', async () => {
    const { status, body } = await transport.client.post(invoke('save-reflection', {}))
    expect(status).toBe(200)
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringMatching(notice),
    })
  })

  test('shows a dialog its notice, and gives another invoke a bare 500', async () => {
    expect(await transport.client.post(invoke('x', {}, { name: 'task/submit' }))).toMatchObject({
      status: 200,
      body: { task: { type: 'message', value: expect.stringMatching(notice) } },
    })
    expect(await transport.client.post(invoke('x', {}, { name: 'x' }))).toEqual({
      status: 500,
      body: undefined,
      replies: [],
    })
  })

  test('tells who accepted a file by a message, since Teams shows nothing of the answer', async () => {
    const { status, replies } = await transport.client.post(invoke('x', {}, { name: 'fileConsent/invoke' }))
    expect([status, replies.map(({ text }) => text)]).toEqual([200, [expect.stringMatching(notice)]])
  })

  test('says nothing to an event, which nobody waits for', async () => {
    expect(await transport.client.post(captured('conversation-update-personal'))).toEqual({
      status: 200,
      body: undefined,
      replies: [],
    })
    expect(lastLine()).toMatchObject({ activityType: 'conversationUpdate' })
  })

  test('answers 200 even if the notice cannot be sent', async () => {
    transport.connector.fail({ status: 403, body: { error: { code: 'x', message: secret } } })
    expect((await transport.client.post(personalMessage('hej'))).status).toBe(200)
    expect(lastLine()).toMatchObject({ message: 'error notice not sent', error: { statusCode: 403 } })
    expect(transport.logText()).not.toContain('Bearer')
  })

  test('fails the same when the notice itself has a fault', async () => {
    const faulty = await startTransport({
      onTurn: () => turn({} as TurnContext),
      errorNotice: () => {
        throw new Error(secret)
      },
    })
    expect((await faulty.client.post(personalMessage('hej'))).status).toBe(200)
    expect(faulty.logText()).not.toContain('Bearer')
    await faulty.close()
  })
})

describe('a call to the connector', () => {
  test.each([
    ['503', { status: 503 }, { statusCode: 503 }, true],
    ['500', { status: 500 }, { statusCode: 500 }, true],
    ['429', { status: 429 }, { statusCode: 429 }, false],
    ['429 with Retry-After', { status: 429, retryAfterS: 1 }, { statusCode: 429 }, false],
    ['412', { status: 412 }, { statusCode: 412 }, false],
    ['408', { status: 408 }, { statusCode: 408 }, true],
    ['a connection reset', { end: 'reset' }, { code: 'ECONNRESET' }, true],
    ['no answer', { end: 'hang' }, { name: 'AbortError' }, true],
    ['an answer that stops', { end: 'hang-in-body' }, { name: 'AbortError' }, true],
  ] as const)(
    'that meets %s is made once, ends in time, and no notice follows',
    async (_what, fault, error, mayHaveArrived) => {
      transport.connector.fail(fault)
      let thrown: unknown
      turn = async (context) => {
        try {
          await context.sendActivity('svar')
        } catch (failure) {
          thrown = failure
          throw failure
        }
      }
      const begun = Date.now()
      const { status } = await transport.client.post(personalMessage('hej'))
      expect(Date.now() - begun).toBeLessThan(1500)
      expect(status).toBe(200)
      expect(transport.connector.count()).toBe(1)
      expect(transport.logLines()).toMatchObject([{ message: 'turn failed', error }])
      expect(connectorFailure(thrown)).toMatchObject({ mayHaveArrived })
    },
  )

  test.each(['create', 'continue', 'update', 'delete'] as const)(
    'to %s is made once too, and its error reaches the caller',
    async (kind) => {
      transport.connector.fail({ status: 503 })
      const { adapter, connector, config } = transport
      const person = { members: [{ id: '29:user-1', name: '' }], tenantId: config.tenantId } as never
      const calls = {
        create: () => adapter.createConversationAsync('', 'msteams', connector.serviceUrl, '', person, async () => {}),
        continue: () =>
          adapter.continueConversationAsync('', reference(), async (context) => void (await context.sendActivity('x'))),
        update: () =>
          adapter.continueConversationAsync(
            '',
            reference(),
            (context) => context.updateActivity({ id: '1', type: 'message' }) as Promise<void>,
          ),
        delete: () => adapter.continueConversationAsync('', reference(), (context) => context.deleteActivity('1')),
      }
      await expect(calls[kind]()).rejects.toMatchObject({ statusCode: 503 })
      expect(connector.count()).toBe(1)
      expect(transport.logLines()).toEqual([])
    },
  )

  test('whose address nobody answers may be made again', async () => {
    await transport.connector.close()
    const failed = transport.adapter.continueConversationAsync(
      '',
      reference(),
      async (context) => void (await context.sendActivity('x')),
    )
    const thrown: unknown = await failed.catch((error: unknown) => error)
    expect(thrown).toMatchObject({ code: 'ECONNREFUSED' })
    expect(connectorFailure(thrown)).toEqual({ hasDeparted: false, mayHaveArrived: false })
  })

  test('goes to no address that is not trusted', async () => {
    const stored = { ...reference(), serviceUrl: 'https://evil.example/' }
    await expect(transport.adapter.continueConversationAsync('', stored, async () => {})).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('that succeeds creates one chat a person, and the turn runs in it', async () => {
    const ids: string[] = []
    const person = { members: [{ id: '29:user-1', name: '' }] } as never
    for (const text of ['første', 'anden']) {
      await transport.adapter.createConversationAsync(
        '',
        'msteams',
        transport.connector.serviceUrl,
        '',
        person,
        async (context) => {
          ids.push(context.activity.conversation.id)
          await context.sendActivity(text)
        },
      )
    }
    expect(new Set(ids).size).toBe(1)
    expect(transport.connector.sent(ids[0]).map(({ text }) => text)).toEqual(['første', 'anden'])
  })
})

test('an error that is no connector failure is none', () => {
  expect(connectorFailure(new AppError('internal', 'x'))).toBeUndefined()
  expect(connectorFailure('x')).toBeUndefined()
})

describe('with authentication', () => {
  const appId = '1f2e3d4c-5b6a-4789-8abc-def012345678'
  const tenantId = '9a8b7c6d-5e4f-4321-8765-0123456789ab'
  const serviceUrl = 'https://smba.trafficmanager.net/emea/'
  const env = {
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppPassword: 'hemmelig',
    PEJLING_STORE: 'sqlite',
    PEJLING_QUEUE: 'sqlite',
    PEJLING_SQLITE_FILE: 'pejling.sqlite',
  }
  const here = { serviceUrl, channelData: { tenant: { id: tenantId } }, conversation: { id: 'a:1', tenantId } }
  const turns: string[] = []

  async function start() {
    const identity = await createFakeIdentity(appId, serviceUrl)
    const bot = await startTransport({
      env,
      endpoints: identity.endpoints,
      onTurn: async ({ activity }) => void turns.push(activity.text),
    })
    return {
      ...bot,
      identity,
      post: async (authorization?: string, overrides = {}) => {
        const headers = authorization === undefined ? undefined : { authorization }
        return (await bot.client.post(personalMessage('hej', { ...here, ...overrides }), headers)).status
      },
      close: async () => {
        await bot.close()
        await identity.close()
      },
    }
  }

  test('takes a token of the channel service and no other', async () => {
    // The SDK prints a line of its own for an expired token.
    const printed = jest.spyOn(console, 'error').mockImplementation(() => {})
    const { post, identity, logText, logLines, close } = await start()
    const { token } = identity
    expect(await post(token())).toBe(200)
    expect(turns.splice(0)).toEqual(['hej'])

    const old = Math.floor(Date.now() / 1000) - 86_400
    const [head, payload, signature] = token().split('.')
    const refused = [
      undefined,
      '',
      'Bearer',
      'Bearer x',
      'Bearer a.b.c',
      token({ aud: '00000000-1111-4222-8333-444444444444' }),
      token({ exp: old, nbf: old - 60 }),
      token({ serviceurl: 'https://evil.example/' }),
      token({ iss: `https://sts.windows.net/${tenantId}/`, tid: tenantId, ver: '1.0', appid: appId }),
      `${head}.${Buffer.from('null').toString('base64url')}.${signature}`,
      `${head}.${payload}.${signature?.split('').reverse().join('')}`,
    ]
    for (const authorization of refused)
      expect([authorization, await post(authorization)]).toEqual([authorization, 401])
    expect(turns).toEqual([])
    expect(logLines().every(({ message }) => message === 'request without a valid token')).toBe(true)
    expect(logText()).not.toMatch(/Bearer|eyJ|hemmelig/)
    printed.mockRestore()
    await close()
  })

  test('refuses a foreign tenant in spite of a good token', async () => {
    const { post, identity, logLines, close } = await start()
    expect(await post(identity.token(), { channelData: { tenant: { id: appId } } })).toBe(200)
    expect(turns).toEqual([])
    expect(logLines()).toMatchObject([{ reason: 'foreign tenant' }])
    await close()
  })

  test('asks Teams to come again when the keys are out of reach', async () => {
    const { post, identity, logLines, close } = await start()
    identity.fail()
    expect(await post(identity.token())).toBe(503)
    expect(logLines()).toMatchObject([{ message: 'activity not processed' }])
    await close()
  })
})
