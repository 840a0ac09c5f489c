import { startApp, type TestApp } from '../support/app'
import { captured, invoke, personalMessage } from '../support/bot-client'
import { fieldsIn, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da } from '../support/said'

let app: TestApp
let person: Person
beforeAll(async () => {
  app = await startApp()
  person = app.person()
  await person.chooseProfile('odder', 'direktoer')
})
afterAll(() => app.close())
// Whatever was sent, the next question is answered.
afterEach(async () => {
  expect(titleOf(await person.ask('hjælp'))).toBe(da('answer.help.title'))
})

const unknownButton = da('unknownButton.title')
const notFits = da('error.invalid')
/** Of each leader all but the cards that hold words of theirs, such as one that gives them back. */
const unchanging = () => record().map(({ body: { cardIds: _, ...body } }) => body)
const record = () => app.rows().filter(({ container }) => container === 'leaders')

const foreignVerbs = [
  '',
  'x',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prompt',
  'prompt.answer ',
  'PROMPT.ANSWER',
  'ask\u0000',
  'x'.repeat(5000),
]
test.each(foreignVerbs)('the verb %j is no button, and the card stays', async (verb) => {
  const before = app.rows()
  const executed = await person.send(verb, { text: 'hej' })
  const submitted = await person.sendSubmit({ verb, text: 'hej' })
  for (const { status, cards, replaced } of [executed, submitted])
    expect([status, cards.map(titleOf), replaced]).toEqual([200, [unknownButton], undefined])
  expect(app.rows()).toEqual(before)
})

const wrong: [string, string, unknown][] = [
  ['prompt.answer', 'no data', undefined],
  ['prompt.answer', 'null', null],
  ['prompt.answer', 'text for data', 'reflectionId'],
  ['prompt.answer', 'a number for data', 5],
  ['prompt.answer', 'a list for data', ['x']],
  ['prompt.answer', 'no id', { text: 'hej' }],
  ['prompt.answer', 'an empty id', { reflectionId: '', text: 'hej' }],
  ['prompt.answer', 'an id of 256 characters', { reflectionId: 'x'.repeat(256), text: 'hej' }],
  ['prompt.answer', 'a list for an id', { reflectionId: ['x'], text: 'hej' }],
  ['prompt.answer', 'an object for a text', { reflectionId: 'x', text: { toString: 'x' } }],
  ['prompt.answer', 'a number for a text', { reflectionId: 'x', text: 5 }],
  ['prompt.skip', 'true for an id', { reflectionId: true }],
  ['ask', 'no text', {}],
  ['ask', 'a text of 2,001 characters', { text: 'x'.repeat(2001) }],
  ['ask', 'a list for a text', { text: ['hej'] }],
  ['prompt.request', 'a text for the statements', { statementIds: 'x' }],
  ['prompt.request', 'numbers for the statements', { statementIds: [1] }],
  ['prompt.request', 'eleven statements', { statementIds: Array(11).fill('x') }],
  ['profile.save', 'a list for a municipality', { framework: ['odder'] }],
  ['profile.save', 'a prototype’s name for a municipality', { framework: '__proto__' }],
  ['profile.save', 'a prototype’s name for a role', { framework: 'odder', role: 'constructor' }],
  ['profile.choose', 'a prototype’s name for a municipality', { framework: 'constructor' }],
  ['locale.set', 'a prototype’s name for a language', { locale: '__proto__' }],
  ['reflections.list', 'a number for a cursor', { cursor: 5 }],
  ['reflections.list', 'a list for an area', { area: ['x'] }],
  ['reflections.search', 'a text of 201 characters', { text: 'x'.repeat(201) }],
  ['reflections.search', 'a list for a text', { text: ['x'] }],
  ['reflections.search', 'a page before the first', { text: 'x', page: -1 }],
  ['reflections.find', 'an object for a text', { text: { toString: 'x' } }],
  ['scale.show', 'a number for an area', { area: 5 }],
  ['prompt.show', 'no id', {}],
  ['lus.choose', 'a period that is none', { months: 'altid' }],
  ['lus.choose', 'a period of a thousand months', { months: 1000 }],
  ['lus.file', 'ids for keys', { keys: ['odder.alle-ledere.compliance.q1:2026-03-10'] }],
  ['lus.text', 'a text for keys', { keys: '0123456789ab' }],
  ['lus.text', 'fifty-one keys', { keys: Array(51).fill('0123456789ab') }],
  ['reflections.list', 'a cursor of its own making', { cursor: 'eyJ4IjoxfQ' }],
]
test.each(wrong)('%s with %s is refused in words and changes nothing', async (verb, _what, data) => {
  const before = unchanging()
  const executed = await person.send(verb, data)
  expect([executed.status, executed.cards]).toEqual([200, []])
  expect(executed.notice).toContain(notFits)
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) {
    const submitted = await person.sendSubmit({ verb, ...data })
    const shown = [...submitted.cards, submitted.replaced].filter((card) => card !== undefined)
    expect([submitted.status, shown.length]).toEqual([200, 1])
    expect(textOf(shown[0])).toContain(notFits)
  }
  expect(unchanging()).toEqual(before)
})

