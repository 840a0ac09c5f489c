import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, faultsIn, fieldsIn, markdownOf, textOf, titleOf } from '../support/card-text'
import { dayMs } from '../support/fake-clock'
import type { Person } from '../support/person'
import { da, en } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const words = 'Jeg vil spørge dem, hvad de har brug for fra mig i morgen.'
const kept = (person: Person) =>
  app.rows().filter((row) => row.container === 'reflections' && row.partition === person.id)
const mine = async (person: Person) => textOf(await person.ask('mine refleksioner'))

async function leader(framework = 'sonderborg', role = 'leder-af-ledere'): Promise<{ person: Person; card: Card }> {
  const person = app.person()
  await person.chooseProfile(framework, role)
  return { person, card: await person.getPrompt() }
}

test('a prompt fits the role, shows its point with the source, and says who sees the answer', async () => {
  const { person, card } = await leader()
  expect(titleOf(card)).toBe(da('prompt.title'))
  expect(textOf(card)).toContain(
    da('answer.source', { source: 'Sønderborg › Leadership Pipeline › Leder af ledere › ' }),
  )
  expect(textOf(card)).toContain(da('prompt.hint.private'))
  expect(kept(person)).toMatchObject([{ body: { state: 'shown', leaderId: person.id } }])
})

test.each(['press', 'submit'] as const)(
  'an answer by %s is kept, and a receipt takes the card’s place',
  async (how) => {
    const { person, card } = await leader()
    const seen = await person[how](card, 'prompt.answer', { text: `  ${words}\n` })
    expect([seen.status, titleOf(seen.replaced), seen.cards]).toEqual([200, da('prompt.answered.title'), []])
    expect(textOf(seen.replaced)).toContain(words)
    expect(textOf(seen.replaced)).toContain(da('prompt.answered.private', { when: '10. marts 2026 kl. 09.00' }))
    expect(kept(person)).toMatchObject([
      { body: { state: 'answered', text: words, answeredAt: '2026-03-10T08:00:00.000Z' } },
    ])
    expect(await mine(person)).toContain(words)
  },
)

test('Action.Execute and Action.Submit give the same receipt', async () => {
  const [one, other] = [await leader(), await leader()]
  // The same prompt for both, so that the receipts can be held against each other.
  const data = { reflectionId: kept(one.person)[0]?.id }
  const { statementIds } = kept(one.person)[0]?.body ?? {}
  const same = (await other.person.send('prompt.request', { statementIds })).cards[0] as Card
  const executed = await one.person.press(one.card, 'prompt.answer', { ...data, text: words })
  const submitted = await other.person.submit(same, 'prompt.answer', { ...data, text: words })
  expect(submitted.replaced).toEqual(executed.replaced)
})

test('skipping puts the prompt aside, and nothing of it is among the reflections', async () => {
  const { person, card } = await leader()
  const { replaced } = await person.press(card, 'prompt.skip')
  expect(titleOf(replaced)).toBe(da('prompt.skipped.title'))
  expect(kept(person)).toMatchObject([{ body: { state: 'skipped' } }])
  expect(await mine(person)).toContain(da('reflections.empty'))
  // Changing one's mind is fine: the card may still stand on another device.
  expect(titleOf((await person.press(card, 'prompt.answer', { text: words })).replaced)).toBe(
    da('prompt.answered.title'),
  )
})

test('an answer that stands is not taken away by "skip" pressed on an old card', async () => {
  const { person, card } = await leader()
  await person.press(card, 'prompt.answer', { text: words })
  const { replaced } = await person.press(card, 'prompt.skip')
  expect(titleOf(replaced)).toBe(da('prompt.answered.title'))
  expect(kept(person)).toMatchObject([{ body: { state: 'answered', text: words } }])
})

