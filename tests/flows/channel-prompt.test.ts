import { createHash } from 'node:crypto'
import { AppError } from '../../src/errors'
import { type Channel, channelSchema, channels } from '../../src/records/channel'
import { type Delivery, deliveries, deliverySchema } from '../../src/records/delivery'
import type { Store } from '../../src/store/store'
import { library } from '../cards/sample-cards'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, cardOf, markdownOf, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

const tenantId = '00000000-0000-0000-0000-0000000000001'
const at = '2026-03-10T08:00:00.000Z'
const [prompt] = library.prompts
let app: TestApp
let store: Store
beforeAll(async () => {
  app = await startApp({
    wrapStore: (opened) => {
      store = opened
      return opened
    },
  })
})
afterAll(() => app.close())
afterEach(() => app.connector.heal())

let number = 0
/** A prompt that was sent to a channel of its own, where its card stands in a thread. */
async function thread(more: Partial<Delivery> = {}, name = 'Ugens refleksion') {
  number += 1
  const id = `19:c${number}@thread.tacv2`
  const conversation = { conversationId: id, serviceUrl: app.connector.serviceUrl, botId: 'bot' }
  const channel: Channel = channelSchema.parse({
    id,
    tenantId,
    teamId: '19:t',
    name,
    conversation,
    createdAt: at,
    updatedAt: at,
  })
  const occasionId = `k${number}:2026-03-10`
  const delivery: Delivery = deliverySchema.parse({
    id: `${occasionId}:${id}`,
    occasionId,
    campaignId: `k${number}`,
    tenantId,
    recipientId: id,
    recipientKind: 'channel',
    state: 'sent',
    promptId: prompt?.id,
    statementIds: prompt?.statements,
    claimedAt: at,
    claimedBy: 'i',
    createdAt: at,
    sentAt: at,
    activityId: `card-${number}`,
    conversation: { ...conversation, conversationId: `${id};messageid=1` },
    ...more,
  })
  await store.create(channels, channel)
  await store.create(deliveries, delivery)
  const there = {
    conversation: { id: `${id};messageid=1`, conversationType: 'channel', tenantId },
    replyToId: `card-${number}`,
  }
  const press = (text: unknown, where: object = there, person = app.person()) =>
    person.send('channel.answer', { deliveryId: delivery.id, text }, { ...there, ...where })
  return { id, delivery, there, press, posts: () => app.connector.sent(there.conversation.id) }
}
const keysOf = (delivery: Delivery) =>
  app.rows().find(({ container, id }) => container === 'discussions' && id === delivery.id)?.body.keys as
    | string[]
    | undefined
const answersOf = ({ id }: Person) =>
  app
    .rows()
    .filter(({ container, partition }) => container === 'threadAnswers' && partition === id)
    .map(({ body }) => body)
const updatesOf = (id: string | undefined) =>
  app.connector.requests.filter(({ kind, activityId }) => kind === 'update' && activityId === id)

test('an answer is posted in the thread under the member’s name, and the card counts it for everybody', async () => {
  const { delivery, press, posts } = await thread()
  const ea = app.person('Ea Lund')
  const seen = await press('Vi **øver** os i at spørge først.', {}, ea)
  expect(posts().map((message) => textOf(cardOf(message)))).toEqual([
    expect.stringContaining(`${da('channelPrompt.posted', { name: 'Ea Lund' })}\nVi **øver** os i at spørge først.`),
  ])
  expect(markdownOf(cardOf(posts()[0] ?? {}))).not.toContain('**')
  expect(textOf(seen.replaced)).toContain(da('channelPrompt.answers1'))
  expect(textOf(seen.replaced)).toContain(prompt?.text)
  expect(updatesOf(delivery.activityId).map(({ body }) => textOf(cardOf(body)))).toEqual([textOf(seen.replaced)])
  await press('Mig også')
  expect(textOf((await press('Og mig')).replaced)).toContain(da('channelPrompt.answers', { n: 3 }))
})

const countsOf = (id: string | undefined) =>
  updatesOf(id).map(({ body }) =>
    Number(/\d+/.exec(saying('channelPrompt.answers', { n: '\\d+' }).exec(textOf(cardOf(body)))?.[0] ?? '')?.[0]),
  )