test.each(['x', 'odder.alle-ledere.compliance.q1:2026-03-10', 'a/b', 'a?b#c', '..', '\u0000', ' x ', 'æøå 🙂'])(
  'the reflection id %j, never shown to the leader, is not found or does not fit',
  async (reflectionId) => {
    const { notice, replaced } = await person.send('prompt.answer', { reflectionId, text: 'et svar til ingen' })
    expect(fieldsIn(replaced)).toEqual({ text: 'et svar til ingen' })
    expect([da('error.not-found'), da('error.invalid')]).toContain(notice)
  },
)

test('unknown statements lead to a prompt of one’s own', async () => {
  const { cards } = await person.send('prompt.request', { statementIds: ['x', '__proto__', 'odder/a/b/999'] })
  expect(cards.map(titleOf)).toEqual([da('prompt.title')])
})

test('fields that no schema knows are left out, a prototype’s name too', async () => {
  const data = JSON.parse(
    '{"framework":"soro","role":"","__proto__":{"isAdmin":true},"extra":{"a":1},"name":"En anden"}',
  )
  const { replaced } = await person.send('profile.save', data)
  expect(titleOf(replaced)).toBe(da('profile.title'))
  expect(record().find(({ id }) => id === person.id)?.body).toMatchObject({ framework: 'soro', name: person.name })
  expect(
    record()
      .map(({ json }) => json)
      .join(),
  ).not.toMatch(/isAdmin|extra|En anden/)
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
})

test.each(['composeExtension/fetchTask', 'task/fetch', 'signin/verifyState', '__proto__', ''])(
  'the invoke %j, which the bot does not know, is answered with nothing',
  async (name) => {
    const seen = await person.send('ask', { text: 'hej' }, { name })
    expect([seen.status, seen.answer.body, seen.cards]).toEqual([200, {}, []])
  },
)

test.each([
  ['no value', undefined],
  ['null', null],
  ['no action', {}],
  ['text for an action', { action: 'x' }],
  ['a verb that is no text', { action: { verb: 5 } }],
  ['a verb that is an object', { action: { verb: { toString: 'x' } } }],
])('an invoke with %s is answered with nothing', async (_what, value) => {
  const seen = await person.send('x', {}, { value })
  expect([seen.status, seen.cards]).toEqual([200, []])
})

const context = { what: 'lus', keys: ['0123456789ab'] }
const uploadInfo = { name: 'x', uploadUrl: 'https://ond.dk/x', uniqueId: 'x' }
test.each([
  ['no value', undefined],
  ['null', null],
  ['a list', []],
  ['no action', { context, uploadInfo }],
  ['an action of its own making', { action: 'x', context, uploadInfo }],
  ['a prototype’s name for an action', { action: '__proto__', context, uploadInfo }],
  ['no context', { action: 'accept', uploadInfo }],
  ['another context than the file’s', { action: 'accept', context: { what: 'andet', keys: context.keys }, uploadInfo }],
  ['keys that are none', { action: 'accept', context: { what: 'lus', keys: ['../x'] }, uploadInfo }],
  [
    'a thousand keys',
    { action: 'accept', context: { what: 'lus', keys: Array(1000).fill('0123456789ab') }, uploadInfo },
  ],
  ['no place to put it', { action: 'accept', context }],
  ['a list for an address', { action: 'accept', context, uploadInfo: { ...uploadInfo, uploadUrl: ['x'] } }],
  [
    'an address of 9,000 characters',
    { action: 'accept', context, uploadInfo: { ...uploadInfo, uploadUrl: 'x'.repeat(9000) } },
  ],
])('a file consent with %s is answered with nothing, and nothing comes of it', async (_what, value) => {
  const before = app.rows()
  const seen = await person.send('x', {}, { name: 'fileConsent/invoke', value })
  expect([seen.status, seen.answer.body, seen.cards, app.rows()]).toEqual([200, {}, [], before])
})

test.each([
  'typing',
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'event',
  'endOfConversation',
  'handoff',
  'fremtid',
  '__proto__',
  'toString',
])('an activity of type %j is met with silence', async (type) => {
  const before = app.connector.count()
  const seen = await person.event('message-personal', { type })
  expect([seen.status, seen.cards, app.connector.count()]).toEqual([200, [], before])
})

