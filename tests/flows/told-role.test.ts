import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const told = 'jeg er kontraktholder i Skanderborg. Hvad forventes der af mig?'
const recordOf = (person: Person) =>
  app.rows().find(({ id, container }) => container === 'leaders' && id === person.id)?.body
const offerIn = (cards: readonly Card[]) => cards.find((card) => titleOf(card) === da('offerRole.title'))

async function newcomer(): Promise<Person> {
  const person = app.person()
  await person.event('installation-update-personal')
  return person
}

test('a role told in a sentence is answered for, and offered as the profile by one press', async () => {
  const person = await newcomer()
  const { cards } = await person.say(told)
  expect(titleOf(cards[0])).toBe(da('answer.expectations.asRole', { role: 'kontraktholder' }))
  const offer = offerIn(cards) as Card
  expect(textOf(offer)).toContain(da('offerRole.text', { role: 'Kontraktholder', municipality: 'Skanderborg Kommune' }))
  expect(recordOf(person)).toMatchObject({ framework: null, role: null })
  expect(titleOf((await person.press(offer, 'profile.save')).replaced)).toBe(da('profile.title'))
  expect(recordOf(person)).toMatchObject({ framework: 'skanderborg', role: 'kontraktholder', isProfileChosen: true })
  expect(offerIn((await person.say(told)).cards)).toBeUndefined()
})

test('it is offered once, and another one is another', async () => {
  const person = await newcomer()
  const offer = offerIn((await person.say(told)).cards) as Card
  await person.press(offer, 'profile.skip')
  expect(offerIn((await person.say(told)).cards)).toBeUndefined()
  await app.restart()
  expect(offerIn((await person.say(told)).cards)).toBeUndefined()
  expect(offerIn((await person.say('jeg er direktør i Odder. Hvad forventes der af mig?')).cards)).toBeDefined()
})

test('who has a profile keeps it unless they say so', async () => {
  const person = app.person()
  await person.chooseProfile('sonderborg', 'chefer')
  const offer = offerIn((await person.say(told)).cards) as Card
  const { replaced } = await person.press(offer, 'profile.skip')
  expect([titleOf(replaced), recordOf(person)?.role]).toEqual([da('profile.title'), 'chefer'])
})

test('a role that is asked about, that a button names, or that is told among others is not the asker’s', async () => {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  for (const text of [
    'hvad forventes der af mig som direktør i Skanderborg?',
    'hvad forventes der af en direktør i Skanderborg?',
    'forskellen på chef og direktør i Sønderborg',
  ])
    expect(offerIn((await person.say(text)).cards)).toBeUndefined()
  const pressed = { text: 'Hvad forventes der af mig som direktør i Skanderborg?' }
  const { cards } = await person.send('ask', pressed)
  expect([cards.length, offerIn(cards)]).toEqual([1, undefined])
  expect(offerIn((await person.mention('jeg er direktør i Odder. Hvad forventes der af mig?')).cards)).toBeUndefined()
  expect(buttonsOf(await person.ask('min profil'))).not.toEqual([])
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
