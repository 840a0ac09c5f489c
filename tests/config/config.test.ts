import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../src/config/config'
import { environmentSchema } from '../../src/config/environment'
import { warnUnstatedProcessing } from '../../src/config/warn-unstated-processing'
import { createLogLines } from '../support/log-lines'

const appId = '1f2e3d4c-5b6a-4789-8abc-def012345678'
const tenantId = '9a8b7c6d-5e4f-4321-8765-0123456789ab'
const stored = { PEJLING_STORE: 'sqlite', PEJLING_QUEUE: 'sqlite', PEJLING_SQLITE_FILE: 'pejling.sqlite' }
const managed = {
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenantId,
  ...stored,
}
const single = { ...managed, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: 'secret' }

function faultsOf(env: Record<string, string | undefined>): string {
  try {
    readConfig(env)
  } catch (error) {
    expect(error).toMatchObject({ name: 'AppError', code: 'invalid' })
    return (error as Error).message
  }
  throw new Error('this environment was accepted')
}

test('a managed identity needs no secret and gets the defaults', () => {
  expect(readConfig({ ...managed, MicrosoftAppId: appId.toUpperCase() })).toEqual({
    isLocal: false,
    identity: { kind: 'managed-identity' },
    appId,
    tenantId,
    host: '0.0.0.0',
    port: 3978,
    serviceHosts: ['smba.trafficmanager.net'],
    managedIdentity: appId.toUpperCase(),
    store: { kind: 'sqlite', file: 'pejling.sqlite' },
    queue: { kind: 'sqlite', file: 'pejling.sqlite' },
    locale: 'da',
    timeZone: 'Europe/Copenhagen',
    logLevel: 'info',
    municipality: null,
    watchToken: '',
    hrIds: [],
    hrConversation: '',
    hrReminderDays: 3,
    approveQuestions: false,
    sendsPerSecond: 25,
    spreadMinutes: 10,
    confirmRecipients: 2000,
    contact: '',
    controller: '',
    dpo: '',
    sources: {},
    retentionMonths: 18,
    profileMonths: 24,
    legalBasis: '',
    processors: '',
    archive: '',
  })
})

test('the managed identity of the store is the bot’s own unless another is named; a bot with a secret has none by itself', () => {
  expect(readConfig({ ...managed, AZURE_CLIENT_ID: tenantId }).managedIdentity).toBe(tenantId)
  expect(readConfig(managed).managedIdentity).toBe(appId)
  expect(readConfig(single).managedIdentity).toBeUndefined()
})

test('a single tenant bot has a password, or a certificate whose line breaks are restored', () => {
  expect(readConfig(single).identity).toEqual({ kind: 'password', password: 'secret' })
  const certificate = {
    MicrosoftAppPassword: undefined,
    MicrosoftAppCertificateThumbprint: 'AB12',
    MicrosoftAppCertificatePrivateKey: 'BEGIN\\nkey\\nEND',
  }
  expect(readConfig({ ...single, ...certificate }).identity).toEqual({
    kind: 'certificate',
    thumbprint: 'AB12',
    privateKey: 'BEGIN\nkey\nEND',
  })
})

test('the type of app is taken in any case', () => {
  expect(readConfig({ ...managed, MicrosoftAppType: 'userassignedmsi' }).identity.kind).toBe('managed-identity')
})

test('local mode stays on this machine and takes the Playground as its tenant', () => {
  const config = readConfig({ PEJLING_LOCAL: 'yes', PORT: '0' })
  expect(config).toMatchObject({
    isLocal: true,
    identity: { kind: 'local' },
    appId: '',
    host: '127.0.0.1',
    port: 0,
    tenantId: '00000000-0000-0000-0000-0000000000001',
    serviceHosts: ['127.0.0.1', 'localhost', '[::1]'],
  })
  expect(readConfig({ PEJLING_LOCAL: 'yes', PEJLING_LOCAL_TENANT: 'Kommunen' }).tenantId).toBe('kommunen')
})

test('the queue lies in the SQLite file, or in a storage account by its name or its connection string', () => {
  const queueOf = (env: Record<string, string>) => readConfig({ ...managed, ...env }).queue
  expect(queueOf({ PEJLING_SQLITE_FILE: 'a.db' })).toEqual({ kind: 'sqlite', file: 'a.db' })
  const azure = { PEJLING_QUEUE: 'Azure' }
  const byName = { kind: 'azure', account: 'pejling1', credential: 'default' }
  expect(queueOf({ ...azure, PEJLING_QUEUE_ACCOUNT: 'pejling1' })).toEqual(byName)
  const byKey = { kind: 'azure', connectionString: 'AccountName=a;AccountKey=b' }
  expect(queueOf({ ...azure, PEJLING_QUEUE_CONNECTION: 'AccountName=a;AccountKey=b' })).toEqual(byKey)
})

