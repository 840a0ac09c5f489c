import { promptsOnTopic } from '../../src/prompts/choosing/topic-prompts'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, textOf, titleOf } from '../support/card-text'
import { knowledge } from '../support/kept'
import type { Person } from '../support/person'
import { da, en, saying } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

async function leader(framework = 'skanderborg', role = 'kontraktholder'): Promise<Person> {
  const person = app.person()
  await person.chooseProfile(framework, role)
  return person
}
const ask = (person: Person, topic: string) => person.ask(`giv mig et spørgsmål om ${topic}`)
const lineOf = (card: Card | undefined, line: number) => textOf(card).split('\n')[line]
const titlesOf = (card: Card | undefined) => buttonsOf(card).map(({ title }) => title)
const shown = (person: Person) =>
  app
    .rows()
    .flatMap(({ container, partition, body }) =>
      container === 'reflections' && partition === person.id ? [String(body.promptId)] : [],
    )

test('a prompt on a topic is of one’s own role, and says what was asked for', async () => {
  const person = await leader()
  const card = await ask(person, 'uddelegering')
  expect(lineOf(card, 1)).toBe(da('prompt.asked.role', { topic: 'uddelegering' }))
  expect(textOf(card)).toContain(da('answer.source', { source: 'Skanderborg › Kontraktholder ›' }))
  expect(textOf(await person.ask('jeg vil gerne reflektere over tillid'))).toContain(
    da('prompt.asked.role', { topic: 'tillid' }),
  )
  expect(lineOf(await person.ask('et spørgsmål om økonomi'), 1)).toContain(
    da('prompt.asked.role', { topic: 'økonomi' }),
  )
})

