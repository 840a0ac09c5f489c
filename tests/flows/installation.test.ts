import { startApp, type TestApp } from '../support/app'
import { captured } from '../support/bot-client'
import { textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const welcome = da('welcome.title')
const welcomesOf = (person: Person) =>
  app.connector.sent(person.conversationId).filter((message) => message.summary?.startsWith('Pejling: Hvilken kommune'))
const installed = (person: Person) => person.event('installation-update-personal')
// The bot's own arrival, among the members as the capture has it.
const joined = (person: Person) => person.event('conversation-update-personal')

test('an installation is welcomed once, whichever of its two activities comes first', async () => {
  for (const order of [
    [installed, joined],
    [joined, installed],
  ]) {
    const person = app.person()
    const seen = []
    for (const event of order) seen.push(await event(person))
    expect(seen.map(({ status, cards }) => [status, cards.map(titleOf)])).toEqual([
      [200, [welcome]],
      [200, []],
    ])
    expect(welcomesOf(person)).toHaveLength(1)
  }
})

test('both activities at the same moment bring one welcome, also when each is delivered twice', async () => {
  for (let round = 0; round < 5; round++) {
    const person = app.person()
    const seen = await Promise.all([installed(person), joined(person), joined(person), installed(person)])
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(welcomesOf(person)).toHaveLength(1)
  }
})

test('who writes before the installation was heard of gets the answer first, then the welcome, and no second one later', async () => {
  const person = app.person()
  const { cards } = await person.say('Hvad forventes der af en chef i Sønderborg?')
  expect(cards.map(titleOf)).toEqual([da('answer.expectations.ofRole', { role: 'chefer' }), welcome])
  await Promise.all([installed(person), joined(person), person.say('hjælp')])
  expect(welcomesOf(person)).toHaveLength(1)
})

test('writing and installing at the same moment bring one welcome', async () => {
  const person = app.person()
  await Promise.all([installed(person), person.say('hjælp'), joined(person), person.say('hvad er følgeskab?')])
  expect(welcomesOf(person)).toHaveLength(1)
})

test('whose first word is "start" sees the welcome once, not once as the answer and once as the welcome', async () => {
  const { cards } = await app.person().say('start')
  expect(cards.map(titleOf)).toEqual([welcome])
})

test('the welcome names every municipality of the data and what is kept', async () => {
  const [card] = (await installed(app.person())).cards
  expect(textOf(card)).toContain(
    'Kerteminde Kommune\nOdder Kommune\nSkanderborg Kommune\nSorø Kommune\nSønderborg Kommune',
  )
  expect(textOf(card)).toContain(da('welcome.privacy'))
})

const removed = (person: Person) => person.event('installation-update-personal', { action: 'remove' })
const left = (person: Person) =>
  person.event('conversation-update-personal', {
    membersAdded: undefined,
    membersRemoved: [captured('conversation-update-personal').recipient],
  })
const recordOf = (person: Person) => app.rows().find(({ id }) => id === person.id)?.body

test('who removes the app and comes back is welcomed anew and keeps their profile', async () => {
  const person = app.person()
  await person.chooseProfile('odder', 'stabschef')
  expect((await removed(person)).cards).toEqual([])
  expect(recordOf(person)).toMatchObject({
    conversation: null,
    welcomedAt: null,
    framework: 'odder',
    role: 'stabschef',
    unreachable: { why: 'uninstalled' },
  })
  const { cards } = await installed(person)
  expect(cards.map(titleOf)).toEqual([welcome])
  expect(recordOf(person)).toMatchObject({
    conversation: { conversationId: person.conversationId },
    framework: 'odder',
    unreachable: null,
  })
})

test('a removal is known, whichever activities it brings and in whatever order', async () => {
  for (const order of [[left], [removed, left], [left, removed]]) {
    const person = app.person()
    await installed(person)
    for (const event of order) expect((await event(person)).cards).toEqual([])
    expect(recordOf(person)).toMatchObject({ conversation: null, unreachable: { why: 'uninstalled' } })
  }
})

test('what an upgrade of the app takes away for a moment is no removal', async () => {
  for (const actions of [
    ['remove-upgrade', 'add-upgrade'],
    ['add-upgrade', 'remove-upgrade'],
  ]) {
    const person = app.person()
    await installed(person)
    for (const action of actions)
      expect((await person.event('installation-update-personal', { action })).cards).toEqual([])
    expect(recordOf(person)).toMatchObject({ conversation: expect.anything(), unreachable: null })
  }
})

test('an upgrade of the app, and other people joining or leaving, are met with silence', async () => {
  const person = app.person()
  await installed(person)
  const others = { membersAdded: [{ id: '29:somebody' }] }
  const left = { membersAdded: undefined, membersRemoved: [{ id: '29:somebody' }] }
  const quiet = [
    await person.event('installation-update-personal', { action: 'add-upgrade' }),
    await person.event('conversation-update-personal', others),
    await person.event('conversation-update-personal', left),
    await person.event('conversation-update-personal', { membersAdded: undefined }),
  ]
  expect(quiet.map(({ status, cards }) => [status, cards])).toEqual(quiet.map(() => [200, []]))
})

test('a team is greeted once with the way to use it there, and nothing is stored of who installed it', async () => {
  const before = app.rows().filter(({ container }) => container !== 'channels')
  const events = [captured('installation-update-channel'), captured('conversation-update-channel')]
  const seen = await Promise.all(events.map((event) => app.client.post(event)))
  const greetings = seen.flatMap(({ replies }) => replies)
  expect(greetings.map(({ summary }) => summary)).toEqual([da('hello.title')])
  expect(app.rows().filter(({ container }) => container !== 'channels')).toEqual(before)
  const installer = (captured('installation-update-channel').from as { aadObjectId: string }).aadObjectId
  expect(app.rows().filter(({ json }) => json.includes(installer))).toEqual([])
})

test('the way back to a leader follows them to a new service address and conversation', async () => {
  const person = app.person()
  await installed(person)
  const conversation = { ...(person.from.conversation as object), id: 'a:another-chat' }
  await person.say('hjælp', { conversation })
  expect(app.rows().find(({ id }) => id === person.id)?.body).toMatchObject({
    conversation: {
      conversationId: 'a:another-chat',
      serviceUrl: app.connector.serviceUrl,
      userId: expect.any(String),
    },
  })
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
