import type { Store } from '../../src/store/store'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, textOf, titleOf } from '../support/card-text'
import { planOccasion } from '../support/occasion'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

let lists = 0
const counting = (store: Store): Store => ({
  ...store,
  list: (...given) => {
    if (given[0].name === 'reflections') lists++
    return store.list(...given)
  },
})
let app: TestApp
beforeAll(async () => {
  app = await startApp({ wrapStore: counting })
})
afterAll(() => app.close())

const words = 'Min kollega på rådhuset, og hun gik derfra med mere mod end før.'
const offer = da('offer.title')
const hourMs = 3600_000
const kept = (person: Person) =>
  app.rows().filter((row) => row.container === 'reflections' && row.partition === person.id)

async function prompted(): Promise<Person> {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  await person.getPrompt()
  app.clock.advance(60_000)
  return person
}
const offered = async (person: Person, text: string) => {
  const { cards } = await person.say(text)
  return { titles: cards.map(titleOf), offer: cards.find((card) => titleOf(card) === offer) }
}
/** Something else comes in between, so that the prompt is not the newest thing in the chat. */
const askInBetween = async (person: Person) => {
  await person.say('hvad siger grundlaget om feedback?')
  app.clock.advance(60_000)
}

test.each(['press', 'submit'] as const)(
  'what is typed after a prompt is met with the offer to keep it and nothing else, and kept by one %s',
  async (how) => {
    const person = await prompted()
    const { offer: card, titles } = await offered(person, words)
    expect(titles).toEqual([offer])
    expect(textOf(card)).toContain(words)
    expect(kept(person)[0]?.json).not.toContain(words)
    const { replaced } = await person[how](card as Card, 'prompt.answer')
    expect(titleOf(replaced)).toBe(da('prompt.answered.title'))
    expect(kept(person)).toMatchObject([{ body: { state: 'answered', text: words } }])
  },
)

const mette = { type: 'mention', mentioned: { id: '29:mette' }, text: '<at>Mette</at>' }
test.each<readonly [string, string, Readonly<Record<string, unknown>>, string]>([
  ['a quoted message', `<quoted messageId="1772"/>\r\n${words}`, {}, words],
  ['an attachment', `<attachment id="7f0c"></attachment>\r\n${words}`, {}, words],
  ['somebody who is mentioned', `<at>Mette</at> og ${words}`, { entities: [mette] }, `Mette og ${words}`],
])('what Teams writes into a message for %s is not kept, what was said is', async (_what, text, more, said) => {
  const person = await prompted()
  expect((await person.say(text, more)).cards.map(titleOf)).toEqual([offer])
  await person.say('gem')
  expect(kept(person)).toMatchObject([{ body: { state: 'answered', text: said } }])
})

test('it can be edited first', async () => {
  const person = await prompted()
  const { offer: card } = await offered(person, words)
  const form = (await person.press(card as Card, 'prompt.edit')).replaced
  expect(JSON.stringify(form)).toContain(words)
})

test('what was a question after all is answered by one press, and nothing is kept', async () => {
  const person = await prompted()
  const trouble = 'jeg ender altid med at løse opgaverne selv'
  const { offer: card } = await offered(person, trouble)
  expect(buttonsOf(card).map(({ title }) => title)).toContain(da('offer.ask'))
  const { cards } = await person.press(card as Card, 'ask')
  expect(textOf(cards[0])).toMatch(saying('answer.pitfallSource'))
  expect(kept(person)).toMatchObject([{ body: { state: 'shown' } }])
})

