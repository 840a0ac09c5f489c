import { findLeader } from '../../src/people/leader'
import { rememberPerson } from '../../src/people/remember-person'
import { saveProfile, setLocale } from '../../src/people/save-profile'
import type { Conversation } from '../../src/records/conversation'
import { leaders } from '../../src/records/leader'
import { importList } from '../support/import-list'
import { createPlace, type Place } from '../support/verbs'

const conversation: Conversation = { conversationId: 'a:1', serviceUrl: 'https://eu', botId: '28:bot', userId: '29:ea' }

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

test('somebody met for the first time is kept with the language and time zone of the installation', async () => {
  const ctx = place.ctx({}, { locale: 'en', timeZone: 'Atlantic/Faroe' })
  const leader = await rememberPerson(ctx, conversation)
  expect(leader).toMatchObject({
    id: 'ea',
    tenantId: 'tenant',
    name: 'Ea',
    locale: 'en',
    timeZone: 'Atlantic/Faroe',
    framework: null,
    role: null,
    conversation,
    createdAt: '2026-03-10T08:00:00.000Z',
  })
  expect(await findLeader(ctx)).toEqual(leader)
})

test('writes once for any number of the same activities', async () => {
  for (let i = 0; i < 5; i++) {
    place.clock.advance(60_000)
    await rememberPerson(place.ctx(), conversation)
  }
  expect(place.writes()).toBe(1)
})

test.each<[what: string, change: Partial<Conversation>]>([
  ['service URL', { serviceUrl: 'https://us' }],
  ['conversation', { conversationId: 'a:2' }],
  ['bot', { botId: '28:other' }],
  ['user id', { userId: '29:new' }],
])('a new %s is written, and nothing else changes', async (_what, change) => {
  const before = await rememberPerson(place.ctx(), conversation)
  place.clock.advance(60_000)
  const after = await rememberPerson(place.ctx(), { ...conversation, ...change })
  expect(place.writes()).toBe(2)
  expect(after).toEqual({
    ...before,
    conversation: { ...conversation, ...change },
    updatedAt: '2026-03-10T08:01:00.000Z',
  })
  expect(await findLeader(place.ctx())).toEqual(after)
})

test.each(['Ea', 'Åse-Marie von der Østergård', 'O’Neill 😀'])('the name %s is kept as it is', async (name) => {
  expect((await rememberPerson(place.ctx({ name }), conversation)).name).toBe(name)
})

test('a new name is written; an activity without a name takes none away', async () => {
  await rememberPerson(place.ctx({ name: 'Ea Holm' }), conversation)
  await rememberPerson(place.ctx({ name: 'Ea Lund' }), conversation)
  expect((await rememberPerson(place.ctx({ name: '' }), conversation)).name).toBe('Ea Lund')
  expect(place.writes()).toBe(2)
})

test('what the leader chose is kept when they are met again elsewhere', async () => {
  const ctx = place.ctx()
  await saveProfile(ctx, { framework: 'odder', role: 'stabschef' })
  await setLocale(ctx, { locale: 'en' })
  await rememberPerson(ctx, conversation)
  expect(await findLeader(ctx)).toMatchObject({ framework: 'odder', role: 'stabschef', locale: 'en', conversation })
})

test('fields that a newer version of the program wrote survive', async () => {
  const ctx = place.ctx()
  const leader = await rememberPerson(ctx, conversation)
  const found = await place.store.get(leaders, 'tenant', 'ea')
  await place.store.replace(leaders, { ...leader, pausedUntil: '2026-08-01' }, found?.version ?? '')
  expect(await rememberPerson(ctx, { ...conversation, serviceUrl: 'https://us' })).toMatchObject({
    pausedUntil: '2026-08-01',
  })
})

test('several activities at once leave one record with the last of them', async () => {
  const all = await Promise.all(
    [1, 2, 3].map((n) => rememberPerson(place.ctx(), { ...conversation, conversationId: `a:${n}` })),
  )
  const stored = await findLeader(place.ctx())
  expect(all.map((leader) => leader.conversation?.conversationId)).toContain(stored?.conversation?.conversationId)
  expect(stored?.createdAt).toBe('2026-03-10T08:00:00.000Z')
})

test('two people of one tenant, and one id in two tenants, are kept apart', async () => {
  const people = [
    place.ctx(),
    place.ctx({ leaderId: 'bo', name: 'Bo' }),
    place.ctx({ tenantId: 'other', name: 'Ea Andre' }),
  ]
  for (const ctx of people) await rememberPerson(ctx, conversation)
  expect(await Promise.all(people.map(async (ctx) => (await findLeader(ctx))?.name))).toEqual(['Ea', 'Bo', 'Ea Andre'])
})

describe('the time zone that Teams tells', () => {
  const zoneOf = async () => (await findLeader(place.ctx()))?.timeZone
  const roster = (timeZone: string) =>
    importList(place.ctx({ leaderId: 'hr' }, { hrIds: ['hr'] }), `objectId;timeZone\n${ea};${timeZone}`)
  const ea = '10000000-0000-4000-8000-000000000000'

  test('is kept when it is another one than before, and written only then', async () => {
    await rememberPerson(place.ctx(), conversation)
    for (const zone of ['America/Nuuk', 'America/Nuuk', undefined, 'America/Nuuk']) {
      await rememberPerson(place.ctx(), conversation, zone)
    }
    expect([await zoneOf(), place.writes()]).toEqual(['America/Nuuk', 2])
    await rememberPerson(place.ctx(), conversation, 'Atlantic/Faroe')
    expect([await zoneOf(), place.writes()]).toEqual(['Atlantic/Faroe', 3])
  })

  test('costs no write of its own for somebody who is met for the first time', async () => {
    await rememberPerson(place.ctx(), conversation, 'Europe/Copenhagen')
    await rememberPerson(place.ctx(), conversation, 'Europe/Copenhagen')
    expect(place.writes()).toBe(1)
  })

  test.each(['UTC', 'Etc/GMT-2', 'Romance Standard Time', '+02:00', 'Europe/Kbh', ''])(
    'is left out where it tells no place: %p',
    async (zone) => {
      await rememberPerson(place.ctx(), conversation, zone)
      expect(await zoneOf()).toBe('Europe/Copenhagen')
    },
  )

  test('goes before what the roster says; until Teams has told it, the roster sets it, whether they have met or not', async () => {
    const ctx = place.ctx({ leaderId: ea })
    const stored = async () => (await findLeader(ctx))?.timeZone
    await roster('America/Nuuk')
    await rememberPerson(ctx, conversation)
    await roster('Atlantic/Faroe')
    expect(await stored()).toBe('Atlantic/Faroe')
    await rememberPerson(ctx, conversation, 'Atlantic/Faroe')
    await roster('America/Nuuk')
    expect(await stored()).toBe('Atlantic/Faroe')
  })
})
