import { strFromU8, unzipSync } from 'fflate'
import { startApp, type TestApp } from '../support/app'
import { channelMessage } from '../support/bot-client'
import { buttonsOf, type Card, cardOf, fieldsIn, textOf, titleOf } from '../support/card-text'
import { createFakeDrive, type FakeDrive } from '../support/fake-drive'
import { knowledge } from '../support/kept'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

// A leadership team from a question to an agreement that is looked at again.

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
afterEach(() => app.connector.heal())

const dayMs = 24 * 3600_000
const words = 'Vi begynder hvert ledermøde med en sag, hvor vi er i tvivl.'
const { channelData } = channelMessage('x')
let number = 0
let said = 0

/** A thread of its own, with whoever asks for a question there. */
async function talk(where: 'channel' | 'groupChat' = 'channel') {
  number += 1
  const placeId = where === 'channel' ? `19:talk${number}@thread.tacv2` : `19:group${number}@thread.v2`
  const id = where === 'channel' ? `${placeId};messageid=${number}` : placeId
  const conversation = { id, conversationType: where, isGroup: true, tenantId: '00000000-0000-0000-0000-0000000000001' }
  const data = { ...(channelData as object), channel: { id: placeId, name: 'Ledelse' } }
  const there = { conversation, ...(where === 'channel' ? { channelData: data } : {}) }
  const ea = app.person('Ea Lund')
  const say = (person: Person, text: string) => {
    said += 1
    return person.mention(text, { id: `m${said}`, ...there })
  }
  const [card = {}] = (await say(ea, 'giv os et spørgsmål')).cards
  const cardId = String(
    row(
      app
        .rows()
        .filter(({ container }) => container === 'discussions')
        .at(-1)?.id,
    )?.cardId,
  )
  const press = (person: Person, on: Card, verb: string, inputs: object = {}, replyToId = cardId) =>
    person.press(on, verb, inputs, { ...there, replyToId })
  const discussionId = String(dataOf(card).discussionId)
  return { placeId, id, there, ea, say, card, cardId, press, discussionId }
}
const dataOf = (card: Card) =>
  (buttonsOf(card).find(({ verb }) => verb !== 'place.choose')?.data ?? {}) as Record<string, unknown>
const row = (id: string | undefined, container?: string) =>
  app.rows().find((each) => each.id === id && (container === undefined || each.container === container))?.body
const shownAs = (messageId: string) =>
  cardOf(
    app.connector.requests.filter(({ kind, activityId }) => kind === 'update' && activityId === messageId).at(-1)
      ?.body ?? {},
  )

/** The same with an agreement, written in the form that "Afslut" brings. */
async function agreed(more: object = {}, place: 'channel' | 'groupChat' = 'channel') {
  const held = await talk(place)
  const form = (await held.press(held.ea, held.card, 'channel.askEnd')).cards[0] as Card
  const saved = await held.press(held.ea, form, 'channel.agree', { text: words, weeks: '4', ...more }, `form${number}`)
  return { ...held, form, saved, formId: `form${number}` }
}
async function comeBack(days = 31) {
  app.clock.advance(days * dayMs)
  await app.tick()
  await app.deliver()
}
/** What is sent to a place when the day comes. */
async function titlesOnComingBack(id: string) {
  const before = app.connector.sent(id).length
  await comeBack()
  const sent = app.connector.sent(id).slice(before)
  return sent.map((each) => titleOf(cardOf(each)))
}

test('asked for in a channel, the card tells the point with its source, the question, who asked, and what can be done', async () => {
  const { card, discussionId } = await talk()
  const text = textOf(card)
  expect(text).toMatch(saying('answer.source', { source: '.+' }))
  expect(text).toContain(da('channelPrompt.startedBy', { name: 'Ea Lund' }))
  expect(text).toContain(da('channelPrompt.answers0'))
  expect(buttonsOf(card).map(({ verb }) => verb)).toEqual([
    'place.choose',
    'channel.answer',
    'channel.another',
    'channel.askEnd',
  ])
  expect(row(discussionId, 'discussions')).toMatchObject({ state: 'open', cardId: expect.any(String) })
})