describe('one answer stands', () => {
  const outcomes: [string, (person: Person, card: Card) => Promise<unknown>][] = [
    [
      'when the button is pressed twice',
      async (person, card) => {
        await person.press(card, 'prompt.answer', { text: words })
        return person.press(card, 'prompt.answer', { text: words })
      },
    ],
    [
      'when Teams delivers the same invoke twice',
      async (person, card) => {
        await person.press(card, 'prompt.answer', { text: words }, { id: 'same-invoke-1' })
        return person.press(card, 'prompt.answer', { text: words }, { id: 'same-invoke-1' })
      },
    ],
    [
      'when the same invoke comes twice at once',
      (person, card) =>
        Promise.all([1, 2].map(() => person.press(card, 'prompt.answer', { text: words }, { id: 'same-invoke-2' }))),
    ],
    [
      'when two devices answer alike at once, one of each kind',
      (person, card) =>
        Promise.all([
          person.press(card, 'prompt.answer', { text: words }),
          person.submit(card, 'prompt.answer', { text: words }),
        ]),
    ],
    [
      'when the bot restarts between the two',
      async (person, card) => {
        await person.press(card, 'prompt.answer', { text: words })
        await app.restart()
        return person.press(card, 'prompt.answer', { text: words })
      },
    ],
  ]
  test.each(outcomes)('%s', async (_when, act) => {
    const { person, card } = await leader()
    const last = await act(person, card)
    for (const seen of [last].flat() as Awaited<ReturnType<Person['press']>>[])
      expect([seen.status, titleOf(seen.replaced)]).toEqual([200, da('prompt.answered.title')])
    expect(kept(person)).toMatchObject([{ body: { state: 'answered', text: words } }])
    expect((await mine(person)).split(words)).toHaveLength(2)
  })

  test('when six devices answer differently at once: each is told, and one text remains', async () => {
    const { person, card } = await leader()
    const texts = Array.from({ length: 6 }, (_, i) => `Svar fra enhed nummer ${i}`)
    const seen = await Promise.all(texts.map((text) => person.press(card, 'prompt.answer', { text })))
    expect(seen.map(({ status }) => status)).toEqual(texts.map(() => 200))
    expect(kept(person)).toHaveLength(1)
    expect(texts).toContain(kept(person)[0]?.body.text)
  })

  test('and one that comes from an old card asks before it takes the place of the first', async () => {
    const { person, card } = await leader()
    await person.press(card, 'prompt.answer', { text: 'Min første tanke om det her' })
    const asked = (await person.press(card, 'prompt.answer', { text: words })).replaced as Card
    expect(textOf(asked)).toContain(da('prompt.elsewhere.answered'))
    expect(kept(person)).toMatchObject([{ body: { text: 'Min første tanke om det her' } }])
    await person.press(asked, 'prompt.answer', { text: words })
    expect(kept(person)).toMatchObject([{ body: { text: words } }])
  })
})

test('asking for prompts again and again brings a new one each time, in one area after the other', async () => {
  const { person } = await leader()
  for (let i = 0; i < 4; i++) await person.getPrompt()
  const ids = kept(person).map(({ body }) => String(body.promptId))
  expect(new Set(ids).size).toBe(5)
  expect(new Set(ids.map((id) => id.split('/')[2])).size).toBe(5)
})

test('"giv mig et spørgsmål om feedback" asks about a point on feedback, of the leader’s own role where it has one', async () => {
  const { person } = await leader('skanderborg', 'leder-af-medarbejder')
  const text = textOf(await person.ask('giv mig et spørgsmål om feedback'))
  expect(text).toMatch(/feedback/i)
  expect(text).toContain('Leder af medarbejder ›')
})

test('a prompt on another role’s point is not said to belong to one’s own', async () => {
  const { person } = await leader('skanderborg', 'leder-af-medarbejder')
  const point = 'skanderborg/direktoer/folkestyre-sporet/1'
  const { cards } = await person.send('prompt.request', { statementIds: [point] })
  expect(textOf(cards[0])).toContain('Direktør')
  expect(textOf(cards[0])).not.toContain(da('prompt.why.role'))
})

test('in English the prompt, its buttons and the receipt are English, and the point stays as it is', async () => {
  const { person } = await leader()
  await person.say('english')
  const card = await person.ask('give me a question')
  expect([titleOf(card), ...buttonsOf(card).map(({ title }) => title)]).toEqual([
    en('prompt.title'),
    en('prompt.save'),
    en('prompt.later'),
    en('prompt.skip'),
  ])
  expect(titleOf((await person.press(card, 'prompt.answer', { text: words })).replaced)).toBe(
    en('prompt.answered.title'),
  )
})

test.each([
  ['nothing', ''],
  ['blanks', ' \n\t '],
])('an answer of %s is refused in words at its field', async (_what, text) => {
  const { person, card } = await leader()
  for (const how of ['press', 'submit'] as const) {
    const { replaced } = await person[how](card, 'prompt.answer', { text })
    expect(faultsIn(replaced, 'text')).toContain(da('error.answerEmptyScale'))
  }
  expect(kept(person)).toMatchObject([{ body: { state: 'shown' } }])
})

