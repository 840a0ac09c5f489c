import type { Ctx } from '../../src/caller/context'
import { resendDeliveries } from '../../src/campaigns/verbs/resend-deliveries'
import { channelSchema, channels } from '../../src/records/channel'
import { type Delivery, deliveries } from '../../src/records/delivery'
import { deliveryId } from '../../src/records/ids'
import { leaders } from '../../src/records/leader'
import { type Reflection, reflections } from '../../src/records/reflection'
import { arrived, createDeliveryPlace, type DeliveryPlace } from '../support/delivery-place'

let place: DeliveryPlace
beforeEach(() => {
  place = createDeliveryPlace()
})
afterEach(() => place.dispose())

const caller = { tenantId: 'tenant', leaderId: 'operator', name: '', isOperator: true } as const
const resend = async (occasionId: string): Promise<number> => {
  const ctx: Ctx = { ...place.services, caller }
  const { resent } = await resendDeliveries({ ...ctx, queue: place.queue }, { occasionId, states: ['unknown'] })
  place.clock.advance(60_000)
  await place.deliver()
  return resent
}
const reflectionOf = async (occasionId: string, leaderId: string) =>
  (await place.store.get(reflections, leaderId, deliveryId(occasionId, leaderId)))?.document

/** An occasion to some people, of which nobody knows whether it arrived. @returns its id, and theirs */
async function sentToSome(count: number): Promise<{ id: string; people: string[] }> {
  const recipients = await place.people(count)
  const id = await place.plan(recipients)
  place.answer(() => ({ status: 'unknown', why: 'timeout' }))
  await place.deliver()
  place.answer(arrived)
  place.sent.length = 0
  return { id, people: recipients.map((one) => one.id) }
}

async function change(
  occasionId: string,
  leaderId: string,
  changes: { delivery?: Partial<Delivery>; reflection?: Partial<Reflection> },
): Promise<void> {
  const id = deliveryId(occasionId, leaderId)
  const delivery = await place.store.get(deliveries, occasionId, id)
  if (delivery) await place.store.replace(deliveries, { ...delivery.document, ...changes.delivery }, delivery.version)
  const own = await place.store.get(reflections, leaderId, id)
  if (own) await place.store.replace(reflections, { ...own.document, ...changes.reflection }, own.version)
}

test.each<[what: string, changes: Parameters<typeof change>[2]]>([
  ['answered', { delivery: { response: 'answered' }, reflection: { state: 'answered' } }],
  ['put it off', { delivery: { response: 'snoozed' }, reflection: { state: 'snoozed' } }],
  ['answered, which the delivery was not told of', { reflection: { state: 'answered' } }],
])('who has %s has the message: resending sends it to the others only', async (_what, changes) => {
  const { id, people } = await sentToSome(2)
  const [ea = '', bo = ''] = people
  await change(id, ea, changes)
  expect(await resend(id)).toBe(2)
  expect(place.sent.map(({ recipientId }) => recipientId)).toEqual([bo])
  expect(await reflectionOf(id, ea)).toMatchObject(changes.reflection ?? {})
})

test('nobody sees in the list of deliveries who has answered what was sent again', async () => {
  const { id, people } = await sentToSome(2)
  await change(id, people[0] ?? '', { delivery: { response: 'answered' }, reflection: { state: 'answered' } })
  await resend(id)
  const told = (await place.deliveries(id)).map(({ state, reason, attempts, sentAt }) => ({
    state,
    reason,
    attempts,
    sentAt,
  }))
  expect(told[0]).toMatchObject({ state: 'sent', reason: null, attempts: 2, sentAt: expect.any(String) })
  expect(told[0]).toEqual(told[1])
})

test('nobody sees either who had answered among those that nothing is sent to any more', async () => {
  const { id, people } = await sentToSome(2)
  await change(id, people[0] ?? '', { delivery: { response: 'answered' }, reflection: { state: 'answered' } })
  for (const person of people) {
    const found = await place.store.get(leaders, 'tenant', person)
    if (found) await place.store.replace(leaders, { ...found.document, stopped: true }, found.version)
  }
  await resend(id)
  const told = (await place.deliveries(id)).map(({ state, reason }) => ({ state, reason }))
  expect(told).toEqual([
    { state: 'unreachable', reason: 'stopped' },
    { state: 'unreachable', reason: 'stopped' },
  ])
})

test('a channel that has answered meanwhile has the message', async () => {
  const at = new Date(place.clock.now()).toISOString()
  const conversation = { conversationId: '19:x', serviceUrl: 'https://x/', botId: '28:bot' }
  await place.store.create(
    channels,
    channelSchema.parse({ id: '19:x', tenantId: 'tenant', teamId: 't', conversation, createdAt: at, updatedAt: at }),
  )
  const id = await place.plan([{ id: '19:x', kind: 'channel' }])
  place.answer(() => ({ status: 'unknown', why: 'timeout' }))
  await place.deliver()
  await change(id, '19:x', { delivery: { answerKeys: ['a'.repeat(32)] } })
  await resend(id)
  expect(place.sent).toHaveLength(1)
  expect((await place.deliveries(id)).map(({ state }) => state)).toEqual(['sent'])
})

test('both cards of a prompt that was sent twice are known, so that erasing empties both', async () => {
  const [ea] = await place.people(1)
  if (!ea) throw new Error()
  const id = await place.plan([ea])
  await place.deliver()
  await change(id, ea.id, { delivery: { state: 'unknown', reason: 'interrupted' } })
  await resend(id)
  const [delivery] = await place.deliveries(id)
  const cardIds = (await reflectionOf(id, ea.id))?.cardIds
  expect(cardIds).toHaveLength(2)
  expect(cardIds?.[1]).toBe(delivery?.activityId)
})
