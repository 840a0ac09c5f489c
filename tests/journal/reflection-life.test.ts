import { holdsAnswer, saveReflection } from '../../src/journal/save-reflection'
import { showReflection } from '../../src/journal/show-reflection'
import { skipPrompt } from '../../src/journal/skip-prompt'
import { snoozePrompt } from '../../src/journal/snooze-prompt'
import { withdrawReflection } from '../../src/journal/withdraw-reflection'
import { newLeader } from '../../src/people/leader'
import { requestPrompt } from '../../src/prompts/request-prompt'
import { type Delivery, deliveries, deliverySchema } from '../../src/records/delivery'
import { type Reflection, reflections, snoozes } from '../../src/records/reflection'
import { knowledge } from '../support/kept'
import { codeOf, createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

const leader = () => newLeader(place.ctx())
async function shown(): Promise<Reflection> {
  const statementIds = [...(knowledge.library.prompts.find(({ scale }) => scale)?.statements ?? [])]
  const reflection = await requestPrompt(place.ctx(), leader(), { statementIds })
  if (!reflection) throw new Error('no prompt')
  return reflection
}
const stored = async (id: string) => (await place.store.get(reflections, 'ea', id))?.document
const save = (reflectionId: string, text: string, more: { scale?: number; revision?: number } = {}) =>
  saveReflection(place.ctx(), { reflectionId, text, ...more })
const snooze = (reflectionId: string, until: 'hour' | 'tomorrow' | 'monday') =>
  snoozePrompt(place.ctx(), leader(), { reflectionId, until })
const waiting = async () =>
  (await place.store.list(snoozes, 'tenant', { limit: 10 })).documents.map(({ document }) => document)

describe('a form that is behind', () => {
  test('an old answer that comes late does not undo an edit', async () => {
    const { id } = await shown()
    await save(id, 'A', { revision: 0 })
    await save(id, 'B', { revision: 1 })
    const late = await save(id, 'A', { revision: 0 })
    expect(late).toMatchObject({ text: 'B', revision: 2 })
    expect([holdsAnswer(late, { text: 'A', scale: undefined }), (await stored(id))?.text]).toEqual([false, 'B'])
  })

  test('an old answer that comes late does not undo a withdrawal', async () => {
    const { id } = await shown()
    await save(id, 'A', { revision: 0 })
    await withdrawReflection(place.ctx(), { reflectionId: id, revision: 1 })
    expect(await save(id, 'A', { revision: 0 })).toMatchObject({ state: 'withdrawn' })
    expect(await stored(id)).not.toHaveProperty('text')
  })

  test('an old withdrawal that comes late does not take a newer answer', async () => {
    const { id } = await shown()
    await save(id, 'A', { revision: 0 })
    await withdrawReflection(place.ctx(), { reflectionId: id, revision: 1 })
    await save(id, 'B', { revision: 2 })
    const late = await withdrawReflection(place.ctx(), { reflectionId: id, revision: 1 })
    expect(late).toMatchObject({ state: 'answered', text: 'B', revision: 3 })
  })

  test('every press that comes again, in whatever order, changes nothing', async () => {
    const { id } = await shown()
    const presses: (() => Promise<Reflection>)[] = [
      () => save(id, 'A', { revision: 0, scale: 2 }),
      () => save(id, 'B', { revision: 1, scale: 2 }),
      () => withdrawReflection(place.ctx(), { reflectionId: id, revision: 2 }),
      () => save(id, 'C', { revision: 3 }),
    ]
    for (const [i, press] of presses.entries()) {
      const after = await press()
      expect(after.revision).toBe(i + 1)
      const writes = place.writes()
      for (const again of presses.slice(0, i + 1)) expect(await again()).toMatchObject({ revision: i + 1 })
      expect(await stored(id)).toMatchObject({ state: after.state, revision: i + 1 })
      expect(place.writes()).toBe(writes)
    }
  })

  test('of two devices that answer from the same form at once, one stands and the other is told', async () => {
    const { id } = await shown()
    const both = await Promise.all(['A', 'B'].map((text) => save(id, text, { revision: 0 })))
    expect(new Set(both.map(({ text }) => text)).size).toBe(1)
    expect(await stored(id)).toMatchObject({ revision: 1, text: both[0]?.text })
  })

  test('the same answer from an old form is the answer that stands', async () => {
    const { id } = await shown()
    await save(id, 'A', { revision: 0 })
    await save(id, 'B', { revision: 1 })
    expect(holdsAnswer(await save(id, 'B', { revision: 0 }), { text: ' B ', scale: undefined })).toBe(true)
  })
})

describe('the number', () => {
  test('is kept with the words, or alone, and can be left out again', async () => {
    const { id } = await shown()
    expect(await save(id, '', { scale: 3 })).toMatchObject({ state: 'answered', scale: 3 })
    expect(await stored(id)).not.toHaveProperty('text')
    expect(await save(id, 'Det går', { scale: 4 })).toMatchObject({ scale: 4, text: 'Det går' })
    await save(id, 'Det går')
    expect(await stored(id)).not.toHaveProperty('scale')
  })

  test('neither words nor number is refused in words of its own', async () => {
    const { id } = await shown()
    await expect(save(id, ' ')).rejects.toMatchObject({ code: 'invalid', say: { key: 'error.answerEmptyScale' } })
  })
})

describe('a withdrawal', () => {
  test('takes words and number out of the record at once', async () => {
    const { id } = await shown()
    await save(id, 'Hemmeligt', { scale: 5 })
    await withdrawReflection(place.ctx(), { reflectionId: id })
    expect(JSON.stringify(await stored(id))).not.toMatch(/Hemmeligt|scale|answeredAt/)
    expect(await stored(id)).toMatchObject({ state: 'withdrawn', revision: 2 })
  })

  test('leaves what is not answered as it is, and can be undone by answering again', async () => {
    const { id } = await shown()
    expect(await withdrawReflection(place.ctx(), { reflectionId: id })).toMatchObject({ state: 'shown' })
    await save(id, 'A')
    await withdrawReflection(place.ctx(), { reflectionId: id })
    expect(await save(id, 'B', { revision: 2 })).toMatchObject({ state: 'answered', text: 'B' })
  })
})

describe('putting off', () => {
  test('writes when it comes again, in the reflection and where it is looked for', async () => {
    const { id } = await shown()
    await snooze(id, 'monday')
    expect(await stored(id)).toMatchObject({ state: 'snoozed', snoozedUntil: '2026-03-16T07:00:00.000Z' })
    expect(await waiting()).toMatchObject([
      { id: `ea:${id}`, leaderId: 'ea', reflectionId: id, dueAt: '2026-03-16T07:00:00.000Z' },
    ])
  })

  test('again moves it', async () => {
    const { id } = await shown()
    await snooze(id, 'monday')
    await snooze(id, 'hour')
    expect(await waiting()).toMatchObject([{ dueAt: '2026-03-10T09:00:00.000Z' }])
    expect(await stored(id)).toMatchObject({ snoozedUntil: '2026-03-10T09:00:00.000Z' })
  })

  test.each<[string, (id: string) => Promise<Reflection>]>([
    ['an answer', (id) => save(id, 'A')],
    ['a skip', (id) => skipPrompt(place.ctx(), { reflectionId: id })],
  ])('ends with %s', async (_what, act) => {
    const { id } = await shown()
    await snooze(id, 'hour')
    await act(id)
    expect(await waiting()).toEqual([])
    expect(await stored(id)).not.toHaveProperty('snoozedUntil')
  })

  test('what is answered or withdrawn stays as it is', async () => {
    const { id } = await shown()
    await save(id, 'A')
    expect(await snooze(id, 'hour')).toMatchObject({ state: 'answered', text: 'A' })
    await withdrawReflection(place.ctx(), { reflectionId: id })
    expect(await snooze(id, 'hour')).toMatchObject({ state: 'withdrawn' })
    expect(await waiting()).toEqual([])
  })

  test('another leader’s prompt cannot be put off', async () => {
    const { id } = await shown()
    const bo = place.ctx({ leaderId: 'bo' })
    expect(await codeOf(snoozePrompt(bo, leader(), { reflectionId: id, until: 'hour' }))).toBe('not-found')
    expect(await waiting()).toEqual([])
  })
})

test('the message that shows it is remembered with the same write, and a new one that shows it too', async () => {
  const { id } = await shown()
  const writes = place.writes()
  await saveReflection(place.ctx(), { reflectionId: id, text: 'A' }, 'card-1')
  expect(place.writes()).toBe(writes + 1)
  await showReflection(place.ctx(), { reflectionId: id }, 'card-1')
  expect(place.writes()).toBe(writes + 1)
  await showReflection(place.ctx(), { reflectionId: id }, 'card-2')
  expect((await stored(id))?.cardIds).toEqual(['card-1', 'card-2'])
})

describe('a prompt that a campaign delivered', () => {
  const occasionId = 'k1:2026-03-10'
  const id = `${occasionId}:ea`
  const at = '2026-03-10T08:00:00.000Z'
  async function deliver(more: Partial<Delivery> = {}): Promise<void> {
    const ids = { id, occasionId, campaignId: 'k1', tenantId: 'tenant', recipientId: 'ea', recipientKind: 'leader' }
    const sent = { state: 'sent', promptId: 'own', question: 'Hvad lærte du?', claimedAt: at, claimedBy: 'i' }
    const delivery = { ...ids, ...sent, createdAt: at, activityId: 'sent-card', ...more }
    await place.store.create(deliveries, deliverySchema.parse(delivery))
  }
  const response = async () => (await place.store.get(deliveries, occasionId, id))?.document.response

  test('is answered though the program ended before writing it down', async () => {
    await deliver()
    await saveReflection(place.ctx(), { reflectionId: id, text: 'Meget' }, 'pressed-card')
    expect(await stored(id)).toMatchObject({
      id,
      deliveryId: id,
      promptId: 'own',
      question: 'Hvad lærte du?',
      state: 'answered',
      text: 'Meget',
      cardIds: ['sent-card', 'pressed-card'],
      createdAt: at,
    })
    expect(await response()).toBe('answered')
  })

  test.each<[string, () => Promise<unknown>, Delivery['response']]>([
    ['skipped', () => skipPrompt(place.ctx(), { reflectionId: id }), 'skipped'],
    ['put off', () => snooze(id, 'hour'), 'snoozed'],
    ['only looked at', () => showReflection(place.ctx(), { reflectionId: id }), null],
    [
      'withdrawn, which counts as skipped: nobody is reminded of it',
      async () => {
        await save(id, 'A')
        await withdrawReflection(place.ctx(), { reflectionId: id })
      },
      'skipped',
    ],
  ])('that is %s is told to the campaign as such', async (_what, act, expected) => {
    await deliver()
    await act()
    expect(await response()).toBe(expected)
  })

  test('costs two writes an answer, and the campaign learns no word of it', async () => {
    await deliver()
    await showReflection(place.ctx(), { reflectionId: id })
    const writes = place.writes()
    await save(id, 'Fortroligt')
    expect(place.writes()).toBe(writes + 2)
    expect(JSON.stringify((await place.store.get(deliveries, occasionId, id))?.document)).not.toContain('Fortroligt')
  })

  test('stays answered where telling the campaign fails, and the next press tells it', async () => {
    await deliver()
    const ctx = place.ctx()
    const failing = {
      ...ctx,
      store: {
        ...ctx.store,
        replace: (container, document, version) =>
          container.name === 'deliveries'
            ? Promise.reject(new Error('down'))
            : ctx.store.replace(container, document, version),
      },
    } as typeof ctx
    expect(await saveReflection(failing, { reflectionId: id, text: 'A' })).toMatchObject({ text: 'A' })
    expect(await response()).toBeNull()
    await save(id, 'A')
    expect(await response()).toBe('answered')
  })

  test.each<[string, Partial<Delivery>]>([
    ['somebody else’s', { recipientId: 'bo' }],
    ['a channel’s', { recipientKind: 'channel' }],
  ])('that is %s is not found', async (_what, more) => {
    await deliver(more)
    expect(await codeOf(save(id, 'A'))).toBe('not-found')
    expect(await stored(id)).toBeUndefined()
  })

  test('is written down once when two presses find it missing', async () => {
    await deliver()
    await Promise.all(['A', 'B'].map((text) => save(id, text, { revision: 0 })))
    expect(await stored(id)).toMatchObject({ state: 'answered', revision: 1 })
  })
})
