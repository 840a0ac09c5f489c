import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const dayMs = 24 * 3600_000
const listTitle = da('waiting.title')
const kept = (person: Person) =>
  app
    .rows()
    .filter((row) => row.container === 'reflections' && row.partition === person.id)
    .sort((a, b) => String(b.body.shownAt).localeCompare(String(a.body.shownAt)))
const shownIn = (card: Card | undefined) =>
  buttonsOf(card).flatMap(({ verb, data }) => (verb === 'prompt.show' ? [data.reflectionId] : []))

/** A leader with so many prompts, a day apart, none of them answered. */
async function asked(count: number): Promise<Person> {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  for (let i = 0; i < count; i++) {
    await person.getPrompt()
    app.clock.advance(dayMs)
  }
  return person
}

test.each(['ubesvarede spørgsmål', 'vis mine ubesvarede spørgsmål', 'åbne spørgsmål', 'open questions'])(
  '%j lists what waits for an answer, newest first',
  async (text) => {
    const person = await asked(3)
    const card = await person.ask(text)
    expect(titleOf(card)).toBe(listTitle)
    expect(shownIn(card)).toEqual(kept(person).map(({ id }) => id))
    expect(textOf(card)).toContain('3 spørgsmål')
  },
)

test('one that is opened can be answered, and is then no longer there', async () => {
  const person = await asked(3)
  const [, second] = kept(person)
  const opened = (await person.send('prompt.show', { reflectionId: second?.id })).cards[0] as Card
  expect(titleOf(opened)).toBe(da('prompt.title'))
  await person.press(opened, 'prompt.answer', { text: 'Det har jeg tænkt over' })
  expect(shownIn(await person.ask('åbne spørgsmål'))).not.toContain(second?.id)
})

test('put off counts, skipped and withdrawn do not; one alone is shown at once', async () => {
  const person = await asked(4)
  const [a, b, c] = kept(person)
  if (!a || !b || !c) throw new Error('no prompts')
  app.rewrite(a, { state: 'skipped' })
  app.rewrite(b, { state: 'withdrawn' })
  app.rewrite(c, { state: 'snoozed', snoozedUntil: '2027-01-01T00:00:00.000Z' })
  const both = await person.ask('ubesvarede spørgsmål')
  expect(shownIn(both)).toHaveLength(2)
  expect(textOf(both)).toContain('udskudt')
  app.rewrite(c, { state: 'skipped' })
  expect(titleOf(await person.ask('ubesvarede spørgsmål'))).toBe(da('prompt.title'))
})

test.each(['vis mit spørgsmål igen', 'kan du vise spørgsmålet igen', 'show my question again'])(
  '%j shows the newest of them, and what is typed then is offered as its answer',
  async (text) => {
    const person = await asked(2)
    app.clock.advance(10 * dayMs)
    const card = await person.ask(text)
    expect(JSON.stringify(card)).toContain(kept(person)[0]?.id)
    expect(titleOf(await person.ask('På vores ugentlige møde'))).toBe(da('offer.title'))
  },
)

test('where nothing waits it is said, and how to get one', async () => {
  const person = await asked(0)
  for (const text of ['ubesvarede spørgsmål', 'vis mit spørgsmål igen']) {
    const card = await person.ask(text)
    expect([titleOf(card), textOf(card)]).toEqual([
      da('noneWaiting.title'),
      expect.stringContaining(da('noneWaiting.text')),
    ])
  }
})

test('older ones stand on pages of their own', async () => {
  const person = await asked(10)
  const first = await person.ask('ubesvarede spørgsmål')
  const second = (await person.press(first, 'prompt.waiting')).replaced
  const ids = kept(person).map(({ id }) => id)
  expect([...shownIn(first), ...shownIn(second)]).toEqual(ids)
  expect(shownIn(first)).toHaveLength(8)
})

test('the journal says how many wait, and leads to them', async () => {
  const person = await asked(2)
  const journal = await person.ask('mine refleksioner')
  expect(textOf(journal)).toContain(da('waiting.row', { total: 2 }))
  const { cards } = await person.press(journal, 'prompt.waiting')
  expect(titleOf(cards[0])).toBe(listTitle)
  for (const row of kept(person)) app.rewrite(row, { state: 'skipped' })
  expect(textOf(await person.ask('mine refleksioner'))).not.toMatch(saying('waiting.row'))
})

test('in a channel nothing of it is shown', async () => {
  const person = await asked(2)
  for (const text of ['ubesvarede spørgsmål', 'vis mit spørgsmål igen'])
    expect((await person.mention(text)).cards.map(titleOf)).toEqual([da('private.title')])
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