test('of two who answer at once, one of whom Teams takes longer for, the card counts both in the end', async () => {
  const { delivery, press } = await thread()
  let isFirst = true
  app.connector.script(({ kind }) => {
    if (kind !== 'send' || !isFirst) return undefined
    isFirst = false
    return { delayMs: 400 }
  })
  const [slow, quick] = await Promise.all([press('Det første'), press('Det andet')])
  const counts = countsOf(delivery.activityId)
  expect(counts).toEqual(counts.toSorted())
  expect(counts.at(-1)).toBe(2)
  for (const { replaced } of [slow, quick]) expect(textOf(replaced)).toContain(da('channelPrompt.answers', { n: 2 }))
})

test('a card that is brought up to date while somebody else answers is so once more', async () => {
  const { delivery, press } = await thread()
  app.connector.script(({ kind, activityId }) =>
    kind === 'update' && activityId === delivery.activityId && countsOf(activityId).length === 1
      ? { delayMs: 400 }
      : undefined,
  )
  const slow = press('Det første')
  await app.connector.waitFor(({ kind, activityId }) => kind === 'update' && activityId === delivery.activityId)
  await press('Det andet')
  // The older count may have arrived last: it is put right by whoever brought it.
  expect(textOf((await slow).replaced)).toContain(da('channelPrompt.answers', { n: 2 }))
  expect(countsOf(delivery.activityId)).toEqual([1, 2, 2])
})

test('the card names the channel, and what can be done: answer, take another question, end', async () => {
  const { press, posts } = await thread()
  const { replaced } = await press('Et svar')
  expect(textOf(replaced)).toContain(da('channelPrompt.labelIn', { channel: 'Ugens refleksion' }))
  expect(buttonsOf(replaced).map(({ title }) => title)).toEqual([
    da('place.line.choose'),
    ...['send', 'another', 'end'].map((name) => da(`channelPrompt.${name}`)),
  ])
  expect(posts()).toHaveLength(1)
})

test('the same answer of the same person is posted and counted once, however often and at once it comes', async () => {
  const { delivery, press, posts } = await thread()
  const ea = app.person()
  await Promise.all([press('Samme svar', {}, ea), press(' Samme svar ', {}, ea), press('Samme svar', {}, ea)])
  await press('Samme svar', {}, ea)
  expect([posts().length, keysOf(delivery)?.length]).toEqual([1, 1])
  await Promise.all([press('Samme svar'), press('Et andet', {}, ea)])
  // Two people, of whom one has answered twice.
  expect([posts().length, keysOf(delivery)?.length]).toEqual([3, 2])
})

test('what is stored of an answer is where it stands, in its writer’s own partition: not the text, nor in the delivery whose it is', async () => {
  const { delivery, press, there } = await thread()
  const ea = app.person('Ea Særlund')
  await press('Et svar, som kun står i tråden', {}, ea)
  const held = app.rows().filter(({ json }) => /Et svar, som kun|Særlund/.test(json) || json.includes(ea.id))
  expect(held).toMatchObject([
    {
      container: 'threadAnswers',
      partition: ea.id,
      body: {
        deliveryId: delivery.id,
        state: 'sent',
        messageId: expect.any(String),
        ttl: expect.any(Number),
        channelName: 'Ugens refleksion',
        conversation: { conversationId: there.conversation.id },
      },
    },
  ])
  expect(held[0]?.json).not.toMatch(/Et svar, som kun|Særlund/)
})

test('the key that counts an answer is drawn by lot: nobody finds out by trying who wrote what', async () => {
  const [first, second] = [await thread(), await thread()]
  const ea = app.person()
  await first.press('Samme svar', {}, ea)
  await second.press('Samme svar', {}, ea)
  const keys = [first, second].flatMap(({ delivery }) => keysOf(delivery) ?? [])
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)])
  for (const { delivery } of [first, second]) {
    const tried = createHash('sha256').update(`${delivery.id}\n${ea.id}\nSamme svar`).digest('hex')
    expect(keys.some((key) => tried.startsWith(key))).toBe(false)
  }
})

