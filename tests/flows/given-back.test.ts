import type { Verb } from '../../src/cards/kit/button'
import { formVerbs } from '../../src/chat/pressed-form'
import { AppError } from '../../src/errors'
import { channelSchema, channels } from '../../src/records/channel'
import { deliveries, deliverySchema } from '../../src/records/delivery'
import type { Store } from '../../src/store/store'
import { library } from '../cards/sample-cards'
import { startApp, type TestApp } from '../support/app'
import type { Overrides } from '../support/bot-client'
import { buttonsOf, type Card, faultsIn, fieldsIn, pressIn, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

// A client empties the fields of a card once it was pressed, whatever the answer: so the card comes back filled in.

const tenantId = '00000000-0000-0000-0000-0000000000001'
const at = '2026-03-10T08:00:00.000Z'
const hrConversation = '19:hr@thread.tacv2'
const channelId = '19:vest@thread.tacv2'
const inHr = { conversation: { id: hrConversation, conversationType: 'groupChat', tenantId } }
const inThread = {
  conversation: { id: `${channelId};messageid=1`, conversationType: 'channel', tenantId },
  replyToId: 'c1',
}
// As it stands it would be evaluated by a template.
const words = ['Jeg spurgte, før jeg svarede. $', '{1+1} **stjerner**'].join('')

let app: TestApp
let store: Store
let isLocked = false
let hr: Person

/** The store, which nothing can be read from or written to while it is locked. */
function lockable(opened: Store): Store {
  store = opened
  return new Proxy(opened, {
    get: (target, name: keyof Store) =>
      isLocked && name !== 'close'
        ? () => Promise.reject(new AppError('unavailable', 'The database is locked'))
        : target[name],
  })
}

beforeAll(async () => {
  app = await startApp({
    env: { PEJLING_HR_IDS: '10000000-0000-4000-8000-000000000001', PEJLING_HR_CONVERSATION: hrConversation },
    wrapStore: lockable,
  })
  hr = app.person('Bente fra HR')
  await hr.chooseProfile('odder', 'stabschef')
  const conversation = { conversationId: channelId, serviceUrl: app.connector.serviceUrl, botId: '28:bot' }
  const [prompt] = library.prompts
  await store.create(
    channels,
    channelSchema.parse({
      id: channelId,
      tenantId,
      teamId: '19:t',
      teamName: 'Vest',
      name: 'Ugens',
      conversation,
      createdAt: at,
      updatedAt: at,
    }),
  )
  const recipient = { recipientId: channelId, recipientKind: 'channel', tenantId, state: 'sent', activityId: 'c1' }
  const claim = { claimedAt: at, claimedBy: 'i', createdAt: at, sentAt: at, promptId: prompt?.id, statementIds: [] }
  const delivery = { id: `k1:2026-03-10:${channelId}`, occasionId: 'k1:2026-03-10', campaignId: 'k1' }
  await store.create(deliveries, deliverySchema.parse({ ...delivery, ...recipient, ...claim, conversation }))
})
afterAll(() => app.close())
afterEach(() => {
  isLocked = false
})

const form = {
  name: 'Ugens refleksion',
  framework: 'odder',
  roles: '',
  weekday: 'TU',
  time: '09:00',
  first: '2026-03-17',
  every: '2',
  weeks: '12',
  closed: 'weekends,july',
  question: words,
  reminder: '1',
  channels: channelId,
}

interface Pressed {
  readonly person: Person
  readonly data: Readonly<Record<string, unknown>>
  readonly where?: Overrides
}

async function leader(): Promise<Person> {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'leder-af-leder')
  app.connector.setMembers('19:t', [{ name: '', ...(person.from as { from: { id: string } }).from }])
  return person
}
async function prompted(more: object = {}): Promise<Pressed> {
  const person = await leader()
  const { reflectionId = '' } = pressIn(await person.getPrompt(), 'prompt.answer').data as { reflectionId?: string }
  return { person, data: { reflectionId, text: words, ...more } }
}
async function ownAnswer(): Promise<Pressed> {
  const person = await leader()
  await person.send('channel.answer', { deliveryId: `k1:2026-03-10:${channelId}`, text: words }, inThread)
  const { id: answerId = '', body } =
    app.rows().find(({ container, partition }) => container === 'threadAnswers' && partition === person.id) ?? {}
  return { person, where: { ...inThread, replyToId: String(body?.messageId) }, data: { answerId } }
}
async function withAgreement(): Promise<Pressed> {
  const person = await leader()
  const discussionId = `k1:2026-03-10:${channelId}`
  await person.send('channel.agree', { discussionId, text: words }, inThread)
  return { person, where: inThread, data: { agreementId: discussionId, text: words } }
}
async function ownAgreement(): Promise<Pressed> {
  const made = await withAgreement()
  const row = app.rows().find(({ container, id }) => container === 'agreements' && id === made.data.agreementId)
  if (row) app.rewrite(row, { leaderId: made.person.id })
  return made
}
async function answered(data: object): Promise<Pressed> {
  const { person, data: own } = await prompted()
  await person.send('prompt.answer', own)
  return { person, data: { reflectionId: own.reflectionId ?? '', ...data } }
}
async function asking(): Promise<Pressed> {
  const person = await leader()
  const preview = (await person.send('hr.preview', { text: words })).replaced as Card
  return { person, data: { ...(pressIn(preview, 'hr.send').data as object) } }
}
async function asked(): Promise<Pressed> {
  const { person, data } = await asking()
  await person.send('hr.send', data)
  return { person: hr, where: inHr, data: { requestId: data.requestId ?? '', answer: '0', text: words } }
}

