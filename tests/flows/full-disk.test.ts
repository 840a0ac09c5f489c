import { startApp, type TestApp } from '../support/app'
import { type Card, fieldsIn, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp({ maxBytes: 700_000 })
})
afterAll(() => app.close())

const long = (n: number) => `Svar nummer ${n}: ${'Jeg vil lytte mere og tale mindre. '.repeat(50)}`.trim()
const kept = (person: Person) => app.rows().filter(({ partition }) => partition === person.id)

test('with the disk full an answer is refused in words, the card keeps it, everything else can be read, and room lets it go on', async () => {
  const people: Person[] = []
  let refused: { person: Person; card: Card; text: string } | undefined
  while (!refused) {
    const person = app.person()
    await person.chooseProfile('skanderborg', 'leder-af-leder')
    people.push(person)
    for (let n = 0; n < 10 && !refused; n++) {
      const card = await person.getPrompt()
      if (titleOf(card) === da('error.title')) break
      const text = long(n)
      const { status, notice, replaced } = await person.press(card, 'prompt.answer', { text })
      expect(status).toBe(200)
      if (titleOf(replaced) === da('prompt.answered.title')) continue
      expect(notice).toMatch(saying('error.unavailable', { reference: '[0-9A-Z]{6}' }))
      expect(fieldsIn(replaced)).toMatchObject({ text })
      refused = { person, card, text }
    }
  }
  const { person, card, text } = refused
  const [first] = people as [Person]
  expect(people.length).toBeGreaterThan(2)
  // Nothing is half there: each answer is whole, and the refused one is still a question.
  for (const { body } of people.flatMap(kept)) {
    if (body.state === 'answered') expect(String(body.text)).toMatch(/^Svar nummer \d+: Jeg vil .* tale mindre\.$/)
  }
  expect(kept(person).filter(({ body }) => body.state === 'shown')).toHaveLength(1)

  expect(textOf(await first.ask('mine refleksioner'))).toContain('Svar nummer')
  expect(titleOf(await first.ask('Hvad forventes der af mig?'))).toBe(
    da('answer.expectations.asRole', { role: 'leder af leder' }),
  )
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200)
  expect((await person.press(card, 'prompt.answer', { text })).notice).toMatch(saying('error.unavailable'))

  const asked = await first.ask('slet mine data')
  expect(titleOf((await first.press(asked, 'data.erase')).replaced)).toBe(da('dataErased.title'))
  expect(titleOf((await person.press(card, 'prompt.answer', { text })).replaced)).toBe(da('prompt.answered.title'))
  expect(kept(person).filter(({ body }) => body.text === text)).toHaveLength(1)
  expect(app.leaks()).toEqual([])
}, 60_000)
