import type { Ctx } from '../../src/caller/context'
import { createScheduler } from '../../src/campaigns/planning/scheduler'
import { campaignStatus } from '../../src/campaigns/verbs/campaign-report'
import { listDeliveries } from '../../src/campaigns/verbs/list-deliveries'
import { previewCampaign } from '../../src/campaigns/verbs/preview-campaign'
import { saveCampaign } from '../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../src/campaigns/verbs/start-campaign'
import { type Channel, channelSchema, channels } from '../../src/records/channel'
import { leaders } from '../../src/records/leader'
import { asStored } from '../../src/store/as-stored'
import { createDeliveryPlace, type DeliveryPlace } from '../support/delivery-place'
import { weekly } from './place'

// A newer version of the program may have written it, or somebody by hand.
let place: DeliveryPlace
let campaignId: string
beforeEach(async () => {
  place = createDeliveryPlace()
  place.clock.set('2027-01-05T07:00:00.000Z')
  const [ea, bo] = await place.people(2)
  const at = new Date(place.clock.now()).toISOString()
  const channel = (id: string, name: string): Channel => {
    const conversation = { conversationId: id, serviceUrl: 'https://x/', botId: '28:bot' }
    const times = { createdAt: at, updatedAt: at }
    return channelSchema.parse({ id, tenantId: 'tenant', teamId: 't', name, conversation, ...times })
  }
  await place.store.create(channels, channel('19:x', 'Fælles'))
  await place.store.create(channels, channel('19:y', 'Andre'))
  const audience = { people: [ea?.id ?? '', bo?.id ?? ''], channels: ['19:x', '19:y'] }
  campaignId = (await saveCampaign(hr(), { ...weekly, audience })).id
  await spoil(leaders, ea?.id ?? '', { name: 'Ea Lund', role: 7 })
  await spoil(channels, '19:x', { shown: 'none' })
})
afterEach(() => place.dispose())

const hr = (): Ctx => ({
  ...place.services,
  config: { ...place.services.config, hrIds: ['hr'] },
  caller: { tenantId: 'tenant', leaderId: 'hr', name: 'HR' },
})

async function spoil(container: typeof leaders | typeof channels, id: string, changes: object): Promise<void> {
  const all = asStored(container)
  const found = await place.store.get(all, 'tenant', id)
  if (!found) throw new Error(`no ${id}`)
  await place.store.replace(all, { ...found.document, ...changes }, found.version)
}

test('a record that cannot be read costs no other: the rest of a campaign is sent, and HR is told of it', async () => {
  const preview = await previewCampaign(hr(), { campaignId })
  expect(preview).toMatchObject({ leaders: 2, channels: 2, unreachableCount: 2 })
  expect(preview.unreachable).toEqual([
    { id: 'leader-0', name: 'Ea Lund', why: 'unreadable' },
    { id: '19:x', name: 'Fælles', why: 'unreadable' },
  ])

  await startCampaign(hr(), { campaignId })
  const scheduler = createScheduler({ services: place.services, queue: place.queue })
  for (const at of ['2027-01-05T07:55:00.000Z', '2027-01-05T08:00:01.000Z']) {
    place.clock.set(at)
    await scheduler.tick()
    await place.deliver()
  }
  expect(place.sent.map(({ recipientId }) => recipientId).sort()).toEqual(['19:y', 'leader-1'])
  const status = await campaignStatus(hr(), { campaignId })
  expect(status.last?.counts).toMatchObject({ recipients: 4, sent: 2, unreachable: 2, pending: 0 })
  const { lines } = await listDeliveries(hr(), { occasionId: `${campaignId}:2027-01-05`, state: 'unreachable' })
  expect(lines.map(({ name, reason }) => [name, reason]).sort()).toEqual([
    ['Ea Lund', 'unreadable'],
    ['Fælles', 'unreadable'],
  ])
  const told = place.logLines().filter(({ message }) => message === 'a record that cannot be read is left out')
  expect(told.map(({ container, id }) => [container, id]).sort()).toEqual([
    ['channels', '19:x'],
    ['leaders', 'leader-0'],
  ])
  expect(JSON.stringify(told)).not.toContain('Ea Lund')
})

test('a claim that was cut off is settled though the record cannot be read any more', async () => {
  await place.dispose()
  place = createDeliveryPlace()
  const [ea] = await place.people(1)
  const id = await place.plan(ea ? [ea] : [])
  place.answer(() => {
    throw new Error('killed')
  })
  await place.deliver()
  await spoil(leaders, 'leader-0', { role: 7 })
  place.clock.advance(3 * 60_000)
  await place.deliver()
  expect((await place.deliveries(id)).map(({ state }) => state)).toEqual(['unknown'])
})
