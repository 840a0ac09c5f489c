import type { Ctx } from '../../../src/caller/context'
import { cancelCampaign } from '../../../src/campaigns/verbs/cancel-campaign'
import { deleteCampaign } from '../../../src/campaigns/verbs/delete-campaign'
import { saveCampaign } from '../../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../../src/campaigns/verbs/start-campaign'
import { audit } from '../../../src/records/audit'
import { audiencePages, campaigns, type Occasion, occasionSchema, occasions } from '../../../src/records/campaign'
import { deliveries, deliverySchema } from '../../../src/records/delivery'
import { deliveryId, occasionId, pageId } from '../../../src/records/ids'
import { reflections } from '../../../src/records/reflection'
import { everyDocument } from '../../../src/store/every-document'
import { codeOf, createPlace, type Place } from '../../support/verbs'
import { addLeaders, operator, weekly } from '../place'

let place: Place
let ctx: Ctx
beforeEach(async () => {
  place = createPlace()
  const base = operator(place)
  ctx = { ...base, caller: { ...base.caller, by: 'Drift, NN' } }
  await addLeaders(place, ['ea'], { framework: 'skanderborg', role: 'kontraktholder' })
})
afterEach(() => place.dispose())

const at = '2026-01-06T08:00:00.000Z'
const key = (id: string) => occasionId(id, '2026-01-06')

/** An occasion that was sent to Ea, with what she wrote. */
async function sent(campaignId: string, fields: Partial<Occasion> = {}): Promise<void> {
  const base = { campaignId, tenantId: 'tenant', createdAt: at }
  const what = { campaignName: 'Uge', date: '2026-01-06', number: 0, revision: 1, prompts: { kind: 'automatic' } }
  const how = { closedDays: {}, reminder: { most: 0 }, timeZone: 'Europe/Copenhagen', time: '09:00', quietHours: null }
  const when = { state: 'planned', dueAt: at, closesAt: '2026-01-06T14:00:00.000Z' }
  const occasion = { ...base, ...what, ...how, graceMinutes: 360, ...when, id: key(campaignId), ...fields }
  await place.store.create(occasions, occasionSchema.parse(occasion))
  const page = { id: pageId(key(campaignId), 0), occasionId: key(campaignId), campaignId, number: 0, dueAt: at }
  const recipients = [{ id: 'ea', kind: 'leader' as const }]
  await place.store.create(audiencePages, { ...page, closesAt: at, recipients })
  const delivery = { id: deliveryId(key(campaignId), 'ea'), occasionId: key(campaignId), recipientId: 'ea' }
  const state = { recipientKind: 'leader', state: 'sent', promptId: 'p', claimedAt: at, claimedBy: 'x' }
  await place.store.create(deliveries, deliverySchema.parse({ ...base, ...delivery, ...state }))
  const [promptId, statementIds] = ['skanderborg/alle-ledere/lede-igennem-processer/q1', []]
  const answer = { promptId, statementIds, state: 'answered', createdAt: at, shownAt: at } as const
  await place.store.create(reflections, { ...answer, id: delivery.id, leaderId: 'ea', text: 'Min tanke' })
}

async function left(campaignId: string): Promise<number> {
  const held = await Promise.all([
    everyDocument(place.store, occasions, campaignId),
    everyDocument(place.store, audiencePages, key(campaignId)),
    everyDocument(place.store, deliveries, key(campaignId)),
    everyDocument(place.store, campaigns, 'tenant'),
  ])
  return held.flat().length
}
const deletions = async () =>
  (await everyDocument(place.store, audit, 'tenant')).filter(({ what }) => what === 'campaign-deleted')

test('a draft goes, and the audit says by whom', async () => {
  const { id } = await saveCampaign(ctx, weekly)
  expect(await deleteCampaign(ctx, { campaignId: id })).toEqual({ occasions: 0, deliveries: 0 })
  expect(await left(id)).toBe(0)
  expect(await deletions()).toMatchObject([{ by: 'Drift, NN', counts: { occasions: 0, deliveries: 0 } }])
  expect(await codeOf(deleteCampaign(ctx, { campaignId: id }))).toBe('not-found')
})

test('one that is over goes with all that was sent, and what leaders wrote stays theirs', async () => {
  const { id } = await saveCampaign(ctx, weekly)
  await sent(id)
  await cancelCampaign(ctx, { campaignId: id })
  expect(await deleteCampaign(ctx, { campaignId: id })).toEqual({ occasions: 1, deliveries: 1 })
  expect(await left(id)).toBe(0)
  expect(await everyDocument(place.store, reflections, 'ea')).toMatchObject([{ text: 'Min tanke' }])
})

test('one that runs is refused, and so is one of which something may still be sent', async () => {
  const { id } = await saveCampaign(ctx, weekly)
  await startCampaign(ctx, { campaignId: id })
  expect(await codeOf(deleteCampaign(ctx, { campaignId: id }))).toBe('conflict')
  await cancelCampaign(ctx, { campaignId: id })
  await sent(id, { closesAt: '2099-01-01T00:00:00.000Z' })
  expect(await codeOf(deleteCampaign(ctx, { campaignId: id }))).toBe('conflict')
  expect(await left(id)).toBe(4)
  expect(await deletions()).toEqual([])
})

test('one that still reminds is refused', async () => {
  const { id } = await saveCampaign(ctx, weekly)
  await sent(id, { remindAt: '2026-01-08T08:00:00.000Z' })
  expect(await codeOf(deleteCampaign(ctx, { campaignId: id }))).toBe('conflict')
})

test('a deletion that died half-way is finished by the next, and noted once', async () => {
  const { id } = await saveCampaign(ctx, weekly)
  await sent(id)
  const store = { ...ctx.store }
  store.remove = async (container, partition, key) => {
    if (container.name === 'campaigns') throw new Error('killed')
    return ctx.store.remove(container, partition, key)
  }
  await expect(deleteCampaign({ ...ctx, store }, { campaignId: id })).rejects.toThrow('killed')
  await deleteCampaign(ctx, { campaignId: id })
  expect(await left(id)).toBe(0)
  expect(await deletions()).toMatchObject([{ counts: { occasions: 1, deliveries: 1 } }])
})
