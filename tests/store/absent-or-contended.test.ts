import type { Ctx } from '../../src/caller/context'
import { updateCampaign } from '../../src/campaigns/kept/campaign-record'
import { changeOccasion } from '../../src/campaigns/kept/occasion-record'
import { eraseDeliveries } from '../../src/campaigns/verbs/erase-deliveries'
import { answerInChannel } from '../../src/channels/answer-in-channel'
import { rememberChannel } from '../../src/channels/remember-channel'
import { noteReachability } from '../../src/delivery/note-reachability'
import type { SendingContext } from '../../src/delivery/sending-context'
import { pauseSending, stopId } from '../../src/delivery/sending-stop'
import { changeHrRequest } from '../../src/hr-requests/change-request'
import { changeReflection } from '../../src/journal/change-reflection'
import { noteReflectionCard } from '../../src/journal/note-reflection-card'
import { noteResponse } from '../../src/journal/note-response'
import { snoozePrompt } from '../../src/journal/snooze-prompt'
import { newLeader, updateLeader } from '../../src/people/leader'
import { keepRow } from '../../src/people/roster/keep-row'
import { audiencePageSchema, audiencePages, campaigns, occasions } from '../../src/records/campaign'
import { channelSchema, channels } from '../../src/records/channel'
import { deliveries, deliverySchema, sending } from '../../src/records/delivery'
import { hrRequestSchema, hrRequests } from '../../src/records/hr-request'
import { leaders } from '../../src/records/leader'
import { type Reflection, reflections } from '../../src/records/reflection'
import type { Store, StoredDocument } from '../../src/store/store'
import { campaign as aCampaign, occasion as anOccasion } from '../cards/campaign/sample-campaigns'
import { codeOf, createPlace, type Place } from '../support/verbs'

// Those who change a record differ in what it means that there is none, and that others keep changing it.

let place: Place
let ctx: Ctx
beforeEach(() => {
  place = createPlace()
  ctx = place.ctx({}, { hrIds: ['ea'] })
})
afterEach(() => place.dispose())

const at = '2026-03-10T08:00:00.000Z'
const occasionId = 'c1:2026-03-10'
const deliveryId = `${occasionId}:ea`
const channelDelivery = `${occasionId}:19.c`
const conversation = { conversationId: '19.c', serviceUrl: 'https://eu', botId: '28:bot' }
const personId = '10000000-0000-4000-8000-000000000000'
const reflection: Reflection = {
  id: deliveryId,
  leaderId: 'ea',
  promptId: 'p',
  statementIds: [],
  deliveryId,
  state: 'answered',
  shownAt: at,
  createdAt: at,
}
const campaign = aCampaign({
  id: 'c1',
  tenantId: 'tenant',
  name: 'Uge',
  state: 'running',
  audience: { people: ['ea'] },
  recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=TU', time: '09:00', timeZone: 'Europe/Copenhagen', first: '2026-03-10' },
  createdBy: 'ea',
  createdAt: at,
  updatedAt: at,
})
const ofTheDay = { id: occasionId, campaignId: 'c1', tenantId: 'tenant', campaignName: 'Uge' }
const occasion = anOccasion('2026-03-10', { ...ofTheDay, dueAt: at, closesAt: at, createdAt: at })
const page = audiencePageSchema.parse({
  id: `${occasionId}:p0`,
  occasionId,
  campaignId: 'c1',
  number: 0,
  dueAt: at,
  closesAt: at,
  recipients: [{ id: 'ea', kind: 'leader' }],
})
const delivery = (recipientKind: 'leader' | 'channel', recipientId: string) =>
  deliverySchema.parse({
    id: `${occasionId}:${recipientId}`,
    occasionId,
    campaignId: 'c1',
    tenantId: 'tenant',
    recipientKind,
    recipientId,
    state: 'sent',
    promptId: 'p',
    claimedAt: at,
    claimedBy: 'i',
    createdAt: at,
  })
