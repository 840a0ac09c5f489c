import fc from 'fast-check'
import type { Ctx } from '../../src/caller/context'
import { countDeliveries } from '../../src/campaigns/kept/count-deliveries'
import { createScheduler } from '../../src/campaigns/planning/scheduler'
import { campaignStatus, listCampaigns } from '../../src/campaigns/verbs/campaign-report'
import { type DeliveryLine, listDeliveries } from '../../src/campaigns/verbs/list-deliveries'
import { pauseCampaign } from '../../src/campaigns/verbs/pause-campaign'
import { resendDeliveries } from '../../src/campaigns/verbs/resend-deliveries'
import { saveCampaign } from '../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../src/campaigns/verbs/start-campaign'
import { AppError } from '../../src/errors'
import type { Occasion } from '../../src/records/campaign'
import {
  type Delivery,
  type DeliveryState,
  deliveries,
  deliverySchema,
  deliveryStates,
} from '../../src/records/delivery'
import { deliveryId } from '../../src/records/ids'
import { codeOf, createPlace, type Place } from '../support/verbs'
import { addLeaders, createKeptQueue, type KeptQueue, occasionsOf, operator, weekly } from './place'

const ids = Array.from({ length: 130 }, (_, n) => `leader-${String(n).padStart(3, '0')}`)
let place: Place
let kept: KeptQueue
let campaignId: string
let occasion: Occasion
beforeEach(async () => {
  place = createPlace()
  place.clock.set('2026-12-01T08:00:00.000Z')
  kept = createKeptQueue(place)
  await addLeaders(place, ids, { name: 'Ea Holm' })
  const campaign = await saveCampaign(operator(place), weekly)
  campaignId = campaign.id
  await startCampaign(operator(place), { campaignId })
  place.clock.set('2027-01-05T07:55:00.000Z')
  await createScheduler({ services: operator(place), queue: kept.queue }).tick()
  occasion = (await occasionsOf(place.store, campaignId))[0] as Occasion
  place.clock.set('2027-01-05T08:10:00.000Z')
  kept.sent.length = 0
})
afterEach(() => place.dispose())

async function deliver(recipientId: string, fields: Partial<Delivery> & { state: DeliveryState }): Promise<void> {
  const at = new Date(place.clock.now()).toISOString()
  const own = { id: deliveryId(occasion.id, recipientId), occasionId: occasion.id, campaignId, tenantId: 'tenant' }
  const who = { recipientId, recipientKind: 'leader', promptId: 'own', claimedAt: at, claimedBy: 'me', createdAt: at }
  await place.store.create(deliveries, deliverySchema.parse({ ...own, ...who, ...fields }))
}

/** How many are listed, those included who are only counted. */
async function countListed(state?: DeliveryState): Promise<number> {
  const { lines, away } = await listAll(state, operator(place))
  return lines.length + away
}

async function linesOf(state?: DeliveryState, who = operator(place)): Promise<readonly DeliveryLine[]> {
  return (await listAll(state, who)).lines
}

async function listAll(state: DeliveryState | undefined, who: Ctx) {
  const lines: DeliveryLine[] = []
  let away = 0
  let cursor: string | undefined
  do {
    const page = await listDeliveries(who, { occasionId: occasion.id, state, cursor })
    lines.push(...page.lines)
    away += page.away
    cursor = page.cursor
  } while (cursor !== undefined)
  return { lines, away }
}

test('whatever has become of an occasion, its states add up to its recipients, and the list says the same', async () => {
  await deliver('leader-000', { state: 'sent', response: 'answered' })
  await deliver('leader-001', { state: 'claimed' })
  await deliver('leader-002', { state: 'claimed', claimedAt: '2027-01-05T08:05:00.000Z' })
  await deliver('leader-003', { state: 'pending', notBefore: '2027-01-05T08:20:00.000Z' })
  await deliver('leader-004', { state: 'failed', reason: 'refused' })
  await deliver('leader-005', { state: 'unreachable', reason: 'blocked' })
  await deliver('leader-006', { state: 'cancelled', reason: 'paused' })
  await deliver('leader-007', { state: 'unknown', reason: 'timeout' })
  const none = { missed: 0, cancelled: 1, failed: 1, unreachable: 1, sent: 1 }
  const now = { ...none, recipients: 130, claimed: 1, unknown: 2, pending: 123 }
  expect((await countDeliveries(operator(place), occasion)).counts).toEqual(now)
  for (const state of deliveryStates) expect([state, await countListed(state)]).toEqual([state, now[state]])
  expect(await countListed()).toBe(130)

  place.clock.set('2027-01-05T14:00:00.000Z')
  const late = { ...none, recipients: 130, claimed: 0, unknown: 3, pending: 0, missed: 123 }
  expect((await countDeliveries(operator(place), occasion)).counts).toEqual(late)
})

