import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, cardOf, markdownOf, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, en, saying } from '../support/said'

const hrConversation = '19:hr@thread.tacv2'
const hrId = '10000000-0000-4000-8000-000000990001'
const inHr = { conversation: { id: `${hrConversation};messageid=7`, conversationType: 'channel' } }
const words = 'Jeg vil gerne tale om min ledergruppe.'
let app: TestApp
beforeAll(async () => {
  app = await startApp({ env: { PEJLING_HR_CONVERSATION: hrConversation } })
})
afterAll(() => app.close())
afterEach(() => app.connector.heal())

let cardNumber = 0
/** A leader with the preview before them, pressed from a card of their own. */
async function leader(text = words) {
  const person = app.person()
  await person.chooseProfile('odder', 'stabschef')
  const form = await person.ask('tal med HR')
  const preview = (await person.press(form, 'hr.preview', { text })).replaced as Card
  cardNumber += 1
  const on = { replyToId: `state-${cardNumber}` }
  return { person, preview, on }
}
const sentToHr = () => app.connector.sent(hrConversation)
const updatesOf = (id: string) =>
  app.connector.requests
    .filter(({ kind, activityId }) => kind === 'update' && activityId === id)
    .map(({ body }) => cardOf(body))
const stored = (person: Person) =>
  app
    .rows()
    .filter((row) => row.container === 'helpRequests' && row.body.leaderId === person.id)
    .map(({ body }) => body)

/** Sends it; with it comes HR's card and somebody of HR. */
async function sentRequest() {
  const made = await leader()
  const { replaced } = await made.person.press(made.preview, 'hr.send', {}, made.on)
  const hrCard = cardOf(sentToHr().at(-1) ?? {})
  return { ...made, state: replaced as Card, hrCard, hr: app.person('Bo fra HR') }
}

test('what will be sent is shown first, and nothing is stored or sent until then', async () => {
  const before = sentToHr().length
  const { person, preview } = await leader()
  expect(textOf(preview)).toContain(`${person.name}\n${da('hr.message')}\n${words}`)
  expect(buttonsOf(preview).map(({ title }) => title)).toEqual([da('hr.send'), da('hr.edit'), da('hr.cancel')])
  expect([stored(person), sentToHr().length]).toEqual([[], before])
  const form = (await person.press(preview, 'hr.write')).replaced as Card
  expect(JSON.stringify(form)).toContain(words)
  expect(titleOf((await person.press(preview, 'hr.cancel')).replaced)).toBe(da('hrCancelled.title'))
})

test('“Send” stores the request and posts name and text to HR’s conversation, nothing else and nowhere else', async () => {
  const { person, state, hrCard } = await sentRequest()
  expect(titleOf(state)).toBe(da('hr.state.new'))
  expect(stored(person)).toMatchObject([{ state: 'new', delivery: 'sent', text: words, ttl: expect.any(Number) }])
  expect(textOf(hrCard)).toContain(words)
  expect(titleOf(hrCard)).toBe(da('desk.title', { name: person.name }))
  expect(JSON.stringify(hrCard)).not.toContain(person.id)
  expect(JSON.stringify(hrCard)).not.toMatch(/odder|stabschef/i)
  const places = app.connector.requests.filter(({ body }) => JSON.stringify(body).includes(words))
  expect(new Set(places.map(({ conversationId }) => conversationId))).toEqual(new Set([hrConversation]))
})

test('pressed twice, twice at once, or by Action.Submit too: HR gets it once', async () => {
  const { person, preview, on } = await leader()
  const before = sentToHr().length
  await Promise.all([person.press(preview, 'hr.send', {}, on), person.press(preview, 'hr.send', {}, on)])
  await person.submit(preview, 'hr.send', {}, on)
  expect([sentToHr().length - before, stored(person).length]).toEqual([1, 1])
})

test('posting that fails is told, and the same card tries again', async () => {
  const { person, preview, on } = await leader()
  app.connector.script(({ conversationId }) => (conversationId === hrConversation ? { status: 403 } : undefined))
  const failed = (await person.press(preview, 'hr.send', {}, on)).replaced as Card
  expect(titleOf(failed)).toBe(da('hr.delivery.failed'))
  expect(stored(person)).toMatchObject([{ delivery: 'failed', text: words }])
  app.connector.heal()
  const before = sentToHr().length
  const again = (await person.press(failed, 'hr.send', {}, on)).replaced as Card
  expect([titleOf(again), sentToHr().length - before]).toEqual([da('hr.state.new'), 1])
})

