import { campaigns } from '../../src/records/campaign'
import { campaign } from '../cards/campaign/sample-campaigns'
import { startApp, type TestApp } from '../support/app'
import { type Card, cardOf, fieldsIn, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, en, saying } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
// A Tuesday; whatever runs at other times is done with.
beforeEach(() => app.clock.set('2026-03-10T08:00:00.000Z'))
afterEach(async () => {
  for (const person of people.splice(0)) await person.send('rhythm.stop', {})
})

const people: Person[] = []
async function somebody() {
  const person = app.person()
  people.push(person)
  await person.chooseProfile('odder', 'direktoer')
  return person
}
const rhythmOf = ({ id }: Person) => app.rows().find((row) => row.container === 'rhythms' && row.id === id)?.body
const promptsOf = ({ id }: Person) =>
  app.rows().filter((row) => row.container === 'reflections' && row.partition === id)
/** Cards that have come by themselves. */
const cameTo = ({ conversationId }: Person) =>
  app.connector
    .sent(conversationId)
    .filter(({ attachments = [] }) => attachments.length > 0)
    .map(cardOf)
    .filter((card) => textOf(card).includes(da('prompt.why.rhythm')))
async function at(iso: string) {
  app.clock.set(iso)
  await app.tick()
  await app.deliver()
}

test.each([
  ['send mig et spørgsmål hver fredag kl. 9', { weekday: 5, time: '09:00', everyWeeks: 1, topic: '' }],
  [
    'Giv mig et spørgsmål hver anden torsdag kl. 8.30 om tillid',
    { weekday: 4, time: '08:30', everyWeeks: 2, topic: 'tillid' },
  ],
  ['spørg mig hver mandag', { weekday: 1, time: '09:00' }],
])('“%s” is agreed, and said back', async (text, expected) => {
  const person = await somebody()
  const card = await person.ask(text)
  expect(titleOf(card)).toBe(da('rhythm.kept'))
  expect(rhythmOf(person)).toMatchObject(expected)
})

test('a question comes at the hour that was chosen, once, and can be answered like any other', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver fredag kl. 9')
  await at('2026-03-13T07:59:00.000Z')
  expect(cameTo(person)).toHaveLength(0)
  await at('2026-03-13T08:00:30.000Z')
  await at('2026-03-13T08:15:00.000Z')
  const [card] = cameTo(person)
  expect(cameTo(person)).toHaveLength(1)
  const { replaced } = await person.press(card as Card, 'prompt.answer', { text: 'Jeg spurgte Mette først.' })
  expect(titleOf(replaced)).toBe(da('prompt.answered.title'))
  await at('2026-03-20T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(2)
  expect(new Set(promptsOf(person).map(({ body }) => body.promptId)).size).toBe(2)
})

test('on a holiday it comes on the next open day', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver mandag kl. 9')
  await at('2026-04-06T07:30:00.000Z')
  const before = cameTo(person).length
  await at('2026-04-06T08:00:00.000Z')
  expect(cameTo(person)).toHaveLength(before)
  await at('2026-04-07T07:00:30.000Z')
  expect(cameTo(person)).toHaveLength(before + 1)
})

