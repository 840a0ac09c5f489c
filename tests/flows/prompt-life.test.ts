import { type Delivery, deliveries, deliverySchema } from '../../src/records/delivery'
import type { Store } from '../../src/store/store'
import { type StoredRow, startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, cardOf, faultsIn, pressIn, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, en } from '../support/said'

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

const words = 'Jeg vil spørge dem, hvad de har brug for fra mig i morgen.'
const rowsOf = (container: string, person: Person) =>
  app.rows().filter((row) => row.container === container && row.json.includes(person.id))
const kept = (person: Person) => rowsOf('reflections', person)[0]?.body
const inputsOf = (card: Card) =>
  [...JSON.stringify(card).matchAll(/"id":"(text|scale)".*?"value":"([^"]*)"/g)].map(([, id, value]) => [id, value])

/** A leader with an open prompt that asks for a number too. */
async function leader(): Promise<{ person: Person; card: Card }> {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  const statementIds = ['skanderborg/kontraktholder/strategisk-ledelse/1']
  return { person, card: (await person.send('prompt.request', { statementIds })).cards[0] as Card }
}
async function answered(text = words) {
  const { person, card } = await leader()
  const receipt = (await person.press(card, 'prompt.answer', { text, scale: '4' })).replaced as Card
  return { person, card, receipt }
}
const act = async (person: Person, card: Card, verb: string, inputs?: object, how: 'press' | 'submit' = 'press') =>
  (await person[how](card, verb, inputs)).replaced as Card