test('where it may have arrived, the leader decides; HR pressing the card settles that it did', async () => {
  const { person, preview, on } = await leader()
  app.connector.script(({ conversationId, kind }) =>
    conversationId === hrConversation && kind !== 'update' ? { status: 502 } : undefined,
  )
  const unsure = (await person.press(preview, 'hr.send', {}, on)).replaced as Card
  expect(titleOf(unsure)).toBe(da('hr.delivery.unknown'))
  const requestId = stored(person)[0]?.id
  await app.person().send('desk.take', { requestId }, { ...inHr, replyToId: 'hr-card' })
  expect(stored(person)).toMatchObject([{ state: 'taken', delivery: 'sent', hrCard: { id: 'hr-card' } }])
})

test('a process that died between storing and posting can be tried again after a minute', async () => {
  const { person, preview, on } = await leader()
  app.connector.script(({ conversationId }) => (conversationId === hrConversation ? { end: 'hang' } : undefined))
  const first = person.press(preview, 'hr.send', {}, on)
  await app.connector.waitFor(
    ({ conversationId, body }) => conversationId === hrConversation && JSON.stringify(body).includes(person.name),
  )
  expect(titleOf((await person.press(preview, 'hr.send', {}, on)).replaced)).toBe(da('hr.delivery.sending'))
  app.clock.advance(61_000)
  app.connector.heal()
  expect(titleOf((await person.press(preview, 'hr.send', {}, on)).replaced)).toBe(da('hr.state.new'))
  await first
})

test.each([
  ['nothing', ' ', da('hr.fault.empty')],
  ['too much', 'x'.repeat(2001), da('hr.fault.tooLong', { most: 2000 })],
])('a message of %s is refused in words', async (_what, text, said) => {
  const person = app.person()
  const form = await person.ask('tal med HR')
  expect((await person.press(form, 'hr.preview', { text })).notice).toContain(said)
})

test('taken, answered and closed are shown to both, and the answer comes in the leader’s own chat', async () => {
  const { person, hrCard, hr, on } = await sentRequest()
  const taken = (await hr.press(hrCard, 'desk.take', {}, inHr)).replaced as Card
  expect(textOf(taken)).toContain(da('desk.state.takenBy', { name: 'Bo fra HR' }))
  expect(updatesOf(on.replyToId).map(titleOf)).toEqual([da('hr.state.taken')])

  const answered = (await hr.press(taken, 'desk.answer', { text: 'Ring til mig i morgen.' }, inHr)).replaced as Card
  expect(textOf(answered)).toContain('Ring til mig i morgen.')
  const answer = cardOf(app.connector.sent(person.conversationId).at(-1) ?? {})
  expect(titleOf(answer)).toBe(da('hr.answer.title'))
  expect(textOf(answer)).toContain('Ring til mig i morgen.')
  expect(textOf(answer)).toContain(words)
  expect(textOf(updatesOf(on.replyToId).at(-1))).toContain(da('hr.reply.answered'))

  const closed = (await hr.press(answered, 'desk.close', {}, inHr)).replaced as Card
  expect([textOf(closed).includes(da('desk.state.closed')), buttonsOf(closed)]).toEqual([true, []])
  expect(titleOf(updatesOf(on.replyToId).at(-1))).toBe(da('hr.state.closed'))
  expect(textOf(updatesOf(on.replyToId).at(-1))).toContain(da('hr.reply.answered'))
  expect(stored(person)).toMatchObject([{ state: 'closed', answers: [{ delivery: 'sent' }] }])
  // An answer pressed on an old card comes too late, and says so.
  expect((await hr.press(answered, 'desk.answer', { text: 'En ting mere.' }, inHr)).notice).toContain('afsluttet')
})