const channel = channelSchema.parse({
  id: '19.c',
  tenantId: 'tenant',
  teamId: '19.t',
  conversation,
  createdAt: at,
  updatedAt: at,
})
const request = hrRequestSchema.parse({
  id: 'h',
  tenantId: 'tenant',
  leaderId: 'ea',
  name: 'Ea',
  text: 'x',
  state: 'new',
  delivery: 'sent',
  sendingSince: at,
  createdAt: at,
})

const sent = { status: 'sent', activityId: 'a', conversation } as const
const learn = (kind: 'leader' | 'channel', isKnown = false) => {
  const leader = newLeader(ctx)
  const to = { kind: 'conversation', conversation } as const
  const target = kind === 'leader' ? { kind, leader, isKnown, to } : { kind, channel, to }
  return noteReachability({ services: ctx } as unknown as SendingContext, target, sent, delivery('leader', 'ea'))
}
const seen = { kind: 'seen', id: '19.c', teamId: '19.t', name: 'Nyt', conversation } as const
const answer = () =>
  answerInChannel(
    ctx,
    { conversation: { ...conversation, conversationId: '19.c' }, messageId: 'm' },
    { discussionId: '', deliveryId: channelDelivery, text: 'x' },
  )
const row = { line: 2, objectId: personId, addresses: [], name: '', framework: null, role: null, said: '', unit: 'B' }
const roster = () =>
  keepRow(
    ctx,
    { kind: 'leader', id: personId },
    { ...row, timeZone: null, isRoleUnknown: false },
    new Set(['unit'] as const),
  )

async function everything(): Promise<StoredDocument[]> {
  const found: StoredDocument[] = []
  for (const container of [leaders, reflections, hrRequests, channels, campaigns, sending, deliveries, occasions]) {
    for (const partition of ['tenant', 'ea', 'c1', occasionId]) {
      const { documents } = await place.store.list(container as never, partition, { limit: 100 })
      found.push(...documents.map(({ document }) => document as StoredDocument))
    }
  }
  return found
}

type Act = () => Promise<unknown>

describe('where there is no record', () => {
  const refusing: [string, Act, string][] = [
    ['a request to HR', () => changeHrRequest(ctx, 'h', () => ({ state: 'taken' })), 'not-found'],
    ['a reflection', () => changeReflection(ctx, deliveryId, () => ({ state: 'skipped' })), 'not-found'],
    ['a campaign', () => updateCampaign(ctx, 'c1', () => ({ name: 'x' })), 'not-found'],
    ['an answer in a thread', answer, 'not-found'],
  ]
  test.each(refusing)('%s is not found', async (_what, act, code) => {
    expect(await codeOf(act())).toBe(code)
    expect(await everything()).toEqual([])
  })

  const passing: [string, Act][] = [
    ['an occasion', () => changeOccasion(ctx, 'c1', '2026-03-10', () => ({ state: 'cancelled' }))],
    ['what became of a prompt', () => noteResponse(ctx, reflection)],
    ['a channel that is gone', () => rememberChannel(ctx, { kind: 'channel-removed', id: '19.c' })],
    ['a leader who was erased while a prompt was sent', () => learn('leader', true)],
    ['a channel that is gone while a prompt was sent', () => learn('channel')],
  ]
  test.each(passing)('%s is nothing to do', async (_what, act) => {
    expect(await act()).toBeUndefined()
    expect(await everything()).toEqual([])
  })

  test('a card is not noted, and what was erased is not made anew from its delivery as by an answer', async () => {
    await place.store.create(deliveries, delivery('leader', 'ea'))
    await noteReflectionCard(ctx, deliveryId, ['card'])
    expect(await place.store.get(reflections, 'ea', deliveryId)).toBeUndefined()
    await changeReflection(ctx, deliveryId, () => undefined)
    expect((await place.store.get(reflections, 'ea', deliveryId))?.document).toMatchObject({ state: 'shown' })
  })

  test('a leader is made by a change, and not by none', async () => {
    expect(await updateLeader(ctx, () => undefined)).toEqual(newLeader(ctx))
    expect(await everything()).toEqual([])
    expect(await updateLeader(ctx, () => ({ unit: 'A' }))).toEqual({ ...newLeader(ctx), unit: 'A' })
    expect(await everything()).toMatchObject([{ id: 'ea', unit: 'A' }])
  })

  test('a stop, a channel that is seen, a line of the roster and a stranger who was sent to are made', async () => {
    await pauseSending(ctx, null, 'operator')
    await rememberChannel(ctx, seen)
    expect(await roster()).toMatchObject({ what: 'created' })
    await learn('leader')
    const ids = (await everything()).map(({ id }) => id)
    expect(ids.sort()).toEqual([personId, '19.c', 'ea', stopId].sort())
  })
})