describe.each(['press', 'submit'] as const)('by %s', (how) => {
  test('a number alone is an answer, and both can be given; the receipt shows them', async () => {
    const { person, card } = await leader()
    const receipt = await act(person, card, 'prompt.answer', { text: '', scale: '2' }, how)
    expect(textOf(receipt)).toContain(`${da('prompt.scale.label')} ${da('prompt.scale.2')}`)
    expect(buttonsOf(receipt).map(({ verb }) => verb)).not.toContain('share.choose')
    const form = await act(person, receipt, 'prompt.edit', {}, how)
    expect(inputsOf(form)).toContainEqual(['scale', '2'])
    const again = await act(person, form, 'prompt.answer', { text: words, scale: '5' }, how)
    expect(textOf(again)).toContain(da('prompt.scale.5'))
    expect(kept(person)).toMatchObject({ state: 'answered', text: words, scale: 5, revision: 2 })
  })

  test('editing shows what stands, saves what is changed, and can be left again', async () => {
    const { person, receipt } = await answered()
    const form = await act(person, receipt, 'prompt.edit', {}, how)
    expect([titleOf(form), ...inputsOf(form)]).toEqual([da('prompt.edit.title'), ['text', words], ['scale', '4']])
    expect(textOf(await act(person, form, 'prompt.back', {}, how))).toBe(textOf(receipt))
    const after = await act(person, form, 'prompt.answer', { text: 'Noget andet i stedet', scale: '0' }, how)
    expect(textOf(after)).toContain('Noget andet i stedet')
    expect(kept(person)).toMatchObject({ text: 'Noget andet i stedet' })
    expect(kept(person)).not.toHaveProperty('scale')
  })

  test('withdrawing asks once, shows what would be gone, and can be left', async () => {
    const { person, receipt } = await answered()
    const asked = await act(person, receipt, 'prompt.askWithdraw', {}, how)
    expect([titleOf(asked), textOf(asked).includes(words)]).toEqual([da('withdraw.title'), true])
    expect(textOf(await act(person, asked, 'prompt.back', {}, how))).toBe(textOf(receipt))
    expect(kept(person)).toMatchObject({ state: 'answered', text: words })
  })

  test('withdrawing leaves nothing, and answering again undoes it', async () => {
    const { person, receipt } = await answered()
    const asked = await act(person, receipt, 'prompt.askWithdraw', {}, how)
    const gone = await act(person, asked, 'prompt.withdraw', {}, how)
    expect(titleOf(gone)).toBe(da('prompt.withdrawn.title'))
    expect(app.rows().some(({ json }) => json.includes(person.id) && json.includes(words))).toBe(false)
    expect(textOf(await person.ask('mine refleksioner'))).toContain(da('reflections.empty'))
    const form = await act(person, gone, 'prompt.edit', {}, how)
    expect(inputsOf(form)).toContainEqual(['text', ''])
    expect(titleOf(await act(person, form, 'prompt.answer', { text: 'Nyt svar', scale: '' }, how))).toBe(
      da('prompt.answered.title'),
    )
  })

  test('withdrawing empties every card of the chat that shows the answer', async () => {
    const { person, receipt } = await answered()
    const shownBelow = { reflectionId: pressIn(receipt, 'prompt.askWithdraw').data.reflectionId }
    await person.send('prompt.show', shownBelow)
    const cardIds = kept(person)?.cardIds as string[]
    const asked = await act(person, receipt, 'prompt.askWithdraw', {}, how)
    await person[how](asked, 'prompt.withdraw', {}, { replyToId: cardIds[0] })
    const updates = app.connector.requests.filter(
      ({ kind, activityId, body }) =>
        kind === 'update' &&
        cardIds.slice(1).includes(activityId ?? '') &&
        titleOf(cardOf(body)).includes(da('prompt.withdrawn.title')),
    )
    expect(new Set(updates.map(({ activityId }) => activityId))).toEqual(new Set(cardIds.slice(1)))
    expect(updates.length).toBeGreaterThan(0)
  })

  test('what was typed comes along when the prompt is put off and back again, and is stored nowhere', async () => {
    const { person, card } = await leader()
    const choice = await act(person, card, 'prompt.later', { text: words, scale: '3' }, how)
    expect(textOf(choice)).toContain(words)
    expect(buttonsOf(choice)).toHaveLength(4)
    const back = await act(person, choice, 'prompt.edit', {}, how)
    expect(inputsOf(back)).toEqual([
      ['text', words],
      ['scale', '3'],
    ])
    const waiting = await act(person, choice, 'prompt.snooze', {}, how)
    expect(titleOf(waiting)).toBe(da('prompt.snoozed.title', { when: 'tirsdag den 10. marts kl. 10.00' }))
    expect(app.rows().some(({ json }) => json.includes(words) && json.includes(person.id))).toBe(false)
    const now = await act(person, waiting, 'prompt.edit', {}, how)
    expect(inputsOf(now)).toContainEqual(['text', words])
    await act(person, now, 'prompt.answer', { text: words, scale: '3' }, how)
    expect([kept(person)?.state, rowsOf('snoozes', person)]).toEqual(['answered', []])
  })
})

test.each([
  ['hour', '2026-03-10T09:00:00.000Z', 'tirsdag den 10. marts kl. 10.00'],
  ['tomorrow', '2026-03-11T07:00:00.000Z', 'onsdag den 11. marts kl. 08.00'],
  ['monday', '2026-03-16T07:00:00.000Z', 'mandag den 16. marts kl. 08.00'],
])('put off with "%s" it comes again at %s', async (until, dueAt, said) => {
  const { person, card } = await leader()
  const choice = await act(person, card, 'prompt.later')
  const button = buttonsOf(choice).find(({ data }) => data.until === until)
  const { replaced } = await person.send('prompt.snooze', button?.data)
  expect(titleOf(replaced)).toBe(da('prompt.snoozed.title', { when: said }))
  expect(rowsOf('snoozes', person)).toMatchObject([{ body: { dueAt } }])
  const moved = await act(person, await act(person, replaced as Card, 'prompt.later'), 'prompt.snooze')
  expect(titleOf(moved)).toContain('kl. 10.00')
  expect(rowsOf('snoozes', person)).toHaveLength(1)
  expect(titleOf(await act(person, moved, 'prompt.skip'))).toBe(da('prompt.skipped.title'))
  expect(rowsOf('snoozes', person)).toEqual([])
})

