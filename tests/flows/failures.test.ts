import { AppError } from '../../src/errors'
import type { Store } from '../../src/store/store'
import { startApp, type TestApp } from '../support/app'
import { type Card, fieldsIn, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

let app: TestApp
/** The store's methods that fail now, and with what. */
let failing: { methods: readonly (keyof Store)[]; error: () => unknown; answer?: object } | undefined

beforeAll(async () => {
  app = await startApp({ wrapStore: faulty, timeoutMs: 300 })
})
afterAll(() => app.close())
afterEach(() => {
  failing = undefined
  app.connector.heal()
})

/** The store, except that what is named in `failing` throws. */
function faulty(store: Store): Store {
  return new Proxy(store, {
    get: (target, name: keyof Store) =>
      failing?.methods.includes(name) ? async () => failing?.answer ?? Promise.reject(failing?.error()) : target[name],
  })
}

const words = 'Jeg vil give dem mere plads til at lykkes'
const unavailable = () => new AppError('unavailable', 'The store cannot be reached')
const down = { methods: ['get', 'create', 'replace', 'list', 'check'], error: unavailable } as const
const kept = (person: Person) =>
  app.rows().filter((row) => row.container === 'reflections' && row.partition === person.id)

async function leader(): Promise<{ person: Person; card: Card }> {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'leder-af-leder')
  return { person, card: await person.getPrompt() }
}

describe.each([
  ['is away', down],
  ['can be read, not written', { methods: ['replace', 'create'], error: unavailable }],
] as const)('while the store %s', (_how, fault) => {
  test('an answer is not lost in silence: the leader is told, the card keeps it, and pressing again later keeps it', async () => {
    const { person, card } = await leader()
    failing = fault
    const executed = await person.press(card, 'prompt.answer', { text: words })
    const submitted = await person.submit(card, 'prompt.answer', { text: words })
    for (const { status, replaced, cards } of [executed, submitted])
      expect([status, fieldsIn(replaced).text, cards]).toEqual([200, words, []])
    const said = [executed.notice, submitted.notice]
    for (const text of said) expect(text).toMatch(saying('error.unavailable', { reference: '[0-9A-Z]{6}' }))
    // The number stands in the log beside the cause.
    const references = said.map((text) => /nummer ([0-9A-Z]{6})/.exec(text ?? '')?.[1])
    for (const reference of references)
      expect(app.logLines().find((line) => line.reference === reference)).toMatchObject({
        error: { code: 'unavailable' },
      })
    expect(kept(person)).toMatchObject([{ body: { state: 'shown' } }])
    failing = undefined
    const again = executed.replaced as Card
    expect(titleOf((await person.press(again, 'prompt.answer', fieldsIn(again))).replaced)).toBe(
      da('prompt.answered.title'),
    )
  })

  test('a prompt is not shown that could not be recorded', async () => {
    const { person } = await leader()
    failing = fault
    expect(titleOf(await person.ask('giv mig et spørgsmål'))).toBe(da('error.title'))
  })
})

test('while the store is away a leader who chose English is told in English', async () => {
  const { person, card } = await leader()
  await person.say('english')
  failing = { methods: ['replace'], error: unavailable }
  const { notice } = await person.press(card, 'prompt.answer', { text: words })
  expect(notice).toMatch(saying('error.unavailable', {}, 'en'))
})

test('while the store is away a question is answered as a stranger’s, /readyz says so, and all is as before when it is back', async () => {
  const { person } = await leader()
  failing = down
  const health = async (path: string) => (await fetch(`${app.url}${path}`)).status
  const { status, cards } = await person.say('Hvad forventes der af en direktør i Odder?')
  expect([status, cards.slice(1).map(titleOf)]).toEqual([200, [da('profileUnread.title')]])
  expect(textOf(cards[0])).toContain('Odder Kommune')
  expect([await health('/healthz'), await health('/readyz')]).toEqual([200, 503])
  failing = undefined
  expect(titleOf(await person.ask('Hvad forventes der af mig?'))).toBe(
    da('answer.expectations.asRole', { role: 'leder af leder' }),
  )
})

