import type { CardContent } from '../../src/cards/kit/render'
import { readConfig } from '../../src/config/config'
import type { Destination, Outgoing, Sender, SendOutcome } from '../../src/delivery/policy/sender'
import { type Channel, channelSchema } from '../../src/records/channel'
import { type Delivery, deliverySchema } from '../../src/records/delivery'
import { type Leader, leaderSchema } from '../../src/records/leader'
import { createAdapter } from '../../src/teams/adapter'
import { createOtherChats } from '../../src/teams/connector-chats'
import { createTeamsSender } from '../../src/teams/teams-sender'
import { createFakeConnector, type FakeConnector, type Fault } from '../support/fake-connector'
import { createLogLines } from '../support/log-lines'

const at = '2027-01-05T08:00:00.000Z'
const tenantId = '00000000-0000-0000-0000-0000000000001'
const personId = '11111111-2222-4333-8444-555555555555'
const secret = 'Bearer eyJhbGciOi.hemmelig'

let connector: FakeConnector
let elsewhere: FakeConnector
let sender: Sender
let logs: ReturnType<typeof createLogLines>
let cardsMade: string[]

beforeEach(async () => {
  connector = await createFakeConnector()
  elsewhere = await createFakeConnector()
  logs = createLogLines()
  cardsMade = []
  const config = readConfig({ PEJLING_LOCAL: 'yes' })
  const adapter = createAdapter({ config, log: logs.log, errorNotice: () => '', timeoutMs: 300 })
  const makeCard = (message: Outgoing) => {
    const id = 'reflection' in message ? message.reflection.id : 'of a channel'
    if ('reflection' in message && message.reflection.promptId === 'broken') throw new Error(secret)
    cardsMade.push(id)
    return { card: { type: 'AdaptiveCard', body: [{ id }], actions: [{ data: { reflectionId: id } }] }, summary: 'Hej' }
  }
  sender = createTeamsSender({ adapter, config, log: logs.log, makeCard, globalUrl: elsewhere.serviceUrl })
})
afterEach(async () => {
  await connector.close()
  await elsewhere.close()
})

const conversation = () => ({
  conversationId: 'a:chat-1',
  serviceUrl: connector.serviceUrl,
  botId: '28:bot',
  userId: '29:user-1',
})
const chat = (more = {}): Destination => ({ kind: 'conversation', conversation: { ...conversation(), ...more } })
const leader: Leader = leaderSchema.parse({ id: personId, tenantId, createdAt: at, updatedAt: at })
const prompt = (id = 'c1:2027-01-05:p', promptId = 'odder/leder/1'): Outgoing => ({
  kind: 'prompt',
  leader,
  reflection: { id, promptId, leaderId: personId, statementIds: [], state: 'shown', shownAt: at, createdAt: at },
})
const send = (fault?: Fault, to = chat()): Promise<SendOutcome> => {
  if (fault) connector.fail(fault)
  return sender.send(to, prompt())
}
const requestsOf = (kind: string) => connector.requests.filter((request) => request.kind === kind)

test('a card arrives in the chat by one request, and the outcome tells where', async () => {
  const outcome = await send()
  expect(outcome).toEqual({ status: 'sent', activityId: 'activity-1', conversation: conversation() })
  expect(connector.requests).toMatchObject([
    {
      kind: 'send',
      conversationId: 'a:chat-1',
      body: { type: 'message', summary: 'Hej', from: { id: '28:bot' }, recipient: { id: '29:user-1' } },
    },
  ])
  expect(connector.sent()[0]?.text).toBeUndefined()
})

const nested = (inner: object) => ({ error: { code: 'Forbidden', message: JSON.stringify(inner) } })

