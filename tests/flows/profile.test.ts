import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, textOf, titleOf } from '../support/card-text'
import type { Person, Seen } from '../support/person'
import { da, en } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const recordOf = (person: Person) => app.rows().find(({ id, container }) => container === 'leaders' && id === person.id)
const facts = (card: Card | undefined) => JSON.stringify(card?.body).match(/"facts":(\[.*?\])/)?.[1]

async function welcomed(name?: string): Promise<{ person: Person; card: Card }> {
  const person = app.person(name)
  const { cards } = await person.event('installation-update-personal')
  return { person, card: cards[0] as Card }
}

/** Municipality, then role; each card is replaced by the next. */
async function choose(how: 'press' | 'submit', municipality: string, role: string) {
  const { person, card } = await welcomed()
  const roles = (await person[how](card, 'profile.choose', { framework: municipality })).replaced as Card
  const saved = await person[how](roles, 'profile.save', { role })
  return { person, roles, saved }
}

test('choosing municipality and role saves the profile, by Action.Execute and by Action.Submit alike', async () => {
  const executed = await choose('press', 'skanderborg', 'leder-af-leder')
  const submitted = await choose('submit', 'skanderborg', 'leder-af-leder')
  expect(titleOf(executed.roles)).toBe(da('role.title', { municipality: 'Skanderborg Kommune' }))
  expect(titleOf(executed.saved.replaced)).toBe(da('profile.title'))
  expect(submitted.roles).toEqual(executed.roles)
  expect(submitted.saved.replaced).toEqual(executed.saved.replaced)
  // Each card gives way to the next; below stands only what is offered with the first profile.
  for (const { saved } of [executed, submitted])
    expect(saved.cards.flatMap(buttonsOf).map(({ verb }) => verb)).toEqual(['rhythm.show'])
  for (const { person } of [executed, submitted])
    expect(recordOf(person)?.body).toMatchObject({ framework: 'skanderborg', role: 'leder-af-leder', locale: 'da' })
})

test('a role is not needed: "another role, or not sure" saves the municipality alone', async () => {
  const { person, saved } = await choose('press', 'odder', '')
  expect(facts(saved.replaced)).toContain('Odder Kommune')
  expect(recordOf(person)?.body).toMatchObject({ framework: 'odder', role: null })
})

test('skipping the choice is fine and leaves a way back', async () => {
  const { person, card } = await welcomed()
  const { replaced } = await person.press(card, 'profile.skip')
  expect(titleOf(replaced)).toBe(da('skipped.title'))
  expect(recordOf(person)?.body).toMatchObject({ framework: null, role: null })
  // Whoever knows Pejling is not told again who it is.
  expect(titleOf(await person.ask('min profil'))).toBe(da('municipality.title'))
  expect(titleOf((await person.press(replaced as Card, 'profile.show')).replaced)).toBe(da('municipality.title'))
  expect(titleOf((await person.press(replaced as Card, 'ask')).cards[0])).toBe(da('answer.expectations.asLeader'))
})

test('"min profil" shows what was chosen and lets it be changed, with the old choice marked', async () => {
  const { person } = await choose('press', 'sonderborg', 'chefer')
  const profile = await person.ask('min profil')
  expect(facts(profile)).toContain('Chefer')
  const again = (await person.press(profile, 'profile.show')).replaced as Card
  expect(JSON.stringify(again.body)).toContain('"value":"sonderborg"')
  const roles = (await person.press(again, 'profile.choose', { framework: 'sonderborg' })).replaced as Card
  expect(JSON.stringify(roles.body)).toContain('"value":"chefer"')
  await person.press(roles, 'profile.save', { role: 'direktionen' })
  expect(recordOf(person)?.body).toMatchObject({ framework: 'sonderborg', role: 'direktionen' })
})

test.each([
  ['a municipality that does not exist', 'profile.choose', { framework: 'atlantis' }],
  ['a role of another municipality', 'profile.save', { framework: 'odder', role: 'kontraktholder' }],
  ['no municipality', 'profile.save', { role: 'stabschef' }],
  ['a language that is none', 'locale.set', { locale: 'fr' }],
])('%s is refused in words and changes nothing', async (_what, verb, data) => {
  const { person } = await choose('press', 'odder', 'stabschef')
  const before = recordOf(person)
  const seen = await person.send(verb, data)
  expect([seen.status, seen.cards]).toEqual([200, []])
  expect(seen.notice).toContain(da('error.invalid'))
  expect(recordOf(person)).toEqual(before)
})

