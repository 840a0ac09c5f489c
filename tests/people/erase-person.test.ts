import type { Ctx } from '../../src/context'
import { sendHelp } from '../../src/help/send-help'
import { type CardEraser, erasePerson } from '../../src/people/erase-person'
import { exportPerson } from '../../src/people/export-person'
import { ownedRecords } from '../../src/people/owned-records'
import { rememberPerson } from '../../src/people/remember-person'
import { welcomeOnce } from '../../src/people/welcome'
import { noteReflectionCard } from '../../src/reflections/note-reflection-card'
import { requestPrompt } from '../../src/reflections/request-prompt'
import { saveReflection } from '../../src/reflections/save-reflection'
import { audit, containers, type Reflection, type Share } from '../../src/store/containers'
import { createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

/** Remembers what it was asked to empty. */
function createCards(): CardEraser & { own: string[]; help: number; shared: string[] } {
  const cards = {
    own: [] as string[],
    help: 0,
    shared: [] as string[],
    emptyOwn: async (_conversation: unknown, ids: readonly string[]) => {
      cards.own.push(...ids)
      return 0
    },
    emptyHelp: async () => {
      cards.help += 1
    },
    emptyShared: async (shares: readonly Share[]) => {
      cards.shared.push(...shares.flatMap(({ cardId }) => cardId ?? []))
      return 0
    },
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
  await sendHelp(ctx, { requestId, text: 'Hjælp mig' }, 'state-card')
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
  expect(await auditLines(ctx)).toMatchObject([{ what: 'erased', counts: { reflections: 3, helpRequests: 1 } }])
  expect(JSON.stringify(await auditLines(ctx))).not.toMatch(/"ea"|Svar|Hjælp/i)
})

test('killed before any of its writes, it is finished by doing it again, and noted once', async () => {
  // Longer than any erasure here: the last rounds are not interrupted.
  for (let killAt = 0; killAt < 14; killAt++) {
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

test('erasing where nothing is stored does and notes nothing', async () => {
  const ctx = place.ctx()
  await erasePerson(ctx, createCards())
  expect([await left(ctx), await auditLines(ctx)]).toEqual([0, []])
})

test('another leader’s records stand, and a request that somebody of HR handled loses their name only', async () => {
  const [ea, hr] = [place.ctx(), place.ctx({ leaderId: 'hr', name: 'Bo' })]
  await fill(ea)
  const { takeHelp } = await import('../../src/help/handle-help.js')
  const desk = place.ctx({ leaderId: 'hr', name: 'Bo' }, { hrConversation: '19:hr' })
  await takeHelp(desk, '19:hr', '10000000-0000-4000-8000-000000000001')
  expect((await exportPerson(hr)).helpRequests).toEqual([
    { id: '10000000-0000-4000-8000-000000000001', state: 'taken', handlerName: 'Bo', createdAt: expect.any(String) },
  ])
  await rememberPerson(hr, { conversationId: 'a:2', serviceUrl: 'https://eu', botId: '28:bot' })
  await erasePerson(hr, createCards())
  expect(await left(ea)).toBe(5)
  expect(JSON.stringify(await exportPerson(ea))).not.toContain('Bo')
})
