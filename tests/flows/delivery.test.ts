import { type Delivery, deliveries } from '../../src/records/delivery'
import { deliveryId } from '../../src/records/ids'
import { leaders } from '../../src/records/leader'
import { reflections } from '../../src/records/reflection'
import { everyDocument } from '../../src/store/every-document'
import { startApp, type TestApp } from '../support/app'
import { type Card, cardOf } from '../support/card-text'
import { planOccasion } from '../support/occasion'
import type { Person } from '../support/person'

const tenantId = '00000000-0000-0000-0000-0000000000001'
let app: TestApp
beforeEach(async () => {
  app = await startApp()
})
afterEach(() => app.close())

async function meet(count: number): Promise<Person[]> {
  const people = Array.from({ length: count }, (_, n) => app.person(`Leder ${n}`))
  for (const person of people) await person.say('hjælp')
  app.connector.clear()
  return people
}
const plan = (people: readonly { id: string }[], campaignId = 'c1') =>
  planOccasion({
    store: app.store,
    queue: app.queue,
    tenantId,
    nowMs: app.clock.now(),
    campaign: { id: campaignId },
    recipients: people.map(({ id }) => ({ id, kind: 'leader' })),
  })
const listed = (id: string): Promise<Delivery[]> => everyDocument(app.store, deliveries, id)
const statesOf = async (id: string) => (await listed(id)).map(({ state }) => state).sort()
test('“too many requests” to an answer holds the sends as well, as long as Teams says', async () => {
  const [waiting, asking] = await meet(2)
  if (!waiting || !asking) throw new Error('nobody')
  const id = await plan([waiting])
  app.connector.fail({ status: 429, retryAfterS: 90 }, { times: 1 })
  await asking.say('hjælp')
  await app.deliver()
  expect(await statesOf(id)).toEqual([])
  await pass(1)
  expect(await statesOf(id)).toEqual([])
  await pass(1)
  expect(await statesOf(id)).toEqual(['sent'])
})

/** Lets time go by, minute by minute. */
const pass = async (minutes: number) => {
  for (let minute = 0; minute < minutes; minute++) {
    app.clock.advance(60_000)
    await app.deliver()
  }
}

test('a page of recipients is sent to, once each, with a record and a place in the journal', async () => {
  const people = await meet(2)
  const id = await plan(people)
  expect(await app.deliver()).toBe(1)
  expect(app.connector.sent()).toHaveLength(2)
  for (const { id: leaderId } of people) {
    const delivery = await app.store.get(deliveries, id, deliveryId(id, leaderId))
    expect(delivery?.document).toMatchObject({ state: 'sent', attempts: 1 } satisfies Partial<Delivery>)
    const reflection = await app.store.get(reflections, leaderId, deliveryId(id, leaderId))
    expect(reflection?.document).toMatchObject({ state: 'shown', promptId: delivery?.document.promptId })
  }
  expect(await app.deliver()).toBe(0)
})

test('the card that was sent can be answered, and the delivery knows that it was, not what', async () => {
  const [ea] = (await meet(1)) as [Person]
  const id = await plan([ea])
  await app.deliver()
  const card = cardOf(app.connector.sent()[0] ?? {}) as Card
  await ea.press(card, 'prompt.answer', { text: 'Jeg spurgte først og lyttede bagefter' })
  const [delivery] = await listed(id)
  expect(delivery?.response).toBe('answered')
  expect(JSON.stringify(delivery)).not.toMatch(/lyttede/)
  const reflection = await app.store.get(reflections, ea.id, delivery?.id ?? '')
  expect(reflection?.document).toMatchObject({ state: 'answered', text: 'Jeg spurgte først og lyttede bagefter' })
})

// What others' bots fail at (sent twice, state lost at a restart, missing recipients, blocked users, silence).

test('what one process had planned and not sent, the next one sends', async () => {
  const id = await plan(await meet(3))
  await app.restart()
  await app.deliver()
  expect(app.connector.sent()).toHaveLength(3)
  expect(await statesOf(id)).toEqual(['sent', 'sent', 'sent'])
})

test('a restart in the midst of a campaign sends nothing twice and leaves nobody out', async () => {
  const id = await plan(await meet(6))
  app.connector.fail({ status: 429, retryAfterS: 30 }, { times: 3, kinds: ['send'] })
  await app.deliver()
  await app.restart()
  await pass(3)
  const chats = app.connector.sent().map(({ conversation }) => conversation?.id)
  expect(chats).toHaveLength(6)
  expect(new Set(chats).size).toBe(6)
  expect(await statesOf(id)).toEqual(Array(6).fill('sent'))
})

test('a storm of 429 costs time, not recipients', async () => {
  const id = await plan(await meet(12))
  app.connector.fail({ status: 429, retryAfterS: 20 }, { times: 8, kinds: ['send'] })
  await app.deliver()
  await pass(10)
  expect(await statesOf(id)).toEqual(Array(12).fill('sent'))
  expect(app.connector.sent()).toHaveLength(12)
})

test('a 502 after Teams took the message is told as not known, and is not sent again', async () => {
  const id = await plan(await meet(3))
  app.connector.fail({ status: 502 }, { times: 1, kinds: ['send'] })
  await app.deliver()
  await pass(10)
  expect(await statesOf(id)).toEqual(['sent', 'sent', 'unknown'])
  expect(app.connector.requests.filter(({ kind }) => kind === 'send')).toHaveLength(3)
})

test('who has blocked the bot is not asked again until they write, and is reached after that', async () => {
  const [ea] = (await meet(1)) as [Person]
  app.connector.fail({ status: 403, body: { error: { code: 'ConversationBlockedByUser' } } }, { times: 1 })
  const first = await plan([ea], 'c1')
  await app.deliver()
  const second = await plan([ea], 'c2')
  await app.deliver()
  await ea.say('hjælp')
  expect((await app.store.get(leaders, tenantId, ea.id))?.document.unreachable).toBeNull()
  const third = await plan([ea], 'c3')
  await app.deliver()
  const states = [await listed(first), await listed(second), await listed(third)].flat()
  expect(states.map(({ state, reason }) => [state, reason])).toEqual([
    ['unreachable', 'blocked'],
    ['unreachable', 'blocked'],
    ['sent', null],
  ])
})

test('whatever goes wrong, everybody is accounted for: nobody is left out in silence', async () => {
  const people = await meet(10)
  const id = await plan(people)
  const bad: Record<number, object> = {
    2: { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } },
    4: { status: 413 },
    5: { end: 'reset' },
    6: { status: 412 },
    8: { status: 400 },
  }
  let nth = 0
  app.connector.script(({ kind }) => (kind === 'send' ? bad[++nth] : undefined))
  await app.deliver()
  await pass(10)
  expect(await statesOf(id)).toEqual(['failed', 'failed', ...Array(6).fill('sent'), 'unknown', 'unreachable'])
})

test('no name, text or address of those who are sent to reaches the log', async () => {
  const people = await meet(2)
  await plan(people)
  app.connector.fail({ status: 403, body: { error: { code: 'x', message: people[0]?.name } } }, { times: 1 })
  await app.deliver()
  expect(app.leaks()).toEqual([])
  for (const { id, conversationId } of people) {
    expect(app.logText()).not.toContain(conversationId)
    expect(app.logText()).not.toContain(id)
  }
})