test('another question takes the place of one that nobody has answered, and comes below one that somebody has', async () => {
  const { ea, card, press, cardId } = await talk()
  const { replaced } = await press(ea, card, 'channel.another')
  expect(textOf(replaced)).not.toBe(textOf(card))
  expect(textOf(shownAs(cardId))).toBe(textOf(replaced))
  await press(ea, card, 'channel.answer', { text: 'Et svar' })
  const below = await press(ea, replaced as Card, 'channel.another')
  expect([below.replaced, below.cards.map(titleOf)]).toEqual([undefined, [da('channelPrompt.title')]])
  expect(dataOf(below.cards[0] as Card).discussionId).not.toBe(dataOf(card).discussionId)
})

test('from question to agreement to what became of it, between two members', async () => {
  const { press, saved, cardId, id, form, discussionId } = await agreed({ who: 'Hele gruppen' })
  expect(fieldsIn(form)).toMatchObject({ weeks: '4' })
  expect(textOf(saved.replaced)).toContain(words)
  expect(textOf(saved.replaced)).toContain('Hele gruppen')
  expect(textOf(shownAs(`form${number}`))).toBe(textOf(saved.replaced))
  expect(textOf(shownAs(cardId))).toContain(da('channelPrompt.ended.agreed'))
  const before = app.connector.sent(id).length
  await comeBack(10)
  expect(app.connector.sent(id)).toHaveLength(before)
  await comeBack(22)
  const asked = app.connector.sent(id).slice(before)
  expect(asked).toHaveLength(1)
  const ask = cardOf(asked[0] ?? {})
  expect(titleOf(ask)).toBe(da('agreement.ask.title'))
  expect(textOf(ask)).toContain(words)
  const ib = app.person('Ib Dal')
  const askedId = String(row(discussionId, 'agreements')?.askedId)
  const { replaced } = await press(
    ib,
    ask,
    'agreement.outcome',
    { outcome: 'underway', text: 'Vi glemmer det tit' },
    askedId,
  )
  expect(textOf(replaced)).toContain(da('agreement.outcome.underway.title'))
  expect(textOf(shownAs(askedId))).toContain('Vi glemmer det tit')
  const again = await press(ib, replaced as Card, 'agreement.again', {}, askedId)
  expect(textOf(again.replaced)).toMatch(saying('agreement.again'))
  await comeBack(16)
  expect(
    app.connector
      .sent(id)
      .slice(before)
      .filter((sent) => titleOf(cardOf(sent)) === da('agreement.ask.title')),
  ).toHaveLength(2)
})

test('“vores aftaler” lists them where they were made, and nowhere else', async () => {
  const { say, ea } = await agreed()
  expect(textOf((await say(ea, 'vores aftaler')).cards[0])).toContain(words)
  const other = await talk()
  expect(textOf((await other.say(other.ea, 'vores aftaler')).cards[0])).toContain(da('agreement.list.none'))
  expect(titleOf(await ea.ask('vores aftaler'))).toBe(da('agreement.elsewhere.title'))
})

test('a group chat can do the same', async () => {
  const { id, say, ea } = await agreed({}, 'groupChat')
  expect(textOf((await say(ea, 'vores aftaler')).cards[0])).toContain(words)
  expect(await titlesOnComingBack(id)).toEqual([da('agreement.ask.title')])
})

test('of two who end it at once the first is heard; the other gets the form back with what they wrote', async () => {
  const { ea, card, press, discussionId } = await talk()
  const ib = app.person('Ib Dal')
  const form = (await press(ea, card, 'channel.askEnd')).cards[0] as Card
  const [one, two] = await Promise.all([
    press(ea, form, 'channel.agree', { text: 'Vi lytter først' }, 'form-a'),
    press(ib, form, 'channel.agree', { text: 'Vi taler først' }, 'form-b'),
  ])
  const refused = [one, two].filter(({ notice }) => notice?.includes(da('agreement.fault.ended')))
  expect(refused).toHaveLength(1)
  expect(fieldsIn(refused[0]?.replaced).text).toMatch(/^Vi (lytter|taler) først$/)
  expect(app.rows().filter(({ container, id }) => container === 'agreements' && id === discussionId)).toHaveLength(1)
  expect((await press(ib, card, 'channel.askEnd')).notice).toContain(da('agreement.fault.ended'))
})