describe('refuses to start', () => {
  test.each([
    ['without any setting', {}, ['MicrosoftAppType', 'MicrosoftAppId', 'MicrosoftAppTenantId', 'PEJLING_LOCAL=yes']],
    ['in production without an app id', { NODE_ENV: 'production' }, ['MicrosoftAppId']],
    ['with a misspelt type of app', { ...single, MicrosoftAppType: 'SingelTenant' }, ['MicrosoftAppType']],
    ['as a multi-tenant bot', { ...single, MicrosoftAppType: 'MultiTenant' }, ['MicrosoftAppType']],
    ['with an app id that is no GUID', { ...single, MicrosoftAppId: 'pejling' }, ['MicrosoftAppId must be a GUID']],
    ['as a single tenant without a secret', { ...single, MicrosoftAppPassword: ' ' }, ['MicrosoftAppPassword']],
    ['as a managed identity with a password', { ...managed, MicrosoftAppPassword: 'x' }, ['MicrosoftAppPassword']],
    [
      'with half a certificate',
      { ...managed, MicrosoftAppType: 'SingleTenant', MicrosoftAppCertificateThumbprint: 'A' },
      ['MicrosoftAppCertificatePrivateKey'],
    ],
    [
      'with a password and a certificate',
      { ...single, MicrosoftAppCertificateThumbprint: 'A', MicrosoftAppCertificatePrivateKey: 'k' },
      ['MicrosoftAppPassword'],
    ],
    ['locally with an app id', { PEJLING_LOCAL: 'yes', MicrosoftAppId: appId }, ['MicrosoftAppId']],
    ['locally in production', { PEJLING_LOCAL: 'yes', NODE_ENV: 'production' }, ['PEJLING_LOCAL', 'NODE_ENV']],
    ['locally on another address', { PEJLING_LOCAL: 'yes', PEJLING_HOST: '0.0.0.0' }, ['PEJLING_HOST']],
    ['locally by any other word than yes', { PEJLING_LOCAL: '1' }, ['PEJLING_LOCAL']],
    ['with a port that is none', { ...managed, PORT: '\\\\.\\pipe\\x' }, ['PORT']],
    ['with an unknown time zone', { ...managed, PEJLING_TIME_ZONE: 'Europe/Sorø' }, ['PEJLING_TIME_ZONE']],
    ['with an offset as time zone', { ...managed, PEJLING_TIME_ZONE: '+02:00' }, ['PEJLING_TIME_ZONE']],
    ['with too long a retention', { ...managed, PEJLING_RETENTION_MONTHS: '61' }, ['PEJLING_RETENTION_MONTHS']],
    ['with HR by mail address', { ...managed, PEJLING_HR_IDS: 'hr@kommune.example' }, ['PEJLING_HR_IDS']],
    ['with Cosmos DB at no address', { ...managed, PEJLING_STORE: 'cosmos' }, ['PEJLING_COSMOS_ENDPOINT']],
    ['with an Azure queue in no account', { ...managed, PEJLING_QUEUE: 'azure' }, ['PEJLING_QUEUE_ACCOUNT']],
    [
      'with an Azure queue in two accounts',
      { ...managed, PEJLING_QUEUE: 'azure', PEJLING_QUEUE_ACCOUNT: 'abc', PEJLING_QUEUE_CONNECTION: 'x' },
      ['PEJLING_QUEUE_ACCOUNT'],
    ],
    [
      'with a storage account that no queue is in',
      { ...managed, PEJLING_QUEUE_ACCOUNT: 'abc' },
      ['PEJLING_QUEUE_ACCOUNT goes with PEJLING_QUEUE=azure'],
    ],
    [
      'with the address of a storage account for its name',
      { ...managed, PEJLING_QUEUE: 'azure', PEJLING_QUEUE_ACCOUNT: 'https://abc.queue.core.windows.net' },
      ['PEJLING_QUEUE_ACCOUNT must be a storage'],
    ],
    [
      'with Cosmos DB over http',
      { ...managed, PEJLING_COSMOS_ENDPOINT: 'http://db.example' },
      ['PEJLING_COSMOS_ENDPOINT'],
    ],
    [
      'with an address as service host',
      { ...managed, PEJLING_SERVICE_HOSTS: 'https://x.example' },
      ['PEJLING_SERVICE_HOSTS'],
    ],
    ['without a choice of store', { ...managed, PEJLING_STORE: '' }, ['PEJLING_STORE must be chosen']],
    ['without a choice of queue', { ...managed, PEJLING_QUEUE: '' }, ['PEJLING_QUEUE must be chosen']],
    ['with SQLite in no file', { ...managed, PEJLING_SQLITE_FILE: '' }, ['PEJLING_SQLITE_FILE must be set']],
    ['with a misspelt setting', { ...managed, PEJLING_RETENTION: '12' }, ['PEJLING_RETENTION ']],
  ])('%s', (_why, env, named) => {
    const faults = faultsOf(env)
    for (const words of named) expect(faults).toContain(words)
  })
})