test.each<[what: string, fault: Fault, outcome: object]>([
  ['429 with a time', { status: 429, retryAfterS: 7 }, { status: 'throttled', retryAfterMs: 7000 }],
  ['429 without one', { status: 429 }, { status: 'throttled', retryAfterMs: null }],
  ['412', { status: 412 }, { status: 'busy' }],
  ['413', { status: 413 }, { status: 'refused', why: 'too-large' }],
  [
    '400 for its size',
    { status: 400, body: { error: { code: 'MessageSizeTooBig' } } },
    { status: 'refused', why: 'too-large' },
  ],
  ['400', { status: 400, body: { error: { code: 'BadSyntax' } } }, { status: 'refused', why: 'http-400' }],
  ['401', { status: 401 }, { status: 'disabled', why: 'unauthorized' }],
  [
    '401 BotNotRegistered',
    { status: 401, body: { error: { code: 'BotNotRegistered' } } },
    { status: 'disabled', why: 'switched-off' },
  ],
  [
    '403 BotDisabledByAdmin',
    { status: 403, body: { error: { code: 'BotDisabledByAdmin' } } },
    { status: 'disabled', why: 'switched-off' },
  ],
  [
    '403 BotNotInConversationRoster',
    { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } },
    { status: 'gone', why: 'uninstalled' },
  ],
  [
    '403 ConversationBlockedByUser',
    { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } },
    { status: 'gone', why: 'blocked' },
  ],
  [
    '403 MessageWritesBlocked',
    { status: 403, body: nested({ subCode: 'MessageWritesBlocked' }) },
    { status: 'gone', why: 'blocked' },
  ],
  [
    '403 with 209 in JSON in text',
    { status: 403, body: nested({ errorCode: 209 }) },
    { status: 'gone', why: 'blocked' },
  ],
  [
    '403 ForbiddenOperationException',
    { status: 403, body: { error: { code: 'ForbiddenOperationException' } } },
    { status: 'gone', why: 'not-installed' },
  ],
  [
    '403 ServiceError: Unknown',
    { status: 403, body: { error: { code: 'ServiceError', message: 'Unknown' } } },
    { status: 'refused', why: 'service-error' },
  ],
  ['403 of no kind we know', { status: 403, body: { error: {} } }, { status: 'refused', why: 'http-403' }],
  ['500', { status: 500 }, { status: 'unknown', why: 'http-500' }],
  ['502', { status: 502 }, { status: 'unknown', why: 'http-502' }],
  ['503', { status: 503 }, { status: 'unknown', why: 'http-503' }],
  ['408', { status: 408 }, { status: 'unknown', why: 'http-408' }],
  ['a reset connection', { end: 'reset' }, { status: 'unknown', why: 'connection-lost' }],
  ['no answer', { end: 'hang' }, { status: 'unknown', why: 'timeout' }],
  ['an answer that never ends', { end: 'hang-in-body' }, { status: 'unknown', why: 'timeout' }],
])('%s: one request, and what it means', async (_what, fault, outcome) => {
  expect(await send(fault)).toEqual(outcome)
  expect(connector.count()).toBe(1)
})

test('a connection that is refused has sent nothing', async () => {
  await connector.close()
  expect(await send()).toEqual({ status: 'not-sent', why: 'unreachable' })
})

test('an address that is not trusted is never called', async () => {
  const outcome = await send(undefined, chat({ serviceUrl: 'https://evil.example/' }))
  expect(outcome).toEqual({ status: 'refused', why: 'untrusted-address' })
})

test('nothing of what Teams answers, nor who it was about, reaches the log', async () => {
  await send({ status: 403, body: { error: { code: secret, message: `${secret} Ea Holm` } } })
  await sender.send(chat(), prompt('c1:2027-01-05:p', 'broken'))
  expect(logs.lines().length).toBeGreaterThan(0)
  expect(logs.text()).not.toMatch(/hemmelig|Ea Holm|Bearer|a:chat-1|29:user-1/)
})

test('a card that cannot be made is refused, not thrown', async () => {
  expect(await sender.send(chat(), prompt('x', 'broken'))).toEqual({ status: 'refused', why: 'card' })
  expect(connector.count()).toBe(0)
})

