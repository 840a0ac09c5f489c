import type { Ctx } from '../../../src/caller/context'
import { eraseDeliveries, ownedCampaignRecords } from '../../../src/campaigns/verbs/erase-deliveries'
import {
  audiencePageSchema,
  audiencePages,
  campaignSchema,
  campaigns,
  occasionSchema,
  occasions,
} from '../../../src/records/campaign'
import { deliveries, deliverySchema } from '../../../src/records/delivery'
import { deliveryId, occasionId, pageId } from '../../../src/records/ids'
import { createPlace, type Place } from '../../support/verbs'

let place: Place
let ctx: Ctx
beforeEach(async () => {
  place = createPlace()
  ctx = place.ctx()
})
afterEach(() => place.dispose())

const at = '2026-03-10T08:00:00.000Z'
const recurrence = { rrule: 'FREQ=WEEKLY;BYDAY=TU', time: '09:00', timeZone: 'Europe/Copenhagen', first: '2026-03-10' }

/** A campaign of Bo's to Ea and Ib, sent to Ea on the 10th and still to be sent on the 17th. */
async function plan(id: string): Promise<void> {
  const base = { campaignId: id, tenantId: 'tenant', createdAt: at }
  const campaign = { id, tenantId: 'tenant', name: 'Uge', state: 'running', audience: { people: ['ea', 'ib'] } }
  const rest = {
    prompts: { kind: 'automatic' },
    recurrence,
    closedDays: {},
    createdBy: 'bo',
    createdAt: at,
    updatedAt: at,
  }
  await place.store.create(campaigns, campaignSchema.parse({ ...campaign, ...rest }))
  for (const [number, date] of ['2026-03-10', '2026-03-17'].entries()) {
    const occasion = occasionId(id, date)
    const when = { dueAt: `${date}T08:00:00.000Z`, closesAt: `${date}T14:00:00.000Z` }
    const what = { campaignName: 'Uge', date, number, revision: 1, prompts: { kind: 'automatic' }, closedDays: {} }
    const how = {
      reminder: { most: 0 },
      timeZone: 'Europe/Copenhagen',
      time: '09:00',
      quietHours: null,
      state: 'planned',
    }
    await place.store.create(
      occasions,
      occasionSchema.parse({ id: occasion, ...base, ...when, ...what, ...how, recipients: 2, pages: 1 }),
    )
    const recipients = ['ea', 'ib'].map((person) => ({ id: person, kind: 'leader' }))
    await place.store.create(
      audiencePages,
      audiencePageSchema.parse({
        id: pageId(occasion, 0),
        occasionId: occasion,
        campaignId: id,
        number: 0,
        ...when,
        recipients,
      }),
    )
  }
  for (const person of ['ea', 'ib']) await send(id, '2026-03-10', person, 'sent')
}

async function send(campaignId: string, date: string, person: string, state: string, more: object = {}): Promise<void> {
  const occasion = occasionId(campaignId, date)
  const what = {
    promptId: 'own',
    question: 'Hvad fylder?',
    claimedAt: at,
    claimedBy: 'i1',
    createdAt: at,
    activityId: 'a1',
  }
  const who = { recipientId: person, recipientKind: 'leader', occasionId: occasion, campaignId, tenantId: 'tenant' }
  await place.store.create(
    deliveries,
    deliverySchema.parse({ id: deliveryId(occasion, person), state, ...what, ...who, ...more }),
  )
}

const everything = async (): Promise<string> => {
  const ids = ['c1', 'c2']
  const dates = ids.flatMap((id) => ['2026-03-10', '2026-03-17'].map((date) => occasionId(id, date)))
  const found = [
    (await place.store.list(campaigns, 'tenant', { limit: 100 })).documents,
    ...(await Promise.all(ids.map(async (id) => (await place.store.list(occasions, id, { limit: 100 })).documents))),
    ...(await Promise.all(
      dates.map(async (id) => (await place.store.list(audiencePages, id, { limit: 100 })).documents),
    )),
    ...(await Promise.all(dates.map(async (id) => (await place.store.list(deliveries, id, { limit: 100 })).documents))),
  ]
  return JSON.stringify(found.flat().map(({ document }) => document))
}
/** What stands in the place of somebody who was erased. */
const ofNobody = async (id: string) =>
  (await place.store.list(deliveries, id, { limit: 100 })).documents
    .map(({ document }) => document)
    .filter(({ recipientId }) => recipientId.startsWith('erased-'))
const statesOf = async (id: string) =>
  (await place.store.list(deliveries, id, { limit: 100 })).documents.map(({ document }) => document.state).sort()

