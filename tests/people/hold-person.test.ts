import { countAddressed } from '../../src/campaigns/audience/audience'
import { noteRequestDelivery, sendHrRequest } from '../../src/hr-requests/send-request'
import { saveReflection } from '../../src/journal/save-reflection'
import { withdrawReflection } from '../../src/journal/withdraw-reflection'
import { erasePerson } from '../../src/people/erase-person'
import { holdables } from '../../src/people/held-records'
import { holdPerson, releasePerson, takeHoldUntold } from '../../src/people/hold-person'
import { rememberPerson } from '../../src/people/remember-person'
import { requestPrompt } from '../../src/prompts/request-prompt'
import { audit } from '../../src/records/audit'
import { audienceSchema, campaigns, occasions } from '../../src/records/campaign'
import { containers } from '../../src/records/containers'
import { deliveries, deliverySchema } from '../../src/records/delivery'
import { hrRequests } from '../../src/records/hr-request'
import { leaders } from '../../src/records/leader'
import { type Reflection, reflections } from '../../src/records/reflection'
import { everyDocument } from '../../src/store/every-document'
import { campaign, occasion } from '../cards/campaign/sample-campaigns'
import { importList } from '../support/import-list'
import { nothingShown } from '../support/nothing-shown'
import { codeOf, createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

const months = 18
const monthMs = 31 * 24 * 3600_000
const own = () => place.ctx()
const hr = () => place.ctx({ leaderId: 'hr' }, { hrIds: ['hr'] })
const everybody = () => countAddressed(hr(), audienceSchema.parse({ isEveryLeader: true }))
const lines = async (what: string) =>
  (await everyDocument(place.store, audit, 'tenant')).filter((line) => line.what === what)

/** Somebody with an answer, a message to HR and something sent by a campaign. @returns the answer's id */
async function fill(id = 'ea'): Promise<string> {
  const ctx = place.ctx({ leaderId: id })
  const leader = await rememberPerson(ctx, { conversationId: `a:${id}`, serviceUrl: 'https://eu', botId: '28:bot' })
  const { id: reflectionId } = (await requestPrompt(ctx, leader, { statementIds: [] })) as Reflection
  await saveReflection(ctx, { reflectionId, text: 'Et svar' })
  const requestId = `${id === 'ea' ? 1 : 2}0000000-0000-4000-8000-000000000001`
  await sendHrRequest(ctx, { requestId, text: 'Hjælp mig' }, 'card')
  await noteRequestDelivery(ctx, requestId, { delivery: 'sent', hrCard: null })
  const createdAt = new Date(place.clock.now()).toISOString()
  const ttl = months * 30 * 24 * 3600
  const of = { id: 'c1:2026-03-10', campaignId: 'c1', campaignName: 'Uge', tenantId: 'tenant', createdAt, ttl }
  const recurrence = { rrule: 'FREQ=WEEKLY', time: '09:00', timeZone: 'Europe/Copenhagen', first: '2026-03-10' }
  await place.store.create(
    campaigns,
    campaign({
      id: 'c1',
      tenantId: 'tenant',
      name: 'Uge',
      state: 'running',
      audience: {},
      recurrence,
      createdAt,
      updatedAt: createdAt,
    }),
  )
  await place.store.create(occasions, occasion('2026-03-10', { ...of, dueAt: createdAt, closesAt: createdAt }))
  await place.store.create(
    deliveries,
    deliverySchema.parse({
      ...{
        id: `c1:2026-03-10:${id}`,
        occasionId: 'c1:2026-03-10',
        campaignId: 'c1',
        tenantId: 'tenant',
        createdAt,
        ttl,
      },
      ...{
        recipientKind: 'leader',
        recipientId: id,
        state: 'sent',
        promptId: 'p',
        claimedAt: createdAt,
        claimedBy: 'i',
      },
    }),
  )
  return reflectionId
}

async function kept(id = 'ea') {
  const requests = await everyDocument(place.store, hrRequests, 'tenant')
  return {
    reflections: (await everyDocument(place.store, reflections, id)).length,
    requests: requests.filter(({ leaderId }) => leaderId === id).length,
    deliveries: (await everyDocument(place.store, deliveries, 'c1:2026-03-10')).filter((one) => one.recipientId === id)
      .length,
    occasions: (await everyDocument(place.store, occasions, 'c1')).length,
  }
}

test('what is held stands when its time is over, and what is not is gone', async () => {
  await fill('ea')
  await fill('bo')
  expect(await holdPerson(own(), 'sag 12')).toBe(3)
  place.clock.advance((months + 2) * monthMs)
  expect(await kept('ea')).toEqual({ reflections: 1, requests: 1, deliveries: 1, occasions: 1 })
  expect(await kept('bo')).toMatchObject({ reflections: 0, requests: 0, deliveries: 0 })
})

test('a later write to what is held does not let it expire', async () => {
  const reflectionId = await fill()
  await holdPerson(own(), 'sag 12')
  await saveReflection(own(), { reflectionId, text: 'Et svar' }, 'another-card')
  await noteRequestDelivery(own(), '10000000-0000-4000-8000-000000000001', { delivery: 'unknown', hrCard: null })
  place.clock.advance((months + 2) * monthMs)
  expect(await kept()).toMatchObject({ reflections: 1, requests: 1 })
})

test('released, what is overdue goes at once and the rest on its day', async () => {
  await fill()
  await holdPerson(own(), 'sag 12')
  await releasePerson(own())
  place.clock.advance(monthMs)
  expect(await kept()).toEqual({ reflections: 1, requests: 1, deliveries: 1, occasions: 1 })
  await holdPerson(own(), 'sag 13')
  place.clock.advance((months + 2) * monthMs)
  await releasePerson(own())
  place.clock.advance(2000)
  expect(await kept()).toEqual({ reflections: 0, requests: 0, deliveries: 0, occasions: 0 })
})

test('of two who are held, the occasion stays until both are released', async () => {
  await fill('ea')
  await fill('bo')
  const bo = place.ctx({ leaderId: 'bo' })
  await holdPerson(own(), 'sag 12')
  await holdPerson(bo, 'sag 12')
  await releasePerson(own())
  place.clock.advance((months + 2) * monthMs)
  expect(await kept('bo')).toMatchObject({ deliveries: 1, occasions: 1 })
  await releasePerson(bo)
  place.clock.advance(2000)
  expect(await kept('bo')).toMatchObject({ deliveries: 0, occasions: 0 })
})

test('nothing held is rewritten, deleted or erased; a prompt not yet answered can be', async () => {
  const reflectionId = await fill()
  const open = (await requestPrompt(own(), { ...(await leader()) }, { statementIds: [] })) as Reflection
  await holdPerson(own(), 'sag 12')
  expect(await codeOf(saveReflection(own(), { reflectionId, text: 'Et andet' }))).toBe('conflict')
  expect(await codeOf(withdrawReflection(own(), { reflectionId }))).toBe('conflict')
  expect(await codeOf(erasePerson(own(), nothingShown))).toBe('conflict')
  await saveReflection(own(), { reflectionId: open.id, text: 'Nyt' })
  expect(await kept()).toMatchObject({ reflections: 2, requests: 1 })
  await releasePerson(own())
  await erasePerson(own(), nothingShown)
  expect(await kept()).toMatchObject({ reflections: 0, requests: 0, deliveries: 0 })
})

test('whoever is held gets no prompts, and a roster changes nothing about them', async () => {
  await fill()
  expect(await everybody()).toBe(1)
  await holdPerson(own(), 'sag 12')
  expect(await everybody()).toBe(0)
  const id = '10000000-0000-4000-8000-000000000000'
  await importList(hr(), `objectId;name;unit\n${id};Bo;Nord`)
  await holdPerson(place.ctx({ leaderId: id }), 'sag 12')
  expect((await importList(hr(), `objectId;name;unit\n${id};Bo;Syd`)).counts).toMatchObject({ unchanged: 1 })
})

test('it is told once, and noted once with why and never about whom', async () => {
  await fill()
  await holdPerson(own(), 'sag 12')
  await holdPerson(own(), 'sag 12')
  expect(await takeHoldUntold(own())).toBe('held')
  expect(await takeHoldUntold(own())).toBeUndefined()
  await releasePerson(own())
  expect(await takeHoldUntold(own())).toBe('released')
  expect(await lines('person-held')).toMatchObject([{ counts: { records: 3 }, reason: 'sag 12' }])
  expect(await lines('person-released')).toHaveLength(1)
  expect(JSON.stringify(await everyDocument(place.store, audit, 'tenant'))).not.toContain('"ea"')
})

test('who is unknown cannot be held, and who is not held not released', async () => {
  expect(await codeOf(holdPerson(own(), 'sag 12'))).toBe('not-found')
  await fill()
  expect(await codeOf(releasePerson(own()))).toBe('conflict')
})

test('everything that expires can be held, or is about nobody alone', () => {
  // A list of HR's is gone after a day, and whoever is only expected has nothing here to hold.
  const lists = ['rosterDrafts', 'rosterPages', 'awaitedLeaders']
  const others = ['occasions', 'audiencePages', 'sending', 'feedback', 'audit', ...lists]
  const known = [...holdables.map(({ container }) => container.name), ...others].sort()
  expect(
    containers
      .filter(({ hasTtl }) => hasTtl)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(known)
})

async function leader() {
  const found = await place.store.get(leaders, 'tenant', 'ea')
  if (!found) throw new Error('nobody is stored')
  return found.document
}