test('tells all faults at once and no secret', () => {
  const faults = faultsOf({
    ...single,
    MicrosoftAppId: 'hemmelig-id',
    PORT: 'x',
    PEJLING_STORE: 'cosmos',
    PEJLING_LOCALE: 'sv',
  })
  for (const name of ['MicrosoftAppId', 'PORT', 'PEJLING_COSMOS_ENDPOINT', 'PEJLING_LOCALE']) {
    expect(faults).toContain(name)
  }
  expect(faults).not.toMatch(/secret'|hemmelig/)
})

test('lists are trimmed, ids are lower case, and the result cannot be changed', () => {
  const config = readConfig({
    ...managed,
    PEJLING_HR_IDS: ` ${appId.toUpperCase()} , ${tenantId},`,
    PEJLING_SERVICE_HOSTS: 'Teams.Example',
    PEJLING_PORT: '80',
    PORT: '81',
  })
  expect(config).toMatchObject({ hrIds: [appId, tenantId], port: 80 })
  expect(config.serviceHosts).toEqual(['smba.trafficmanager.net', 'teams.example'])
  expect(Object.isFrozen(config) && Object.isFrozen(config.hrIds) && Object.isFrozen(config.identity)).toBe(true)
})

describe('what leaders are to be told and nobody has stated', () => {
  const stated = {
    PEJLING_LEGAL_BASIS: 'a',
    PEJLING_CONTACT: 'b',
    PEJLING_CONTROLLER: 'c',
    PEJLING_DPO: 'd',
    PEJLING_PROCESSORS: 'e',
  }
  const warnings = (env: Record<string, string>) => {
    const { log, lines } = createLogLines()
    warnUnstatedProcessing(readConfig(env), log)
    return lines()
  }

  test('is warned of in one line that names the variables', () => {
    expect(warnings({ ...managed, ...stated, PEJLING_LEGAL_BASIS: ' ', PEJLING_CONTACT: '' })).toMatchObject([
      { level: 40, variables: ['PEJLING_LEGAL_BASIS', 'PEJLING_CONTACT'], message: expect.stringContaining('art. 13') },
    ])
    expect(warnings(managed)).toMatchObject([{ variables: Object.keys(stated) }])
  })

  test('is nothing to warn of where it is stated, nor in local development', () => {
    expect(warnings({ ...managed, ...stated })).toEqual([])
    expect(warnings({ PEJLING_LOCAL: 'yes' })).toEqual([])
  })
})

describe('.env.example', () => {
  const lines = readFileSync(join(__dirname, '..', '..', '.env.example'), 'utf8').split('\n')
  const settings = lines.flatMap((line) => {
    const [, comment, name = '', value = ''] = /^(# )?([A-Za-z_]+)=(.*)$/.exec(line) ?? []
    return name ? [{ name, value, isActive: !comment }] : []
  })

  test('has every variable of the schema once, and no other', () => {
    expect(settings.map(({ name }) => name).sort()).toEqual(Object.keys(environmentSchema.shape).sort())
  })

  test('starts a local bot as it is', () => {
    const active = settings.filter(({ isActive }) => isActive)
    expect(readConfig(Object.fromEntries(active.map(({ name, value }) => [name, value]))).isLocal).toBe(true)
  })

  test('shows the defaults', () => {
    const teamsOnly = settings.filter(({ name }) => !/^PEJLING_LOCAL|COSMOS/.test(name))
    const shown = Object.fromEntries(teamsOnly.map(({ name, value }) => [name, value]))
    expect(readConfig({ ...shown, MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId })).toEqual(readConfig(managed))
  })
})

describe('the addresses of documents', () => {
  test('are read by framework, each as it stands', () => {
    const PEJLING_SOURCES = 'skanderborg=https://a.dk/l.pdf?x=1, odder=http://b.dk/side'
    expect(readConfig({ ...managed, PEJLING_SOURCES }).sources).toEqual({
      skanderborg: 'https://a.dk/l.pdf?x=1',
      odder: 'http://b.dk/side',
    })
  })

  test.each(['https://a.dk', 'skanderborg=a.dk', 'skanderborg=javascript:alert(1)', 'skanderborg=https://'])(
    '%j is refused by name',
    (PEJLING_SOURCES) => {
      expect(() => readConfig({ ...managed, PEJLING_SOURCES })).toThrow(/PEJLING_SOURCES must be the slug/)
    },
  )
})