test('an answer after the end is posted and counted all the same, and the card stays ended', async () => {
  const { press, card, cardId, id } = await agreed()
  const before = app.connector.sent(id).length
  const { replaced } = await press(app.person('Ib Dal'), card, 'channel.answer', { text: 'Jeg var lidt sen' })
  expect(app.connector.sent(id)).toHaveLength(before + 1)
  expect(textOf(replaced)).toContain(da('channelPrompt.answers1'))
  expect(textOf(shownAs(cardId))).toContain(da('channelPrompt.ended.agreed'))
})

test.each([
  ['no words', { text: ' ' }, 'agreement.fault.empty', {}],
  ['5,000 characters', { text: 'x'.repeat(5000) }, 'agreement.fault.tooLong', { most: 2000 }],
  ['a date that has been', { date: '2020-01-02' }, 'agreement.fault.past', {}],
  ['no date', { date: 'på tirsdag' }, 'agreement.fault.noDate', {}],
  ['the 31st of February', { date: '2027-02-31' }, 'agreement.fault.noDate', {}],
  ['a date in ten years', { date: '2041-01-02' }, 'agreement.fault.tooFar', {}],
  ['too many of whom', { who: 'x'.repeat(201) }, 'agreement.fault.whoTooLong', { most: 200 }],
] as const)(
  'an agreement with %s is refused with one sentence, and nothing is kept',
  async (_what, more, key, params) => {
    const { saved, discussionId } = await agreed(more)
    expect(saved.notice).toContain(da(key, params))
    expect([row(discussionId, 'agreements'), row(discussionId, 'discussions')?.state]).toEqual([undefined, 'open'])
  },
)

test('a date on a closed day becomes the next working day, and the card says which', async () => {
  const year = new Date(app.clock.now()).getUTCFullYear()
  const { saved, discussionId } = await agreed({ date: `${year}-12-24` })
  expect(row(discussionId, 'agreements')?.lookOn).toMatch(new RegExp(`${year}-12-2[89]`))
  expect(textOf(saved.replaced)).toMatch(/2[89]\. december/)
})

test('nothing agreed: it ends, and a talk that goes on stays open', async () => {
  const { ea, card, press, discussionId, cardId } = await talk()
  const form = (await press(ea, card, 'channel.askEnd')).cards[0] as Card
  expect(titleOf((await press(ea, form, 'channel.goOn', {}, 'f')).replaced)).toBe(da('agreement.goOn.title'))
  expect(row(discussionId, 'discussions')?.state).toBe('open')
  expect(titleOf((await press(ea, form, 'channel.end', {}, 'f')).replaced)).toBe(da('agreement.without.title'))
  expect(row(discussionId, 'discussions')?.state).toBe('closed')
  expect(textOf(shownAs(cardId))).toContain(da('channelPrompt.ended.closed'))
})

test('in which nobody answers for 14 days, it ends by itself: the card says so, and nobody is written to', async () => {
  const { discussionId, cardId, id, ea, card, press } = await talk()
  app.clock.advance(10 * dayMs)
  await press(ea, card, 'channel.answer', { text: 'Et svar' })
  const before = app.connector.sent(id).length
  await comeBack(10)
  expect(row(discussionId, 'discussions')?.state).toBe('open')
  await comeBack(5)
  expect(row(discussionId, 'discussions')?.state).toBe('quiet')
  expect(textOf(shownAs(cardId))).toContain(da('channelPrompt.ended.quiet'))
  expect(app.connector.sent(id)).toHaveLength(before)
})

