import { channelSchema, channels } from '../../src/records/channel'
import type { Store } from '../../src/store/store'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, cardOf, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

const tenantId = '00000000-0000-0000-0000-0000000000001'
const at = '2026-03-10T08:00:00.000Z'
const words = 'Jeg gav opgaven fra mig og blev siddende på hænderne.'
let app: TestApp
let store: Store
beforeEach(async () => {
  app = await startApp({
    timeoutMs: 300,
    wrapStore: (opened) => {
      store = opened
      return opened
    },
  })
})
afterEach(() => app.close())

async function addChannel(id: string, name = 'Ugens refleksion', removedAt: string | null = null): Promise<void> {
  const conversation = { conversationId: id, serviceUrl: app.connector.serviceUrl, botId: '28:bot' }
  const channel = { id, tenantId, teamId: '19:t', teamName: 'Ledere i Vest', name, conversation, removedAt }
  await store.create(channels, channelSchema.parse({ ...channel, createdAt: at, updatedAt: at }))
}
const channelId = '19:vest@thread.tacv2'
const act = async (person: Person, card: Card, verb: string, inputs?: object) =>
  (await person.press(card, verb, inputs)).replaced as Card

/** As Teams lists somebody in a team. */
const memberOf = (person: Person) => ({ name: '', ...(person.from as { from: { id: string } }).from })

async function answered() {
  const person = app.person('Åse Ågård')
  app.connector.setMembers('19:t', [memberOf(person)])
  await person.chooseProfile('skanderborg', 'kontraktholder')
  const receipt = await act(person, await person.getPrompt(), 'prompt.answer', { text: words, scale: '2' })
  return { person, receipt }
}
async function previewed() {
  await addChannel(channelId)
  const { person, receipt } = await answered()
  const choice = await act(person, receipt, 'share.choose')
  return { person, receipt, preview: await act(person, choice, 'share.preview', { channelId }) }
}
const withdrawn = async (person: Person, receipt: Card) =>
  act(person, await act(person, receipt, 'prompt.askWithdraw'), 'prompt.withdraw')
const posted = (id = channelId) => app.connector.sent(id).map(cardOf)
const kept = (person: Person) =>
  app.rows().find(({ container, partition }) => container === 'reflections' && partition === person.id)?.body
const refuse = (status: number) =>
  app.connector.script(({ conversationId }) => (conversationId === channelId ? { status } : undefined))
const standing = () =>
  app.connector.requests.filter(({ kind, conversationId }) => kind === 'update' && conversationId === channelId)

test('an answer is shared after the leader has seen exactly what others will see, with the name and without the number', async () => {
  const { person, preview } = await previewed()
  expect(titleOf(preview)).toBe(da('share.preview.title', { channel: 'Ledere i Vest › Ugens refleksion' }))
  expect(posted()).toEqual([])
  const state = await act(person, preview, 'share.post')
  expect(titleOf(state)).toBe(da('share.state.sent', { channel: 'Ledere i Vest › Ugens refleksion' }))
  const [card] = posted()
  expect(titleOf(card)).toBe(da('share.shared.by', { name: 'Åse Ågård' }))
  for (const line of textOf(card).split('\n')) expect(textOf(preview)).toContain(line)
  expect(textOf(card)).toContain(words)
  for (const key of ['prompt.scale.label', 'prompt.scale.2']) expect(textOf(card)).not.toContain(da(key))
  expect(buttonsOf(card)).toEqual([])
  expect(textOf(await act(person, state, 'prompt.back'))).toContain(
    da('share.state.sent', { channel: 'Ledere i Vest › Ugens refleksion' }),
  )
})

test('a press that comes twice, or at once, or as the other kind, posts once', async () => {
  const { person, preview } = await previewed()
  await Promise.all([1, 2].map(() => person.press(preview, 'share.post', {}, { id: 'same' })))
  await person.press(preview, 'share.post')
  await person.submit(preview, 'share.post')
  await app.restart()
  await person.press(preview, 'share.post')
  expect(posted()).toHaveLength(1)
})

