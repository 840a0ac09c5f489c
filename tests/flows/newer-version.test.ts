import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, fieldsIn, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

// While a new version is taken into use, the one before runs beside it and meets records that the new one has written.

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const rowsOf = (person: Person, container: string) =>
  app
    .rows()
    .filter((row) => row.container === container && (row.partition === person.id || row.body.leaderId === person.id))
const ownRow = (person: Person) => app.rows().filter((row) => row.container === 'leaders' && row.id === person.id)

/** Somebody with three answers, whose second one a newer version has rewritten. @returns the card of that one too */
async function personWithOddAnswer(changes: object): Promise<{ person: Person; card: Card }> {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'leder-af-leder')
  const cards: Card[] = []
  for (const text of ['Det første jeg skrev', 'Det andet jeg skrev', 'Det tredje jeg skrev']) {
    const card = await person.getPrompt()
    await person.press(card, 'prompt.answer', { text })
    app.clock.advance(60_000)
    cards.push(card)
  }
  const odd = rowsOf(person, 'reflections').find(({ body }) => body.text === 'Det andet jeg skrev')
  if (odd) app.rewrite(odd, changes)
  return { person, card: cards[1] as Card }
}

describe('fields that this version does not know', () => {
  const later = { later: { deep: [1, null, 'x'] } }

  test('survive whatever a leader does with the prompt and with their profile', async () => {
    const person = app.person()
    await person.chooseProfile('skanderborg', 'leder-af-leder')
    const card = await person.getPrompt()
    for (const row of [...ownRow(person), ...rowsOf(person, 'reflections')]) app.rewrite(row, later)
    for (const { body } of ownRow(person)) expect(body).toMatchObject(later)
    const receipt = (await person.press(card, 'prompt.answer', { text: 'Mit svar' })).replaced as Card
    const form = (await person.press(receipt, 'prompt.edit')).replaced as Card
    await person.press(form, 'prompt.answer', { text: 'Mit svar, skrevet om' })
    await person.send('profile.save', { framework: 'odder', role: 'direktoer' })
    await person.say('stop')
    await person.say('english')
    expect(ownRow(person)).toMatchObject([{ body: { ...later, framework: 'odder', stopped: true, locale: 'en' } }])
    expect(rowsOf(person, 'reflections')).toMatchObject([{ body: { ...later, text: 'Mit svar, skrevet om' } }])
  })
})

describe.each([
  ['a state that this version does not know', { state: 'shared' }],
  ['a field of another type', { scale: { value: 4, of: 7 } }],
  ['a text in several parts', { text: ['Det andet', 'jeg skrev'] }],
])('one reflection with %s', (_what, changes) => {
  test('costs none of the others, nor the next question', async () => {
    const { person } = await personWithOddAnswer(changes)
    const list = textOf(await person.ask('mine refleksioner'))
    expect(list).toContain('Det første jeg skrev')
    expect(list).toContain('Det tredje jeg skrev')
    expect(titleOf(await person.ask('giv mig et spørgsmål'))).toBe(da('prompt.title'))
  })

  test('is in “mine data”: as a line in the text, whole in the JSON', async () => {
    const { person } = await personWithOddAnswer(changes)
    const [text] = (await person.say('mine data')).answer.replies
    for (const words of ['Det første jeg skrev', 'Det tredje jeg skrev', da('data.unreadOne')])
      expect(text?.text).toContain(words)
    const [json] = (await person.send('data.show', { form: 'json' })).answer.replies
    const data = JSON.parse((json?.text ?? '').replace(/^```json\n|\n```$/g, '')) as { reflections: object[] }
    expect(data.reflections).toHaveLength(3)
    expect(data.reflections[1]).toMatchObject(changes)
  })

  test('is erased with everything else', async () => {
    const { person } = await personWithOddAnswer(changes)
    const asked = await person.ask('slet mine data')
    expect(textOf(asked)).toContain(da('data.ask.reflections.many', { n: 3 }))
    expect(titleOf((await person.press(asked, 'data.erase')).replaced)).toBe(da('dataErased.title'))
    expect([...ownRow(person), ...rowsOf(person, 'reflections')]).toEqual([])
  })

  test('cannot be changed by a version that cannot read it: the leader is told, and what they wrote stays in the card', async () => {
    const { person, card } = await personWithOddAnswer(changes)
    const before = rowsOf(person, 'reflections')
    const { status, notice, replaced } = await person.press(card, 'prompt.answer', { text: 'Skrevet om' })
    expect([status, fieldsIn(replaced)]).toEqual([200, { text: 'Skrevet om' }])
    expect(notice).toMatch(saying('error.unreadable', { reference: '[0-9A-Z]{6}' }))
    expect(rowsOf(person, 'reflections')).toEqual(before)
  })
})