test('where the thread has gone it asks in the channel; where the team has, it waits until that is back', async () => {
  const { placeId, id, there, discussionId } = await agreed()
  app.connector.script(({ kind, conversationId }) =>
    kind === 'send' && decodeURIComponent(conversationId ?? '') === id
      ? { status: 404, body: { error: { code: 'ConversationNotFound' } } }
      : undefined,
  )
  await comeBack()
  expect(row(discussionId, 'agreements')).toMatchObject({
    askedId: expect.any(String),
    conversation: { conversationId: expect.stringMatching(`^${placeId.replace('.', '\\.')};messageid=`) },
  })
  app.connector.heal()
  const left = await agreed()
  const event = (eventType: string) =>
    left.ea.event('conversation-update-channel', {
      conversation: left.there.conversation,
      channelData: { ...(there.channelData as object), ...left.there.channelData, eventType },
      membersAdded: undefined,
    })
  await event('teamArchived')
  const before = app.connector.sent(left.id).length
  await comeBack()
  expect(app.connector.sent(left.id)).toHaveLength(before)
  await event('teamUnarchived')
  await comeBack(1)
  expect(app.connector.sent(left.id)).toHaveLength(before + 1)
})

test('a send that may have arrived is not sent again; one that certainly did not is', async () => {
  const { id } = await agreed()
  const before = app.connector.sent(id).length
  app.connector.fail({ status: 429, retryAfterS: 1 }, { kinds: ['send'], times: 1 })
  await comeBack()
  await comeBack(1)
  expect(app.connector.sent(id)).toHaveLength(before + 1)
  const other = await agreed()
  const sent = app.connector.sent(other.id).length
  app.connector.fail({ end: 'reset' }, { kinds: ['send'], times: 1 })
  await comeBack()
  await comeBack(1)
  expect(app.connector.sent(other.id)).toHaveLength(sent)
})

describe('one’s own answer', () => {
  async function answered() {
    const held = await talk()
    const { ea, card, press, discussionId, id } = held
    await press(ea, card, 'channel.answer', { text: 'Jeg lytter for lidt' })
    const posted = cardOf(app.connector.sent(id).at(-1) ?? {})
    const messageId = String(
      app.rows().find(({ container, body }) => container === 'threadAnswers' && body.deliveryId === discussionId)?.body
        .messageId,
    )
    return { ...held, posted, messageId }
  }

  test('is edited where it stands, by its writer alone', async () => {
    const { ea, press, posted, messageId } = await answered()
    const form = (await press(ea, posted, 'channel.edit', {}, messageId)).replaced as Card
    expect(fieldsIn(form).text).toBe('Jeg lytter for lidt')
    const ib = app.person('Ib Dal')
    for (const verb of ['channel.edit', 'channel.remove'])
      expect((await press(ib, posted, verb, {}, messageId)).notice).toContain(da('channelAnswer.fault.notYours'))
    expect((await press(ib, form, 'channel.change', { text: 'Noget andet' }, messageId)).notice).toContain(
      da('channelAnswer.fault.notYours'),
    )
    await press(ea, form, 'channel.change', { text: 'Jeg lytter mere nu' }, messageId)
    expect(textOf(shownAs(messageId))).toContain('Jeg lytter mere nu')
  })

  test('is deleted, and its writer is counted no longer', async () => {
    const { ea, press, posted, messageId, cardId, discussionId } = await answered()
    await press(ea, posted, 'channel.remove', {}, messageId)
    expect(textOf(shownAs(messageId))).toContain(da('channelPrompt.gone.text'))
    expect(row(discussionId, 'discussions')?.keys).toEqual([])
    expect(textOf(shownAs(cardId))).toContain(da('channelPrompt.answers0'))
  })

  test('that cannot be changed in the thread stays as it is, and what was typed comes back', async () => {
    const { ea, press, posted, messageId } = await answered()
    const form = (await press(ea, posted, 'channel.edit', {}, messageId)).replaced as Card
    app.connector.fail({ status: 500 }, { kinds: ['update'] })
    const { notice, replaced } = await press(ea, form, 'channel.change', { text: 'Nye ord' }, messageId)
    expect([notice?.includes(da('channelAnswer.fault.notChanged')), fieldsIn(replaced).text]).toEqual([true, 'Nye ord'])
  })
})