const about = { operation: 'topic', framework: 'skanderborg', statementIds: [] }
async function missed(): Promise<Pressed> {
  const person = await leader()
  const noted = (await person.send('miss.note', { ...about, reason: 'topic' })).replaced as Card
  return { person, data: { ...(pressIn(noted, 'miss.show').data as object), text: words } }
}

async function planned(more: object): Promise<Pressed> {
  return { person: hr, data: { campaignId: 'cabc123def456', rolesOf: 'odder', ...form, plan: 'own', ...more } }
}

const presses: readonly (readonly [Verb, () => Promise<Pressed>])[] = [
  ['prompt.answer', () => prompted({ scale: '4' })],
  ['prompt.later', () => prompted()],
  ['prompt.snooze', () => prompted({ until: 'hour' })],
  ['prompt.edit', () => prompted()],
  ['prompt.earlier', () => prompted()],
  [
    'prompt.answerThen',
    async () => {
      const { person, data } = await answered({ revision: '1', text: words })
      return { person, data }
    },
  ],
  [
    'note.keep',
    async () => ({
      person: await leader(),
      data: { reflectionId: `note:${'1'.repeat(20)}`, revision: '0', text: words, area: 'skanderborg/faglig-ledelse' },
    }),
  ],
  ['reflections.search', async () => ({ person: await leader(), data: { text: words, area: '' } })],
  ['scale.show', () => answered({ area: '' })],
  ['lus.choose', () => answered({ months: '6' })],
  ['lus.file', () => answered({ months: '6', pick0: '0123456789ab' })],
  ['lus.text', () => answered({ months: '6', pick0: '0123456789ab' })],
  ['profile.save', async () => ({ person: await leader(), data: { framework: 'odder', role: 'stabschef' } })],
  ['share.preview', () => answered({ channelId })],
  ['expect.pick', async () => ({ ...(await talkPicked()), data: { withRole: 'leader:chefer' } })],
  ['expect.more', talkPicked],
  ['expect.word', talkPicked],
  ['expect.keep', talkWorded],
  ['miss.note', async () => ({ person: await leader(), data: { ...about, reason: 'topic' } })],
  ['miss.send', missed],
  ['hr.send', asking],
  ['desk.answer', asked],
  [
    'channel.answer',
    async () => ({
      person: await leader(),
      where: inThread,
      data: { deliveryId: `k1:2026-03-10:${channelId}`, text: words },
    }),
  ],
  ['access.find', async () => ({ person: hr, data: { text: 'Bente' } })],
  ['access.choose', async () => ({ person: hr, data: { personId: (await leader()).id } })],
  ['access.give', async () => ({ person: hr, data: { personId: (await leader()).id, units: '*' } })],
  ['access.askTake', async () => ({ person: hr, data: { personId: (await leader()).id } })],
  [
    'campaign.series',
    async () => ({
      person: hr,
      data: { series: 'twoSides', framework: 'skanderborg', from: 'kontraktholder', to: 'leder-af-medarbejder' },
    }),
  ],
  ['season.show', async () => ({ person: hr, data: { whom: 'odder/stabschef' } })],
  ['campaign.preview', () => planned({ step: 'when' })],
  ['campaign.next', () => planned({ step: 'what' })],
  ['campaign.back', () => planned({ step: 'when' })],
  ['campaign.bank', () => planned({ step: 'which', plan: 'chosen', question: '', prompts: 'odder/leder/dialog/q1' })],
  ['campaign.roles', () => planned({ step: 'who' })],
]