test('an activity’s type of the sender’s own making does not reach the log', async () => {
  const before = app.logLines().length
  await person.event('message-personal', { type: 'Hemmelige ord i typen' })
  expect(JSON.stringify(app.logLines().slice(before))).not.toContain('Hemmelige ord')
})

const post = (overrides: Record<string, unknown>) => {
  const somebody = app.person()
  const activity = personalMessage('hjælp', { ...somebody.from, ...overrides })
  return app.client.postRaw(JSON.stringify({ ...activity, serviceUrl: app.connector.serviceUrl }))
}
const mention = {
  type: 'mention',
  mentioned: { id: '00000000-0000-0000-0000-00000000000011' },
  text: '<at>Pejling</at>',
}

test.each([
  ['null for a text', { text: null }],
  ['a mention of the bot and no text', { text: undefined, entities: [mention] }],
  ['a mention without its own text', { entities: [{ ...mention, text: undefined }] }],
  ['a name of the bot that is no text', { recipient: { id: '28:bot', name: {} } }],
  ['a value that is a list', { value: [1] }],
  ['a value that is a text', { value: 'x' }],
  ['no conversation type', { conversation: { id: 'a:1', tenantId: '00000000-0000-0000-0000-0000000000001' } }],
])('a message with %s is answered', async (_what, overrides) => {
  const before = app.logLines().length
  expect((await post(overrides)).status).toBe(200)
  expect(app.logLines().slice(before)).toEqual([])
})

// Bot Framework sends none of these; the process must live all the same.
test.each([
  ['a number for a text', { text: 5 }],
  ['a list for a text', { text: ['hej'] }],
  ['text for entities', { entities: 'x' }],
  ['null among the entities', { entities: [null] }],
  ['a mention of nobody', { entities: [{ type: 'mention' }] }],
  ['a sender whose name is a number', { from: { id: '29:x', aadObjectId: 'x-1', name: 5 } }],
  ['a sender whose id is an object', { from: { id: { a: 1 }, aadObjectId: 'x-2' } }],
  ['a recipient that is a text', { recipient: 'x' }],
])('a message with %s is no 5xx and is in the log without its content', async (_what, overrides) => {
  const before = app.logLines().length
  expect((await post(overrides)).status).toBeLessThan(500)
  expect(JSON.stringify(app.logLines().slice(before))).not.toMatch(/hjælp|"hej"|29:x/)
})

test('a name that is no text comes into no record: its sender is known as before, and leaves nothing when erased', async () => {
  const known = app.person()
  await known.chooseProfile('skanderborg', 'leder-af-leder')
  const sender = known.from.from as object
  for (const name of [{}, ['Bente'], 5, null])
    expect((await known.say('hjælp', { from: { ...sender, name } })).cards).toHaveLength(1)
  const own = () => app.rows().filter(({ id, body }) => id === known.id || body.leaderId === known.id)
  expect(own()).toMatchObject([{ body: { name: known.name } }])
  expect((await known.say('Hvad forventes der af mig?')).cards.map(titleOf)).toEqual([
    da('answer.expectations.asRole', { role: 'leder af leder' }),
  ])
  await known.press(await known.ask('slet mine data'), 'data.erase')
  expect(own()).toEqual([])
})

test('a body that is no activity is refused by its status alone', async () => {
  const status = async (body: string, headers?: Record<string, string>) =>
    (await app.client.postRaw(body, headers)).status
  expect(await status('{"type":')).toBe(400)
  expect(await status('')).toBe(400)
  expect(await status('[]')).toBe(400)
  expect(await status(JSON.stringify({ ...personalMessage('hej'), type: undefined }))).toBe(400)
  expect(await status(JSON.stringify(personalMessage('x'.repeat(2_000_000))))).toBe(413)
  expect(await status(JSON.stringify(personalMessage('hej')), { 'content-type': 'text/plain' })).toBe(415)
  expect((await fetch(`${app.url}/api/messages`)).status).toBe(405)
  expect((await fetch(`${app.url}/api/messages`, { method: 'PUT', body: '{}' })).status).toBe(405)
})

test('an activity with nothing but a type is refused or ignored, and never a 5xx', async () => {
  for (const type of ['message', 'invoke', 'conversationUpdate', 'installationUpdate', 'x']) {
    const response = await app.client.postRaw(JSON.stringify({ type }))
    expect([type, response.status < 500]).toEqual([type, true])
  }
})

test('a service URL that is not this machine’s is refused', async () => {
  for (const serviceUrl of ['https://ond.dk/', 'http://127.0.0.1.ond.dk/', 'file:///etc/passwd', 'x']) {
    const activity = captured('message-personal', { serviceUrl, text: 'hjælp' })
    expect(await app.client.post(activity)).toMatchObject({ status: 200, replies: [] })
    expect((await app.client.post(invoke('ask', { text: 'hjælp' }, { serviceUrl }))).status).toBe(403)
  }
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
