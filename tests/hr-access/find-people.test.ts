import { findPeople, mostFound } from '../../src/hr-access/find-people'
import { awaitedLeaders, awaitedSchema } from '../../src/records/roster'
import { addLeaders } from '../campaigns/place'
import { codeOf, createPlace, type Place } from '../support/verbs'

let place: Place
beforeAll(async () => {
  place = createPlace()
  await addLeaders(place, ['bente'], {
    name: 'Bente Østergård Hansen',
    addresses: ['bente@vestby.dk', 'bha@vestby.dk'],
  })
  await addLeaders(place, ['bent'], { name: 'Bent Hansen' })
  await addLeaders(place, ['gone'], { name: 'Bente Hansen', erasing: 'x' })
  await addLeaders(place, ['nameless'])
  const many = Array.from({ length: mostFound + 5 }, (_, n) => `many-${n}`)
  await addLeaders(place, many, { name: 'Søren Mange' })
})
afterAll(() => place.dispose())

const administrator = () => place.ctx({ leaderId: 'hr' }, { hrIds: ['hr'] })
const idsOf = async (text: string) => (await findPeople(administrator(), { text })).people.map(({ id }) => id)

test.each([
  ['each word begins one of the name', 'han bent', ['bent', 'bente']],
  ['however the letters are typed', 'bente oestergaard', ['bente']],
  ['by e-mail', 'Bente@Vestby.dk', ['bente']],
  ['by any address of theirs', 'bha@vestby.dk', ['bente']],
  ['not by a part of one', 'vestby.dk', []],
  ['by id', 'bent', ['bent', 'bente']],
  ['who is nameless only so', 'nameless', ['nameless']],
  ['nobody', 'Åse', []],
])('%s: “%s”', async (_how, text, ids) => expect(await idsOf(text)).toEqual(ids))

test('of many the first are told, and that there are more', async () => {
  expect(await findPeople(administrator(), { text: 'søren' })).toMatchObject({
    people: { length: mostFound },
    isMore: true,
  })
})

test('whoever HR’s list knows by e-mail alone is told of where nobody else is meant', async () => {
  const at = new Date(place.clock.now()).toISOString()
  const row = { framework: null, role: null, unit: null, timeZone: null, createdAt: at, tenantId: 'tenant' }
  for (const [id, name] of [
    ['a1', 'Åge Ventende'],
    ['a2', 'Bent Ventende'],
  ])
    await place.store.create(awaitedLeaders, awaitedSchema.parse({ ...row, id, name, addresses: [`${id}@vestby.dk`] }))
  const awaitedFor = async (text: string) => (await findPeople(administrator(), { text })).awaited
  expect(await awaitedFor('ventende åge')).toBe('Åge Ventende')
  expect(await awaitedFor('A2@vestby.dk')).toBe('Bent Ventende')
  expect(await awaitedFor('bent')).toBeUndefined()
  expect(await awaitedFor('vestby.dk')).toBeUndefined()
})

test('is for administrators, and for a name', async () => {
  expect(await codeOf(findPeople(place.ctx({ hrRight: { kind: 'everything' } }), { text: 'bent' }))).toBe('forbidden')
  for (const text of ['', '  ', '!?']) expect(await codeOf(findPeople(administrator(), { text }))).toBe('invalid')
})
