import { startApp, type TestApp } from '../support/app'
import { buttonsOf, markdownOf, textOf, titleOf } from '../support/card-text'
import { cpuTime } from '../support/cpu-time'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

async function leaderIn(framework: string, role: string): Promise<Person> {
  const person = app.person()
  await person.chooseProfile(framework, role)
  return person
}

test('a question is answered with the framework’s own points and their source, in one message that is one card', async () => {
  const { cards, answer } = await (await leaderIn('', '')).say('Hvad forventes der af en leder af ledere i Sønderborg?')
  expect(titleOf(cards[0])).toBe(da('answer.expectations.ofOne', { role: 'leder af ledere' }))
  const text = textOf(cards[0])
  expect(text).toContain('Sønderborg Kommune · Ledelsesgrundlag (2024)')
  expect(text).toContain('Du melder tydeligt ud om politiske visioner, retning og rammer.')
  expect(text).toContain(
    da('answer.source', { source: 'Leadership Pipeline › Leder af ledere › Sæt retning, punkt 1–4' }),
  )
  expect(answer.replies).toHaveLength(1)
  // Teams splits a message that has text beside its card; the toast needs a summary.
  expect(answer.replies[0]).toMatchObject({
    type: 'message',
    summary: expect.stringMatching(saying('answer.summary.points.many', { n: '13' })),
  })
  expect(answer.replies[0]?.text).toBeUndefined()
})

test('"mig" is the leader of the profile: each is answered from their own municipality and role', async () => {
  const [odder, skanderborg] = [
    await leaderIn('odder', 'virksomhedsleder'),
    await leaderIn('skanderborg', 'kontraktholder'),
  ]
  const question = 'Hvad forventes der af mig?'
  const [ofOdder, ofSkanderborg] = [await odder.ask(question), await skanderborg.ask(question)]
  expect(textOf(ofOdder)).toContain(da('note.commonProfile', { framework: 'Odder' }))
  expect(textOf(ofSkanderborg)).toContain('Skanderborg Kommune')
  expect(titleOf(ofSkanderborg)).toBe(da('answer.expectations.asRole', { role: 'kontraktholder' }))
  expect(textOf(ofSkanderborg)).not.toContain('Odder')
})

test('"og faldgruberne?" is understood from the question before, in the same chat and for half an hour', async () => {
  const person = await leaderIn('skanderborg', 'leder-af-leder')
  await person.ask('Hvad forventes der af en kontraktholder?')
  const followUp = () => person.ask('og faldgruberne?').then(titleOf)
  expect(await followUp()).toBe(da('answer.pitfalls.ofOne', { role: 'kontraktholder' }))
  app.clock.advance(31 * 60_000)
  expect(await followUp()).toBe(da('answer.pitfalls.asRole', { role: 'leder af leder' }))
})

test('a follow-up never leans on somebody else’s question', async () => {
  const [one, other] = [await leaderIn('skanderborg', 'kontraktholder'), await leaderIn('skanderborg', 'direktoer')]
  await one.ask('Hvad forventes der af en kontraktholder?')
  expect(titleOf(await other.ask('og faldgruberne?'))).toBe(da('answer.pitfalls.asRole', { role: 'direktør' }))
})

test('what a framework does not say is said not to be there, and another’s point comes under its own name', async () => {
  const text = textOf(await (await leaderIn('sonderborg', 'leder-af-ledere')).ask('Hvilke faldgruber er der for mig?'))
  expect(text).toContain(da('note.noPitfalls', { frameworksOf: 'Sønderborgs' }))
  expect(text).toContain(da('section.inspiration', { frameworksOf: 'Skanderborgs' }))
})

test('a button on an answer asks as if it was typed, on both kinds of client', async () => {
  const [one, other] = [await leaderIn('odder', 'direktoer'), await leaderIn('odder', 'direktoer')]
  const executed = await one.press(await one.ask('hjælp'), 'ask')
  const submitted = await other.submit(await other.ask('hjælp'), 'ask')
  expect(titleOf(executed.cards[0])).toBe(da('answer.expectations.asLeaders'))
  expect(submitted.cards).toEqual(executed.cards)
  // The pressed card stays, and says where to look.
  expect([executed.notice, executed.replaced, submitted.replaced]).toEqual([da('reply.below'), undefined, undefined])
})

test('every button of every kind of answer leads to a card', async () => {
  const person = await leaderIn('skanderborg', 'leder-af-medarbejder')
  const questions = [
    'hjælp',
    'Hvad forventes der af mig?',
    'og faldgruberne?',
    'hvad er følgeskab?',
    'sig noget om tennis',
  ]
  for (const question of questions) {
    const card = await person.ask(question)
    for (const button of buttonsOf(card)) {
      const seen = await person.send(button.verb, button.data)
      expect([question, button.title, seen.status, seen.cards.length]).toEqual([question, button.title, 200, 1])
    }
  }
})

test.each([
  ['nothing', ''],
  ['blanks', '   \n\t '],
  ['emoji', '🙂🙂👍'],
  ['a single mark', '?'],
  ['a zero width space', '\u200b'],
])('a message of %s is met with what can be written', async (_what, text) => {
  expect(titleOf(await (await leaderIn('odder', '')).ask(text))).toBe(da('talk.empty.title'))
})

test('a message without any text, such as a picture, is met with what can be written', async () => {
  const picture = {
    text: undefined,
    attachments: [{ contentType: 'image/png', contentUrl: 'https://example.org/x.png' }],
  }
  expect(titleOf((await app.person().say('billede', picture)).cards[0])).toBe(da('talk.empty.title'))
})

test.each([
  ['10,000 characters without a blank', 'æ'.repeat(10_000)],
  ['10,000 characters of words', 'Hvad forventes der af mig? '.repeat(371)],
  ['10,000 emoji', '🙂'.repeat(5_000)],
  ['10,000 marks', '*_[]()<>&"\'`~#|'.repeat(715)],
  ['deep parentheses', '('.repeat(5_000) + ')'.repeat(5_000)],
])('%s are answered with less than a second of computing', async (_what, text) => {
  const person = await leaderIn('odder', 'direktoer')
  const before = cpuTime()
  const { status, cards } = await person.say(text)
  expect([status, cards.length]).toEqual([200, 1])
  expect(cpuTime() - before).toBeLessThan(1000)
})

const marks = [
  '**tennis**',
  '<b>tennis</b>',
  '<img src=x onerror=alert(1)>',
  '[tennis](https://ond.dk)',
  '<at>Alle</at> tennis',
  '{{DATE(2020-01-01T00:00:00Z,SHORT)}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template would evaluate
  '${title} ${1+1} tennis',
  '&lt;b&gt;tennis',
]
test.each(marks)('what stands in a question is never more than text in the answer: %s', async (mark) => {
  const person = await leaderIn('odder', 'direktoer')
  const cards = [await person.ask(`hvad siger grundlaget om ${mark}?`), await person.ask(`hvad betyder ${mark}?`)]
  for (const card of cards) {
    expect(textOf(card)).not.toMatch(/<at>|<img|<b>|\{\{|\]\(/)
    expect(markdownOf(card)).not.toMatch(/\*\*tennis|\]\(https/)
  }
})

test('nothing that anybody asked is in the store', () => {
  const stored = app
    .rows()
    .map(({ json }) => json)
    .join()
  expect(stored).not.toMatch(/tennis|følgeskab|forventes/)
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
