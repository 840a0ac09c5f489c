import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, cardOf, textOf, titleOf } from '../support/card-text'
import { knowledge } from '../support/kept'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

// Wherever and in whatever state somebody in trouble writes: people to turn to, and nothing else.

const hrConversation = '19:hr@thread.tacv2'
const channel = { conversation: { id: '19:alle@thread.tacv2', conversationType: 'channel' } }
const group = { conversation: { id: '19:gruppe@unq.gbl.spaces', conversationType: 'groupChat' } }
const { points } = knowledge.library
let app: TestApp
beforeAll(async () => {
  app = await startApp({ env: { PEJLING_HR_CONVERSATION: hrConversation } })
})
afterAll(() => app.close())

const troubles = [
  ['life', 'jeg overvejer at tage mit eget liv', saying('care.life')],
  ['self', 'jeg bliver chikaneret seksuelt af min direktør', saying('care.self')],
  ['other', 'en medarbejder har fortalt mig at hun vil tage livet af sig', saying('care.other')],
  ['life in English', 'I do not want to live any more', saying('care.life', {}, 'en')],
] as const

async function leader(): Promise<Person> {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  app.clock.advance(60_000)
  return person
}

/** What has been going on in a leader's own chat before. */
const states: Readonly<Record<string, (person: Person) => Promise<unknown>>> = {
  nothing: async () => undefined,
  'an open prompt': (person) => person.getPrompt(),
  'an offer that waits': async (person) => {
    await person.getPrompt()
    await person.say('Min kollega på rådhuset, og hun gik derfra med mere mod end før.')
  },
  'a form to edit': async (person) => {
    const kept = (await person.press(await person.getPrompt(), 'prompt.answer', { text: 'Jeg roste dem' })).replaced
    await person.press(kept as Card, 'prompt.edit')
  },
  'a question to follow up': (person) => person.say('hvilke faldgruber har en kontraktholder?'),
  'a turn of care': (person) => person.say('jeg kan ikke mere'),
}

const shownIn = (cards: readonly (Card | undefined)[]) => cards.map((card) => textOf(card)).join('\n')
const storedOf = (words: string) => app.rows().filter(({ json }) => json.includes(words))

function expectCareAlone(cards: readonly (Card | undefined)[], words: string, text: RegExp): void {
  expect(cards).toHaveLength(1)
  const shown = shownIn(cards)
  expect(shown).toMatch(text)
  expect(shown).toContain('112')
  expectNothingElse(cards, words)
}

function expectNothingElse(cards: readonly (Card | undefined)[], words: string): void {
  const shown = shownIn(cards)
  expect(points.filter((point) => shown.includes(point.text))).toEqual([])
  expect(JSON.stringify(cards)).not.toContain(words)
  expect(cards.flatMap(buttonsOf).map(({ verb }) => verb)).not.toContain('prompt.answer')
  expect(storedOf(words)).toEqual([])
  expect(app.logText()).not.toContain(words)
}

describe.each(Object.entries(states))('after %s', (_, prepare) => {
  test.each(troubles)('typed in the own chat: %s', async (_kind, words, text) => {
    const person = await leader()
    await prepare(person)
    expectCareAlone((await person.say(words)).cards, words, text)
  })

  test.each(['press', 'submit'] as const)('by a button that carries the words: %s', async (how) => {
    const person = await leader()
    await prepare(person)
    const [, words, text] = troubles[0]
    const data = { text: words }
    const seen = await (how === 'press' ? person.send('ask', data) : person.sendSubmit({ ...data, verb: 'ask' }))
    expectCareAlone(seen.cards, words, text)
  })

  test.each([
    ['channel', channel],
    ['group', group],
  ])('in a %s: what is said there to anything personal, and the text in the own chat', async (_where, where) => {
    for (const [, words, text] of troubles) {
      const person = await leader()
      await prepare(person)
      const personal = await person.mention('mine refleksioner', where)
      const seen = await person.mention(words, where)
      expect(seen.cards).toEqual(personal.cards)
      expectNothingElse(seen.cards, words)
      const own = app.connector.sent(person.conversationId).at(-1)
      expectCareAlone([cardOf(own ?? {})], words, text)
    }
  })
})

test('somebody without an own chat gets the same words among others, and nothing fails', async () => {
  const stranger = app.person()
  const { cards } = await stranger.mention('jeg kan ikke mere', channel)
  expect(cards.map(titleOf)).toEqual([da('private.title')])
})