test('it waits for a question of HR’s, which never waits', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver mandag kl. 9')
  const { store } = app
  const own = { tenantId: String(rhythmOf(person)?.tenantId), id: 'cnear', nextSendAt: '2026-03-18T08:00:00.000Z' }
  const near = campaign({ ...own, state: 'running', nextAt: '2030-01-01T08:00:00.000Z' })
  await store.create(campaigns, { ...near, audience: { ...near.audience, isEveryLeader: false, people: [person.id] } })
  // Monday: HR's comes on Wednesday.
  await at('2026-03-16T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(0)
  await at('2026-03-17T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(0)
  app.rewrite(
    { container: 'campaigns', partition: own.tenantId, id: 'cnear' },
    { nextSendAt: '2026-03-25T08:00:00.000Z' },
  )
  await at('2026-03-18T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(1)
  expect(Date.parse(String(rhythmOf(person)?.dueAt))).toBe(Date.parse('2026-03-23T08:00:00.000Z'))
  await store.remove(campaigns, own.tenantId, 'cnear')
})

test.each([
  ['pause 3 uger', 'rhythm.whilePaused'],
  ['stop', 'rhythm.whileStopped'],
])('after “%s” it is said that none comes yet, and none comes', async (text, key) => {
  const person = await somebody()
  await person.say(text)
  expect(textOf(await person.ask('send mig et spørgsmål hver fredag kl. 9'))).toContain(da(key))
  await at('2026-03-13T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(0)
  expect(rhythmOf(person)).toMatchObject({ dueAt: '2026-03-20T08:00:00.000Z' })
})

test('“hver dag” is said to be too often, and a day is offered', async () => {
  const person = await somebody()
  const card = await person.ask('send mig et spørgsmål hver dag')
  expect(textOf(card)).toContain(da('rhythm.daily'))
  expect(rhythmOf(person)).toBeUndefined()
  const kept = (await person.press(card, 'rhythm.keep', { ...fieldsIn(card), weekday: '3' })).replaced
  expect(titleOf(kept)).toBe(da('rhythm.kept'))
  expect(rhythmOf(person)).toMatchObject({ weekday: 3, time: '09:00', everyWeeks: 1, topic: '' })
})

test.each(['send mig et spørgsmål hver fredag kl. 25', 'send mig et spørgsmål hver fredag kl. 9.75'])(
  '“%s” is asked back, and nothing is kept',
  async (text) => {
    const person = await somebody()
    expect(textOf(await person.ask(text))).toMatch(saying('rhythm.fault.saidTime'))
    expect(rhythmOf(person)).toBeUndefined()
  },
)

test('a topic without questions is told, and nothing is kept', async () => {
  const person = await somebody()
  const { cards } = await person.say('send mig et spørgsmål hver fredag om kvantecomputere')
  expect(textOf(cards[0])).toMatch(saying('rhythm.fault.topic'))
  expect(rhythmOf(person)).toBeUndefined()
})

test('there is one at a time: another takes its place, and it is changed and stopped in a few words', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver fredag kl. 9')
  expect(textOf(await person.ask('send mig et spørgsmål hver mandag kl. 8'))).toContain(da('rhythm.replaced'))
  await person.say('hver anden uge')
  expect(rhythmOf(person)).toMatchObject({ weekday: 1, everyWeeks: 2 })
  await person.say('kun om tillid')
  expect(rhythmOf(person)).toMatchObject({ topic: 'tillid' })
  expect(titleOf(await person.ask('stop det igen'))).toBe(da('rhythmStopped.title'))
  expect(rhythmOf(person)).toBeUndefined()
  expect(titleOf(await person.ask('stop mit faste spørgsmål'))).toBe(da('rhythmNone.title'))
})

test('it is offered with the first profile, and not again', async () => {
  const person = app.person()
  const first = await person.send('profile.save', { framework: 'odder', role: 'direktoer' })
  expect(first.cards.map(titleOf)).toEqual([da('rhythm.offer.title')])
  const again = await person.send('profile.save', { framework: 'odder', role: 'stabschef' })
  expect(again.cards).toEqual([])
})

test('what is erased comes no more, and is in one’s own data before', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver fredag kl. 9')
  expect(JSON.stringify((await person.say('mine data')).answer.replies)).toContain(da('rhythm.title'))
  await person.send('data.erase', {})
  expect(rhythmOf(person)).toBeUndefined()
  await at('2026-03-13T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(0)
})

test('after half a day without a server it does not come at another hour, but the next time', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver fredag kl. 9')
  await at('2026-03-13T18:00:00.000Z')
  expect(cameTo(person)).toHaveLength(0)
  await at('2026-03-20T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(1)
})

test('where Teams certainly did not take it, the same question comes some minutes later', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver fredag kl. 9')
  app.connector.fail({ status: 412 }, { times: 1, kinds: ['send'] })
  await at('2026-03-13T08:00:30.000Z')
  app.connector.heal()
  expect(cameTo(person)).toHaveLength(0)
  await at('2026-03-13T08:06:00.000Z')
  expect(cameTo(person)).toHaveLength(1)
  expect(promptsOf(person)).toHaveLength(1)
})

test('in English, and in no channel', async () => {
  const person = await somebody()
  await person.say('english')
  expect(titleOf(await person.ask('send me a question every Friday at 9 am'))).toBe(en('rhythm.kept'))
  const { cards } = await person.mention('mit faste spørgsmål')
  expect(cards.map(titleOf)).toEqual([en('private.title')])
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