/** The first point of a role, to talk about. */
const talked = { withRole: 'leader:chefer', theirsIds: '' }
const pointOf = (role: string) => `sonderborg/${role}/saet-retning/1`
async function talkPicked(): Promise<Pressed> {
  const person = app.person()
  await person.chooseProfile('sonderborg', 'leder-af-ledere')
  return { person, data: { ...talked, mineIds: pointOf('leder-af-ledere') } }
}
async function talkWorded(): Promise<Pressed> {
  const { person, data } = await talkPicked()
  return { person, data: { ...data, reflectionId: 'talk:0123456789', mine0: words, text: 'Min ferie' } }
}

/** What the next press of the same button would bring. */
function brought(card: Card, verb: Verb): Record<string, unknown> {
  const texts = Object.entries(fieldsIn(card)).map(([id, value]) => [id, String(value ?? '')])
  return { ...pressIn(card, verb).data, ...Object.fromEntries(texts) }
}

test.each(presses)(
  '%s pressed while the store is locked: what was filled in comes back, and is taken the next time',
  async (verb, make) => {
    const { person, data, where } = await make()
    isLocked = true
    const { status, replaced = {}, notice } = await person.send(verb, data, where)
    isLocked = false
    expect(status).toBe(200)
    expect(notice).toMatch(saying('error.unavailable', { reference: '[0-9A-Z]{6}' }))
    expect(brought(replaced, verb)).toMatchObject(data)
    const again = await person.send(verb, brought(replaced, verb), where)
    expect(again.notice ?? '').not.toContain('lager')
  },
)

test.each<readonly [Verb, Readonly<Record<string, string>>]>([
  ['profile.choose', { framework: 'odder' }],
  ['hr.preview', { text: words }],
])(
  '%s needs nothing of the store: while it is locked the next card comes, with what was filled in',
  async (verb, data) => {
    const person = await leader()
    isLocked = true
    const { replaced, notice } = await person.send(verb, data)
    expect(notice).toBeUndefined()
    expect(JSON.stringify(buttonsOf(replaced).map((button) => button.data))).toContain(
      JSON.stringify(Object.values(data)[0]),
    )
  },
)

test('by Action.Submit the card is replaced where it stands; in a channel it is left, since all would read it', async () => {
  const { person, data } = await prompted()
  isLocked = true
  const own = await person.sendSubmit({ verb: 'prompt.answer', ...data })
  expect(fieldsIn(own.replaced).text).toBe(words)
  const shared = await person.sendSubmit({ verb: 'channel.answer', deliveryId: 'k1', text: words }, inThread)
  expect([shared.replaced, shared.cards.map(titleOf)]).toEqual([undefined, [da('error.title')]])
  expect(textOf(shared.cards[0])).not.toContain('spurgte')
})

test('who writes of being in trouble is met with people to turn to, whether or not the answer can be kept', async () => {
  const { person, data } = await prompted()
  isLocked = true
  const text = 'Jeg kan ikke mere, jeg har lyst til at dø'
  const { replaced, cards } = await person.send('prompt.answer', { ...data, text })
  expect(fieldsIn(replaced).text).toBe(text)
  expect(textOf(cards[0])).toMatch(/ring.112/)
})

test('“gem” that fails can be said once more', async () => {
  const { person } = await prompted()
  const told = 'Jeg lod dem selv finde en løsning, og det gik fint i dag.'
  expect((await person.say(told)).cards.map(titleOf)).toEqual([da('offer.title')])
  isLocked = true
  expect((await person.say('gem')).cards.map(titleOf)).toContain(da('error.title'))
  isLocked = false
  expect(titleOf(await person.ask('gem'))).toBe(da('prompt.answered.title'))
})