test('an answer of 2,000 characters is kept whole; a longer one is refused with the number, and the card keeps it', async () => {
  const { person, card } = await leader()
  const long = `${'Lang tekst. '.repeat(170)}`.slice(0, 2000).padEnd(2000, 'x')
  const refused = await person.press(card, 'prompt.answer', { text: `${long}y` })
  expect(faultsIn(refused.replaced, 'text')).toContain('2000 tegn')
  expect(fieldsIn(refused.replaced).text).toBe(`${long}y`)
  expect(titleOf((await person.press(card, 'prompt.answer', { text: long })).replaced)).toBe(
    da('prompt.answered.title'),
  )
  expect(kept(person)[0]?.body.text).toBe(long)
})

const marks = [
  '👍',
  '**fed** _kursiv_ [link](https://ond.dk) # overskrift',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '<at>Alle</at> {{DATE(2020-01-01T00:00:00Z,SHORT)}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template would evaluate
  '${title} ${string(1+1)} {"type":"TextBlock"}',
  "'; DROP TABLE reflections; --",
  'Linje et\nLinje to\r\n\r\nLinje tre',
  'et \u0000 nul',
]
test.each(marks)('an answer is kept as it was written and shown as text: %j', async (text) => {
  const { person, card } = await leader()
  const { replaced } = await person.press(card, 'prompt.answer', { text })
  expect(kept(person)[0]?.body.text).toBe(text)
  const list = await person.ask('mine refleksioner')
  for (const shown of [replaced, list]) {
    // Looks the same: only U+2060, which takes no room, may stand between.
    for (const line of text.split(/\s*\r?\n\s*/)) expect(textOf(shown).replaceAll('\u2060', '')).toContain(line)
    expect(textOf(shown)).not.toMatch(/<at>|\{\{/)
    expect(markdownOf(shown)).not.toContain(text.slice(0, 8))
  }
})

test.each([
  ['marks of direction', '\u202eomvendt\u202c', 'omvendt'],
  ['a soft hyphen', 'en ref\u00ADleksion', 'en refleksion'],
])('an answer is kept without what nobody sees in it: %s', async (_what, text, seen) => {
  const { person, card } = await leader()
  await person.press(card, 'prompt.answer', { text })
  expect(kept(person)[0]?.body.text).toBe(seen)
})

test('an answer of nothing that anybody sees is empty', async () => {
  const { person, card } = await leader()
  const { notice } = await person.press(card, 'prompt.answer', { text: '\u200B \u2060' })
  expect([da('error.answerEmptyScale'), da('error.answerEmptyScale')]).toContain(notice)
  expect(kept(person)[0]?.body.text).toBeUndefined()
})

test('"mine refleksioner" comes newest first, eight a page, with a way to the older ones and back', async () => {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  const texts = Array.from({ length: 10 }, (_, i) => `Tanke nummer ${i} i rækken`)
  for (const text of texts) {
    await person.press(await person.getPrompt(), 'prompt.answer', { text })
    app.clock.advance(3 * dayMs)
  }
  const first = await person.ask('mine refleksioner')
  expect(textOf(first).match(/Tanke nummer \d/g)).toEqual(
    texts
      .slice(2)
      .reverse()
      .map((text) => text.slice(0, 14)),
  )
  const second = (await person.press(first, 'reflections.list')).replaced as Card
  expect(textOf(second).match(/Tanke nummer \d/g)).toEqual(['Tanke nummer 1', 'Tanke nummer 0'])
  const again = (await person.submit(second, 'reflections.list')).cards[0]
  expect(textOf(again)).toBe(textOf(first))
})

test('every text that was answered lies in its writer’s partition of "reflections" and nowhere else', () => {
  const holding = app.rows().filter(({ json }) => json.includes(words))
  expect(holding.length).toBeGreaterThan(5)
  for (const row of holding) expect([row.container, row.body.leaderId]).toEqual(['reflections', row.partition])
  expect(
    app.rows().filter(({ container, json }) => container !== 'reflections' && /Tanke|Svar fra enhed/.test(json)),
  ).toEqual([])
})

test('a reflection vanishes when its time is over, and an edit does not prolong it', async () => {
  const { person, card } = await leader()
  await person.press(card, 'prompt.answer', { text: words })
  app.clock.advance(300 * dayMs)
  await person.press(card, 'prompt.answer', { text: `${words} Igen.` })
  app.clock.advance(249 * dayMs)
  expect(await mine(person)).toContain(da('reflections.empty'))
  expect((await person.press(card, 'prompt.answer', { text: words })).notice).toContain(da('error.not-found'))
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