test('its writer’s erasure empties the agreement and their name on the question; the others keep that there was one', async () => {
  const { ea, say, formId, cardId, discussionId } = await agreed()
  expect((await ea.say('mine data')).answer.replies[0]?.text).toContain(words)
  await ea.press(await ea.ask('slet mine data'), 'data.erase')
  expect(app.rows().filter(({ json }) => json.includes(ea.id))).toEqual([])
  expect(textOf(shownAs(formId))).toContain(da('agreement.erased.text'))
  expect(textOf(shownAs(cardId))).not.toContain('Ea Lund')
  expect(row(discussionId, 'agreements')).toMatchObject({ text: '', name: '', dueAt: null })
  expect(textOf((await say(app.person(), 'vores aftaler')).cards[0])).toContain(da('agreement.deleted'))
})

test('an id from elsewhere opens nothing', async () => {
  const { discussionId } = await agreed()
  const other = await talk()
  const send = (verb: string, data: object) => other.ea.send(verb, data, { ...other.there, replyToId: 'x' })
  for (const verb of ['channel.another', 'channel.askEnd', 'channel.end', 'channel.goOn'])
    expect((await send(verb, { discussionId })).notice).toContain(da('channelPrompt.fault.gone'))
  expect((await send('channel.agree', { discussionId, text: 'x' })).notice).toContain(da('channelPrompt.fault.gone'))
  for (const verb of ['agreement.outcome', 'agreement.again'])
    expect((await send(verb, { agreementId: discussionId, outcome: 'done' })).notice).toContain(
      da('agreement.fault.gone'),
    )
})