test('a card is made once for all who get the same, and carries each one’s own id', async () => {
  for (const n of [1, 2, 3]) await sender.send(chat(), prompt(`c1:2027-01-05:${n}`))
  await sender.send(chat(), prompt('c1:2027-01-05:4', 'odder/leder/2'))
  await sender.send(chat(), { ...(prompt('c1:2027-01-05:5') as Extract<Outgoing, { kind: 'prompt' }>), reminder: 1 })
  expect(cardsMade).toHaveLength(3)
  const ids = connector.sent().map(({ attachments }) => attachments?.[0]?.content)
  expect(ids).toMatchObject(
    [1, 2, 3, 4, 5].map((n) => ({ actions: [{ data: { reflectionId: `c1:2027-01-05:${n}` } }] })),
  )
})

describe('a chat that is no more', () => {
  const lost: Fault = { status: 404, body: { error: { code: 'ConversationNotFound' } } }

  test('is opened anew where the user is known, and the new one is told', async () => {
    connector.fail(lost, { times: 1, kinds: ['send'] })
    const outcome = await sender.send(chat(), prompt())
    expect(outcome).toMatchObject({ status: 'sent', conversation: { conversationId: 'a:chat-29:user-1' } })
    expect(connector.requests.map(({ kind }) => kind)).toEqual(['send', 'create', 'send'])
    expect(connector.sent()).toHaveLength(1)
  })

  test('and is lost again is given up after one time', async () => {
    connector.fail(lost, { kinds: ['send'] })
    expect(await sender.send(chat(), prompt())).toEqual({ status: 'gone', why: 'no-conversation' })
    expect(connector.count()).toBe(3)
  })

  test('is opened anew by the object id where that is what it was first opened by', async () => {
    connector.fail(lost, { times: 1, kinds: ['send'] })
    const outcome = await sender.send(chat({ userId: undefined }), prompt())
    expect(outcome).toMatchObject({ status: 'sent', conversation: { conversationId: `a:chat-${personId}` } })
    expect(connector.requests[1]?.body).toMatchObject({ members: [{ id: personId }], tenantId })
    expect(connector.sent()).toHaveLength(1)
  })

  test('and cannot be opened anew is gone', async () => {
    connector.fail(lost)
    expect(await sender.send(chat({ userId: undefined }), prompt())).toEqual({ status: 'gone', why: 'no-conversation' })
    expect(connector.requests.map(({ kind }) => kind)).toEqual(['send', 'create'])
  })
})

describe('somebody the bot has never met', () => {
  const person: Destination = { kind: 'person', tenantId, personId }

  test('is reached by tenant and object id, in one chat however often', async () => {
    const outcomes = [await sender.send(person, prompt()), await sender.send(person, prompt())]
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        status: 'sent',
        conversation: { conversationId: `a:chat-${personId}`, serviceUrl: elsewhere.serviceUrl },
      })
    }
    expect(elsewhere.requests[0]?.body).toMatchObject({
      isGroup: false,
      members: [{ id: personId }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    })
  })

  test('is tried again when opening the chat was not answered, since nothing was sent', async () => {
    elsewhere.fail({ status: 503 }, { kinds: ['create'] })
    expect(await sender.send(person, prompt())).toEqual({ status: 'not-sent', why: 'not-opened' })
    expect(elsewhere.sent()).toEqual([])
  })

  test('and has not the app is not reached', async () => {
    elsewhere.fail({ status: 403, body: { error: { code: 'ForbiddenOperationException' } } })
    expect(await sender.send(person, prompt())).toEqual({ status: 'gone', why: 'not-installed' })
  })
})