test('when other things have been said since, what reads as an answer is answered, and one button keeps it', async () => {
  const person = await prompted()
  await askInBetween(person)
  const reply = 'Ja, og jeg spurgte dem bagefter, hvad de tog med sig'
  const { cards } = await person.say(reply)
  const [card] = cards as [Card]
  expect([cards.length, titleOf(card) === offer]).toEqual([1, false])
  expect(buttonsOf(card).map(({ title }) => title)).toContain(da('offer.keep'))
  expect(textOf(card)).toMatch(saying('offer.quiet'))
  expect(textOf(card)).not.toContain(reply)
  expect(card.fallbackText).toContain(da('offer.quietFallback'))
  const pressed = await person.press(card, 'prompt.keep')
  // The answer stays; what was kept is told below it.
  expect([pressed.replaced, pressed.cards.map(titleOf)]).toEqual([undefined, [da('prompt.answered.title')]])
  expect(kept(person)).toMatchObject([{ body: { state: 'answered', text: reply } }])
})

test('the answer that offers to keep a text is emptied with all else', async () => {
  const person = await prompted()
  await askInBetween(person)
  await person.say('Ja, og jeg spurgte dem bagefter, hvad de tog med sig')
  const [card] = kept(person).flatMap(({ body }) => (body.cardIds as string[]).slice(-1))
  await person.press(await person.ask('slet mine data'), 'data.erase')
  const emptied = app.connector.requests.filter(({ kind }) => kind === 'update').map(({ activityId }) => activityId)
  expect(emptied).toContain(card)
})

test('an answer that came with a button to keep the text does not make the next text one', async () => {
  const person = await prompted()
  await askInBetween(person)
  await person.say('Ja, og jeg spurgte dem bagefter, hvad de tog med sig')
  app.clock.advance(60_000)
  expect((await offered(person, 'jeg ringer til min tillidsrepræsentant')).titles).not.toContain(offer)
})

test.each(['jeg ender altid med at løse opgaverne selv', 'jeg ringer til min tillidsrepræsentant'])(
  'told of something else meanwhile (%j), Pejling answers that and speaks of no prompt',
  async (text) => {
    const person = app.person()
    await person.chooseProfile('skanderborg', 'kontraktholder')
    await person.send('prompt.request', { statementIds: ['skanderborg/kontraktholder/kommunen-3-0-sporet/1'] })
    app.clock.advance(60_000)
    await askInBetween(person)
    const { cards } = await person.say(text)
    expect(cards).toHaveLength(1)
    expect(titleOf(cards[0])).not.toBe(offer)
    expect(buttonsOf(cards[0]).map(({ verb }) => verb)).not.toContain('prompt.keep')
  },
)

test('a few words count while the prompt is the newest thing in the chat', async () => {
  const person = await prompted()
  expect((await offered(person, 'På møder')).titles).toEqual([offer])
  // More for the same prompt.
  expect((await offered(person, 'Og i pauserne, når jeg har tid')).titles).toContain(offer)
})

test('bare words are looked up, since they may be a search', async () => {
  const { titles } = await offered(await prompted(), 'Korte møder og klare aftaler')
  expect(titles).toHaveLength(1)
  expect(titles).not.toContain(offer)
})

test('a prompt of the morning is answered after lunch, for a day or until something is done with it', async () => {
  const [person, next, late] = [await prompted(), await prompted(), await prompted()]
  app.clock.advance(5 * hourMs)
  expect((await offered(person, words)).titles).toEqual([offer])
  app.clock.advance(18 * hourMs)
  expect((await offered(next, words)).titles).toEqual([offer])
  app.clock.advance(hourMs)
  expect((await offered(late, words)).titles).not.toContain(offer)
})

test('a prompt that a campaign brought is answered by typing too', async () => {
  const person = app.person()
  await person.say('hjælp')
  const tenantId = '00000000-0000-0000-0000-0000000000001'
  const place = { store: app.store, queue: app.queue, tenantId, nowMs: app.clock.now() }
  await planOccasion({ ...place, campaign: { id: 'typed' }, recipients: [{ id: person.id, kind: 'leader' }] })
  app.clock.advance(1)
  await app.deliver()
  app.clock.advance(3 * hourMs)
  expect((await offered(person, 'I går på ledermødet')).titles).toEqual([offer])
})