test('nothing that anybody wrote, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))

describe('a meeting of leaders', () => {
  let drive: FakeDrive
  beforeAll(async () => {
    drive = await createFakeDrive()
  })
  afterAll(() => drive.close())

  async function prepared(text = 'forbered ledermøde om tillid') {
    const held = await talk()
    const [card = {}] = (await held.say(held.ea, text)).cards
    return { ...held, card, dataOf: () => dataOf(card) }
  }

  test('comes as twenty minutes of points with their source; its question is begun once, however many press', async () => {
    const { ea, card, press, id } = await prepared()
    expect(titleOf(card)).toBe(da('meeting.titleAbout', { topic: 'tillid' }))
    expect(textOf(card)).toContain(da('meeting.lead', { minutes: 20 }))
    expect(JSON.stringify(card)).toContain('place.choose')
    expect(textOf(card)).toMatch(saying('answer.source', { source: '.+' }))
    const before = app.connector.sent(id).length
    const ib = app.person('Ib Dal')
    const seen = await Promise.all([
      press(ea, card, 'meeting.start', {}, 'meeting-1'),
      press(ib, card, 'meeting.start', {}, 'meeting-1'),
    ])
    expect(seen.flatMap(({ cards }) => cards.map(titleOf))).toEqual([da('channelPrompt.title')])
    expect(seen.map(({ notice }) => notice)).toContain(da('meeting.fault.started'))
    expect(app.connector.sent(id)).toHaveLength(before + 1)
    expect((await press(ib, card, 'meeting.start', {}, 'meeting-1')).notice).toBe(da('meeting.fault.started'))
  })

  test('is sent to the own chat of whoever asks for it, where it becomes a Word file', async () => {
    const { card, press, there } = await prepared()
    const ib = app.person('Ib Dal')
    expect((await press(ib, card, 'meeting.send', {}, 'meeting-2')).notice).toBe(da('meeting.fault.noChat'))
    await ib.say('hej')
    const before = app.connector.sent(ib.conversationId).length
    const { replaced } = await press(ib, card, 'meeting.send', {}, 'meeting-2')
    expect(textOf(replaced)).toContain(da('meeting.sentTo', { name: 'Ib Dal' }))
    const own = cardOf(app.connector.sent(ib.conversationId)[before] ?? {})
    expect(titleOf(own)).toBe(titleOf(card))
    const { answer, cards } = await ib.press(own, 'meeting.file')
    expect(titleOf(cards.at(-1))).toBe(da('meeting.offered.title'))
    const [offer] = answer.replies.flatMap(({ attachments = [] }) => attachments) as unknown as {
      content: { acceptContext: object; declineContext: object }
    }[]
    expect(JSON.stringify(offer)).not.toContain('tillid"')
    const uploadInfo = {
      name: 'x.docx',
      contentUrl: 'https://x.sharepoint.com/x.docx',
      uploadUrl: drive.url,
      uniqueId: 'u1',
      fileType: 'docx',
    }
    const consent = (value: object) =>
      ib.send('x', {}, { name: 'fileConsent/invoke', value: { type: 'fileUpload', ...value } })
    await consent({ action: 'accept', context: offer?.content.acceptContext, uploadInfo })
    const word = strFromU8(
      unzipSync(drive.uploads.at(-1)?.bytes ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array(),
    )
    for (const key of ['meeting.title', 'meeting.opening.text', 'meeting.decide.text']) expect(word).toContain(da(key))
    const declined = await consent({ action: 'decline', context: offer?.content.declineContext })
    expect(titleOf(declined.cards.at(-1))).toBe(da('meeting.declined.title'))
    expect(there.conversation.id).not.toBe(ib.conversationId)
  })

  test('without a topic asks for one; on what no framework speaks of offers what there is', async () => {
    const ask = await prepared('forbered ledermøde')
    expect(titleOf(ask.card)).toBe(da('meeting.ask.title'))
    const chosen = await ask.press(ask.ea, ask.card, 'meeting.make', {}, 'meeting-3')
    expect(titleOf(chosen.cards[0])).toMatch(saying('meeting.titleAbout', { topic: '.+' }))
    const none = await prepared('dagsorden om kvantecomputere')
    expect(titleOf(none.card)).toBe(da('meeting.none.title', { topic: 'kvantecomputere' }))
  })

  test('an old or forged card is told so', async () => {
    const { press, card, ea } = await prepared()
    const hidden = knowledge.library.prompts.find((prompt) => prompt.private)?.id
    for (const promptId of ['odder/alle-ledere/mod/q99', hidden])
      for (const verb of ['meeting.start', 'meeting.send'])
        expect((await press(ea, card, verb, { promptId }, 'meeting-4')).notice).toBe(da('meeting.fault.gone'))
  })
})

describe('one’s own agreement', () => {
  const editing = async (held: Awaited<ReturnType<typeof agreed>>) => {
    const { replaced = {} } = await held.press(held.ea, held.saved.replaced ?? {}, 'agreement.edit', {}, held.formId)
    return replaced
  }

  test('is edited where it stands, by its writer alone; the list and the day follow', async () => {
    const held = await agreed({ who: 'Ea' })
    const { ea, press, say, formId, id, discussionId } = held
    const form = await editing(held)
    expect(fieldsIn(form)).toMatchObject({ text: words, who: 'Ea', date: row(discussionId, 'agreements')?.lookOn })
    const ib = app.person('Ib Dal')
    expect((await press(ib, held.saved.replaced ?? {}, 'agreement.edit', {}, formId)).notice).toBe(
      da('agreement.fault.notYours'),
    )
    const date = new Date(app.clock.now() + 9 * dayMs).toISOString().slice(0, 10)
    const edited = await press(
      ea,
      form,
      'agreement.change',
      { text: 'Vi slutter til tiden', who: 'Alle', date },
      formId,
    )
    for (const card of [edited.replaced, shownAs(formId)]) expect(textOf(card)).toContain('Vi slutter til tiden')
    expect(textOf((await say(ib, 'vores aftaler')).cards[0])).toContain('Vi slutter til tiden')
    const before = app.connector.sent(id).length
    await comeBack(14)
    const asked = app.connector.sent(id).slice(before).map(cardOf)
    expect(asked.map(titleOf)).toEqual([da('agreement.ask.title')])
    expect(textOf(asked[0])).toContain('Vi slutter til tiden')
    const askedId = String(row(discussionId, 'agreements')?.askedId)
    await press(ea, await editing({ ...held, saved: edited }), 'agreement.change', { text: 'Vi er korte' }, formId)
    expect(textOf(shownAs(askedId))).toContain('Vi er korte')
  })

  test('by an old form, or in two places at once, overwrites nothing and gives back what was typed', async () => {
    const held = await agreed()
    const { ea, press, formId, discussionId } = held
    const form = await editing(held)
    const seen = await Promise.all(
      ['Et', 'To'].map((text) => press(ea, form, 'agreement.change', { text, who: '', date: '' }, formId)),
    )
    const refused = seen.filter(({ notice }) => notice?.includes(da('agreement.fault.changed')))
    expect(refused).toHaveLength(1)
    const typed = String(fieldsIn(refused[0]?.replaced).text)
    expect(['Et', 'To']).toContain(typed)
    expect(row(discussionId, 'agreements')?.text).not.toBe(typed)
    await press(ea, refused[0]?.replaced ?? {}, 'agreement.change', { text: typed }, formId)
    expect(row(discussionId, 'agreements')?.text).toBe(typed)
    expect((await press(ea, form, 'agreement.change', { text: ' ' }, formId)).notice).toContain(
      da('agreement.fault.empty'),
    )
  })

  test('is deleted: the words go from the thread, the list and the record, and nobody is asked', async () => {
    const held = await agreed()
    const { ea, press, say, formId, id, discussionId } = held
    const form = await editing(held)
    const { replaced } = await press(ea, form, 'agreement.remove', {}, formId)
    for (const card of [replaced, shownAs(formId)]) expect(titleOf(card)).toBe(da('agreement.erased.title'))
    expect(row(discussionId, 'agreements')).toMatchObject({ text: '', who: '', name: '', leaderId: '', dueAt: null })
    expect(textOf((await say(ea, 'vores aftaler')).cards[0])).toContain(da('agreement.deleted'))
    const before = app.connector.sent(id).length
    await comeBack()
    expect(app.connector.sent(id)).toHaveLength(before)
    expect((await press(ea, form, 'agreement.remove', {}, formId)).notice).toBe(da('agreement.erased.text'))
  })
})

test('two who ask at once get a question each, and a renamed team is asked what became of its agreement', async () => {
  const held = await agreed()
  const { say, ea, there, placeId, id } = held
  const two = await Promise.all([say(ea, 'giv os et spørgsmål'), say(app.person('Ib Dal'), 'giv os et spørgsmål')])
  expect(
    two.flatMap(({ cards }) => cards.map(titleOf)).filter((title) => title === da('channelPrompt.title')),
  ).toHaveLength(2)
  const channel = { id: placeId, name: 'Nyt navn' }
  const renamed = { ...(there.channelData as object), channel, eventType: 'channelRenamed' }
  await ea.event('conversation-update-channel', { ...there, channelData: renamed, membersAdded: undefined })
  expect(await titlesOnComingBack(id)).toEqual([da('agreement.ask.title')])
})

test('an agreement that was under way is still so in the list once it has been put off and asked about in vain', async () => {
  const { press, say, ea, id, discussionId } = await agreed()
  await comeBack()
  const ask = cardOf(app.connector.sent(id).at(-1) ?? {})
  const askedId = String(row(discussionId, 'agreements')?.askedId)
  const { replaced = {} } = await press(ea, ask, 'agreement.outcome', { outcome: 'underway' }, askedId)
  await press(ea, replaced, 'agreement.again', {}, askedId)
  await comeBack(20)
  expect(textOf((await say(ea, 'vores aftaler')).cards[0])).toMatch(saying('agreement.list.underway'))
})
