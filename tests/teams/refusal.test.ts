import { readConfig } from '../../src/config/config'
import { refusal } from '../../src/teams/refusal'
import { isTrustedServiceUrl } from '../../src/teams/service-url'
import { type Captured, captured, invoke, personalMessage } from '../support/bot-client'
import { startTransport, type Transport } from '../support/transport'

const local = readConfig({ PEJLING_LOCAL: 'yes' })
const tenantId = '9a8b7c6d-5e4f-4321-8765-0123456789ab'
const teams = readConfig({
  MicrosoftAppType: 'UserAssignedMSI',
  PEJLING_STORE: 'sqlite',
  PEJLING_QUEUE: 'sqlite',
  PEJLING_SQLITE_FILE: 'pejling.sqlite',
  MicrosoftAppId: '1f2e3d4c-5b6a-4789-8abc-def012345678',
  MicrosoftAppTenantId: tenantId.toUpperCase(),
  PEJLING_SERVICE_HOSTS: 'teams.example',
})
const foreign = { tenant: { id: '11111111-2222-4333-8444-555555555555' } }

describe('takes what the Playground sends', () => {
  const names: Captured[] = [
    'conversation-update-channel',
    'conversation-update-personal',
    'installation-update-channel',
    'installation-update-personal',
    'invoke-card-action-personal',
    'message-channel',
    'message-group-chat',
    'message-personal',
    'submit-personal',
  ]
  test.each(names)('%s', (name) => {
    expect(refusal(captured(name), local)).toBeUndefined()
  })
})

describe('refuses', () => {
  test.each([
    ['another channel', { channelId: 'directline' }, 'channel'],
    ['no channel', { channelId: undefined }, 'channel'],
    ['a foreign tenant in channelData', { channelData: foreign }, 'foreign tenant'],
    ['a foreign tenant in the conversation', { conversation: { id: 'a', tenantId: 'x' } }, 'foreign tenant'],
    ['a tenant that is no text', { channelData: { tenant: { id: [local.tenantId] } } }, 'foreign tenant'],
    ['no tenant at all', { channelData: undefined, conversation: { id: 'a' } }, 'no tenant'],
    ['empty tenants', { channelData: { tenant: null }, conversation: { id: 'a', tenantId: null } }, 'no tenant'],
    ['an empty tenant id', { channelData: { tenant: { id: '' } } }, 'foreign tenant'],
    ['channelData and conversation of another make', { channelData: 7, conversation: 'x' }, 'no tenant'],
    ['another service', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }, 'service url'],
    ['no service', { serviceUrl: undefined }, 'service url'],
    ['no id of the conversation', { conversation: { tenantId: local.tenantId } }, 'no conversation'],
    ['an empty id of the conversation', { conversation: { id: '' } }, 'no conversation'],
    ['an id of the conversation that is no text', { conversation: { id: {} } }, 'no conversation'],
    ['a message from nobody', { from: { id: '29:x' } }, 'no sender'],
    ['a message without from', { from: undefined }, 'no sender'],
    ['an invoke from nobody', { type: 'invoke', from: { aadObjectId: '' } }, 'no sender'],
  ])('%s', (_what, overrides, reason) => {
    expect(refusal(personalMessage('hej', overrides), local)).toBe(reason)
  })
})

test('one tenant, in whichever place and case, is enough; an event needs no sender', () => {
  const here = {
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    channelData: { tenant: { id: tenantId.toUpperCase() } },
  }
  expect(refusal(personalMessage('hej', { ...here, conversation: { id: 'a' } }), teams)).toBeUndefined()
  const event = captured('conversation-update-personal', { ...here, conversation: { id: 'a', tenantId }, from: {} })
  expect(refusal(event, teams)).toBeUndefined()
})

test.each([
  ['https://smba.trafficmanager.net/emea/9a8b/', true],
  ['https://SMBA.trafficmanager.net/teams', true],
  ['https://teams.example/', true],
  ['http://smba.trafficmanager.net/emea/', false],
  ['https://smba.trafficmanager.net:8443/', false],
  ['https://smba.trafficmanager.net.evil.example/', false],
  ['https://smba.trafficmanager.net@evil.example/', false],
  ['https://user@smba.trafficmanager.net/', false],
  ['https://evil.example/?smba.trafficmanager.net', false],
  ['http://127.0.0.1:56150/', false],
  ['smba.trafficmanager.net', false],
  ['', false],
  [undefined, false],
])('in Teams %s is trusted: %s', (url, isTrusted) => {
  expect(isTrustedServiceUrl(url, teams)).toBe(isTrusted)
})

test.each([
  ['http://localhost:56150/_connector', true],
  ['http://127.0.0.1:1/', true],
  ['http://[::1]:80/', true],
  ['https://smba.trafficmanager.net/', false],
  ['http://127.0.0.1.evil.example/', false],
  ['http://10.0.0.4/', false],
])('in local mode %s is trusted: %s', (url, isTrusted) => {
  expect(isTrustedServiceUrl(url, local)).toBe(isTrusted)
})

describe('over HTTP', () => {
  const turns: unknown[] = []
  let transport: Transport
  beforeAll(async () => {
    transport = await startTransport({
      onTurn: async (context) => {
        turns.push(context.activity)
        await context.sendActivity('svar')
      },
    })
  })
  afterAll(() => transport.close())

  test('a foreign message is answered without a reply and logged without a word of it', async () => {
    const answer = await transport.client.post(personalMessage('hemmelige tanker', { channelData: foreign }))
    expect(answer).toEqual({ status: 200, body: undefined, replies: [] })
    expect(transport.logLines()).toEqual([
      expect.objectContaining({ message: 'activity refused', activityType: 'message', reason: 'foreign tenant' }),
    ])
    expect(transport.logText()).not.toMatch(/hemmelige|Bente|0000020/)
  })

  test('a foreign invoke gets 403 without details', async () => {
    const answer = await transport.client.post(invoke('save-reflection', {}, { channelData: foreign }))
    expect(answer).toEqual({ status: 403, body: undefined, replies: [] })
  })

  test('an activity for another service sends nothing there, and a made-up type is not repeated in the log', async () => {
    const evil = { serviceUrl: 'http://evil.example/', type: 'Bente er syg' }
    expect((await transport.client.post(personalMessage('hej', evil))).status).toBe(200)
    expect(transport.logLines().at(-1)).toMatchObject({ activityType: 'other', reason: 'service url' })
    expect(transport.logText()).not.toContain('syg')
  })

  test('no turn began, and no request went to the connector', () => {
    expect(turns).toEqual([])
    expect(transport.connector.count()).toBe(0)
  })
})