describe('a request that HR closes without an answer', () => {
  const told = (person: Person) =>
    app.connector
      .sent(person.conversationId)
      .map(cardOf)
      .filter((card) => textOf(card).includes(da('hr.reply.unanswered')))

  test('is told with a message in the leader’s chat, and no card goes on promising a reply', async () => {
    const { person, hrCard, hr, on } = await sentRequest()
    await hr.press(hrCard, 'desk.close', {}, inHr)
    const [message] = told(person)
    expect(titleOf(message)).toBe(da('hr.state.closed'))
    expect(textOf(message)).toMatch(saying('hr.reply.which', { when: '10\\. marts 2026.*' }))
    // Nothing that the leader wrote: there is nothing in it to be emptied later.
    expect(JSON.stringify(message)).not.toContain(words)
    const card = updatesOf(on.replyToId).at(-1)
    expect(textOf(card)).not.toContain(da('hr.state.text'))
    expect([message, card].map((each) => buttonsOf(each).map(({ title }) => title))).toEqual([
      [da('hr.again')],
      [da('hr.again')],
    ])
    const again = (await person.press(message as Card, 'hr.write')).cards[0]
    expect(titleOf(again)).toBe(da('hr.title'))
  })

  test('is told once, however often and by whomever it is closed', async () => {
    const { person, hrCard, hr } = await sentRequest()
    await Promise.all([1, 2].map(() => hr.press(hrCard, 'desk.close', {}, inHr)))
    await app.person().press(hrCard, 'desk.close', {}, inHr)
    expect(told(person)).toHaveLength(1)
  })

  test('is told in the leader’s language', async () => {
    const { person, hrCard, hr, on } = await sentRequest()
    await person.say('english')
    await hr.press(hrCard, 'desk.close', {}, inHr)
    const message = cardOf(app.connector.sent(person.conversationId).at(-1) ?? {})
    expect(titleOf(message)).toBe(en('hr.state.closed'))
    expect(textOf(message)).toContain(en('hr.reply.unanswered'))
    expect(textOf(updatesOf(on.replyToId).at(-1))).toContain(en('hr.reply.unanswered'))
  })

  test('is closed for HR also where the leader cannot be told', async () => {
    const { person, hrCard, hr } = await sentRequest()
    app.connector.script(({ conversationId }) =>
      conversationId === person.conversationId ? { status: 403 } : undefined,
    )
    const { replaced } = await hr.press(hrCard, 'desk.close', {}, inHr)
    expect(textOf(replaced)).toContain(da('desk.state.closed'))
    expect(stored(person)).toMatchObject([{ state: 'closed' }])
  })
})

test('closed with an answer, there is no other message than the answer', async () => {
  const { person, hrCard, hr } = await sentRequest()
  const answered = (await hr.press(hrCard, 'desk.answer', { text: 'Kom forbi.' }, inHr)).replaced as Card
  const before = app.connector.sent(person.conversationId).length
  await hr.press(answered, 'desk.close', {}, inHr)
  expect(app.connector.sent(person.conversationId)).toHaveLength(before)
})

test('closed with an answer that did not reach the leader, that is what they are told', async () => {
  const { person, hrCard, hr, on } = await sentRequest()
  app.connector.script(({ conversationId }) => (conversationId === person.conversationId ? { status: 403 } : undefined))
  const failed = (await hr.press(hrCard, 'desk.answer', { text: 'Kom forbi i dag.' }, inHr)).replaced as Card
  app.connector.heal()
  const closed = (await hr.press(failed, 'desk.close', {}, inHr)).replaced as Card
  const message = cardOf(app.connector.sent(person.conversationId).at(-1) ?? {})
  expect(textOf(message)).toContain(da('hr.reply.undelivered'))
  expect(textOf(updatesOf(on.replyToId).at(-1))).toContain(da('hr.reply.undelivered'))
  await hr.press(closed, 'desk.resend', {}, inHr)
  expect(textOf(updatesOf(on.replyToId).at(-1))).toContain(da('hr.reply.answered'))
})

test('the leader can ask how it stands', async () => {
  const { person, state, hrCard, hr } = await sentRequest()
  await hr.press(hrCard, 'desk.take', {}, inHr)
  expect(titleOf((await person.press(state, 'hr.status')).replaced)).toBe(da('hr.state.taken'))
})

test('an answer pressed twice is one answer, and two different ones from the same card do not pass each other', async () => {
  const { person, hrCard, hr } = await sentRequest()
  const before = app.connector.sent(person.conversationId).length
  const press = (text: string) => hr.press(hrCard, 'desk.answer', { text }, inHr)
  await Promise.all([press('Vi ses på torsdag.'), press('Vi ses på torsdag.')])
  expect((await press('Nej, på fredag er bedre.')).notice).toContain(da('desk.answeredMeanwhile'))
  expect(app.connector.sent(person.conversationId).length - before).toBe(1)
})