test('a reminder gives its prompt another day', async () => {
  const person = app.person()
  await person.say('hjælp')
  const tenantId = '00000000-0000-0000-0000-0000000000001'
  const place = { store: app.store, queue: app.queue, tenantId, nowMs: app.clock.now() }
  const campaign = { id: 'reminded', reminder: { afterDays: 4, most: 1 } }
  const day = new Date(app.clock.now() + 96 * hourMs).toISOString().slice(0, 10)
  const occasion = { reminderDates: [day], time: '00:01', graceMinutes: 24 * 60, timeZone: 'UTC' }
  const recipients = [{ id: person.id, kind: 'leader' as const }]
  const occasionId = await planOccasion({ ...place, campaign, occasion, recipients })
  await app.deliver()
  app.clock.advance(96 * hourMs)
  expect((await offered(person, words)).titles).not.toContain(offer)
  app.clock.advance(60_000)
  await app.queue.send({ kind: 'reminder', occasionId, page: 0, number: 1 })
  await app.deliver()
  app.clock.advance(20 * hourMs)
  expect((await offered(person, words)).titles).toEqual([offer])
})

test('an answer to an older prompt that was opened again is offered for that one', async () => {
  const person = await prompted()
  const first = kept(person)[0]?.id as string
  app.clock.advance(100 * hourMs)
  await person.getPrompt()
  await person.send('prompt.show', { reflectionId: first })
  const { offer: card } = await offered(person, words)
  await person.press(card as Card, 'prompt.answer')
  expect(kept(person).find(({ id }) => id === first)?.body).toMatchObject({ state: 'answered', text: words })
})

test.each([
  'hvad forventes der af mig som leder af ledere?',
  'hvad siger grundlaget om psykologisk tryghed',
  'fortæl mig om feedback til mine medarbejdere',
  'nævn tre ting om strategisk ledelse',
  'jeg vil gerne vide mere om feedback',
  'tillid mellem ledere og medarbejdere i Odder',
  'what does it say about trust in employees',
  'feedback',
  'psykologisk tryghed',
  'tak for det',
])('%j is no answer: nothing is offered, and the store is not asked for it', async (text) => {
  const person = await prompted()
  lists = 0
  const { titles } = await offered(person, text)
  expect([titles.length, titles.includes(offer), lists]).toEqual([1, false, 0])
})

test.each([
  'mine refleksioner',
  'pause 3 uger',
  'slet alle mine svar fra systemet',
  'jeg vil ikke have flere spørgsmål',
  'kan min chef se mine svar',
  'jeg har brug for at tale med HR',
  'hvilke data har du om mig',
])('%j is a command, and nothing is offered', async (text) => {
  expect((await offered(await prompted(), text)).titles).not.toContain(offer)
})

test('what begins like a command and tells of something is an answer', async () => {
  const person = await prompted()
  expect((await offered(person, 'Pause er noget, vi glemmer i min afdeling')).titles).toEqual([offer])
})

test('nothing is offered without an open prompt, when it is answered, or in a channel', async () => {
  const fresh = app.person()
  await fresh.chooseProfile('odder', 'direktoer')
  expect((await offered(fresh, words)).offer).toBeUndefined()
  const person = await prompted()
  expect((await person.mention(words)).cards.map(titleOf)).not.toContain(offer)
  const answered = app.person()
  await answered.chooseProfile('skanderborg', 'kontraktholder')
  await answered.press(await answered.getPrompt(), 'prompt.answer', { text: words })
  expect((await offered(answered, words)).offer).toBeUndefined()
})

test('erasing empties the offer too, which shows what was typed, and forgets what could be kept', async () => {
  const person = await prompted()
  await offered(person, words)
  const [card] = kept(person).flatMap(({ body }) => (body.cardIds as string[]).slice(-1))
  await person.press(await person.ask('slet mine data'), 'data.erase')
  const emptied = app.connector.requests.filter(({ kind }) => kind === 'update').map(({ activityId }) => activityId)
  expect(emptied).toContain(card)
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