test('they add up with any deliveries in any state, before and after the end, and when it is cancelled', async () => {
  const some = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...deliveryStates)), {
    selector: ([id]) => id,
    maxLength: 8,
  })
  const when = fc.constantFrom('2027-01-05T08:10:00.000Z', '2027-01-05T20:00:00.000Z')
  const states = fc.constantFrom<Occasion['state'][]>('planned', 'cancelled', 'planning')
  await fc.assert(
    fc.asyncProperty(some, when, states, async (begun, at, state) => {
      place.clock.set(at)
      for (const [id, delivered] of begun) await deliver(id, { state: delivered })
      const { recipients, ...counts } = (await countDeliveries(operator(place), { ...occasion, state })).counts
      for (const [id] of begun) await place.store.remove(deliveries, occasion.id, deliveryId(occasion.id, id))
      expect(Object.values(counts).reduce((a, b) => a + b)).toBe(recipients)
      expect(recipients).toBe(130)
    }),
    { numRuns: 40 },
  )
})

test('the list holds ids and reasons; a name is for HR alone, and no answer for anybody', async () => {
  await deliver('leader-000', { state: 'failed', reason: 'refused', question: 'Hvad fylder?', response: 'skipped' })
  const hr = place.ctx({ leaderId: 'hr' }, { hrIds: ['hr'] })
  const [line] = await linesOf('failed', hr)
  expect(line).toEqual({
    id: `${occasion.id}:leader-000`,
    recipient: { id: 'leader-000', kind: 'leader' },
    name: 'Ea Holm',
    state: 'failed',
    reason: 'refused',
    attempts: 1,
    sentAt: null,
  })
  expect((await linesOf('failed'))[0]?.name).toBe('')
  expect(await codeOf(listDeliveries(hr, { occasionId: occasion.id, cursor: 'made up' }))).toBe('invalid')
})

test('by name HR sees only whom it can help; who chose not to be reached is in no list', async () => {
  const hr = place.ctx({ leaderId: 'hr' }, { hrIds: ['hr'] })
  const states = [
    ['leader-000', 'sent', null],
    ['leader-001', 'failed', 'refused'],
    ['leader-002', 'unknown', 'timeout'],
    ['leader-003', 'unreachable', 'not-installed'],
    ['leader-004', 'unreachable', 'paused'],
    ['leader-005', 'unreachable', 'stopped'],
    ['leader-006', 'unreachable', 'blocked'],
    ['leader-007', 'unreachable', 'uninstalled'],
  ] as const
  for (const [id, state, reason] of states) await deliver(id, { state, reason })
  const nameless = ({ recipient }: DeliveryLine) => recipient.id
  expect((await linesOf(undefined, hr)).map(nameless)).toEqual(['leader-001', 'leader-002', 'leader-003'])
  expect((await linesOf('sent', hr)).map(nameless)).toEqual([])
  expect((await linesOf('sent')).map(nameless)).toEqual(['leader-000'])
  expect((await linesOf('unreachable')).map(nameless)).toEqual(['leader-003'])
})

test('what failed is sent again, what may have arrived by explicit choice only, with the attempts it has had', async () => {
  await deliver('leader-000', { state: 'failed', reason: 'refused', attempts: 4 })
  await deliver('leader-001', { state: 'unknown', reason: 'timeout' })
  await deliver('leader-002', { state: 'sent' })
  await deliver('leader-003', { state: 'claimed', claimedAt: '2027-01-05T08:00:00.000Z' })
  place.clock.set('2027-01-05T17:00:00.000Z')
  const ctx = { ...operator(place), queue: kept.queue }
  const again = (id: string) => ({ kind: 'delivery', deliveryId: deliveryId(occasion.id, id) })

  expect(await resendDeliveries(ctx, { occasionId: occasion.id, states: ['failed'] })).toEqual({ resent: 1 })
  expect(kept.sent.map(({ work }) => work)).toEqual([again('leader-000')])
  const found = await place.store.get(deliveries, occasion.id, deliveryId(occasion.id, 'leader-000'))
  expect(found?.document).toMatchObject({
    state: 'pending',
    reason: null,
    attempts: 4,
    closesAt: '2027-01-05T23:00:00.000Z',
  })
  expect((await countDeliveries(ctx, occasion)).counts).toMatchObject({
    pending: 1,
    failed: 0,
    unknown: 2,
    recipients: 130,
  })

  expect(await resendDeliveries(ctx, { occasionId: occasion.id, states: ['unknown'] })).toEqual({ resent: 2 })
  expect(kept.sent.map(({ work }) => work).slice(1)).toEqual([again('leader-001'), again('leader-003')])
  expect(await resendDeliveries(ctx, { occasionId: occasion.id, states: ['failed', 'unknown'] })).toEqual({ resent: 0 })
})