describe('where others keep changing it', () => {
  const overtaken: Store['replace'] = async () => ({ status: 'changed' })
  beforeEach(async () => {
    await place.store.create(leaders, newLeader(ctx))
    await place.store.create(leaders, { ...newLeader(ctx), id: personId })
    await place.store.create(reflections, { ...reflection, state: 'shown' })
    await place.store.create(hrRequests, request)
    await place.store.create(channels, channel)
    await place.store.create(campaigns, campaign)
    await place.store.create(occasions, occasion)
    await place.store.create(audiencePages, page)
    await place.store.create(deliveries, delivery('leader', 'ea'))
    await place.store.create(deliveries, delivery('channel', '19.c'))
    await pauseSending(ctx, null, 'operator')
    ctx = { ...ctx, store: { ...place.store, replace: overtaken } }
  })

  const refusing: [string, Act][] = [
    ['a leader', () => updateLeader(ctx, () => ({ unit: 'A' }))],
    ['a line of the roster', roster],
    ['a request to HR', () => changeHrRequest(ctx, 'h', () => ({ state: 'taken' }))],
    ['a reflection', () => changeReflection(ctx, deliveryId, () => ({ state: 'skipped' }))],
    ['a channel', () => rememberChannel(ctx, seen)],
    ['an answer in a thread', answer],
    ['a campaign', () => updateCampaign(ctx, 'c1', () => ({ name: 'x' }))],
    ['an occasion', () => changeOccasion(ctx, 'c1', '2026-03-10', () => ({ state: 'cancelled' }))],
    ['an erasure, which is not told to be done', () => eraseDeliveries(ctx, 'erased-x')],
  ]
  test.each(refusing)('%s is a conflict', async (_what, act) => {
    expect(await codeOf(act())).toBe('conflict')
  })

  test('a snooze is a conflict', async () => {
    const store = { ...ctx.store, create: async () => ({ status: 'exists' }) as const }
    const input = { reflectionId: deliveryId, until: 'tomorrow' as const }
    expect(await codeOf(snoozePrompt({ ...ctx, store }, newLeader(ctx), input))).toBe('conflict')
  })

  const passing: [string, Act][] = [
    ['a card', () => noteReflectionCard(ctx, deliveryId, ['card'])],
    ['what became of a prompt', () => noteResponse(ctx, reflection)],
    ['what a send has told of a leader', () => learn('leader', true)],
    ['what a send has told of a channel', () => learn('channel')],
    ['a stop', () => pauseSending(ctx, null, 'disabled')],
  ]
  test.each(passing)('%s is let go', async (_what, act) => {
    expect(await act()).toBeUndefined()
  })

  const idle: [string, () => Promise<StoredDocument | undefined>, StoredDocument][] = [
    ['a leader', () => updateLeader(ctx, () => undefined), { id: 'ea' }],
    ['a request to HR', () => changeHrRequest(ctx, 'h', () => undefined), { id: 'h' }],
    ['a reflection', () => changeReflection(ctx, deliveryId, () => undefined), { id: deliveryId }],
    ['a campaign', () => updateCampaign(ctx, 'c1', () => undefined), { id: 'c1' }],
    ['an occasion', () => changeOccasion(ctx, 'c1', '2026-03-10', () => undefined), { id: occasionId }],
  ]
  test.each(idle)('%s that is to stay as it is is handed back', async (_what, act, document) => {
    expect(await act()).toMatchObject(document)
  })
})