describe('an old card', () => {
  test('shows the present state, whatever is pressed on it', async () => {
    const { person, card } = await answered()
    for (const verb of ['prompt.skip', 'prompt.later'])
      expect([verb, titleOf(await act(person, card, verb, { text: '' }))]).toEqual([verb, da('prompt.answered.title')])
    const choice = { reflectionId: pressIn(card, 'prompt.skip').data.reflectionId, until: 'hour' }
    expect(titleOf((await person.send('prompt.snooze', choice)).replaced)).toBe(da('prompt.answered.title'))
    expect([kept(person)?.state, rowsOf('snoozes', person)]).toEqual(['answered', []])
  })

  test('with another text in it keeps both apart: what stands, and what was typed', async () => {
    const { person, card, receipt } = await answered()
    const form = await act(person, receipt, 'prompt.edit')
    await act(person, form, 'prompt.answer', { text: 'Det rettede svar', scale: '4' })
    const asked = await act(person, card, 'prompt.answer', { text: words, scale: '4' })
    expect(textOf(asked)).toContain('Det rettede svar')
    expect(inputsOf(asked)).toContainEqual(['text', words])
    expect(kept(person)).toMatchObject({ text: 'Det rettede svar' })
    expect(textOf(await act(person, asked, 'prompt.back'))).toContain('Det rettede svar')
    await act(person, asked, 'prompt.answer', { text: words, scale: '4' })
    expect(kept(person)).toMatchObject({ text: words })
  })

  test('of an answer that was withdrawn does not bring it back', async () => {
    const { person, card, receipt } = await answered()
    await act(person, await act(person, receipt, 'prompt.askWithdraw'), 'prompt.withdraw')
    const asked = await act(person, card, 'prompt.answer', { text: words, scale: '4' })
    expect(textOf(asked)).toContain(da('prompt.elsewhere.withdrawn'))
    expect(kept(person)).toMatchObject({ state: 'withdrawn' })
  })

  test('loses nothing that was typed when the prompt is answered elsewhere and put off here', async () => {
    const { person, card } = await answered('Svaret fra telefonen')
    const asked = await act(person, card, 'prompt.later', { text: 'Skrevet på computeren', scale: '' })
    expect(inputsOf(asked)).toContainEqual(['text', 'Skrevet på computeren'])
    expect(kept(person)).toMatchObject({ text: 'Svaret fra telefonen' })
  })
})

test.each(['prompt.withdraw', 'prompt.edit', 'prompt.back'])(
  '%s pressed twice, or delivered twice, is one',
  async (verb) => {
    const { person, receipt } = await answered()
    const inputs = {}
    const before = { 'prompt.back': 'prompt.edit', 'prompt.withdraw': 'prompt.askWithdraw' }[verb]
    const card = before ? await act(person, receipt, before) : receipt
    const seen = [
      await person.press(card, verb, inputs, { id: `twice-${verb}` }),
      ...(await Promise.all([1, 2].map(() => person.press(card, verb, inputs, { id: `twice-${verb}` })))),
      await person.submit(card, verb, inputs),
    ]
    expect(new Set(seen.map(({ replaced }) => textOf(replaced))).size).toBe(1)
    expect(kept(person)?.revision).toBe(verb === 'prompt.withdraw' ? 2 : 1)
  },
)