test('a team that the leader is not in is neither offered nor posted to, whatever the card says', async () => {
  const { person, preview, receipt } = await previewed()
  app.connector.setMembers('19:t', [])
  const { cards, replaced } = await person.press(receipt, 'share.choose')
  expect(JSON.stringify([cards, replaced])).not.toContain('Ledere i Vest')
  const { notice } = await person.press(preview, 'share.post')
  expect(notice).toContain(da('share.notMember'))
  expect(posted()).toEqual([])
})

test('where Teams does not say who is in a team, nothing is shared there', async () => {
  const { person, preview } = await previewed()
  app.connector.script(({ kind }) => (kind === 'read' ? { status: 503 } : undefined))
  expect((await person.press(preview, 'share.post')).notice).toContain(da('share.notMember'))
  expect(posted()).toEqual([])
})

test('with no channel known it says how to get into one', async () => {
  await addChannel('19:borte@thread.tacv2', 'Borte', at)
  const { person, receipt } = await answered()
  const { cards, replaced } = await person.press(receipt, 'share.choose')
  expect([titleOf(cards[0]), replaced]).toEqual([da('shareNone.title'), undefined])
})

test('the channels are listed by team and name, those that are gone are not', async () => {
  await addChannel('19:1', 'Øvrige')
  await addChannel('19:2', '')
  await addChannel('19:3', 'Borte', at)
  const { person, receipt } = await answered()
  const choice = await act(person, receipt, 'share.choose')
  const titles = [...JSON.stringify(choice).matchAll(/"title":"(Ledere i Vest[^"]*)"/g)].map(([, title]) => title)
  expect(titles).toEqual(['Ledere i Vest › Generelt', 'Ledere i Vest › Øvrige'])
  expect((await person.press(choice, 'share.preview', { channelId: '19:3' })).notice).toContain(da('share.channelGone'))
  expect((await person.press(choice, 'share.preview', { channelId: '19:ukendt' })).notice).toContain(
    da('share.channelGone'),
  )
})

test('refused by Teams, nothing is shared and it can be tried again, once for each press', async () => {
  const { person, preview } = await previewed()
  refuse(403)
  const failed = await act(person, preview, 'share.post')
  expect(titleOf(failed)).toBe(da('share.state.failed', { channel: 'Ledere i Vest › Ugens refleksion' }))
  expect(titleOf(await act(person, preview, 'share.post'))).toBe(titleOf(failed))
  expect(posted()).toEqual([])
  app.connector.heal()
  for (let i = 0; i < 2; i++)
    expect(titleOf(await act(person, failed, 'share.post'))).toMatch(saying('share.state.sent'))
  expect(posted()).toHaveLength(1)
})

test('where it is not known whether it arrived, that is said, and nothing is posted again by itself', async () => {
  const { person, preview } = await previewed()
  refuse(502)
  const unknown = await act(person, preview, 'share.post')
  expect(titleOf(unknown)).toMatch(saying('share.state.unknown'))
  app.connector.heal()
  await act(person, preview, 'share.post')
  expect(posted()).toEqual([])
  const gone = await withdrawn(person, await act(person, unknown, 'prompt.back'))
  expect(textOf(gone)).toMatch(saying('share.left.unknown'))
})

test('once it is shared, no card of the chat and no list says any longer that only the leader sees it', async () => {
  const { person, preview } = await previewed()
  const opened = await person.send('prompt.show', { reflectionId: kept(person)?.id })
  expect(textOf(opened.cards[0])).toMatch(saying('prompt.answered.private'))
  const cardIds = (kept(person)?.cardIds ?? []) as string[]
  await act(person, preview, 'share.post')
  const [other] = app.connector.requests.filter(
    ({ kind, activityId }) => kind === 'update' && cardIds.includes(activityId ?? ''),
  )
  expect(textOf(cardOf(other?.body ?? {}))).toMatch(saying('prompt.answered.sent'))
  for (const said of ['mine refleksioner', 'hvad skrev jeg om opgaven?', 'min dækning'])
    for (const key of ['reflections.private', 'reflections.privateOne'])
      expect(textOf(await person.ask(said))).not.toContain(da(key))
  expect(textOf(await person.ask('mine refleksioner'))).toContain(da('journal.shared.sent'))
})

