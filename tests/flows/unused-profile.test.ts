import { readConfig } from '../../src/config/config'
import { holdPerson } from '../../src/people/hold-person'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, cardOf, textOf, titleOf } from '../support/card-text'
import { knowledge } from '../support/kept'
import { createLogLines } from '../support/log-lines'
import type { Person } from '../support/person'
import { da } from '../support/said'

let app: TestApp
beforeEach(async () => {
  app = await startApp()
})
afterEach(() => app.close())

const dayMs = 24 * 3600_000
const months = (n: number) => app.clock.advance(n * 30.5 * dayMs)
/** Looks as often as it does by itself in some days. */
async function days(n: number): Promise<void> {
  for (let day = 0; day < n; day++) {
    app.clock.advance(dayMs)
    await app.tick()
    await app.deliver()
  }
}

async function silentPerson(): Promise<Person> {
  const person = app.person()
  await person.chooseProfile('sonderborg', 'leder-af-ledere')
  await person.press(await person.getPrompt(), 'prompt.answer', { text: 'Vi holdt hinanden i hånden' })
  app.connector.clear()
  return person
}

const told = (person: Person) =>
  app.connector.requests
    .filter(({ conversationId, body }) => conversationId === person.conversationId && body.attachments?.length)
    .map(({ body }) => cardOf(body))
const profile = (person: Person) => app.rows().find(({ container, id }) => container === 'leaders' && id === person.id)
const about = (person: Person) =>
  app.rows().filter(({ json, partition }) => json.includes(person.id) || partition === person.id)

test('who has not written for long is told once, and a month later all of theirs is gone, with a line in the audit', async () => {
  const person = await silentPerson()
  months(22)
  await days(2)
  expect(told(person)).toEqual([])
  months(1.2)
  await days(3)
  expect(told(person).map(titleOf)).toEqual([da('expiring.title')])
  expect(textOf(told(person)[0] as Card)).toContain('23 måneder')
  await days(20)
  expect(profile(person)).toBeDefined()
  months(1)
  await days(2)
  expect(told(person)).toHaveLength(1)
  expect(about(person)).toEqual([])
  const line = app.rows().find(({ container, body }) => container === 'audit' && body.what === 'erased')
  expect(line?.body).toMatchObject({ by: 'expiry' })
}, 60_000)

test('a press on the card, or any word, keeps it for as long again', async () => {
  const person = await silentPerson()
  months(23.2)
  await days(2)
  const [card] = told(person) as [Card]
  expect(buttonsOf(card).map(({ verb }) => verb)).toEqual(['data.keep', 'data.show'])
  expect(titleOf((await person.press(card, 'data.keep')).replaced)).toBe(da('dataKept.title'))
  months(2)
  await days(3)
  expect(profile(person)?.body).toMatchObject({ framework: 'sonderborg' })
  expect(told(person)).toHaveLength(1)
}, 60_000)

test('a stop is all that is remembered, and a list of leaders brings no prompts back', async () => {
  const person = await silentPerson()
  await person.say('stop')
  months(24)
  await days(2)
  months(1.2)
  await days(2)
  expect(profile(person)?.body).toMatchObject({ stopped: true, name: '', conversation: null, framework: null })
  expect(about(person)).toHaveLength(1)
  months(30)
  await days(2)
  expect(profile(person)?.body).toMatchObject({ stopped: true })
}, 60_000)

test('who cannot be reached is not told and goes all the same; who is held stays, with what has come since', async () => {
  const gone = await silentPerson()
  await gone.event('installation-update-personal', { action: 'remove' })
  const held = await silentPerson()
  const config = readConfig({ PEJLING_LOCAL: 'yes' })
  const caller = { tenantId: config.tenantId, leaderId: held.id, name: '', by: 'Drift' }
  const ctx = { caller, config, knowledge, store: app.store, clock: app.clock, log: createLogLines().log }
  await holdPerson(ctx, 'sag 12')
  await held.press(await held.getPrompt(), 'prompt.answer', { text: 'Skrevet bagefter' })
  app.connector.clear()
  await days(2)
  months(24)
  await days(2)
  months(1.2)
  await days(2)
  expect(told(gone)).toEqual([])
  expect(about(gone)).toEqual([])
  expect(profile(held)).toBeDefined()
  const kept = app.rows().filter(({ container, partition }) => container === 'reflections' && partition === held.id)
  expect(kept.map(({ body }) => body.text)).toEqual(
    expect.arrayContaining(['Vi holdt hinanden i hånden', 'Skrevet bagefter']),
  )
}, 60_000)
