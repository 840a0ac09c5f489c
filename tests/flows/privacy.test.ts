import { startApp, type TestApp } from '../support/app'
import { channelMessage, invoke, submit } from '../support/bot-client'
import { buttonsOf, type Card, cardOf, fieldsIn, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const secret = 'Jeg er usikker på, om jeg kan holde til det her job'

const onlyYou = da('private.title')
const kept = (person: Person) =>
  app.rows().filter((row) => row.container === 'reflections' && row.partition === person.id)

/** A leader with an answer, and the data of its card. */
async function writer() {
  const person = app.person()
  await person.chooseProfile('sonderborg', 'leder-af-ledere')
  const card = await person.getPrompt()
  await person.press(card, 'prompt.answer', { text: secret })
  return { person, card, reflectionId: kept(person)[0]?.id as string }
}

/** Everything that was sent or answered to a person since. */
const leaksTo = (answers: unknown) => JSON.stringify(answers).includes(secret)

test('another’s reflection cannot be answered, skipped or read: it is not found, and nothing changes', async () => {
  const { person: owner, reflectionId } = await writer()
  const before = kept(owner)
  const stranger = app.person()
  await stranger.chooseProfile('sonderborg', 'leder-af-ledere')
  for (const verb of ['prompt.answer', 'prompt.skip'])
    for (const data of [
      { reflectionId, text: 'Overskrevet af en anden' },
      { reflectionId, text: 'Overskrevet af en anden', leaderId: owner.id, userId: owner.id, from: owner.from },
      { reflectionId: `${owner.id}/${reflectionId}`, text: 'Overskrevet af en anden' },
      { reflectionId: `../${owner.id}/${reflectionId}`, text: 'Overskrevet af en anden' },
    ]) {
      const executed = await stranger.send(verb, data)
      const submitted = await stranger.sendSubmit({ verb, ...data })
      for (const { notice, replaced, cards } of [executed, submitted]) {
        const said = notice ?? textOf(cards[0])
        expect(['not-found', 'invalid'].filter((code) => said.includes(da(`error.${code}`)))).toHaveLength(1)
        // What comes back is what the stranger sent, and nothing more.
        expect(Object.values(fieldsIn(replaced)).filter((value) => value !== data.text)).toEqual([])
      }
      expect(leaksTo([executed.answer, submitted.answer])).toBe(false)
    }
  expect(kept(owner)).toEqual(before)
  expect(kept(stranger)).toEqual([])
})

test('who answers is the sender, whoever the card’s data names', async () => {
  const { person: owner } = await writer()
  const before = kept(owner)
  const other = app.person()
  await other.chooseProfile('odder', 'direktoer')
  const claims = {
    leaderId: owner.id,
    tenantId: 'x',
    userId: owner.id,
    aadObjectId: owner.id,
    caller: { leaderId: owner.id },
  }
  await other.press(await other.getPrompt(), 'prompt.answer', { text: 'Mine egne ord, ingen andens', ...claims })
  await other.send('profile.save', { framework: 'soro', ...claims })
  expect(kept(owner)).toEqual(before)
  expect(kept(other)).toMatchObject([{ body: { leaderId: other.id, text: 'Mine egne ord, ingen andens' } }])
  expect(kept(other)[0]?.body).not.toHaveProperty('caller')
  expect(app.rows().find(({ id }) => id === owner.id)?.body.framework).toBe('sonderborg')
})

test('"mine refleksioner" are the sender’s, also with another’s cursor, a made-up one or claims in the data', async () => {
  const { person: owner } = await writer()
  for (let i = 0; i < 9; i++) await owner.press(await owner.getPrompt(), 'prompt.answer', { text: `${secret} ${i}` })
  const list = await owner.ask('mine refleksioner')
  const cursor = (JSON.stringify(list).match(/"cursor":"([^"]+)"/) ?? [])[1]
  expect(cursor).toBeDefined()
  const stranger = app.person()
  const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const cursors = [cursor, made(['9999', 'x']), made([null, null]), made({ partition: owner.id }), 'x', '', '__proto__']
  for (const tried of cursors) {
    const seen = await stranger.send('reflections.list', { cursor: tried, leaderId: owner.id, partition: owner.id })
    expect([tried, seen.status, leaksTo(seen.answer)]).toEqual([tried, 200, false])
  }
  expect(textOf(await stranger.ask('mine refleksioner'))).toContain(da('reflections.empty'))
})

test('the same prompt answered by two is two records, each in its own partition', async () => {
  const [one, other] = [await writer(), await writer()]
  const { statementIds } = kept(one.person)[0]?.body ?? {}
  const card = (await other.person.send('prompt.request', { statementIds })).cards[0] as Card
  await other.person.press(card, 'prompt.answer', { text: 'Den anden leders egne tanker' })
  const ids = app.rows().filter(({ container, id }) => container === 'reflections' && id === one.reflectionId)
  expect(ids.map(({ partition }) => partition)).toEqual(expect.arrayContaining([one.person.id, other.person.id]))
  expect(kept(one.person)).toMatchObject([{ body: { text: secret } }])
})

describe('in a channel', () => {
  const threads = () => app.connector.sent('channel-announcements-id;messageid=1795248385065')

  test('a mention is answered in the channel, in that thread', async () => {
    const { person } = await writer()
    const { cards } = await person.mention('hvad forventes der af en chef i Sønderborg?')
    expect(cards.map(titleOf)).toEqual([da('answer.expectations.ofRole', { role: 'chefer' })])
    expect(threads().at(-1)?.attachments).toHaveLength(1)
  })

  test('a second mention of the bot or of somebody else is no part of the question', async () => {
    const { person } = await writer()
    const text = textOf((await person.mention('<at>Pejling</at> hvad siger Odder om feedback?')).cards[0])
    expect(text).toContain(da('answer.searchedFor', { subject: 'feedback' }))
  })

  test.each(['mine refleksioner', 'min profil', 'english', 'my answers'])(
    '"%s" shows and changes nothing private',
    async (text) => {
      const { person } = await writer()
      const before = app.rows()
      const seen = await person.mention(text)
      expect(seen.cards.map(titleOf)).toEqual([onlyYou])
      expect(leaksTo(seen.answer)).toBe(false)
      expect(app.rows()).toEqual(before)
    },
  )

  test('what is expected "of me" does not tell the channel one’s role', async () => {
    const { person } = await writer()
    const text = textOf((await person.mention('hvad forventes der af mig?')).cards[0])
    expect(text).not.toContain(da('answer.expectations.asRole', { role: 'leder af ledere' }))
  })

  test('"giv mig et spørgsmål" brings one to talk about, which is nobody’s reflection', async () => {
    const before = app.rows()
    const { person } = await writer()
    const own = kept(person).length
    const { cards } = await person.mention('giv mig et spørgsmål')
    expect(textOf(cards[0])).toContain(da('channelPrompt.title'))
    expect(buttonsOf(cards[0]).map(({ verb }) => verb)).not.toContain('prompt.answer')
    expect(kept(person).filter(({ container }) => container !== 'discussions')).toHaveLength(own)
    expect(app.rows().length).toBe(before.length + 3)
  })

  test.each(['giv os et spørgsmål', 'give us a question'])(
    '"%s", as the greeting tells a team to write, does the same',
    async (text) => {
      const { person } = await writer()
      const [card] = (await person.mention(text)).cards
      expect(textOf(card)).toContain(da('channelPrompt.title'))
    },
  )

  const inChannel = (person: Person) => {
    const { conversation, channelData } = channelMessage('x')
    return { from: person.from.from, conversation, channelData }
  }

  test.each([
    ['prompt.answer', { text: 'Skrevet i kanalen' }],
    ['prompt.skip', {}],
    ['reflections.list', {}],
    ['profile.save', { framework: 'odder', role: '' }],
    ['profile.show', {}],
    ['profile.choose', { framework: 'odder' }],
    ['profile.skip', {}],
    ['locale.set', { locale: 'en' }],
  ])('%s is refused, and neither the store nor the pressed card changes', async (verb, data) => {
    const { person, reflectionId } = await writer()
    const before = app.rows()
    const requests = app.connector.count()
    const full = { reflectionId, ...data }
    const executed = await app.client.post(invoke(verb, full, inChannel(person)))
    const submitted = await app.client.post(submit({ verb, ...full }, inChannel(person)))
    for (const { status, replies } of [executed, submitted]) {
      expect([status, replies.map((reply) => titleOf(cardOf(reply)))]).toEqual([200, [onlyYou]])
      expect(leaksTo(replies)).toBe(false)
    }
    expect(JSON.stringify(executed.body)).not.toContain('card.adaptive')
    expect(app.connector.requests.slice(requests).filter(({ kind }) => kind === 'update')).toEqual([])
    expect(app.rows()).toEqual(before)
  })

  test('somebody unknown gets an answer and is not stored', async () => {
    const stranger = app.person()
    const { cards } = await stranger.mention('hvad siger Odder om feedback?')
    expect(titleOf(cards[0])).toBe(da('answer.topic.one', { frameworksOf: 'Odders' }))
    expect(app.rows().filter(({ json }) => json.includes(stranger.id))).toEqual([])
  })
})

test('a group chat is no private chat either', async () => {
  const { person } = await writer()
  const { conversation } = person.from as { conversation: object }
  const group = { conversation: { ...conversation, id: 'group-chat-id', conversationType: 'groupChat', isGroup: true } }
  const seen = await person.say('mine refleksioner', group)
  expect(seen.cards.map(titleOf)).toEqual([onlyYou])
})

test('a conversation without a type is treated as not private', async () => {
  const { person } = await writer()
  const { conversation } = person.from as { conversation: object }
  const seen = await person.say('mine refleksioner', { conversation: { ...conversation, conversationType: undefined } })
  expect(leaksTo(seen.answer)).toBe(false)
})

test.each([
  ['in the channel data', { channelData: { tenant: { id: '99999999-9999-4999-8999-999999999999' } } }],
  ['in the conversation', { tenant: '99999999-9999-4999-8999-999999999999' }],
  ['nowhere', { channelData: {}, tenant: undefined }],
])(
  'a foreign tenant %s is refused without a word and without a trace',
  async (_where, { tenant, ...given }: Record<string, unknown>) => {
    const person = app.person()
    const conversation = {
      ...(person.from.conversation as object),
      ...('tenant' in { tenant } && tenant !== undefined ? { tenantId: tenant } : {}),
    }
    const overrides = {
      ...given,
      conversation: given.channelData && !tenant ? { ...conversation, tenantId: undefined } : conversation,
    }
    const before = app.connector.count()
    expect(await person.say('mine refleksioner', overrides)).toMatchObject({ status: 200, cards: [] })
    expect(await person.send('reflections.list', {}, overrides)).toMatchObject({ status: 403, cards: [] })
    expect(await person.event('installation-update-personal', overrides)).toMatchObject({ status: 200, cards: [] })
    expect(app.connector.count()).toBe(before)
    expect(app.rows().filter(({ json }) => json.includes(person.id))).toEqual([])
  },
)

test('a sender without an id in the directory is refused', async () => {
  const person = app.person()
  const from = { id: '29:guest', name: 'En gæst uden konto' }
  expect(await person.say('mine refleksioner', { from })).toMatchObject({ status: 200, cards: [] })
  expect(await person.send('reflections.list', {}, { from })).toMatchObject({ status: 403, cards: [] })
})

test('every word that was written lies in its writer’s partition of "reflections" and nowhere else', () => {
  const holding = app.rows().filter(({ json }) => json.includes(secret))
  expect(holding.length).toBeGreaterThan(10)
  for (const row of holding) expect([row.container, row.body.leaderId]).toEqual(['reflections', row.partition])
  expect(app.rows().filter(({ json }) => /Overskrevet|Skrevet i kanalen/.test(json))).toEqual([])
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