test('an empty and a too long answer are refused with a sentence; nothing is posted', async () => {
  const { delivery, press, posts } = await thread()
  expect((await press('  ')).notice).toBe(da('channelPrompt.fault.empty'))
  expect((await press('x'.repeat(2001))).notice).toContain(da('channelPrompt.fault.tooLong', { most: 2000 }))
  expect((await press(7)).notice).toContain(da('error.invalid'))
  expect([posts(), keysOf(delivery) ?? []]).toEqual([[], []])
})

test.each<readonly [string, object]>([
  ['another channel', { conversation: { id: '19:other@thread.tacv2;messageid=1', conversationType: 'channel' } }],
  ['a chat of one’s own', { conversation: { id: 'a:mine', conversationType: 'personal' } }],
  ['a group chat', { conversation: { id: '19:group@thread.v2', conversationType: 'groupChat' } }],
])('pressed from %s with a stolen id nothing is posted anywhere', async (_where, where) => {
  const { delivery, press } = await thread()
  const before = app.connector.sent().length
  const { notice } = await press('Et stjålet id', where)
  expect(notice).toContain(da('channelPrompt.fault.gone'))
  expect([app.connector.sent().length, keysOf(delivery)]).toEqual([before, undefined])
})

test('pressed from another thread of the same channel it is refused too', async () => {
  const { id, delivery, press } = await thread()
  const { notice } = await press('Fra en anden tråd', {
    conversation: { id: `${id};messageid=2`, conversationType: 'channel' },
  })
  expect([notice?.includes(da('channelPrompt.fault.gone')), keysOf(delivery)]).toEqual([true, undefined])
})

test('a delivery to a leader, or an id of nothing, opens nothing', async () => {
  const { there } = await thread()
  const leaders = await thread({ recipientKind: 'leader' })
  for (const deliveryId of [leaders.delivery.id, 'x', '19:c;messageid=1', `${leaders.delivery.id}0`]) {
    const { notice } = await app.person().send('channel.answer', { deliveryId, text: 'Hvad sker der?' }, there)
    expect(notice).toContain(da('channelPrompt.fault.gone'))
  }
  expect((await leaders.press('Et svar')).notice).toContain(da('channelPrompt.fault.gone'))
})

test('a press on a prompt of which it was not known whether it arrived proves that it did', async () => {
  const { delivery, press } = await thread({ state: 'unknown', activityId: undefined, conversation: undefined })
  await press('Den kom da frem')
  expect(app.rows().find(({ id }) => id === delivery.id)?.body).toMatchObject({
    state: 'sent',
    activityId: `card-${number}`,
  })
})

test('an answer that certainly did not get through is not counted, and can be sent again', async () => {
  const { delivery, press, posts } = await thread()
  const ea = app.person()
  app.connector.fail({ status: 403 }, { kinds: ['send', 'reply'] })
  expect((await press('Prøv igen', {}, ea)).notice).toContain(da('channelPrompt.fault.notPosted'))
  expect([keysOf(delivery), answersOf(ea)]).toEqual([[], []])
  app.connector.heal()
  expect(textOf((await press('Prøv igen', {}, ea)).replaced)).toContain(da('channelPrompt.answers1'))
  expect(posts()).toHaveLength(1)
})

test('an answer that may have got through is not posted again by the press that Teams repeats', async () => {
  const { delivery, press, posts } = await thread()
  const ea = app.person()
  app.connector.fail({ end: 'reset' }, { kinds: ['send', 'reply'], times: 1 })
  expect((await press('Måske', {}, ea)).notice).toContain(da('channelPrompt.fault.maybePosted'))
  await press('Måske', {}, ea)
  expect([posts().length, keysOf(delivery)?.length]).toEqual([0, 1])
  expect(answersOf(ea)).toMatchObject([{ state: 'unknown' }])
})

test('cut off between noting whose it is and counting it, the same press counts and posts it once', async () => {
  const { delivery, press, posts } = await thread()
  const ea = app.person()
  const { replace } = store
  // The store is taken away where the count would be written.
  store.replace = async () => {
    throw new AppError('unavailable', 'The store is gone.')
  }
  await press('Midt i det hele', {}, ea)
  store.replace = replace
  expect([posts().length, keysOf(delivery), answersOf(ea).length]).toEqual([0, [], 1])
  for (let i = 0; i < 2; i++) await press('Midt i det hele', {}, ea)
  expect([posts().length, keysOf(delivery)?.length, answersOf(ea).length]).toEqual([1, 1, 1])
})

