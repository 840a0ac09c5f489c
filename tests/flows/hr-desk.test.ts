import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, cardOf, fieldsIn, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

const hrConversation = '19:hr@thread.tacv2'
const hrId = '10000000-0000-4000-8000-000000000001'
const inHr = { conversation: { id: `${hrConversation};messageid=7`, conversationType: 'channel' } }
const words = 'Jeg vil gerne tale om min ledergruppe.'
let app: TestApp
let hr: Person
beforeAll(async () => {
  app = await startApp({ env: { PEJLING_HR_CONVERSATION: hrConversation, PEJLING_HR_IDS: hrId } })
  hr = app.person('Bente fra HR')
  await hr.chooseProfile('odder', 'stabschef')
})
afterAll(() => app.close())
afterEach(() => app.connector.heal())

const sentToHr = () => app.connector.sent(hrConversation)
const newestAtHr = () => cardOf(sentToHr().at(-1) ?? {})
const updatesOf = (id: unknown) =>
  app.connector.requests
    .filter(({ kind, activityId }) => kind === 'update' && activityId === id)
    .map(({ body }) => cardOf(body))
const stored = (person: Person) =>
  app.rows().find((row) => row.container === 'helpRequests' && row.body.leaderId === person.id)?.body
const askedAtDesk = async (text = 'henvendelser') => (await hr.mention(text, inHr)).cards[0] as Card

let number = 0
/** A leader whose message has come to HR. */
async function written(name: string, text = words): Promise<Person> {
  const person = app.person(name)
  await person.chooseProfile('odder', 'stabschef')
  number += 1
  const preview = (await person.send('hr.preview', { text })).replaced as Card
  await person.press(preview, 'hr.send', {}, { replyToId: `leader-${number}` })
  return person
}

test('what is written behind “tal med HR:” is in the form, and nothing is sent yet', async () => {
  const before = sentToHr().length
  const person = app.person()
  await person.chooseProfile('odder', 'stabschef')
  const form = await person.ask('tal med HR: må jeg få nogen til at ringe?')
  expect([titleOf(form), fieldsIn(form).text]).toEqual([da('hr.title'), 'må jeg få nogen til at ringe?'])
  expect([stored(person), sentToHr().length]).toEqual([undefined, before])
  // The words are the person's own: they go with their data.
  const ask = await person.ask('slet mine data')
  const empties = app.connector.requests.length
  await person.press(ask, 'data.erase')
  const emptied = app.connector.requests.slice(empties).filter(({ kind }) => kind === 'update')
  expect(emptied.length).toBeGreaterThan(0)
})

test('who is in trouble and addresses HR is met with people, and the form holds the words', async () => {
  const person = app.person()
  const { cards } = await person.say('tal med HR: jeg kan ikke mere og vil ikke leve længere')
  expect(cards.map(titleOf)).toContain(da('hr.title'))
  expect(cards.map((card) => textOf(card)).join()).toMatch(/112/)
})

test('the open messages are listed where HR is, the oldest first, with whom they are', async () => {
  const ea = await written('Ea Holm')
  app.clock.advance(60_000)
  await written('Bo Lund')
  const card = newestAtHr()
  await hr.press(card, 'desk.take', {}, inHr)
  const list = await askedAtDesk()
  expect(titleOf(list)).toBe(da('requests.title'))
  const said = textOf(list)
  expect(said.indexOf('Ea Holm')).toBeLessThan(said.indexOf('Bo Lund'))
  expect(said).toMatch(saying('desk.state.takenBy', { name: 'Bente fra HR' }))
  expect(said).not.toContain(words)
  // Brought up again, there is still one card of it.
  const cardId = () => (stored(ea)?.hrCard as { id: string } | undefined)?.id
  const old = cardId()
  const shown = await hr.press(list, 'desk.show', { requestId: stored(ea)?.id }, inHr)
  expect(titleOf(shown.replaced)).toBe(da('requests.title'))
  expect(textOf(newestAtHr())).toContain(words)
  expect(cardId()).not.toBe(old)
  expect(updatesOf(old).map(titleOf)).toEqual([da('deskMoved.title')])
  await hr.press(newestAtHr(), 'desk.close', {}, inHr)
  expect(textOf(await askedAtDesk('åbne beskeder'))).not.toContain('Ea Holm')
})