test('leaves no trace of who it was, in any record, and the others’ as they were', async () => {
  await plan('c1')
  await plan('c2')
  expect(await eraseDeliveries(ctx, 'erased-x')).toBe(2)
  expect(await everything()).not.toMatch(/\bea\b/)
  expect((await everything()).match(/"recipientId":"ib"/g)).toHaveLength(2)
})

test('keeps of what was sent no more than a count needs: no prompt, no answer, no hour', async () => {
  await plan('c1')
  await send('c1', '2026-03-17', 'ea', 'unreachable', {
    reason: 'paused',
    response: 'answered',
    sentAt: at,
    reminded: 1,
  })
  await eraseDeliveries(ctx, 'erased-x')
  const [nobodys] = await ofNobody(occasionId('c1', '2026-03-17'))
  const left = deliverySchema.parse({
    id: nobodys?.id,
    occasionId: 'c1:2026-03-17',
    campaignId: 'c1',
    tenantId: 'tenant',
    recipientId: nobodys?.recipientId,
    recipientKind: 'leader',
    state: 'unreachable',
    reason: 'left',
    promptId: '',
    attempts: 0,
    claimedAt: '2026-03-10T00:00:00.000Z',
    claimedBy: '',
    createdAt: '2026-03-10T00:00:00.000Z',
  })
  expect(nobodys).toEqual({ ...left, ttl: expect.any(Number) })
})

test('stands in each occasion under another name, and last on its page, so that nothing tells who it was', async () => {
  await plan('c1')
  await eraseDeliveries(ctx, 'erased-x')
  const occasions = ['2026-03-10', '2026-03-17'].map((date) => occasionId('c1', date))
  const [first, second] = (await Promise.all(occasions.map(ofNobody))).map(([nobodys]) => nobodys?.recipientId)
  expect([first, second]).toEqual([expect.stringMatching(/^erased-/), expect.stringMatching(/^erased-/)])
  expect(first).not.toBe(second)
  expect(`${first}${second}`).not.toContain('erased-x')
  const page = (await place.store.get(audiencePages, occasions[0] ?? '', pageId(occasions[0] ?? '', 0)))?.document
  expect(page?.recipients.map(({ id }) => id)).toEqual(['ib', first])
})

test('keeps what was sent in the counts, and lets nothing more be sent', async () => {
  await plan('c1')
  await send('c1', '2026-03-17', 'ea', 'pending')
  await eraseDeliveries(ctx, 'erased-x')
  expect(await statesOf(occasionId('c1', '2026-03-10'))).toEqual(['sent', 'sent'])
  expect(await statesOf(occasionId('c1', '2026-03-17'))).toEqual(['cancelled'])
})

test('whoever was still to be sent to is counted as cancelled, once', async () => {
  await plan('c1')
  await eraseDeliveries(ctx, 'erased-x')
  await eraseDeliveries(ctx, 'erased-x')
  expect(await statesOf(occasionId('c1', '2026-03-17'))).toEqual(['cancelled'])
  expect(await statesOf(occasionId('c1', '2026-03-10'))).toEqual(['sent', 'sent'])
})

test('done again after it was killed half way counts nobody twice', async () => {
  await plan('c1')
  const before = place.store.remove
  const cut: Ctx = { ...ctx, store: { ...place.store, remove: () => Promise.reject(new Error('killed')) } }
  await expect(eraseDeliveries(cut, 'erased-x')).rejects.toThrow('killed')
  expect(place.store.remove).toBe(before)
  await eraseDeliveries(ctx, 'erased-x')
  expect(await statesOf(occasionId('c1', '2026-03-10'))).toEqual(['sent', 'sent'])
  expect(await everything()).not.toMatch(/\bea\b/)
})

test('shows a leader which campaigns name them and what they were sent, and nothing of others', async () => {
  await plan('c1')
  const shown: Record<string, unknown> = {}
  for (const [name, rule] of Object.entries(ownedCampaignRecords)) shown[name] = await rule(ctx)
  expect(shown.campaigns).toEqual([{ id: 'c1', name: 'Uge', isCreator: false }])
  expect(shown.deliveries).toMatchObject([{ recipientId: 'ea', state: 'sent' }])
  expect(JSON.stringify(shown)).not.toMatch(/\bib\b/)
})

test('one of HR who goes leaves the campaign without a name', async () => {
  await plan('c1')
  await eraseDeliveries(place.ctx({ leaderId: 'bo' }), 'erased-y')
  expect(await everything()).not.toMatch(/\bbo\b/)
})