test('an area that is named is that area in one’s own role', async () => {
  const person = await leader()
  for (let i = 0; i < 3; i++) await ask(person, 'faglig ledelse')
  expect(new Set(shown(person)).size).toBe(3)
  for (const id of shown(person)) expect(id).toMatch(/^skanderborg\/kontraktholder\/faglig-ledelse\//)
})

test('asked for again, the topic brings the next on it, and none twice before all have come', async () => {
  const person = await leader('sonderborg', 'leder-af-medarbejdere')
  const of = { topic: 'feedback', profile: { framework: 'sonderborg', role: 'leder-af-medarbejdere' } }
  const on = promptsOnTopic(knowledge, { ...of, locale: 'da', isGroup: false })
  const all = on.status === 'found' ? on.prompts.map(({ id }) => id) : []
  expect(all.length).toBeGreaterThan(1)
  for (let i = 0; i <= all.length; i++) await ask(person, 'feedback')
  expect(shown(person).sort()).toEqual([...all].sort())
})

test('what only another role has is said to be another’s', async () => {
  const card = await ask(await leader(), 'stolthed')
  expect(lineOf(card, 1)).toBe(da('prompt.asked.other-role', { topic: 'stolthed', role: 'en leder af medarbejder' }))
  const group = await ask(await leader(), 'den fælles opgave')
  expect(lineOf(group, 1)).toBe(
    da('prompt.asked.other-role', { topic: 'den fælles opgave', role: 'faglige fællesskaber' }),
  )
})

test('it stays another’s where the card is shown again', async () => {
  const person = await leader()
  const card = await ask(person, 'stolthed')
  const back = (await person.press(card, 'prompt.later')).replaced as Card
  const again = (await person.press(back, 'prompt.edit')).replaced as Card
  expect(textOf(again)).toContain(da('prompt.why.other-role', { role: 'en leder af medarbejder' }))
  expect(textOf(again)).not.toContain(da('prompt.why.role'))
})

test('who has chosen no role is told for whom it is, and who has no municipality, whose it is', async () => {
  expect(lineOf(await ask(await leader('skanderborg', ''), 'uddelegering'), 1)).toMatch(
    saying('prompt.asked.any-role', { topic: 'uddelegering', role: 'en (leder af leder|kontraktholder)$' }),
  )
  const nobody = app.person()
  expect(lineOf(await ask(nobody, 'fejl'), 1)).toBe(
    da('prompt.asked.elsewhere', { topic: 'fejl', frameworkOf: 'Sorøs' }),
  )
  expect(lineOf(await ask(nobody, 'faglig ledelse'), 1)).toMatch(
    saying('prompt.asked.elsewhere-role', { role: 'en .+', framework: 'Skanderborg$' }),
  )
  expect(lineOf(await nobody.getPrompt(), 1)).toMatch(
    saying('prompt.why.elsewhere', { frameworkOf: '(Odders|Sorøs|Kertemindes|Skanderborgs|Sønderborgs)' }),
  )
})

describe('with none on it', () => {
  test.each(['fodbold', 'rekruttering'])('“%s” is said not to be there, with another for the asking', async (topic) => {
    const person = await leader()
    const card = await ask(person, topic)
    expect(titleOf(card)).toBe(da('prompt.noTopic.title', { topic }))
    expect(titlesOf(card)).toEqual([da('prompt.noTopic.other')])
    expect(shown(person)).toEqual([])
    const other = (await person.press(card, 'prompt.request')).cards[0]
    expect(lineOf(other, 1)).toBe(da('prompt.why.role'))
  })

  test('what is near is offered, and pressed it is what was asked for', async () => {
    const person = await leader()
    const card = await ask(person, 'stress')
    expect(titlesOf(card)).toEqual([
      da('prompt.noTopic.other'),
      da('coverage.ask', { area: 'arbejdsmiljø' }),
      da('coverage.ask', { area: 'prioritering' }),
    ])
    const near = buttonsOf(card)[1]
    const { cards } = await person.send(near?.verb, near?.data)
    expect(lineOf(cards[0], 1)).toBe(da('prompt.asked.role', { topic: 'arbejdsmiljø' }))
  })

  test.each(['mod', 'konflikter', 'svære samtaler', 'digitalisering', 'psykologisk tryghed'])(
    'no point that only sounds like “%s” is given',
    async (topic) => {
      expect(titleOf(await ask(await leader(), topic))).toBe(da('prompt.noTopic.title', { topic }))
    },
  )

  test('nobody’s own framework is meant where none is known', async () => {
    expect(titleOf(await ask(app.person(), 'fodbold'))).toBe(da('prompt.noTopic.titleAnywhere', { topic: 'fodbold' }))
  })

  test('a long text is cut, and nothing in it is more than text', async () => {
    const card = await ask(
      await leader(),
      `<at>x</at> **fed** {{DATE(x)}} kvantecomputere ${'og mere til '.repeat(30)}`,
    )
    expect(titleOf(card).length).toBeLessThan(140)
    expect(JSON.stringify(card)).not.toMatch(/<at>|\{\{/)
  })
})

test.each([
  'giv mig et spørgsmål',
  'giv mig et spørgsmål om ledelse',
  'giv mig et spørgsmål i dag',
  'jeg vil reflektere',
])('“%s” names nothing to choose by, and brings the next of one’s role', async (words) => {
  expect(lineOf(await (await leader()).ask(words), 1)).toBe(da('prompt.why.role'))
})

test('asked for at a point, it says so as before', async () => {
  const { cards } = await (await leader()).send('prompt.request', {
    statementIds: ['skanderborg/kontraktholder/strategisk-ledelse/1'],
  })
  expect(lineOf(cards[0], 1)).toBe(da('prompt.why.topic'))
})

test('in English all of it is English', async () => {
  const person = await leader()
  await person.say('english')
  expect(lineOf(await person.ask('give me a question about delegation'), 1)).toBe(
    en('prompt.asked.role', { topic: 'delegation' }),
  )
  expect(lineOf(await person.ask('give me a question about feedback'), 1)).toBe(
    en('prompt.asked.other-role', { topic: 'feedback', role: '“Faglige fællesskaber”' }),
  )
  const none = await person.ask('give me a question about stress')
  expect([titleOf(none), ...titlesOf(none)]).toEqual([
    en('prompt.noTopic.title', { topic: 'stress' }),
    en('button.anotherPrompt'),
    en('coverage.ask', { area: 'well-being' }),
    en('coverage.ask', { area: 'work environment' }),
  ])
})

test('in a channel it is one to talk about, on the point that it builds on', async () => {
  const person = await leader()
  const { cards } = await person.mention('giv os et spørgsmål om tillid')
  expect(textOf(cards[0])).toMatch(/tillid/i)
  expect(titleOf(cards[0])).toBe(da('channelPrompt.title'))
  // Whose framework it is of, since the members may have several.
  expect(textOf(cards[0])).toContain(da('answer.source', { source: 'Skanderborg ›' }))
  expect(titleOf((await person.mention('giv os et spørgsmål om fodbold')).cards[0])).toBe(
    da('prompt.noTopic.title', { topic: 'fodbold' }),
  )
  expect(shown(person)).toEqual([])
})

test('nothing that anybody asked is in the store', () => {
  const stored = app.rows().map(({ json }) => json)
  expect(stored.join()).not.toMatch(/fodbold|kvantecomputere|psykologisk tryghed/)
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