const wrongFields: readonly (readonly [Verb, string, string, () => Promise<Pressed>])[] = [
  ['prompt.answer', 'text', '', () => prompted()],
  ['prompt.answer', 'text', 'x'.repeat(2001), () => prompted({ scale: '3' })],
  ['prompt.answer', 'scale', '7', () => prompted()],
  ['reflections.search', 'text', 'x'.repeat(201), async () => ({ person: await leader(), data: { area: '' } })],
  ['hr.preview', 'text', ' ', async () => ({ person: await leader(), data: {} })],
  ['hr.preview', 'text', 'x'.repeat(2001), async () => ({ person: await leader(), data: {} })],
  ['desk.answer', 'text', 'x'.repeat(2001), asked],
  [
    'channel.answer',
    'text',
    ' ',
    async () => ({ person: await leader(), where: inThread, data: { deliveryId: `k1:2026-03-10:${channelId}` } }),
  ],
  ['channel.change', 'text', ' ', ownAnswer],
  [
    'channel.agree',
    'date',
    '2020-01-02',
    async () => ({
      person: await leader(),
      where: inThread,
      data: { discussionId: `k1:2026-03-10:${channelId}`, text: words, who: '', weeks: '2' },
    }),
  ],
  ['agreement.outcome', 'outcome', 'paris', withAgreement],
  ['agreement.change', 'text', ' ', ownAgreement],
  ['place.group', 'framework', 'paris', async () => ({ person: await leader(), where: inThread, data: {} })],
  [
    'place.save',
    'group',
    'paris',
    async () => ({ person: await leader(), where: inThread, data: { framework: 'skanderborg' } }),
  ],
  [
    'teamRhythm.keep',
    'time',
    '25:00',
    async () => ({
      person: await leader(),
      where: inThread,
      data: { weekday: '2', time: '09:00', everyWeeks: '1', topic: '-' },
    }),
  ],
  ['profile.choose', 'framework', 'paris', async () => ({ person: await leader(), data: {} })],
  ['profile.save', 'role', 'paris', async () => ({ person: await leader(), data: { framework: 'odder' } })],
  ['expect.pick', 'withRole', 'leader:paris', async () => ({ ...(await talkPicked()), data: {} })],
  ['expect.keep', 'mine0', 'x'.repeat(501), talkWorded],
  ['share.preview', 'channelId', '19:paris', () => answered({})],
  ['access.find', 'text', 'Ingen Af Dem', async () => ({ person: hr, data: {} })],
  ['access.give', 'units', '*,Skoler', async () => ({ person: hr, data: { personId: (await leader()).id } })],
]

test.each(wrongFields)(
  '%s with its field %s wrong (%s): the fault stands at the field',
  async (verb, field, value, make) => {
    const { person, data, where } = await make()
    const { replaced = {} } = await person.send(verb, { ...data, [field]: value }, where)
    expect(faultsIn(replaced, field)).toMatch(/\S.{9}/)
    expect(brought(replaced, verb)).toMatchObject({ ...data, [field]: value })
  },
)

test('every verb whose card has fields was pressed here', () => {
  const pressed = new Set([...presses, ...wrongFields].map(([verb]) => verb))
  expect([...pressed].sort()).toEqual([...formVerbs].sort())
})

test.each<readonly [string, string, string]>([
  ['name', 'x'.repeat(81), 'odder'],
  ['framework', 'paris', 'paris'],
  ['roles', 'konge', 'odder'],
  ['levels', 'konge', 'all'],
  ['channels', '19:paris', 'odder'],
  ['weekday', 'XX', 'odder'],
  ['time', '25:99', 'odder'],
  ['first', '2026-13-45', 'odder'],
  ['every', '9', 'odder'],
  ['weeks', '500', 'odder'],
  ['closed', 'mondays', 'odder'],
  ['question', 'x'.repeat(501), 'odder'],
  ['reminder', '7', 'odder'],
])(
  'HR’s form with %s wrong (%s): the fault stands at the field, the others as they were filled in',
  async (field, value, framework) => {
    const data = {
      ...form,
      name: `Hold ${field}`,
      framework,
      rolesOf: framework,
      campaignId: 'cabc123def457',
      [field]: value,
    }
    const { replaced = {} } = await hr.send('campaign.preview', data)
    expect(faultsIn(replaced, field)).toMatch(/\S.{9}/)
    const [first] = buttonsOf(replaced)
    expect(brought(replaced, first?.verb as Verb)).toMatchObject(data)
  },
)