test('a record that an older version has counted in stays as it is', async () => {
  const { delivery, press } = await thread({ answerKeys: ['0'.repeat(32)] })
  expect(textOf((await press('Et nyt svar')).replaced)).toContain(da('channelPrompt.answers', { n: 2 }))
  expect(keysOf(delivery)).toHaveLength(2)
})

describe('who answers has a right to know, and to have it taken away', () => {
  const eraseAll = async (person: Person) =>
    (await person.press(await person.ask('slet mine data'), 'data.erase')).replaced as Card

  test('“mine data” tells where the answers stand, in words and as JSON', async () => {
    const { press, there } = await thread()
    const ea = app.person()
    await press('Noget at finde igen', {}, ea)
    expect((await ea.say('mine data')).answer.replies[0]?.text).toMatch(
      saying('data.answer.sent', { channel: 'Ugens refleksion' }),
    )
    const [json] = (await ea.send('data.show', { form: 'json' })).answer.replies
    expect(json?.text).toContain(there.conversation.id)
  })

  test('erasing empties them in the thread; the count stays', async () => {
    const { delivery, press } = await thread()
    const [ea, ib] = [app.person('Ea Lund'), app.person('Ib Dal')]
    await press('Jeg lytter for lidt', {}, ea)
    await press('Jeg lytter for meget', {}, ib)
    const [own] = answersOf(ea)
    expect(titleOf(await eraseAll(ea))).toBe(da('dataErased.title'))
    expect(updatesOf(String(own?.messageId)).map(({ body }) => textOf(cardOf(body)))).toEqual([
      `${da('channelPrompt.gone.title')}\n${da('channelPrompt.gone.text')}`,
    ])
    expect([answersOf(ea), answersOf(ib).length, keysOf(delivery)?.length]).toEqual([[], 1, 2])
    expect(app.rows().filter(({ json }) => json.includes(ea.id))).toEqual([])
  })

  test.each([
    ['cannot be emptied', { kinds: ['update'] }],
    ['may have got through', { kinds: ['send', 'reply'], times: 1 }],
  ] as const)('one that %s is told, with whom to ask', async (_what, where) => {
    const { press } = await thread()
    const ea = app.person()
    const isUpdate = where.kinds[0] === 'update'
    if (!isUpdate) app.connector.fail({ end: 'reset' }, where)
    await press('Jeg lytter for lidt', {}, ea)
    if (isUpdate) app.connector.fail({ status: 404 }, where)
    const receipt = textOf(await eraseAll(ea))
    expect(receipt).toContain(da('data.left.threads'))
    for (const key of ['dataErased.title', 'data.left.hr']) expect(receipt).not.toContain(da(key))
    expect(app.rows().filter(({ json }) => json.includes(ea.id))).toEqual([])
  })
})

test('a card that cannot be brought up to date does not lose the answer', async () => {
  const { press, posts } = await thread()
  app.connector.fail({ status: 404 }, { kinds: ['update'] })
  expect(textOf((await press('Et svar')).replaced)).toContain(da('channelPrompt.answers1'))
  expect(posts()).toHaveLength(1)
})

test('HR’s own question is shown as such, and one that is no longer in the data does not stop the talk', async () => {
  const own = await thread({ promptId: 'own', statementIds: [], question: 'Hvad lykkedes i ugen?' }, '')
  const { replaced } = await own.press('Et svar')
  expect(titleOf(replaced)).toBe(da('channelPrompt.titleOwn'))
  expect(textOf(replaced)).toContain('Hvad lykkedes i ugen?')
  expect(textOf(replaced)).toContain(da('channelPrompt.label'))
  const gone = await thread({ promptId: 'x/y/z/q1', statementIds: ['x/y/z/1'] })
  expect(textOf((await gone.press('Et svar')).replaced)).toContain(da('channelPrompt.answers1'))
})

test('on a client without Action.Execute it is the same', async () => {
  const { delivery, there, posts } = await thread()
  const seen = await app
    .person()
    .sendSubmit({ verb: 'channel.answer', deliveryId: delivery.id, text: 'Med Submit' }, there)
  expect(textOf(seen.replaced)).toContain(da('channelPrompt.answers1'))
  expect(posts()).toHaveLength(1)
})

test('nothing that anybody wrote, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
