import { startApp, type TestApp } from '../support/app'
import { captured, channelMessage, type Overrides, type WireActivity } from '../support/bot-client'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
afterEach(() => app.connector.heal())

const tenant = { tenant: { id: '00000000-0000-0000-0000-0000000000001' } }
const inChannel = (id: string, name?: string) => ({
  conversation: { id, name, conversationType: 'channel', isGroup: true },
})
const data = (teamId: string, more: object = {}, teamName?: string) => ({
  channelData: { ...tenant, team: { id: teamId, name: teamName }, ...more },
})
const installed = (team: string, channel: string, more: Overrides = {}) =>
  captured('installation-update-channel', {
    ...inChannel(channel, 'Ugens refleksion'),
    ...data(team, { channel: { id: channel } }, 'Ledergruppen'),
    ...more,
  })
const joined = (team: string, channel: string) =>
  captured('conversation-update-channel', {
    ...inChannel(channel, 'Ugens refleksion'),
    ...data(team, { eventType: 'teamMemberAdded' }, 'Ledergruppen'),
  })
const event = (team: string, eventType: string, more: object = {}, teamName?: string, rest: Overrides = {}) =>
  captured('conversation-update-channel', {
    ...inChannel(team),
    ...data(team, { eventType, ...more }, teamName),
    membersAdded: undefined,
    ...rest,
  })
const asked = (team: string, channel: string) =>
  channelMessage('hvad er følgeskab?', {
    ...inChannel(`${channel};messageid=17`),
    ...data(team, { channel: { id: channel } }),
  })

/** Where Teams does not name the others, an installation tells of its own channel only. */
const silent = (...teams: string[]) => {
  for (const team of teams) app.connector.setChannels(team, [])
}
const post = (activity: WireActivity) => app.client.post(activity)
const known = (teamId: string) =>
  app
    .rows()
    .filter(({ container, body }) => container === 'channels' && body.teamId === teamId)
    .map(({ body }) => body)
    .sort((a, b) => String(a.id).localeCompare(String(b.id)))
const botId = '00000000-0000-0000-0000-00000000000011'

test('a channel is kept when the app is installed, with names and the way there, and with nobody’s name or id', async () => {
  silent('19:t1')
  await post(installed('19:t1', '19:c1'))
  expect(known('19:t1')).toEqual([
    {
      id: '19:c1',
      teamId: '19:t1',
      teamName: 'Ledergruppen',
      name: 'Ugens refleksion',
      tenantId: '00000000-0000-0000-0000-0000000000001',
      conversation: { conversationId: '19:c1', serviceUrl: app.connector.serviceUrl, botId },
      removedAt: null,
      framework: null,
      group: null,
      shown: [],
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    },
  ])
})

test('both events of an installation at the same moment, and each of them twice, leave one record', async () => {
  silent('19:t2')
  await Promise.all([
    post(installed('19:t2', '19:c2')),
    post(joined('19:t2', '19:c2')),
    post(joined('19:t2', '19:c2')),
    post(installed('19:t2', '19:c2')),
  ])
  expect(known('19:t2')).toMatchObject([{ id: '19:c2', removedAt: null }])
})

test('a question in a channel makes it known; the names that only the installation tells stay, and nothing is written again', async () => {
  silent('19:t3')
  await post(asked('19:t3', '19:c3'))
  expect(known('19:t3')).toMatchObject([{ id: '19:c3', name: '', teamName: '' }])
  await post(installed('19:t3', '19:c3'))
  const before = known('19:t3')
  app.clock.advance(60_000)
  const { replies } = await post(asked('19:t3', '19:c3'))
  expect(replies).toHaveLength(1)
  expect(before).toMatchObject([{ id: '19:c3', name: 'Ugens refleksion', teamName: 'Ledergruppen' }])
  expect(known('19:t3')).toEqual(before)
})

test('channels that are made, renamed and deleted are followed, and so is the team’s name', async () => {
  await post(installed('19:t4', '19:t4', inChannel('19:t4')))
  await post(event('19:t4', 'channelCreated', { channel: { id: '19:c4', name: 'Ny kanal' } }, 'Ledergruppen'))
  expect(known('19:t4').map(({ id, name }) => [id, name])).toEqual([
    ['19:c4', 'Ny kanal'],
    ['19:t4', ''],
  ])
  await post(event('19:t4', 'channelRenamed', { channel: { id: '19:c4', name: 'Omdøbt' } }, 'Ledergruppen'))
  await post(event('19:t4', 'teamRenamed', {}, 'Chefgruppen'))
  expect(known('19:t4')).toMatchObject([
    { id: '19:c4', name: 'Omdøbt', teamName: 'Chefgruppen', conversation: { conversationId: '19:c4' } },
    { id: '19:t4', name: '', teamName: 'Chefgruppen', conversation: { conversationId: '19:t4' } },
  ])
  await post(event('19:t4', 'channelDeleted', { channel: { id: '19:c4', name: 'Omdøbt' } }, 'Chefgruppen'))
  expect(known('19:t4')).toMatchObject([{ removedAt: expect.any(String) }, { removedAt: null }])
  await post(event('19:t4', 'channelRestored', { channel: { id: '19:c4', name: 'Omdøbt' } }, 'Chefgruppen'))
  expect(known('19:t4')).toMatchObject([{ removedAt: null }, { removedAt: null }])
})