test('an answer edited after the preview is previewed anew before it is shared', async () => {
  const { person, receipt, preview } = await previewed()
  const form = await act(person, receipt, 'prompt.edit')
  await act(person, form, 'prompt.answer', { text: 'Det rettede svar', scale: '' })
  const anew = await act(person, preview, 'share.post')
  expect(textOf(anew)).toContain('Det rettede svar')
  expect(posted()).toEqual([])
  await act(person, anew, 'share.post')
  expect(textOf(posted()[0])).toContain('Det rettede svar')
})

test('editing changes nothing in the channel; taking back does, and the answer stays', async () => {
  const { person, preview } = await previewed()
  const state = await act(person, preview, 'share.post')
  const form = await act(person, await act(person, state, 'prompt.back'), 'prompt.edit')
  const edited = await act(person, form, 'prompt.answer', { text: 'Det rettede svar', scale: '' })
  expect(textOf(edited)).toMatch(saying('share.line.sent'))
  expect(standing()).toEqual([])
  expect(titleOf(await act(person, state, 'share.takeBack'))).toMatch(saying('share.state.takenBack'))
  expect(standing().map(({ body }) => textOf(cardOf(body)))).toEqual([
    `${da('share.gone.title')}\n${da('share.gone.text')}`,
  ])
  expect(kept(person)).toMatchObject({ text: 'Det rettede svar', shared: [{ isTakenBack: true }] })
})

test('withdrawing the answer takes it out of the channel too; what fails is said, and done by the next press', async () => {
  const { person, preview } = await previewed()
  const receipt = await act(person, await act(person, preview, 'share.post'), 'prompt.back')
  app.connector.fail({ status: 500 }, { kinds: ['update'] })
  const gone = await withdrawn(person, receipt)
  expect(textOf(gone)).toMatch(saying('share.left.sent'))
  expect((await person.press(gone, 'share.takeBack')).cards.map(titleOf)).toEqual([da('shareTakeBackFailed.title')])
  app.connector.heal()
  const after = await act(person, gone, 'share.takeBack')
  expect(textOf(after)).not.toMatch(saying('share.left.sent'))
  expect(textOf(cardOf(standing().at(-1)?.body ?? {}))).not.toContain(words)
  expect(kept(person)).not.toHaveProperty('text')
})

test('erasing everything empties what was shared', async () => {
  const { person, preview } = await previewed()
  await act(person, preview, 'share.post')
  const asked = await person.ask('slet mine data')
  const { replaced } = await person.press(asked, 'data.erase')
  expect(titleOf(replaced)).toBe(da('dataErased.title'))
  expect(standing().map(({ body }) => titleOf(cardOf(body)))).toEqual([da('share.gone.title')])
  expect(app.rows().filter(({ json }) => json.includes(words) || json.includes(person.id))).toEqual([])
})

test('nobody shares, previews or takes back another’s', async () => {
  const { person, preview } = await previewed()
  await act(person, preview, 'share.post')
  const reflectionId = kept(person)?.id
  const other = app.person()
  app.connector.setMembers('19:t', [memberOf(other)])
  for (const verb of ['share.choose', 'share.preview', 'share.post', 'share.takeBack']) {
    const seen = await other.send(verb, { reflectionId, channelId, revision: '1', attempt: '0' })
    expect([verb, seen.notice]).toEqual([verb, expect.stringContaining(da('error.not-found'))])
  }
  expect([posted().length, standing().length]).toEqual([1, 0])
})
