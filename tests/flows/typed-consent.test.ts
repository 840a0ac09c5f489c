import { startApp, type TestApp } from '../support/app'
import { type Card, textOf, titleOf } from '../support/card-text'
import { planOccasion } from '../support/occasion'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

// Clients that show no newer cards than of version 1.2 see the fallback text alone: there everything goes by words.

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const words = 'Jeg tog det op på teammødet i går, og det gik fint'
const offer = da('offer.title')
const receipt = da('prompt.answered.title')
const kept = (person: Person) =>
  app.rows().filter((row) => row.container === 'reflections' && row.partition === person.id)

async function offered(): Promise<{ person: Person; card: Card }> {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  await person.getPrompt()
  app.clock.advance(60_000)
  const card = await person.ask(words)
  expect(titleOf(card)).toBe(offer)
  app.clock.advance(60_000)
  return { person, card }
}
const titles = async (person: Person, text: string) => (await person.say(text)).cards.map(titleOf)

test('the fallback of a prompt and of an offer say what to type', async () => {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  expect((await person.getPrompt()).fallbackText).toMatch(saying('prompt.fallback'))
  const { card } = await offered()
  expect(card.fallbackText).toMatch(saying('offer.fallback'))
})

test.each(['gem', 'Gem.', 'ja', 'Ja tak', 'ja, gem det', 'save', 'yes', 'yes please'])('%j keeps it', async (text) => {
  const { person } = await offered()
  expect(await titles(person, text)).toEqual([receipt])
  expect(kept(person)).toMatchObject([{ body: { state: 'answered', text: words } }])
})

test('it is kept once: said again, the word means nothing, and the receipt is one of the cards to empty', async () => {
  const { person } = await offered()
  await person.say('gem')
  const body = kept(person)[0]?.body as { cardIds: string[] }
  expect(await titles(person, 'gem')).not.toContain(receipt)
  expect(kept(person)).toMatchObject([{ body }])
  await person.press(await person.ask('slet mine data'), 'data.erase')
  const emptied = app.connector.requests.filter(({ kind }) => kind === 'update').map(({ activityId }) => activityId)
  expect(emptied).toEqual(expect.arrayContaining(body.cardIds))
  expect(body.cardIds).toHaveLength(3)
})

test('"nej" has it answered as a question, and nothing is kept', async () => {
  const { person } = await offered()
  expect(await titles(person, 'nej')).not.toContain(offer)
  expect(kept(person)).toMatchObject([{ body: { state: 'shown' } }])
  expect(await titles(person, 'gem')).not.toContain(receipt)
})

test('below an answer, too, "gem" keeps it and "nej" says that nothing is kept', async () => {
  const replied = 'Ja, og jeg spurgte dem bagefter'
  for (const [said, title] of [
    ['gem', receipt],
    ['nej tak', da('offerDropped.title')],
  ] as const) {
    const { person } = await offered()
    await person.say('hvad siger grundlaget om feedback?')
    app.clock.advance(60_000)
    await person.say(replied)
    expect(await titles(person, said)).toEqual([title])
  }
})

test('after anything else, half an hour, another prompt or an answer in the card, "ja" keeps nothing', async () => {
  const something = await offered()
  await something.person.say('hvad siger grundlaget om feedback?')
  const pressed = await offered()
  await pressed.person.press(pressed.card, 'prompt.edit')
  const late = await offered()
  app.clock.advance(30 * 60_000)
  for (const { person } of [something, pressed, late]) {
    expect(await titles(person, 'ja')).not.toContain(receipt)
    expect(kept(person)).toMatchObject([{ body: { state: 'shown' } }])
  }
  const answered = await offered()
  await answered.person.press(answered.card, 'prompt.answer')
  await answered.person.say('ja')
  expect(kept(answered.person)).toMatchObject([{ body: { revision: 1 } }])
  const { person } = await offered()
  const tenantId = '00000000-0000-0000-0000-0000000000001'
  const place = { store: app.store, queue: app.queue, tenantId, nowMs: app.clock.now() }
  await planOccasion({ ...place, campaign: { id: 'consent' }, recipients: [{ id: person.id, kind: 'leader' }] })
  await app.deliver()
  expect(await titles(person, 'ja')).not.toContain(receipt)
})

test('without an offer, and after a restart, the words are no more than words', async () => {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  await person.getPrompt()
  expect(await titles(person, 'gem')).not.toContain(receipt)
  const other = await offered()
  await app.restart()
  expect(textOf((await other.person.say('gem')).cards[0])).not.toContain(receipt)
  expect(kept(other.person)).toMatchObject([{ body: { state: 'shown' } }])
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