test('in their own chat one of HR sees who waits, and opens nothing there', async () => {
  await written('Ib Skov')
  const list = await hr.ask('henvendelser')
  expect(textOf(list)).toContain('Ib Skov')
  expect(textOf(list)).toContain(da('requests.textElsewhere'))
  expect(textOf(list)).not.toContain(words)
  expect(buttonsOf(list)).toEqual([])
  const requestId = app.rows().find(({ container }) => container === 'helpRequests')?.id
  const { answer } = await hr.send('desk.show', { requestId })
  expect(JSON.stringify(answer.body)).not.toContain('ledergruppe')
})

test('nobody else is told who has written to HR', async () => {
  await written('Ib Skov')
  const leader = app.person()
  for (const text of ['henvendelser', 'beskeder til HR']) {
    const card = await leader.ask(text)
    expect([titleOf(card), textOf(card).includes('Ib Skov')]).toEqual([da('access.refused.title'), false])
  }
  const elsewhere = (await leader.mention('henvendelser')).cards
  expect(elsewhere.map(titleOf)).toEqual([da('privateHr.title')])
  const inside = await leader.mention('henvendelser', inHr)
  expect(inside.cards.map((card) => textOf(card)).join()).not.toContain('Ib Skov')
})

test('the leader sees who of HR has taken it, and who answers', async () => {
  const person = await written('Åse Bæk')
  const requestId = stored(person)?.id
  const taken = await hr.press(newestAtHr(), 'desk.take', {}, inHr)
  const state = (await person.send('hr.status', { requestId })).replaced
  expect(textOf(state)).toContain(da('hr.state.takenBy', { name: 'Bente fra HR' }))
  await hr.press(taken.replaced as Card, 'desk.answer', { text: 'Kom forbi.' }, inHr)
  const answer = cardOf(app.connector.sent(person.conversationId).at(-1) ?? {})
  expect(textOf(answer)).toContain(da('hr.answer.headingBy', { name: 'Bente fra HR' }))
})

describe('three working days without an answer', () => {
  const remind = () => app.tick()
  const reminders = () =>
    sentToHr()
      .map((message) => cardOf(message))
      .filter((card) => textOf(card).includes(da('requests.remind.text')))

  test('HR is reminded, once, in one card, of what nobody has answered', async () => {
    await remind()
    const before = reminders().length
    const [one, two, answered, closed] = [
      await written('Ejnar Et'),
      await written('Tove To'),
      await written('Svend Svaret'),
      await written('Lone Lukket'),
    ]
    const cardsOf = (person: Person) =>
      sentToHr()
        .map((message) => cardOf(message))
        .filter((card) => textOf(card).includes(person.name))
    await hr.press(cardsOf(answered).at(-1) as Card, 'desk.answer', { text: 'Ja.' }, inHr)
    await hr.press(cardsOf(closed).at(-1) as Card, 'desk.close', {}, inHr)
    app.clock.advance(2 * 24 * 3600_000)
    await remind()
    expect(reminders()).toHaveLength(before)
    app.clock.advance(5 * 24 * 3600_000)
    app.connector.fail({ status: 403 }, { times: 1, kinds: ['send'] })
    await remind()
    expect(reminders().length).toBeLessThanOrEqual(before + 1)
    for (const _ of [1, 2, 3]) {
      app.clock.advance(5 * 3600_000)
      await remind()
    }
    const said = reminders()
      .map((card) => textOf(card))
      .join('\n')
    for (const { name } of [one, two]) expect(said.split(`${name},`)).toHaveLength(2)
    for (const { name } of [answered, closed]) expect(said).not.toContain(`${name},`)
    const list = await hr.press(reminders().at(-1) as Card, 'desk.list', {}, inHr)
    expect(titleOf(list.replaced)).toBe(da('requests.title'))
  })
})

test('nothing that anybody said is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