test('the reply to an answer on a pitfall is what the framework itself sets against it', async () => {
  const { person } = await leader()
  const statementIds = ['skanderborg/kontraktholder/typiske-faldgruber/1']
  const card = (await person.send('prompt.request', { statementIds })).cards[0] as Card
  const text = textOf(await act(person, card, 'prompt.answer', { text: words, scale: '' }))
  const [own, pitfall] = [da('prompt.answered.point'), da('prompt.answered.pitfall')].map((part) => text.indexOf(part))
  expect(own).toBeGreaterThan(0)
  expect(pitfall).toBeGreaterThan(own ?? 0)
  expect(text.slice(own, pitfall)).not.toContain('Du risikerer')
  expect(text).not.toMatch(/godt gået|flot|super|point ud af/i)
})

test('in English every state is English', async () => {
  const { person, card } = await leader()
  await person.say('english')
  const choice = await act(person, card, 'prompt.later', { text: words, scale: '' })
  const waiting = await act(person, choice, 'prompt.snooze')
  const receipt = await act(person, await act(person, waiting, 'prompt.edit'), 'prompt.answer', {
    text: words,
    scale: '1',
  })
  const gone = await act(person, await act(person, receipt, 'prompt.askWithdraw'), 'prompt.withdraw')
  expect([choice, waiting, receipt, gone].map(titleOf)).toEqual([
    en('snooze.title'),
    en('prompt.snoozed.title', { when: 'Tuesday 10 March at 10:00' }),
    en('prompt.answered.title'),
    en('prompt.withdrawn.title'),
  ])
})

describe('a prompt that a campaign delivered', () => {
  const at = '2026-03-10T08:00:00.000Z'
  let number = 0
  async function deliver(person: Person, more: Partial<Delivery> = {}) {
    number += 1
    const occasionId = `k${number}:2026-03-10`
    const ids = { id: `${occasionId}:${person.id}`, occasionId, campaignId: `k${number}`, recipientId: person.id }
    const own = { recipientKind: 'leader', promptId: 'own', question: 'Hvad lærte du af sidste uge?', state: 'sent' }
    const claim = { tenantId: '00000000-0000-0000-0000-0000000000001', claimedAt: at, claimedBy: 'i', createdAt: at }
    await store.create(deliveries, deliverySchema.parse({ ...ids, ...own, ...claim, ...more }))
    const response = async () => (await store.get(deliveries, occasionId, ids.id))?.document.response
    return { reflectionId: ids.id, response }
  }

  test('with HR’s own question is answered, listed and exported like any other', async () => {
    const person = app.person()
    await person.chooseProfile('soro', 'alle-ledere')
    const { reflectionId, response } = await deliver(person)
    const { replaced } = await person.send('prompt.answer', { reflectionId, text: words, revision: '0' })
    expect(textOf(replaced)).toContain('Hvad lærte du af sidste uge?')
    expect(await response()).toBe('answered')
    expect(textOf(await person.ask('mine refleksioner'))).toContain('Hvad lærte du af sidste uge?')
    const form = await act(person, replaced as Card, 'prompt.edit')
    expect(textOf(form)).toContain(da('channelPrompt.titleOwn'))
  })

  test('can be put off, and says so to the campaign', async () => {
    const person = app.person()
    await person.chooseProfile('soro', 'alle-ledere')
    const { reflectionId, response } = await deliver(person)
    await person.send('prompt.snooze', { reflectionId, until: 'tomorrow', text: '' })
    expect(await response()).toBe('snoozed')
    await person.send('prompt.skip', { reflectionId })
    expect(await response()).toBe('skipped')
  })

  test('answered on the first card and on its reminder is one answer', async () => {
    const person = app.person()
    await person.chooseProfile('soro', 'alle-ledere')
    const { reflectionId } = await deliver(person)
    const data = { reflectionId, text: words, revision: '0' }
    for (const replyToId of ['first-card', 'reminder-card'])
      expect(titleOf((await person.send('prompt.answer', data, { replyToId })).replaced)).toBe(
        da('prompt.answered.title'),
      )
    expect(rowsOf('reflections', person)).toMatchObject([
      { body: { text: words, cardIds: ['first-card', 'reminder-card'] } },
    ])
  })

  test('is nobody else’s', async () => {
    const [person, other] = [app.person(), app.person()]
    await other.chooseProfile('soro', 'alle-ledere')
    const { reflectionId } = await deliver(person)
    for (const verb of ['prompt.answer', 'prompt.skip', 'prompt.edit', 'prompt.back', 'prompt.withdraw'])
      expect((await other.send(verb, { reflectionId, text: words })).notice).toContain(da('error.not-found'))
  })
})

