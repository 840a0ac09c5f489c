import fc from 'fast-check'
import { ttlSeconds } from '../../src/caller/retention'
import { pageTtl } from '../../src/campaigns/audience/page-ttl'
import { eraseDeliveries } from '../../src/campaigns/verbs/erase-deliveries'
import { answerInChannel } from '../../src/channels/answer-in-channel'
import { noteResponse } from '../../src/journal/note-response'
import { audiencePageSchema, audiencePages, campaigns, occasions } from '../../src/records/campaign'
import { channelSchema, channels } from '../../src/records/channel'
import { deliveries, deliverySchema } from '../../src/records/delivery'
import { campaign, occasion } from '../cards/campaign/sample-campaigns'
import { createPlace } from '../support/verbs'

const at = Date.parse
const endOf = (createdAt: string, months: number) =>
  new Date(at(createdAt) + ttlSeconds(createdAt, months, at(createdAt)) * 1000).toISOString()

test.each([
  ['2026-03-10T08:00:00.000Z', 18, '2027-09-10T08:00:00.000Z', 'the same day, months later'],
  ['2026-01-15T23:59:59.000Z', 1, '2026-02-15T23:59:59.000Z', ''],
  ['2026-12-31T00:00:00.000Z', 12, '2027-12-31T00:00:00.000Z', 'over the new year'],
  ['2024-02-29T12:00:00.000Z', 60, '2029-02-28T12:00:00.000Z', 'a leap day: the month’s last day'],
  [
    '2025-08-31T12:00:00.000Z',
    18,
    '2027-02-28T12:00:00.000Z',
    'a month with fewer days: its last, not the next month’s third',
  ],
])('created %s and kept %i months, it goes at %s %s', (createdAt, months, end) => {
  expect(endOf(createdAt, months)).toBe(end)
})

test('is whole seconds from the present, and at least one', () => {
  const createdAt = '2026-03-10T08:00:00.000Z'
  expect(ttlSeconds(createdAt, 1, at('2026-04-10T07:59:00.000Z'))).toBe(60)
  expect(ttlSeconds(createdAt, 1, at('2026-04-10T07:59:59.001Z'))).toBe(1)
  expect(ttlSeconds(createdAt, 1, at('2026-04-10T08:00:00.000Z'))).toBe(1)
  expect(ttlSeconds(createdAt, 1, at('2030-01-01T00:00:00.000Z'))).toBe(1)
})

test('a later write never prolongs a life', () => {
  const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 30 * 24 * 3600 }),
      (created, months, laterSeconds) => {
        const createdAt = created.toISOString()
        const later = created.getTime() + laterSeconds * 1000
        const ends = [created.getTime(), later].map((now) => now + ttlSeconds(createdAt, months, now) * 1000)
        expect(Math.abs((ends[1] ?? 0) - Math.max(ends[0] ?? 0, later + 1000))).toBeLessThan(1000)
      },
    ),
  )
})

test('what happens later to a record of a campaign does not prolong its life', async () => {
  const place = createPlace()
  const ctx = place.ctx()
  const createdAt = new Date(ctx.clock.now()).toISOString()
  const occasionId = 'c1:2026-03-10'
  const conversation = { conversationId: '19.c', serviceUrl: 'https://eu', botId: '28:bot' }
  const whole = 100 * 24 * 3600
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
      claimedAt: createdAt,
      claimedBy: 'i',
      createdAt,
      ttl: whole,
    })
  const recurrence = {
    rrule: 'FREQ=WEEKLY;BYDAY=TU',
    time: '09:00',
    timeZone: 'Europe/Copenhagen',
    first: '2026-03-10',
  }
  const of = { tenantId: 'tenant', createdAt }
  await place.store.create(
    campaigns,
    campaign({ ...of, id: 'c1', name: 'Uge', state: 'running', audience: {}, recurrence, updatedAt: createdAt }),
  )
  const due = { dueAt: createdAt, closesAt: createdAt, ttl: whole }
  await place.store.create(
    occasions,
    occasion('2026-03-10', { ...of, ...due, id: occasionId, campaignId: 'c1', campaignName: 'Uge' }),
  )
  await place.store.create(
    audiencePages,
    audiencePageSchema.parse({
      id: `${occasionId}:p0`,
      occasionId,
      campaignId: 'c1',
      number: 0,
      dueAt: createdAt,
      closesAt: createdAt,
      recipients: [{ id: 'ea', kind: 'leader' }],
      ttl: pageTtl(createdAt, whole, ctx.clock.now()),
    }),
  )
  await place.store.create(deliveries, delivery('leader', 'ea'))
  await place.store.create(deliveries, delivery('channel', '19.c'))
  const at = { createdAt, updatedAt: createdAt }
  await place.store.create(
    channels,
    channelSchema.parse({ id: '19.c', tenantId: 'tenant', teamId: 't', conversation, ...at }),
  )

  const days = 40
  place.clock.advance(days * 24 * 3600_000)
  const left = ttlSeconds(createdAt, ctx.config.retentionMonths, ctx.clock.now())
  const reflection = { id: 'r', leaderId: 'ea', promptId: 'p', statementIds: [], shownAt: createdAt, createdAt }
  await noteResponse(ctx, { ...reflection, state: 'answered', deliveryId: `${occasionId}:ea` })
  const pressed = { conversation: { ...conversation, conversationId: '19.c' }, messageId: 'm' }
  await answerInChannel(ctx, pressed, { discussionId: '', deliveryId: `${occasionId}:19.c`, text: 'x' })
  expect((await place.store.get(deliveries, occasionId, `${occasionId}:ea`))?.document.ttl).toBe(left)
  await eraseDeliveries(ctx, 'erased-x')
  const page = (await place.store.get(audiencePages, occasionId, `${occasionId}:p0`))?.document
  expect(page).toMatchObject({ recipients: [{ id: expect.stringMatching(/^erased-/) }], ttl: (60 - days) * 24 * 3600 })
  await place.dispose()
})