test('English is the leader’s own choice and holds until they choose Danish again', async () => {
  const person = app.person()
  await person.chooseProfile('sonderborg', 'leder-af-ledere')
  const title = async (text: string) => titleOf(await person.ask(text))
  expect(await title('english')).toBe(en('profile.title'))
  expect(await title('hvad forventes der af mig?')).toBe(en('answer.expectations.asRole', { role: 'Leder af ledere' }))
  expect(textOf(await person.ask('what is expected of me?'))).toContain(en('answer.inDanish'))
  expect(recordOf(person)?.body).toMatchObject({ locale: 'en' })
  await app.restart()
  expect(await title('help')).toBe(en('answer.help.title'))
  expect(await title('dansk')).toBe(da('profile.title'))
  expect(await title('what is expected of me?')).toBe(da('answer.expectations.asRole', { role: 'leder af ledere' }))
})

test('the button on the welcome turns it into the other language, there and back', async () => {
  const { person, card } = await welcomed()
  const english = (await person.press(card, 'locale.set')).replaced as Card
  expect(titleOf(english)).toBe(en('welcome.title'))
  expect(titleOf((await person.submit(english, 'locale.set')).replaced)).toBe(da('welcome.title'))
})

test('Danish stays, whatever locale the client reports', async () => {
  const person = app.person()
  await person.event('installation-update-personal', { locale: 'en-US' })
  const seen: Seen[] = []
  for (const locale of ['en-US', 'en-GB', 'de-DE', undefined]) seen.push(await person.say('hjælp', { locale }))
  expect(seen.flatMap(({ cards }) => cards.map(titleOf))).toEqual(seen.map(() => da('answer.help.title')))
})

test.each([
  'Ea',
  'Åse-Marie von der Østergård',
  '',
  '   ',
  '李',
  '<b>Bo</b> **fed** [x](https://ond.dk)',
  "O'Brien; DROP TABLE leaders",
])('somebody called "%s" is served like anybody else', async (name) => {
  const { person, card } = await welcomed(name)
  expect(titleOf(card)).toBe(da('welcome.title'))
  const roles = (await person.press(card, 'profile.choose', { framework: 'odder' })).replaced as Card
  const saved = await person.press(roles, 'profile.save', { role: 'direktoer' })
  expect(buttonsOf(saved.replaced)).not.toEqual([])
  expect(recordOf(person)?.body).toMatchObject({ name, framework: 'odder', role: 'direktoer' })
  const shown = app.connector.sent(person.conversationId).map((message) => JSON.stringify(message.attachments))
  expect(shown.join()).not.toContain('<b>')
})

test('the time zone of the leader’s own client is kept; that of a channel post, or one that is none, is not', async () => {
  const { person } = await choose('press', 'odder', 'stabschef')
  const clientInfo = (timezone: unknown) => ({ entities: [{ type: 'clientInfo', locale: 'da-DK', timezone }] })
  const zoneAfter = async (act: () => Promise<unknown>) => {
    await act()
    return recordOf(person)?.body.timeZone
  }
  // The Playground's client says UTC, wherever it is.
  expect(recordOf(person)?.body.timeZone).toBe('Europe/Copenhagen')
  expect(await zoneAfter(() => person.say('hjælp', clientInfo('America/Nuuk')))).toBe('America/Nuuk')
  expect(await zoneAfter(() => person.mention('hjælp', clientInfo('Atlantic/Faroe')))).toBe('America/Nuuk')
  for (const odd of [7, null, { a: 1 }, 'Narnia/Wardrobe', 'x'.repeat(5000)]) {
    expect(await zoneAfter(() => person.say('hjælp', clientInfo(odd)))).toBe('America/Nuuk')
  }
  for (const entities of [null, 'clientInfo', [null, 7, {}, { type: 7 }]]) {
    expect(await zoneAfter(() => person.say('hjælp', { entities }))).toBe('America/Nuuk')
  }
  expect(await zoneAfter(() => person.send('profile.show', {}, clientInfo('Atlantic/Faroe')))).toBe('Atlantic/Faroe')
})

test('the same person is the same record, however their id is spelled', async () => {
  const { person } = await choose('press', 'soro', '')
  const from = { ...(person.from.from as object), aadObjectId: person.id.toUpperCase() }
  expect(facts(await person.ask('min profil', { from }))).toContain('Sorø Kommune')
  expect(app.rows().filter(({ id }) => id.toLowerCase() === person.id.toLowerCase())).toHaveLength(1)
})

test('twenty leaders at once each keep and get their own', async () => {
  const roles = ['direktionen', 'chefer', 'leder-af-ledere', 'leder-af-medarbejdere'] as const
  const titles = ['direktionen', 'chef', 'leder af ledere', 'leder af medarbejdere']
  const everybody = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const person = app.person()
      await person.chooseProfile('sonderborg', roles[i % 4] as string)
      return person
    }),
  )
  const answers = await Promise.all(everybody.map((person) => person.ask('Hvad forventes der af mig?')))
  answers.forEach((card, i) => {
    expect(titleOf(card)).toContain(titles[i % 4])
  })
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