describe('the wrong region', () => {
  const regional: Fault = {
    status: 403,
    body: { error: { code: 'BadArgument', message: 'User is from different region' } },
  }

  test('leads to the address for everybody, once, and the winner is kept', async () => {
    expect(await send(regional)).toMatchObject({
      status: 'sent',
      conversation: { conversationId: 'a:chat-1', serviceUrl: elsewhere.serviceUrl },
    })
    expect([connector.count(), elsewhere.count()]).toEqual([1, 1])
  })

  test('is said in other words for Europe', async () => {
    const moved = {
      status: 400,
      body: { error: { message: 'The request was redirected to the wrong geo! EMEA EUDB' } },
    }
    expect(await send(moved)).toMatchObject({ status: 'sent', conversation: { serviceUrl: elsewhere.serviceUrl } })
  })

  test('everywhere is a refusal', async () => {
    elsewhere.fail(regional)
    expect(await send(regional)).toEqual({ status: 'refused', why: 'wrong-region' })
    expect([connector.count(), elsewhere.count()]).toEqual([1, 1])
  })
})

describe('a channel', () => {
  const channel: Channel = channelSchema.parse({
    id: '19:team@thread.tacv2',
    tenantId,
    teamId: '19:team@thread.tacv2',
    createdAt: at,
    updatedAt: at,
    conversation: { conversationId: '19:team@thread.tacv2', serviceUrl: 'x', botId: '28:bot' },
  })
  const delivery: Delivery = deliverySchema.parse({
    id: 'c1:2027-01-05:ch',
    occasionId: 'c1:2027-01-05',
    campaignId: 'c1',
    tenantId,
    recipientId: channel.id,
    recipientKind: 'channel',
    state: 'claimed',
    promptId: 'own',
    claimedAt: at,
    claimedBy: 'a',
    createdAt: at,
  })
  const to = (): Destination => ({
    kind: 'channel',
    conversation: { conversationId: channel.id, serviceUrl: connector.serviceUrl, botId: '28:bot' },
  })
  const post = () => sender.send(to(), { kind: 'channel-prompt', channel, delivery })

  test('gets a thread of its own, whose address is told', async () => {
    const outcome = await post()
    expect(outcome).toMatchObject({
      status: 'sent',
      activityId: 'activity-1',
      conversation: { conversationId: '19:team@thread.tacv2;messageid=1' },
    })
    expect(connector.requests[0]?.body).toMatchObject({
      isGroup: true,
      channelData: { channel: { id: channel.id } },
      activity: { type: 'message', summary: 'Hej' },
    })
  })

  test('is never posted to again when it may have arrived', async () => {
    connector.fail({ status: 503 })
    expect(await post()).toEqual({ status: 'unknown', why: 'http-503' })
    expect(requestsOf('create')).toHaveLength(1)
  })

  test('that Teams does not find is gone, and nothing is posted elsewhere', async () => {
    connector.fail({ status: 404 })
    expect(await post()).toEqual({ status: 'gone', why: 'no-conversation' })
    expect(connector.count()).toBe(1)
  })

  test('that the app has left is gone', async () => {
    connector.fail({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } })
    expect(await post()).toEqual({ status: 'gone', why: 'uninstalled' })
  })
})

describe('HR’s line', () => {
  const content: CardContent = { name: 'notice-card', data: {}, summary: 'Svar' }
  const line = () => {
    const config = readConfig({ PEJLING_LOCAL: 'yes' })
    const adapter = createAdapter({ config, log: logs.log, errorNotice: () => '', timeoutMs: 300 })
    return createOtherChats({ adapter, log: logs.log, cards: { render: () => ({ card: {}, summary: 'Svar' }) } })
  }

  test.each<[fault: Fault | undefined, status: string]>([
    [undefined, 'sent'],
    [{ status: 403 }, 'failed'],
    [{ status: 429 }, 'failed'],
    [{ status: 503 }, 'unknown'],
    [{ end: 'hang' }, 'unknown'],
  ])('tells what became of a card: %j is %s', async (fault, status) => {
    if (fault) connector.fail(fault)
    expect((await line().post(conversation(), content)).status).toBe(status)
    expect(await line().replace(conversation(), 'activity-1', content)).toBe(fault === undefined)
    expect(connector.count()).toBe(2)
  })
})