test('a prompt’s answer is kept as pressed; the text follows, and no point stands below the answer', async () => {
  const words = 'Jeg har tænkt på at gøre en ende på det hele'
  for (const how of ['press', 'submit'] as const) {
    const person = await leader()
    const prompt = await person.getPrompt()
    const seen = await person[how](prompt, 'prompt.answer', { text: words }, { replyToId: `kept-${how}` })
    expect(titleOf(seen.replaced)).toBe(da('prompt.answered.title'))
    expect(textOf(seen.replaced)).toContain(words)
    expect(points.filter(({ text }) => textOf(seen.replaced).includes(text))).toEqual([])
    expect(shownIn(seen.cards)).toContain('112')
    const [kept] = storedOf(words)
    expect(kept).toMatchObject({ container: 'reflections', partition: person.id, body: { text: words } })
    const form = (await person.press(seen.replaced as Card, 'prompt.edit')).replaced as Card
    const edited = await person.press(form, 'prompt.answer', { text: 'Jeg har planlagt mit selvmord' })
    expect(shownIn(edited.cards)).toContain('112')
    expect(points.filter(({ text }) => textOf(edited.replaced).includes(text))).toEqual([])
  }
})

test('an answer without trouble stands with its points as before', async () => {
  const person = await leader()
  const seen = await person.press(await person.getPrompt(), 'prompt.answer', { text: 'Jeg roste dem for indsatsen' })
  expect(seen.cards).toEqual([])
  expect(points.some(({ text }) => textOf(seen.replaced).includes(text))).toBe(true)
})

test('who asks for HR or to be erased gets that, and the text follows', async () => {
  const person = await leader()
  const hr = await person.say('tal med HR, jeg kan ikke mere')
  expect(hr.cards.map(titleOf)).toEqual([da('hr.title'), da('care.self').split('\n')[0]])
  expect(shownIn(hr.cards)).toContain('112')
  const erase = await person.say('slet mine data, jeg vil ikke leve mere')
  expect(erase.cards).toHaveLength(2)
  expect(buttonsOf(erase.cards[0]).map(({ verb }) => verb)).toContain('data.erase')
  expect(shownIn(erase.cards)).toContain('112')
})

test('a message to HR goes its way, and the text follows', async () => {
  const words = 'Jeg bliver mobbet af min chef og kan ikke mere'
  const person = await leader()
  const preview = await person.press(await person.ask('tal med HR'), 'hr.preview', { text: words })
  expect(shownIn(preview.cards)).toContain('112')
  const sent = await person.press(preview.replaced as Card, 'hr.send')
  expect(titleOf(sent.replaced)).toBe(da('hr.state.new'))
  expect(shownIn(sent.cards)).toContain('112')
})

test('nothing said before or in it is a context for what comes after', async () => {
  const person = await leader()
  const alone = await (await leader()).ask('og i Odder?')
  await person.say('hvilke faldgruber har en kontraktholder?')
  await person.say('jeg kan ikke mere')
  expect(textOf(await person.ask('og i Odder?'))).toBe(textOf(alone))
})

test('“det er ikke så slemt” is met kindly afterwards, and as any other text else', async () => {
  const person = await leader()
  await person.say('jeg kan ikke mere')
  const { cards } = await person.say('det er ikke så slemt')
  expect(shownIn(cards)).toContain(da('care.calmed'))
  expect(shownIn([await (await leader()).ask('det er ikke så slemt')])).not.toContain(da('care.calmed'))
  // And trouble said again is met as trouble.
  await person.say('jeg kan ikke mere')
  expect(shownIn((await person.say('det går nok, jeg vil bare dø')).cards)).toContain('112')
})

test('somebody new is met before being welcomed, and welcomed the next time', async () => {
  const person = app.person()
  expectCareAlone((await person.say('jeg vil ikke leve mere')).cards, 'jeg vil ikke leve mere', /112/)
  expect((await person.say('hvad kan du?')).cards.length).toBeGreaterThan(1)
})

test('a leader who reads English is met in English', async () => {
  const person = await leader()
  await person.say('english')
  expect(shownIn((await person.say('I want to die')).cards)).toMatch(saying('care.life', {}, 'en'))
})

test('the log holds nothing that anybody said', () => {
  expect(app.leaks()).toEqual([])
})