test.each<readonly [string, (team: string) => WireActivity]>([
  ['the app is removed', (team) => installed(team, `${team}-a`, { action: 'remove' })],
  [
    'the bot is among those who left',
    (team) => event(team, 'teamMemberRemoved', {}, '', { membersRemoved: [{ id: botId }] }),
  ],
  ['the team is deleted', (team) => event(team, 'teamDeleted')],
  ['the team is archived, so that nobody can write there', (team) => event(team, 'teamArchived')],
])(
  'when %s, every channel of the team is marked, once, and of no other team; a new message takes it back',
  async (what, gone) => {
    const team = `19:${what.length}`
    const other = `${team}-other`
    silent(team, other)
    await post(installed(team, `${team}-a`))
    await post(asked(team, `${team}-b`))
    await post(installed(other, `${other}-a`))
    await post(gone(team))
    const marked = known(team)
    expect(marked).toMatchObject([{ removedAt: expect.any(String) }, { removedAt: expect.any(String) }])
    expect(known(other)).toMatchObject([{ removedAt: null }])
    app.clock.advance(60_000)
    await post(gone(team))
    expect(known(team)).toEqual(marked)
    await post(asked(team, `${team}-b`))
    expect(known(team)).toMatchObject([{ removedAt: expect.any(String) }, { removedAt: null }])
  },
)

test('the bot leaving one shared channel takes that channel, and not the team', async () => {
  silent('19:t7')
  await post(installed('19:t7', '19:t7'))
  await post(asked('19:t7', '19:c7'))
  const left = { membersRemoved: [{ id: botId }] }
  await post(event('19:t7', 'channelMemberRemoved', { channel: { id: '19:c7' } }, 'Ledergruppen', left))
  expect(known('19:t7')).toMatchObject([
    { id: '19:c7', removedAt: expect.any(String) },
    { id: '19:t7', removedAt: null },
  ])
})

test('somebody else leaving a shared channel changes nothing', async () => {
  silent('19:t8')
  await post(installed('19:t8', '19:t8'))
  const left = { membersRemoved: [{ id: '29:somebody' }] }
  await post(event('19:t8', 'channelMemberRemoved', { channel: { id: '19:t8' } }, 'Ledergruppen', left))
  expect(known('19:t8')).toMatchObject([{ removedAt: null }])
})

test.each([
  ['teamArchived', 'teamUnarchived'],
  ['teamDeleted', 'teamRestored'],
])(
  'after %s and %s the team’s channels are there again, but for one that was deleted by itself',
  async (gone, back) => {
    const team = `19:${gone}`
    silent(team)
    await post(installed(team, team))
    await post(asked(team, `${team}-a`))
    await post(asked(team, `${team}-b`))
    await post(event(team, 'channelDeleted', { channel: { id: `${team}-a` } }))
    await post(event(team, gone))
    expect(known(team).map(({ removedAt }) => removedAt === null)).toEqual([false, false, false])
    await post(event(team, back))
    expect(known(team).map(({ id, removedAt }) => [id, removedAt === null])).toEqual([
      [team, true],
      [`${team}-a`, false],
      [`${team}-b`, true],
    ])
  },
)

test('somebody else leaving the team changes nothing', async () => {
  await post(installed('19:t6', '19:t6'))
  await post(event('19:t6', 'teamMemberRemoved', {}, 'Ledergruppen', { membersRemoved: [{ id: '29:somebody' }] }))
  expect(known('19:t6')).toMatchObject([{ removedAt: null }])
})

test('group chats and personal chats are no channels', async () => {
  const before = app.rows().filter(({ container }) => container === 'channels').length
  await post(captured('message-group-chat'))
  await app.person().say('hjælp')
  expect(app.rows().filter(({ container }) => container === 'channels')).toHaveLength(before)
})

test('an installation brings every channel of the team, with their names; one Teams does not answer brings its own', async () => {
  app.connector.setChannels('19:t7', [{ id: '19:t7' }, { id: '19:c7', name: 'Ugens refleksion' }])
  await post(installed('19:t7', '19:t7', inChannel('19:t7')))
  expect(known('19:t7')).toMatchObject([
    { id: '19:c7', name: 'Ugens refleksion', teamName: 'Ledergruppen', conversation: { conversationId: '19:c7' } },
    { id: '19:t7', name: '' },
  ])
  app.connector.fail({ status: 403 }, { kinds: ['read'] })
  const { replies } = await post(installed('19:t8', '19:t8', inChannel('19:t8')))
  expect([replies.length, known('19:t8').map(({ id }) => id)]).toEqual([1, ['19:t8']])
})
