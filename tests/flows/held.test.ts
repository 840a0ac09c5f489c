import { readConfig } from '../../src/config/config'
import { holdPerson, releasePerson } from '../../src/people/hold-person'
import { startApp, type TestApp } from '../support/app'
import { type Card, textOf, titleOf } from '../support/card-text'
import { knowledge } from '../support/kept'
import { createLogLines } from '../support/log-lines'
import type { Person } from '../support/person'
import { da } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const asOperator = ({ id }: Person) => {
  const config = readConfig({ PEJLING_LOCAL: 'yes' })
  const caller = { tenantId: config.tenantId, leaderId: id, name: '', by: 'Drift' }
  return { caller, config, knowledge, store: app.store, clock: app.clock, log: createLogLines().log }
}

async function heldPerson(): Promise<Person> {
  const person = app.person()
  await person.chooseProfile('sonderborg', 'leder-af-ledere')
  await person.press(await person.getPrompt(), 'prompt.answer', { text: 'Vi holdt hinanden i hånden' })
  await holdPerson(asOperator(person), 'sag 12')
  return person
}

test('whoever is held is told once below the next answer, and asks on as before', async () => {
  const person = await heldPerson()
  const { cards } = await person.say('Hvad forventes der af en leder af ledere i Sønderborg?')
  expect(cards).toHaveLength(2)
  expect(titleOf(cards[1] as Card)).toBe(da('hold.held.title'))
  expect((await person.say('Hvad forventes der af en leder af ledere i Sønderborg?')).cards).toHaveLength(1)
  await releasePerson(asOperator(person))
  expect((await person.say('mine refleksioner')).cards.map(titleOf)).toContain(da('hold.released.title'))
})

test('“slet mine data” says that nothing can be deleted now, before and after the question', async () => {
  const before = app.person()
  await before.chooseProfile('sonderborg', 'leder-af-ledere')
  const asked = await before.ask('slet mine data')
  await holdPerson(asOperator(before), 'sag 12')
  expect((await before.press(asked, 'data.erase')).notice).toContain(da('hold.refused'))
  expect(textOf(await before.ask('slet mine data'))).toContain(da('hold.standing.text'))
  expect(app.rows().filter(({ id }) => id === before.id)).toHaveLength(1)
})

test('“slet svaret” and a changed answer are refused, and the journal still shows what stands', async () => {
  const person = await heldPerson()
  const list = await person.ask('mine refleksioner')
  const open = (await person.press(list, 'prompt.show')).cards[0] as Card
  const { notice } = await person.press(open, 'prompt.askWithdraw')
  const asked = notice ?? ''
  expect(asked === '' || asked.includes(da('hold.refused'))).toBe(true)
  const stored = app.rows().find(({ container, partition }) => container === 'reflections' && partition === person.id)
  expect((await person.send('prompt.withdraw', { reflectionId: stored?.id })).notice).toContain(da('hold.refused'))
  expect((await person.send('prompt.answer', { reflectionId: stored?.id, text: 'Noget andet' })).notice).toContain(
    da('hold.refused'),
  )
  expect(textOf(await person.ask('mine refleksioner'))).toContain('Vi holdt hinanden i hånden')
})
