import type { Ctx } from '../../src/caller/context'
import { keepThreadAnswer, noteThreadAnswer } from '../../src/channels/thread-answers'
import { listOwnRequests } from '../../src/hr-requests/erase-requests'
import { noteRequestDelivery, sendHrRequest } from '../../src/hr-requests/send-request'
import { noteReflectionCard } from '../../src/journal/note-reflection-card'
import { saveReflection } from '../../src/journal/save-reflection'
import { type CardEraser, erasePerson } from '../../src/people/erase-person'
import { exportPerson } from '../../src/people/export-person'
import { noteOwnCards } from '../../src/people/note-own-cards'
import { ownedRecords } from '../../src/people/owned-records'
import { rememberPerson } from '../../src/people/remember-person'
import { welcomeOnce } from '../../src/people/welcome'
import { requestPrompt } from '../../src/prompts/request-prompt'
import { audit } from '../../src/records/audit'
import type { ThreadAnswer } from '../../src/records/channel'
import { containers } from '../../src/records/containers'
import { hrRequests } from '../../src/records/hr-request'
import { type Reflection, reflections, type Share } from '../../src/records/reflection'
import { asStored } from '../../src/store/as-stored'
import type { Store } from '../../src/store/store'
import { createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

/** Remembers what it was asked to empty. @param isEmptied whether HR's card can be */
function createCards(
  isEmptied = true,
): CardEraser & { own: string[]; help: number; shared: string[]; answers: string[] } {
  const cards = {
    own: [] as string[],
    help: 0,
    shared: [] as string[],
    answers: [] as string[],
    emptyOwn: async (_conversation: unknown, ids: readonly string[]) => {
      cards.own.push(...ids)
      return 0
    },
    emptyHelp: async () => {
      cards.help += 1
      return isEmptied
    },
    emptyShared: async (shares: readonly Share[]) => {
      cards.shared.push(...shares.flatMap(({ cardId }) => cardId ?? []))
      return 0
    },
    emptyAnswers: async (answers: readonly ThreadAnswer[]) => {
      cards.answers.push(...answers.flatMap(({ messageId }) => messageId ?? []))
      return 0
    },
    emptyAgreements: async () => 0,
    leaveDiscussions: async () => 0,
    leaveRhythms: async () => 0,
  }
  return cards
}

async function fill(ctx: Ctx, count = 3): Promise<void> {
  const leader = await rememberPerson(ctx, { conversationId: 'a:1', serviceUrl: 'https://eu', botId: '28:bot' })
  await welcomeOnce(ctx)
  for (let i = 0; i < count; i++) {
    const { id } = (await requestPrompt(ctx, leader, { statementIds: [] })) as Reflection
    await noteReflectionCard(ctx, id, [`card-${i}`])
    await saveReflection(ctx, { reflectionId: id, text: `Svar ${i}` })
  }
  const requestId = '10000000-0000-4000-8000-000000000001'
  await sendHrRequest(ctx, { requestId, text: 'Hjælp mig' }, 'state-card')
  await noteRequestDelivery(ctx, requestId, {
    delivery: 'sent',
    hrCard: { id: 'hr', conversation: thread.conversation },
  })
  const { id } = await keepThreadAnswer(ctx, { ...thread, deliveryId: 'c1:2026-03-10:19.c' }, 'I tråden')
  await noteThreadAnswer(ctx, id, { state: 'sent', messageId: 'answer' })
}
const thread = {
  teamName: 'Ledere',
  channelName: 'Vest',
  conversation: { conversationId: '19.c;messageid=1', serviceUrl: 'https://eu', botId: '28:bot' },
}

const auditLines = async (ctx: Ctx) =>
  (await place.store.list(audit, ctx.caller.tenantId, { limit: 100 })).documents.map(({ document }) => document)
const left = async (ctx: Ctx) => Object.values(await exportPerson(ctx)).flat().length

test('every container has a rule of whose its records are', () => {
  expect(Object.keys(ownedRecords).sort()).toEqual(containers.map(({ name }) => name).sort())
})

test('an erasure takes everything, empties every known card once, and notes how many of what', async () => {
  const ctx = place.ctx()
  await fill(ctx)
  const cards = createCards()
  await erasePerson(ctx, cards)
  expect(await left(ctx)).toBe(0)
  expect([cards.own.toSorted(), cards.help]).toEqual([['card-0', 'card-1', 'card-2', 'state-card'], 1])
  expect(cards.answers).toEqual(['answer'])
  const counts = { reflections: 3, helpRequests: 1, threadAnswers: 1 }
  expect(await auditLines(ctx)).toMatchObject([{ what: 'erased', counts }])
  expect(JSON.stringify(await auditLines(ctx))).not.toMatch(/"ea"|Svar|Hjælp/i)
})

test('killed before any of its writes, it is finished by doing it again, and noted once', async () => {
  // Longer than any erasure here: the last rounds are not interrupted.
  for (let killAt = 0; killAt < 16; killAt++) {
    const ctx = place.ctx({ leaderId: `leader-${killAt}`, tenantId: `tenant-${killAt}` })
    await fill(ctx)
    let writes = 0
    const die = async <T>(act: () => Promise<T>): Promise<T> => {
      writes += 1
      if (writes > killAt) throw new Error('killed')
      return act()
    }
    const dying: Ctx = {
      ...ctx,
      store: {
        ...ctx.store,
        create: (container, document) => die(() => ctx.store.create(container, document)),
        replace: (container, document, version) => die(() => ctx.store.replace(container, document, version)),
        remove: (container, partition, id) => die(() => ctx.store.remove(container, partition, id)),
      },
    }
    const cards = createCards()
    await erasePerson(dying, cards).catch((error: Error) => expect(error.message).toBe('killed'))
    await erasePerson(ctx, cards)
    expect(await left(ctx)).toBe(0)
    expect([killAt, (await auditLines(ctx)).length]).toEqual([killAt, 1])
    expect(new Set(cards.own)).toEqual(new Set(['card-0', 'card-1', 'card-2', 'state-card']))
  }
})

test('HR’s card that could not be emptied is told, and nothing that is stored goes on naming the leader for it', async () => {
  const ctx = place.ctx()
  await fill(ctx)
  expect(await erasePerson(ctx, createCards(false))).toEqual({ left: { chat: 0, hr: 1, channels: 0, threads: 0 } })
  expect(await left(ctx)).toBe(0)
})

test('it is still told where the erasure was cut off after the request was gone, and done again', async () => {
  const ctx = place.ctx()
  await fill(ctx)
  const { remove } = ctx.store
  const dying: Store = {
    ...ctx.store,
    remove: async (container, partition, id) => {
      if (container.name === 'leaders') throw new Error('killed')
      return remove(container, partition, id)
    },
  }
  await expect(erasePerson({ ...ctx, store: dying }, createCards(false))).rejects.toThrow('killed')
  expect((await exportPerson(ctx)).helpRequests).toEqual([])
  expect(await erasePerson(ctx, createCards())).toMatchObject({ left: { hr: 1 } })
  expect(await left(ctx)).toBe(0)
})

test('a request of which it is not known whether it reached HR, or that this version cannot read, may stand there', async () => {
  for (const change of [{ delivery: 'unknown' }, { delivery: 'sending' }, { answers: { none: true } }]) {
    const ctx = place.ctx({ leaderId: `leader-${JSON.stringify(change).length}` })
    await fill(ctx, 0)
    const all = asStored(hrRequests)
    const [found] = await listOwnRequests(ctx)
    const stored = await place.store.get(all, ctx.caller.tenantId, found?.id ?? '')
    await place.store.replace(all, { ...found, hrCard: null, ...change, id: found?.id ?? '' }, stored?.version ?? '')
    expect(await erasePerson(ctx, createCards())).toMatchObject({ left: { hr: 1 } })
  }
})

test('one that certainly did not reach HR leaves nothing there', async () => {
  const ctx = place.ctx()
  await fill(ctx, 0)
  await noteRequestDelivery(ctx, '10000000-0000-4000-8000-000000000001', { delivery: 'failed', hrCard: null })
  const cards = createCards(false)
  expect([await erasePerson(ctx, cards), cards.help]).toEqual([
    { left: { chat: 0, hr: 0, channels: 0, threads: 0 } },
    0,
  ])
})

test.each(['sending', 'unknown'] as const)('an answer whose share is %s may stand in its channel', async (delivery) => {
  const ctx = place.ctx()
  await fill(ctx, 1)
  const [found] = (await place.store.list(reflections, 'ea', { limit: 10 })).documents
  const share = { channelId: '19.c', name: 'Vest', revision: 1, delivery, at: '2026-03-10T08:00:00.000Z', attempts: 1 }
  if (!found) throw new Error('no reflection')
  const { document, version } = found
  await place.store.replace(reflections, { ...document, shared: [{ ...share, isTakenBack: false }] }, version)
  expect(await erasePerson(ctx, createCards())).toMatchObject({ left: { channels: 1 } })
})

test('of more cards than are kept track of, those that are older are told as left', async () => {
  const ctx = place.ctx()
  await fill(ctx, 0)
  await noteOwnCards(
    ctx,
    Array.from({ length: 60 }, (_, i) => `page-${i}`),
  )
  expect((await erasePerson(ctx, createCards())).left.chat).toBeGreaterThan(0)
})

test('erasing where nothing is stored does and notes nothing', async () => {
  const ctx = place.ctx()
  await erasePerson(ctx, createCards())
  expect([await left(ctx), await auditLines(ctx)]).toEqual([0, []])
})

test('another leader’s records stand, and a request that somebody of HR handled loses their name only', async () => {
  const [ea, hr] = [place.ctx(), place.ctx({ leaderId: 'hr', name: 'Bo' })]
  await fill(ea)
  const { takeHrRequest } = await import('../../src/hr-requests/answer-requests.js')
  const desk = place.ctx({ leaderId: 'hr', name: 'Bo' }, { hrConversation: '19:hr' })
  await takeHrRequest(desk, '19:hr', '10000000-0000-4000-8000-000000000001')
  expect((await exportPerson(hr)).helpRequests).toEqual([
    { id: '10000000-0000-4000-8000-000000000001', state: 'taken', handlerName: 'Bo', createdAt: expect.any(String) },
  ])
  await rememberPerson(hr, { conversationId: 'a:2', serviceUrl: 'https://eu', botId: '28:bot' })
  await erasePerson(hr, createCards())
  expect(await left(ea)).toBe(6)
  expect(JSON.stringify(await exportPerson(ea))).not.toContain('Bo')
})
