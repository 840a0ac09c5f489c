import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const question = 'hvad siger grundlaget om feedback til Hanne i regnskab?'
const kept = () => app.rows().filter(({ container }) => container === 'feedback')
const newest = () => kept().at(-1)

async function leader(): Promise<Person> {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  return person
}
/** Up to the receipt of the reason. */
async function missed(person: Person, asked = question): Promise<Card> {
  const form = (await person.press(await person.ask(asked), 'miss.ask')).cards[0] as Card
  return (await person.press(form, 'miss.note', { reason: 'topic' })).replaced as Card
}

test('every answer says that it may have missed, and one reason is all that is asked', async () => {
  const person = await leader()
  for (const asked of [
    question,
    'hvad forventes der af mig?',
    'hvad er kvantecomputere?',
    'jeg ender altid med at løse opgaverne selv',
    'er du en robot?',
  ])
    expect(buttonsOf(await person.ask(asked)).map(({ verb }) => verb)).toContain('miss.ask')
  const before = kept().length
  const noted = await missed(person)
  expect(titleOf(noted)).toBe(da('miss.noted.title'))
  expect(kept()).toHaveLength(before + 1)
})

test('what is kept is the day, what was answered and the reason, for ninety days: nothing of who or what was asked', async () => {
  const person = await leader()
  await missed(person)
  const { id, ttl, statementIds, ...rest } = newest()?.body ?? {}
  expect(rest).toEqual({
    day: '2026-03-10',
    createdAt: '2026-03-10T00:00:00.000Z',
    tenantId: expect.any(String),
    operation: 'topic',
    framework: 'skanderborg',
    reason: 'topic',
  })
  expect(ttl).toBeGreaterThan(88 * 24 * 3600)
  expect(ttl).toBeLessThanOrEqual(90 * 24 * 3600)
  expect((statementIds as string[]).length).toBeGreaterThan(0)
  expect(newest()?.json).not.toMatch(/Hanne|kontraktholder"/)
  for (const own of [person.id, person.name, person.conversationId]) expect(newest()?.json).not.toContain(own)
  expect(String(id)).toMatch(/^[0-9a-f-]{36}$/)
})

test('the question goes along only by a press of its own, is shown first, and can be changed', async () => {
  const person = await leader()
  const noted = await missed(person)
  const form = (await person.press(noted, 'miss.show')).replaced as Card
  expect(JSON.stringify(form)).toContain(question)
  expect(newest()?.body.question).toBeUndefined()
  const sent = (await person.press(form, 'miss.send', { text: 'hvad siger grundlaget om feedback?' })).replaced as Card
  expect([titleOf(sent), newest()?.body.question]).toEqual([
    da('miss.sent.title'),
    'hvad siger grundlaget om feedback?',
  ])
  const back = (await person.press(sent, 'miss.takeBack')).replaced
  expect([titleOf(back), newest()?.body.question]).toEqual([da('miss.takenBack.title'), undefined])
})

test('the cards that show the question are emptied when everything is erased', async () => {
  const person = await leader()
  const noted = await missed(person)
  await person.press(noted, 'miss.show', {}, { replyToId: 'card-with-the-question' })
  await person.press(await person.ask('slet mine data'), 'data.erase')
  const emptied = app.connector.requests.filter(({ kind }) => kind === 'update').map(({ activityId }) => activityId)
  expect(emptied).toContain('card-with-the-question')
})

test('of an older answer the question is not known, and the field is empty', async () => {
  const person = await leader()
  const noted = await missed(person)
  await person.say('hvilke faldgruber skal jeg passe på?')
  expect(JSON.stringify((await person.press(noted, 'miss.show')).replaced)).not.toContain('regnskab')
})

test('“det er forkert” is met with the same, about the answer before', async () => {
  const person = await leader()
  await person.say('hvilke faldgruber skal jeg passe på?')
  const form = await person.ask('det er forkert')
  expect(titleOf(form)).toBe(da('miss.title'))
  await person.press(form, 'miss.note', { reason: 'missing' })
  expect(newest()?.body).toMatchObject({ operation: 'pitfalls', reason: 'missing' })
})

test('whoever would rather not leaves nothing', async () => {
  const person = await leader()
  const before = kept().length
  const form = (await person.press(await person.ask(question), 'miss.ask')).cards[0] as Card
  expect(titleOf((await person.press(form, 'miss.leave')).replaced)).toBe(da('miss.left.title'))
  expect(kept()).toHaveLength(before)
})

test('a reason that is none, an id that names no point, and a miss that is gone do no harm', async () => {
  const person = await leader()
  const before = kept().length
  expect((await person.send('miss.note', { operation: 'topic', reason: 'fed op' })).notice).toContain(
    da('error.invalid'),
  )
  expect(kept()).toHaveLength(before)
  await person.send('miss.note', {
    operation: 'topic',
    reason: 'other',
    framework: 'atlantis',
    statementIds: ['a/b/c/1'],
  })
  expect(newest()?.body).toMatchObject({ framework: null, statementIds: [] })
  const gone = { feedbackId: '00000000-0000-4000-8000-000000000000', text: 'hvad nu?' }
  expect((await person.send('miss.send', gone)).notice).toContain(da('miss.gone'))
})

test('an empty question is given back with what to do at the field', async () => {
  const person = await leader()
  const form = (await person.press(await missed(person), 'miss.show')).replaced as Card
  for (const text of ['', '   ']) {
    const { replaced } = await person.press(form, 'miss.send', { text })
    expect(titleOf(replaced)).toBe(da('miss.question.title'))
  }
  expect(newest()?.body.question).toBeUndefined()
})

test('a question that speaks of somebody in trouble is met as such', async () => {
  const person = await leader()
  const form = (await person.press(await missed(person), 'miss.show')).replaced as Card
  const { cards } = await person.press(form, 'miss.send', { text: 'jeg vil ikke leve mere' })
  expect(textOf(cards[0])).toContain('112')
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