test('a store that does not answer at all keeps a question waiting for some seconds, not for the whole turn', async () => {
  const { person } = await leader()
  failing = { methods: down.methods, error: unavailable, answer: new Promise(() => undefined) }
  const start = performance.now()
  const { cards } = await person.say('Hvad forventes der af en direktør i Odder?')
  expect(performance.now() - start).toBeLessThan(9000)
  expect(textOf(cards[0])).toContain('Odder Kommune')
  expect(cards.slice(1).map(titleOf)).toEqual([da('profileUnread.title')])
})

test('a fault that nobody foresaw is told without its text, with the number that is in the log', async () => {
  const { person, card } = await leader()
  failing = { methods: ['replace'], error: () => new Error(`hemmelig fejltekst om ${words}`) }
  const { status, notice, replaced } = await person.press(card, 'prompt.answer', { text: words })
  expect([status, fieldsIn(replaced).text]).toEqual([200, words])
  const reference = /nummer ([0-9A-Z]{6})/.exec(notice ?? '')?.[1]
  expect(app.logLines().find((line) => line.reference === reference)).toMatchObject({ message: 'turn failed' })
  expect(`${notice} ${app.logText()}`).not.toContain('hemmelig')
})

test('a record that others keep changing is given up on in words, and the card keeps the answer', async () => {
  const { person, card } = await leader()
  failing = { methods: ['replace'], error: () => undefined, answer: { status: 'changed' } }
  const { notice, replaced } = await person.press(card, 'prompt.answer', { text: words })
  expect([notice, fieldsIn(replaced).text]).toEqual([expect.stringContaining(da('error.conflict')), words])
})

describe('while Teams answers 503', () => {
  test('a reply is sent once and not again, and the next question is answered', async () => {
    const { person } = await leader()
    for (const text of [
      'Hvad forventes der af mig?',
      'giv mig et spørgsmål',
      'mine refleksioner',
      'english',
      'dansk',
    ]) {
      app.connector.fail({ status: 503 })
      const before = app.connector.count()
      const seen = await person.say(text)
      expect([text, seen.status, seen.cards, app.connector.count() - before]).toEqual([text, 200, [], 1])
      app.connector.heal()
    }
    expect(titleOf(await person.ask('hjælp'))).toBe(da('answer.help.title'))
  })

  test('an answer by Action.Execute needs no message, so it is kept and confirmed', async () => {
    const { person, card } = await leader()
    app.connector.fail({ status: 503 })
    const before = app.connector.count()
    expect(titleOf((await person.press(card, 'prompt.answer', { text: words })).replaced)).toBe(
      da('prompt.answered.title'),
    )
    expect(app.connector.count()).toBe(before)
  })

  test('an answer by Action.Submit is kept although its receipt cannot be shown', async () => {
    const { person, card } = await leader()
    app.connector.fail({ status: 503 })
    expect((await person.submit(card, 'prompt.answer', { text: words })).status).toBe(200)
    expect(kept(person)).toMatchObject([{ body: { state: 'answered', text: words } }])
  })

  test('a button whose new card cannot be sent tells so on the card that was pressed', async () => {
    const { person } = await leader()
    const help = await person.ask('hjælp')
    app.connector.fail({ status: 503 })
    const { status, notice } = await person.press(help, 'ask')
    expect([status, notice]).toEqual([200, expect.stringMatching(saying('error.internal'))])
  })
})

test('where a pressed card is gone, the receipt of an Action.Submit comes below instead', async () => {
  const { person, card } = await leader()
  app.connector.fail({ status: 404 }, { kinds: ['update'] })
  const { replaced, cards } = await person.submit(card, 'prompt.answer', { text: words }, { replyToId: 'deleted-card' })
  expect(titleOf(replaced)).toBe(da('prompt.answered.title'))
  expect(cards.map(titleOf)).toEqual([da('prompt.answered.title')])
})

test('a connector that hangs is given up on in time, and others are answered meanwhile', async () => {
  const { person } = await leader()
  const other = app.person()
  app.connector.script(({ conversationId }) => (conversationId === person.conversationId ? { end: 'hang' } : undefined))
  const hanging = person.say('Hvad forventes der af mig?')
  expect(titleOf(await other.ask('hjælp'))).toBe(da('answer.help.title'))
  expect((await hanging).status).toBe(200)
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
