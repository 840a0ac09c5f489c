import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da } from '../support/said'

// Teams delivers a message again under its id, and a press under a new one (docs/teams-facts.md#the-same-activity-twice).

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

async function leader(): Promise<Person> {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  return person
}
const kept = ({ id }: Person) => app.rows().filter((row) => row.container === 'reflections' && row.partition === id)

test.each(['giv mig et spørgsmål', 'giv mig et spørgsmål om uddelegering'])(
  '“%s” delivered twice is one prompt and one card',
  async (text) => {
    const person = await leader()
    const first = await person.say(text, { id: `again ${text}` })
    const second = await person.say(text, { id: `again ${text}` })
    expect([first.cards.length, second.status, second.cards, kept(person).length]).toEqual([1, 200, [], 1])
  },
)

test.each(['giv mig et spørgsmål', 'giv mig et spørgsmål om uddelegering'])(
  '“%s” delivered again to another instance finds the prompt that was given',
  async (text) => {
    const person = await leader()
    const first = await person.ask(text, { id: `elsewhere ${text}` })
    await app.restart()
    const second = await person.ask(text, { id: `elsewhere ${text}` })
    expect([textOf(second), kept(person).length]).toEqual([textOf(first), 1])
    expect(kept(person)[0]?.json).not.toContain('elsewhere')
  },
)

test('said once more it is another', async () => {
  const person = await leader()
  for (const id of ['said', 'said anew']) await person.say('giv mig et spørgsmål', { id })
  expect(kept(person)).toHaveLength(2)
})

test('delivered twice at the same moment it is one prompt', async () => {
  const person = await leader()
  await Promise.all([1, 2].map(() => person.say('giv mig et spørgsmål', { id: 'at once' })))
  expect([app.connector.repliesTo('at once').length, kept(person).length]).toEqual([1, 1])
})

test('the same id in another chat, and after ten minutes, is another message', async () => {
  const [one, other] = [await leader(), await leader()]
  const id = 'an id'
  const titles = []
  for (const person of [one, other]) titles.push(titleOf(await person.ask('hjælp', { id })))
  app.clock.advance(11 * 60_000)
  titles.push(titleOf(await one.ask('hjælp', { id })))
  expect(titles).toEqual(Array(3).fill(da('answer.help.title')))
})

test('a press that comes again under a new id is one prompt; pressed anew later, or on another card, it is another', async () => {
  const person = await leader()
  const press = (replyToId: string) => person.send('prompt.request', { statementIds: [] }, { replyToId })
  const first = await press('card')
  app.clock.advance(16_000)
  const again = await press('card')
  expect([textOf(again.cards[0]), kept(person).length]).toEqual([textOf(first.cards[0]), 1])
  await press('another card')
  app.clock.advance(31_000)
  await press('card')
  expect(kept(person)).toHaveLength(3)
})

const told = 'Jeg lod dem selv finde en løsning, og det gik fint i dag.'
async function offered(id: string) {
  const person = await leader()
  await person.getPrompt()
  app.clock.advance(60_000)
  const { cards, answer } = await person.say(told, { id })
  expect(cards.map(titleOf)).toEqual([da('offer.title')])
  return { person, card: cards[0] as Card, sent: answer.replies.length }
}
const edit = (person: Person, id: string, text: string) => person.event('message-edited-personal', { id, text })
const updates = ({ conversationId }: Person) =>
  app.connector.requests.filter((request) => request.kind === 'update' && request.conversationId === conversationId)
const lastUpdate = (person: Person) =>
  textOf(updates(person).at(-1)?.body.attachments?.[0]?.content as Card | undefined)

test('a message that was offered to keep and then edited is offered anew, and “gem” keeps what stands now', async () => {
  const { person } = await offered('edited')
  const { cards } = await edit(person, 'edited', told.replace('selv', 'IKKE selv'))
  expect(cards.map(titleOf)).toEqual([da('offer.title')])
  expect(textOf(cards[0])).toContain('IKKE selv')
  expect(lastUpdate(person)).toContain(da('offerEdited.title'))
  await person.say('gem')
  expect(kept(person)).toMatchObject([{ body: { text: told.replace('selv', 'IKKE selv') } }])
})

test('a message that was deleted and taken back is offered no more, and “gem” keeps nothing of it', async () => {
  const { person } = await offered('taken back')
  await person.event('message-deleted-personal', { id: 'taken back' })
  const tenant = { id: '00000000-0000-0000-0000-0000000000001' }
  const back = { id: 'taken back', text: told, channelData: { eventType: 'undeleteMessage', tenant } }
  const { status, cards } = await person.event('message-edited-personal', back)
  expect([status, cards]).toEqual([200, []])
  await person.say('gem')
  expect(kept(person)).toMatchObject([{ body: { state: 'shown' } }])
})

test.each<readonly [string, (person: Person, id: string) => Promise<unknown>]>([
  ['deleted', (person, id) => person.event('message-deleted-personal', { id })],
  ['emptied', (person, id) => edit(person, id, ' ')],
  ['edited to “gem”', (person, id) => edit(person, id, 'gem')],
  [
    'edited, where the new offer could not be sent',
    async (person, id) => {
      app.connector.fail({ status: 500 }, { times: 1, kinds: ['reply'] })
      await edit(person, id, told.replace('selv', 'IKKE selv'))
    },
  ],
])('a message that was offered to keep and then %s is not kept', async (how, change) => {
  const { person } = await offered(how)
  await change(person, how)
  expect(lastUpdate(person)).not.toContain('gik fint')
  await person.say('gem')
  expect(kept(person)).toMatchObject([{ body: { state: 'shown' } }])
  expect(kept(person)[0]?.body.text).toBeUndefined()
})

test.each<readonly [string, (person: Person) => Promise<unknown>]>([
  ['an edit of another message', (person) => edit(person, 'another', 'noget andet')],
  ['a deletion of another', (person) => person.event('message-deleted-personal', { id: 'another' })],
  [
    'a deletion in a channel',
    (person) =>
      person.event('message-deleted-personal', {
        id: 'kept',
        conversation: { id: '19:x', conversationType: 'channel' },
      }),
  ],
])('%s leaves the offer, and is answered with nothing', async (_what, change) => {
  const { person } = await offered('kept')
  const before = app.connector.count()
  await change(person)
  expect(app.connector.count()).toBe(before)
  expect(titleOf(await person.ask('gem'))).toBe(da('prompt.answered.title'))
})

test('a message that is edited to say that somebody cannot go on is met with people to turn to', async () => {
  const person = await leader()
  await person.say('hvad forventes der af mig?', { id: 'a question' })
  const { cards } = await edit(person, 'a question', 'jeg kan ikke mere, jeg har lyst til at dø')
  expect(cards).toHaveLength(1)
  expect(buttonsOf(cards[0]).map(({ verb }) => verb)).not.toContain('ask')
  expect(textOf(cards[0])).toMatch(/ring.112/)
})

test('an edited question stands as it was answered, and nothing of an edit is in the log', async () => {
  const person = await leader()
  await person.say('hvad forventes der af mig?', { id: 'asked' })
  const { cards, status } = await edit(person, 'asked', 'hvad forventes der af en direktør?')
  expect([status, cards]).toEqual([200, []])
  expect(app.leaks()).toEqual([])
})