describe('the question after the answer', () => {
  const more = 'På seminaret, når vi alligevel ses.'
  const promptId = 'odder/alle-ledere/sammen-om-ledelse/q3'
  async function asked() {
    const { person, card } = await leader()
    app.rewrite(rowsOf('reflections', person)[0] as StoredRow, {
      promptId,
      statementIds: ['odder/alle-ledere/sammen-om-ledelse/3'],
    })
    const receipt = await act(person, card, 'prompt.answer', { text: words, scale: '4' })
    return { person, receipt, form: await act(person, receipt, 'prompt.then') }
  }

  test('is answered too by a press, and kept, found, shown, exported and deleted with the first', async () => {
    const { person, receipt, form } = await asked()
    const question = titleOf(form) ?? ''
    expect(textOf(receipt)).toContain(question)
    expect(textOf(form)).toContain(words)
    const after = await act(person, form, 'prompt.answerThen', { text: more })
    expect(textOf(after)).toContain(more)
    expect(kept(person)).toMatchObject({ text: words, scale: 4, second: more, revision: 2 })
    for (const said of ['mine refleksioner', 'hvad skrev jeg om seminaret'])
      expect(textOf(await person.ask(said))).toContain(more)
    expect(JSON.stringify((await person.say('mine data')).answer.replies)).toContain(more)
    const first = await act(person, await act(person, after, 'prompt.edit'), 'prompt.answer', {
      text: 'Rettet.',
      scale: '3',
    })
    expect(textOf(first)).toContain(more)
    const mended = await act(person, await act(person, first, 'prompt.then'), 'prompt.answerThen', {
      text: 'På fredag.',
    })
    expect(textOf(mended)).toContain('På fredag.')
    const confirm = await act(person, mended, 'prompt.askWithdraw')
    expect(textOf(confirm)).toContain('På fredag.')
    await act(person, confirm, 'prompt.withdraw')
    expect(JSON.stringify(kept(person))).not.toMatch(/fredag|Rettet/)
  })

  test('pressed twice is one answer; a form that is behind shows both; an empty or long one comes back', async () => {
    const { person, form } = await asked()
    for (const how of ['press', 'submit'] as const)
      expect(textOf(await act(person, form, 'prompt.answerThen', { text: more }, how))).toContain(more)
    expect(kept(person)).toMatchObject({ revision: 2 })
    const behind = await act(person, form, 'prompt.answerThen', { text: 'Noget andet.' })
    expect([textOf(behind).includes(more), inputsOf(behind)]).toEqual([true, [['text', 'Noget andet.']]])
    for (const text of [' ', 'x'.repeat(2001)]) {
      const refused = await act(person, behind, 'prompt.answerThen', { text })
      expect(faultsIn(refused, 'text')).toBeDefined()
      expect(kept(person)).toMatchObject({ second: more })
    }
  })

  test('on a card of an answer that is gone shows how it stands', async () => {
    const { person, receipt, form } = await asked()
    await person.send('prompt.withdraw', { reflectionId: kept(person)?.id })
    expect(titleOf(await act(person, receipt, 'prompt.then'))).toBe(da('prompt.withdrawn.title'))
    const late = await act(person, form, 'prompt.answerThen', { text: more })
    expect([textOf(late).includes(da('prompt.elsewhere.withdrawn')), inputsOf(late)[0]]).toEqual([true, ['text', more]])
    expect(kept(person)).not.toHaveProperty('second')
  })
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
