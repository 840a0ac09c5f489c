import { startApp, type TestApp } from '../support/app'
import { type Card, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const words = 'Min kollega på rådhuset, og hun gik derfra med mere mod end før.'
const offer = 'Skal jeg gemme det som dit svar?'
const kept = (person: Person) =>
  app.rows().filter((row) => row.container === 'reflections' && row.partition === person.id)

async function prompted(): Promise<Person> {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  await person.getPrompt()
  return person
}
const offered = async (person: Person, text: string) => {
  const { cards } = await person.say(text)
  return { answer: cards[0], offer: cards.find((card) => titleOf(card) === offer), count: cards.length }
}

test.each(['press', 'submit'] as const)(
  'an answer typed as a message is kept by one %s, and not before',
  async (how) => {
    const person = await prompted()
    const { offer: card } = await offered(person, words)
    expect(textOf(card)).toContain(words)
    expect(kept(person)[0]?.json).not.toContain(words)
    const { replaced } = await person[how](card as Card, 'prompt.answer')
    expect(titleOf(replaced)).toBe('Dit svar er gemt')
    expect(kept(person)).toMatchObject([{ body: { state: 'answered', text: words } }])
  },
)

test('it can be edited first', async () => {
  const person = await prompted()
  const { offer: card } = await offered(person, words)
  const form = (await person.press(card as Card, 'prompt.edit')).replaced
  expect(JSON.stringify(form)).toContain(words)
})

test('what reads as a trouble is answered as such, and the offer stands below', async () => {
  const person = await prompted()
  const { answer, offer: card, count } = await offered(person, 'jeg ender altid med at løse opgaverne selv')
  expect(textOf(answer)).toContain('Faldgrube')
  expect([count, titleOf(card)]).toEqual([2, offer])
})

test.each([
  'hvad forventes der af mig som leder af ledere?',
  'hvad siger grundlaget om psykologisk tryghed',
  'fortæl mig om feedback til mine medarbejdere',
  'what does it say about trust in employees',
  'feedback',
  'tak for det',
  'mine refleksioner',
  'pause 3 uger',
])('%j is no answer, and nothing is offered', async (text) => {
  expect((await offered(await prompted(), text)).offer).toBeUndefined()
})

test('nothing is offered without an open prompt, when it is answered, in a channel, or half an hour later', async () => {
  const fresh = app.person()
  await fresh.chooseProfile('odder', 'direktoer')
  expect((await offered(fresh, words)).offer).toBeUndefined()
  const person = await prompted()
  expect((await person.mention(words)).cards.map(titleOf)).not.toContain(offer)
  app.clock.advance(30 * 60_000 + 1)
  expect((await offered(person, words)).offer).toBeUndefined()
  const answered = app.person()
  await answered.chooseProfile('skanderborg', 'kontraktholder')
  await answered.press(await answered.getPrompt(), 'prompt.answer', { text: words })
  expect((await offered(answered, words)).offer).toBeUndefined()
})

test('erasing empties the offer too, which shows what was typed', async () => {
  const person = await prompted()
  await offered(person, words)
  const [card] = kept(person).flatMap(({ body }) => (body.cardIds as string[]).slice(-1))
  await person.press(await person.ask('slet mine data'), 'data.erase')
  const emptied = app.connector.requests.filter(({ kind }) => kind === 'update').map(({ activityId }) => activityId)
  expect(emptied).toContain(card)
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
