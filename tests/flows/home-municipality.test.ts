import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, textOf, titleOf } from '../support/card-text'
import { planOccasion } from '../support/occasion'
import { da, en } from '../support/said'

/** People are numbered in the order they come; the first is HR. */
const hrId = '10000000-0000-4000-8000-000000000001'
let app: TestApp
beforeAll(async () => {
  app = await startApp({ env: { PEJLING_MUNICIPALITY: 'skanderborg', PEJLING_HR_IDS: hrId } })
})
afterAll(() => app.close())

const titlesOf = (card: Card | undefined) => buttonsOf(card).map(({ title }) => title)
const name = 'Skanderborg Kommune'

test('the form of a new campaign begins with the municipality and its roles', async () => {
  const hr = app.person()
  expect(hr.id).toBe(hrId)
  const form = await hr.ask('ny kampagne')
  expect(JSON.stringify(form.body)).toMatch(/"id":"framework".{0,140}"value":"skanderborg"/)
})

test('the welcome asks for the role alone, and one press saves both', async () => {
  const person = app.person()
  const [card] = (await person.event('installation-update-personal')).cards
  expect(textOf(card)).toContain(da('role.labelIn', { municipality: name }))
  expect(textOf(card)).not.toMatch(/Odder|Sorø|Kerteminde|Sønderborg/)
  const profile = (await person.press(card as Card, 'profile.save', { role: 'kontraktholder' })).replaced as Card
  expect(titleOf(profile)).toBe(da('profile.title'))
  const record = app.rows().find(({ id, container }) => container === 'leaders' && id === person.id)
  expect(record?.body).toMatchObject({ framework: 'skanderborg', role: 'kontraktholder' })
  // The role can be changed in one press, and another municipality stands behind it.
  const roles = (await person.press(profile, 'profile.choose')).replaced as Card
  expect(titleOf(roles)).toBe(da('role.title', { municipality: name }))
  expect(titleOf((await person.press(roles, 'profile.show')).replaced)).toBe(da('municipality.title'))
})

test('who skips it is answered from the municipality, asked its questions, and can choose the role later', async () => {
  const person = app.person()
  const [card] = (await person.event('installation-update-personal')).cards
  const skipped = (await person.press(card as Card, 'profile.skip')).replaced as Card
  expect(textOf(skipped)).toContain(da('skipped.textAtHome'))
  expect(textOf(await person.ask('hvad siger grundlaget om feedback?'))).not.toMatch(/Odder|Sorø|Kerteminde|Sønderborg/)
  expect(titleOf(await person.ask('hvad siger grundlaget om feedback?'))).toBe(
    da('answer.topic.one', { frameworksOf: 'Skanderborgs' }),
  )
  expect(textOf(await person.getPrompt())).toContain(da('answer.source', { source: 'Skanderborg ›' }))
  const profile = await person.ask('min profil')
  expect(textOf(profile)).toContain(da('profile.chooseRole'))
  expect(titleOf((await person.press(profile, 'profile.choose')).replaced)).toBe(
    da('role.title', { municipality: name }),
  )
  // Nothing of it is stored: it is the municipality's setting, not the person's choice.
  const record = app.rows().find(({ id, container }) => container === 'leaders' && id === person.id)
  expect(record?.body.framework).toBeNull()
})

test('a campaign brings who has chosen nothing a question of the municipality', async () => {
  const people = [app.person(), app.person()]
  for (const person of people) await person.say('hjælp')
  const tenantId = '00000000-0000-0000-0000-0000000000001'
  const place = { store: app.store, queue: app.queue, tenantId, nowMs: app.clock.now() }
  const recipients = people.map(({ id }) => ({ id, kind: 'leader' as const }))
  await planOccasion({ ...place, campaign: { id: 'home' }, recipients })
  app.clock.advance(1)
  await app.deliver()
  const asked = app
    .rows()
    .filter(({ container, partition }) => container === 'reflections' && people.some(({ id }) => id === partition))
    .map(({ body }) => String(body.promptId))
  expect(asked).toHaveLength(2)
  for (const id of asked) expect(id).toMatch(/^skanderborg\//)
})

test('a profile of another municipality stays, and its card offers the one everybody works for', async () => {
  const person = app.person()
  await person.chooseProfile('odder', 'direktoer')
  expect(titleOf(await person.ask('hvad forventes der af mig?'))).toBe(da('answer.expectations.asLeaders'))
  const profile = await person.ask('min profil')
  expect(JSON.stringify(profile.body)).toContain('Odder Kommune')
  expect(titlesOf(profile)).toContain(da('profile.goHome', { municipality: name }))
  const home = buttonsOf(profile).find(({ title }) => title === da('profile.goHome', { municipality: name }))
  const roles = (await person.send(home?.verb, home?.data)).replaced as Card
  expect(titleOf(roles)).toBe(da('role.title', { municipality: name }))
})

test('the welcome in English and back is the welcome', async () => {
  const person = app.person()
  const [card] = (await person.event('installation-update-personal')).cards
  const english = (await person.press(card as Card, 'locale.set')).replaced as Card
  expect(textOf(english)).toContain(en('role.labelIn', { municipality: name }))
  expect(titleOf((await person.press(english, 'locale.set')).replaced)).toBe(da('welcome.title'))
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