test('nothing is sent again of a campaign that is held', async () => {
  await pauseCampaign(operator(place), { campaignId })
  const ctx = { ...operator(place), queue: kept.queue }
  expect(await codeOf(resendDeliveries(ctx, { occasionId: occasion.id, states: ['failed'] }))).toBe('conflict')
})

test('a campaign tells its next send and what came of its last occasion', async () => {
  await deliver('leader-000', { state: 'sent' })
  const [summary] = await listCampaigns(operator(place))
  expect(summary).toMatchObject({
    nextSendAt: '2027-01-12T08:00:00.000Z',
    last: { occasion: { date: '2027-01-05' }, counts: { sent: 1, pending: 129, recipients: 130 } },
  })
  place.clock.set('2027-01-12T07:55:00.000Z')
  await createScheduler({ services: operator(place), queue: kept.queue }).tick()
  const status = await campaignStatus(operator(place), { campaignId })
  // Planned, and not yet due.
  expect(status).toMatchObject({ nextSendAt: '2027-01-12T08:00:00.000Z', last: { occasion: { date: '2027-01-05' } } })
  expect(status.occasions.map((one) => one.occasion.date)).toEqual(['2027-01-12', '2027-01-05'])
})

describe('the counts of an occasion', () => {
  const closed = '2027-01-05T14:00:00.000Z'
  const long = '2027-01-05T15:00:00.000Z'
  /** How a look at the campaign counts it, and how many pages of deliveries were read for that. */
  async function look(): Promise<{ sent: number; missed: number; pending: number; pages: number }> {
    let pages = 0
    const list: typeof place.store.list = (container, ...rest) => {
      if (container.name === 'deliveries') pages++
      return place.store.list(container, ...rest)
    }
    const ctx = { ...operator(place), store: { ...place.store, list } }
    const {
      sent = -1,
      missed = -1,
      pending = -1,
    } = (await campaignStatus(ctx, { campaignId })).occasions[0]?.counts ?? {}
    return { sent, missed, pending, pages }
  }

  test('stand with it when it is over for everybody, and are counted until then', async () => {
    await deliver('leader-000', { state: 'sent' })
    await deliver('leader-001', { state: 'claimed' })
    for (const at of ['2027-01-05T08:10:00.000Z', closed, long]) {
      place.clock.set(at)
      expect((await look()).pages).toBeGreaterThan(0)
    }
    // The one that was under way comes to an end.
    await place.store.remove(deliveries, occasion.id, deliveryId(occasion.id, 'leader-001'))
    await deliver('leader-001', { state: 'sent' })
    expect(await look()).toEqual({ sent: 2, missed: 128, pending: 0, pages: 1 })
    expect(await look()).toEqual({ sent: 2, missed: 128, pending: 0, pages: 0 })
  })

  test('are counted again once something of it was sent again', async () => {
    await deliver('leader-000', { state: 'failed', reason: 'refused' })
    place.clock.set(long)
    await look()
    expect((await look()).pages).toBe(0)
    await resendDeliveries({ ...operator(place), queue: kept.queue }, { occasionId: occasion.id, states: ['failed'] })
    expect(await look()).toMatchObject({ pending: 1, missed: 129, pages: 1 })
    expect((await look()).pages).toBe(1)
  })

  test('are told when they cannot be kept', async () => {
    await deliver('leader-000', { state: 'sent' })
    place.clock.set(long)
    const replace: typeof place.store.replace = () => Promise.reject(new AppError('unavailable', 'the disk is full'))
    const ctx = { ...operator(place), store: { ...place.store, replace } }
    expect((await campaignStatus(ctx, { campaignId })).occasions[0]?.counts).toMatchObject({ sent: 1, missed: 129 })
  })
})