test('the log tells which record was left out, and nothing of what it says', async () => {
  const { person } = await personWithOddAnswer({ scale: 'meget godt' })
  const [odd] = rowsOf(person, 'reflections').filter(({ json }) => json.includes('meget godt'))
  await person.ask('mine refleksioner')
  const [line] = app.logLines().filter(({ id }) => id === odd?.id)
  const error = { message: expect.stringContaining('scale') }
  expect(line).toMatchObject({ message: 'document left out of a list', container: 'reflections', error })
  expect(app.logText()).not.toContain('meget godt')
})

test('a message to HR that this version cannot read is shown in “mine data” and erased', async () => {
  const own = await startApp({ env: { PEJLING_HR_CONVERSATION: '19:hr@thread.tacv2' } })
  try {
    const person = own.person()
    const form = await person.ask('tal med HR')
    const preview = (await person.press(form, 'hr.preview', { text: 'Jeg vil gerne tale med nogen' })).replaced as Card
    await person.press(preview, 'hr.send', {}, { replyToId: 'card' })
    const request = own.rows().filter(({ container }) => container === 'helpRequests')
    for (const row of request) own.rewrite(row, { state: 'forwarded', answers: { none: true } })
    expect(request).toHaveLength(1)
    expect((await person.say('mine data')).answer.replies[0]?.text).toContain(da('data.unreadOne'))
    const asked = await person.ask('slet mine data')
    expect(buttonsOf(asked).map(({ title }) => title)).toEqual([da('data.ask.keep'), da('data.ask.erase')])
    await person.press(asked, 'data.erase')
    expect(own.rows().filter(({ json }) => json.includes('tale med nogen') || json.includes(person.id))).toEqual([])
  } finally {
    await own.close()
  }
})

test('a leader whose own record cannot be read is told so, whatever they do, and nothing is written over it', async () => {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'leder-af-leder')
  for (const row of ownRow(person)) app.rewrite(row, { locale: 'kl' })
  const before = ownRow(person)
  // A question needs nothing of it, and is answered as a stranger's.
  const { cards } = await person.say('Hvad forventes der af mig?')
  expect(titleOf(cards[1] as Card)).toBe(da('profileUnread.title'))
  const { status, notice } = await person.send('profile.save', { framework: 'odder', role: 'direktoer' })
  expect([status, notice]).toEqual([200, expect.stringMatching(saying('error.unreadable'))])
  expect(ownRow(person)).toEqual(before)
  expect(titleOf(await app.person().ask('hjælp'))).toBe(da('answer.help.title'))
})

describe.each([
  ['a name that is no text', { name: { first: 'Ea' } }],
  ['a way to the chat without an id', { conversation: 'et sted' }],
  ['an unknown reason for being out of reach', { unreachable: { why: 'later', at: '2027-01-05T08:00:00.000Z' } }],
])('a profile with %s', (_what, changes) => {
  test('does not keep its leader from being answered, nor from erasing everything', async () => {
    const person = app.person()
    await person.chooseProfile('skanderborg', 'leder-af-leder')
    const card = await person.getPrompt()
    await person.press(card, 'prompt.answer', { text: 'Mit svar' })
    for (const row of ownRow(person)) app.rewrite(row, changes)
    const { cards } = await person.say('hvad forventes der af en kontraktholder i Skanderborg?')
    expect(textOf(cards[0] as Card)).toContain('Skanderborg')
    expect(titleOf(cards[1] as Card)).toBe(da('profileUnread.title'))
    const asked = (await person.say('slet mine data')).cards[0] as Card
    await person.press(asked, 'data.erase')
    expect([...ownRow(person), ...rowsOf(person, 'reflections')]).toEqual([])
  })
})

test('nothing that anybody wrote, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