test('an answer that does not reach the leader is marked in HR’s card and can be sent again', async () => {
  const { person, hrCard, hr } = await sentRequest()
  app.connector.script(({ conversationId }) => (conversationId === person.conversationId ? { status: 403 } : undefined))
  const failed = (await hr.press(hrCard, 'desk.answer', { text: 'Kom forbi i dag.' }, inHr)).replaced as Card
  expect(textOf(failed)).toMatch(saying('desk.answer.failed'))
  app.connector.heal()
  const again = (await hr.press(failed, 'desk.resend', {}, inHr)).replaced as Card
  expect(textOf(again)).not.toMatch(saying('desk.answer.failed'))
  expect(titleOf(cardOf(app.connector.sent(person.conversationId).at(-1) ?? {}))).toBe(da('hr.answer.title'))
})

test.each(['desk.take', 'desk.close', 'desk.answer'])(
  '%s outside HR’s conversation does nothing and tells nothing',
  async (verb) => {
    const { person, hrCard } = await sentRequest()
    const other = app.person()
    for (const where of [{}, { conversation: { id: '19:other@thread.tacv2', conversationType: 'channel' } }]) {
      const seen = await other.press(hrCard, verb, { text: 'Et svar fra en fremmed' }, where)
      expect(seen.notice).toBe(da('error.forbidden'))
      expect(JSON.stringify(seen.answer.body)).not.toContain(words)
    }
    expect(stored(person)).toMatchObject([{ state: 'new', answers: [] }])
  },
)

test('where HR’s people are named, only they may press', async () => {
  const named = await startApp({ env: { PEJLING_HR_CONVERSATION: hrConversation, PEJLING_HR_IDS: hrId } })
  try {
    const person = named.person()
    const preview = (await person.press(await person.ask('tal med HR'), 'hr.preview', { text: words })).replaced as Card
    await person.press(preview, 'hr.send')
    const hrCard = cardOf(named.connector.sent(hrConversation)[0] ?? {})
    const hr = named.person('Bo fra HR')
    expect((await hr.press(hrCard, 'desk.take', {}, inHr)).notice).toBe(da('error.forbidden'))
    const from = { id: '29:hr', name: 'Bo fra HR', aadObjectId: hrId }
    expect(textOf((await hr.press(hrCard, 'desk.take', {}, { ...inHr, from })).replaced)).toMatch(
      saying('desk.state.takenBy'),
    )
    expect(named.leaks()).toEqual([])
  } finally {
    await named.close()
  }
})

test('one leader cannot see, resend or change another’s request by its id', async () => {
  const { person } = await sentRequest()
  const requestId = stored(person)[0]?.id
  const other = app.person()
  for (const verb of ['hr.status', 'hr.send']) {
    const seen = await other.send(verb, { requestId, text: 'Min egen tekst her' })
    expect(seen.notice).toContain(da('hr.gone'))
  }
  expect(stored(person)).toMatchObject([{ text: words }])
})

test('without a conversation of HR’s the leader is told whom to contact', async () => {
  for (const [env, said] of [
    [{ PEJLING_CONTACT: 'HR, lokal 1234' }, da('hrContact.text', { contact: 'HR, lokal 1234' })],
    [{}, da('hrNobody.text')],
  ] as const) {
    const bare = await startApp({ env })
    try {
      expect(textOf(await bare.person().ask('tal med HR'))).toContain(said)
    } finally {
      await bare.close()
    }
  }
})

test('what a leader writes is shown as text in every card', async () => {
  const text = '**fed** <at>Alle</at> {{DATE(2020-01-01T00:00:00Z,SHORT)}} [x](https://ond.dk)'
  const { person, preview, on } = await leader(text)
  const { replaced } = await person.press(preview, 'hr.send', {}, on)
  for (const card of [preview, replaced, cardOf(sentToHr().at(-1) ?? {})]) {
    expect(textOf(card).replaceAll('\u2060', '')).toContain(text)
    expect(textOf(card)).not.toMatch(/<at>|\{\{/)
    expect(markdownOf(card)).not.toContain('**fed**')
  }
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
