import type { SendOutcome } from '../../src/delivery/policy/sender'
import { resumeSending } from '../../src/delivery/sending-stop'
import { audiencePages, audienceSchema, campaigns, occasions } from '../../src/records/campaign'
import { type Channel, channelSchema, channels } from '../../src/records/channel'
import { type Delivery, deliveries } from '../../src/records/delivery'
import { deliveryId, pageId } from '../../src/records/ids'
import { type Leader, leaders } from '../../src/records/leader'
import { reflections } from '../../src/records/reflection'
import { changeRecord } from '../support/change-record'
import { arrived, createDeliveryPlace, type DeliveryPlace } from '../support/delivery-place'

const minuteMs = 60_000
let place: DeliveryPlace
beforeEach(() => {
  place = createDeliveryPlace()
})
afterEach(() => place.dispose())

const cancel = (occasionId: string) => changeRecord(place.store, occasions, 'c1', occasionId, { state: 'cancelled' })
const statesOf = async (id: string) => (await place.deliveries(id)).map(({ state }) => state).sort()
const reasonsOf = async (id: string) => (await place.deliveries(id)).map(({ state, reason }) => `${state} ${reason}`)
const leaderOf = async (id: string) => (await place.store.get(leaders, 'tenant', id))?.document
const always = (outcome: SendOutcome) => place.answer(() => outcome)

const claimed = (id: string, claimedAt: string, more: Partial<Delivery> = {}): Promise<unknown> =>
  place.store.create(deliveries, {
    id: deliveryId(id, 'leader-0'),
    occasionId: id,
    campaignId: 'c1',
    tenantId: 'tenant',
    reason: null,
    recipientId: 'leader-0',
    recipientKind: 'leader',
    state: 'claimed',
    promptId: 'own',
    statementIds: [],
    question: 'Hvad nu?',
    attempts: 1,
    claimedAt,
    claimedBy: 'other',
    notBefore: null,
    createdAt: claimedAt,
    response: null,
    reminded: 0,
    ...more,
  })

describe('a page', () => {
  test('is sent to everybody once, with three writes each and a place in the journal', async () => {
    const people = await place.people(150)
    const id = await place.plan(people)
    const before = place.writes()
    await place.deliver()
    // Two of the writes are this instance saying that it lives.
    expect(place.writes() - before - 1).toBeLessThanOrEqual(3 * 150)
    expect(new Set(place.sent.map(({ recipientId }) => recipientId)).size).toBe(150)
    expect(place.sent).toHaveLength(150)
    expect(await statesOf(id)).toEqual(Array(150).fill('sent'))
    const [first] = await place.deliveries(id)
    const reflection = await place.store.get(reflections, first?.recipientId ?? '', first?.id ?? '')
    expect(reflection?.document).toMatchObject({ state: 'shown', deliveryId: first?.id, promptId: first?.promptId })
    expect(reflection?.document.cardIds).toEqual([first?.activityId])
  })

  test('that is planned twice over is sent once', async () => {
    const id = await place.plan(await place.people(5))
    await place.queue.send({ kind: 'page', occasionId: id, page: 0 })
    await place.queue.send({ kind: 'page', occasionId: id, page: 0 })
    await place.deliver()
    expect(place.sent).toHaveLength(5)
  })

  test('waits until it is due, and is missed when it is found too late', async () => {
    const people = await place.people(3)
    const id = await place.plan(people)
    const later = new Date(place.clock.now() + 10 * minuteMs).toISOString()
    await changeRecord(place.store, audiencePages, id, pageId(id, 0), { dueAt: later })
    await place.deliver()
    expect(place.sent).toEqual([])
    place.clock.advance(7 * 60 * minuteMs)
    await place.deliver()
    expect(place.sent).toEqual([])
    expect(await place.deliveries(id)).toEqual([])
  })

  test('of a campaign that is cancelled is not sent, and its message is gone', async () => {
    const id = await place.plan(await place.people(3))
    await changeRecord(place.store, campaigns, 'tenant', 'c1', { state: 'cancelled' })
    await place.deliver()
    place.clock.advance(60 * minuteMs)
    await place.deliver()
    expect(place.sent).toEqual([])
    expect(await place.deliveries(id)).toEqual([])
  })

  test('is cut off by a cancellation in the midst of it', async () => {
    const id = await place.plan(await place.people(20))
    place.answer(async (one, nth) => {
      if (nth === 5) await cancel(id)
      // The worker looks once a second.
      place.clock.advance(1000)
      return arrived(one)
    })
    await place.deliver(place.worker({ concurrency: 1 }))
    expect(place.sent).toHaveLength(5)
  })

  test('of a paused campaign waits, and goes on when the campaign does', async () => {
    const id = await place.plan(await place.people(3))
    await changeRecord(place.store, campaigns, 'tenant', 'c1', { state: 'paused' })
    await place.deliver()
    place.clock.advance(minuteMs)
    await place.deliver()
    expect(place.sent).toEqual([])
    await changeRecord(place.store, campaigns, 'tenant', 'c1', { state: 'running' })
    place.clock.advance(minuteMs)
    await place.deliver()
    expect(await statesOf(id)).toEqual(['sent', 'sent', 'sent'])
  })

  test('of a campaign that is paused for hours is not taken for poisoned', async () => {
    const id = await place.plan(await place.people(1), { graceMs: 48 * 60 * minuteMs })
    await changeRecord(place.store, campaigns, 'tenant', 'c1', { state: 'paused' })
    const worker = place.worker()
    for (let minute = 0; minute < 150; minute++) {
      await place.deliver(worker)
      place.clock.advance(minuteMs)
    }
    await changeRecord(place.store, campaigns, 'tenant', 'c1', { state: 'running' })
    await place.deliver(worker)
    expect(await statesOf(id)).toEqual(['sent'])
  })
})

describe('somebody', () => {
  const day = (days: number) => new Date(place.clock.now() + days * 24 * 60 * minuteMs).toISOString().slice(0, 10)

  test.each<[what: string, more: () => Partial<Leader>, reason: string]>([
    ['who has stopped', () => ({ stopped: true }), 'unreachable stopped'],
    ['who is pausing', () => ({ pausedUntil: day(3) }), 'unreachable paused'],
    [
      'who removed the app',
      () => ({ unreachable: { why: 'uninstalled', at: `${day(-1)}T08:00:00.000Z` } }),
      'unreachable uninstalled',
    ],
    [
      'who blocked the bot',
      () => ({ unreachable: { why: 'blocked', at: `${day(-1)}T08:00:00.000Z` } }),
      'unreachable blocked',
    ],
  ])('%s gets nothing, and the counts are told why', async (_what, more, reason) => {
    const id = await place.plan(await place.people(1, more()))
    await place.deliver()
    expect(place.sent).toEqual([])
    expect(await reasonsOf(id)).toEqual([reason])
  })

  test('whose pause begins later gets what comes before it, and nothing once it has begun', async () => {
    const people = await place.people(1, { pausedFrom: day(2), pausedUntil: day(5) })
    const before = await place.plan(people)
    await place.deliver()
    place.clock.advance(2 * 24 * 60 * minuteMs)
    const during = await place.plan(people, { campaign: { id: 'c2' } })
    await place.deliver()
    place.clock.advance(3 * 24 * 60 * minuteMs)
    const after = await place.plan(people, { campaign: { id: 'c3' } })
    await place.deliver()
    expect([await reasonsOf(before), await reasonsOf(during), await reasonsOf(after)]).toEqual([
      ['sent null'],
      ['unreachable paused'],
      ['sent null'],
    ])
    expect(await leaderOf(people[0]?.id ?? '')).toMatchObject({ pausedFrom: null, pausedUntil: null })
  })

  test('whose pause is over is told so with the first prompt, once', async () => {
    const people = await place.people(1, { pausedUntil: day(0) })
    await place.plan(people)
    await place.deliver()
    await place.plan(people, { campaign: { id: 'c2' } })
    await place.deliver()
    expect(place.sent.map(({ message }) => message)).toMatchObject([{ isAfterPause: true }, {}])
    expect(place.sent[1]?.message).not.toHaveProperty('isAfterPause')
    expect((await leaderOf(people[0]?.id ?? ''))?.pausedUntil).toBeNull()
  })

  test('who is erasing everything gets nothing, and nothing is written of them', async () => {
    const id = await place.plan(await place.people(1, { erasing: 'line' }))
    await place.deliver()
    expect(place.sent).toEqual([])
    expect(await place.deliveries(id)).toEqual([])
  })

  test('who erased everything after the planning is counted under their alias and never asked for again', async () => {
    const id = await place.plan([{ id: 'erased-8d', kind: 'leader' }])
    await place.deliver()
    expect(place.sent).toEqual([])
    expect(await reasonsOf(id)).toEqual(['cancelled left'])
  })

  test('who erases everything while the message is under way keeps no trace of it', async () => {
    const [person] = await place.people(1)
    if (!person) throw new Error()
    const id = await place.plan([person])
    place.answer(async () => {
      await place.store.remove(leaders, 'tenant', person.id)
      await place.store.remove(deliveries, id, deliveryId(id, person.id))
      return { status: 'sent', activityId: '1', conversation: { conversationId: 'b', serviceUrl: 'x', botId: 'y' } }
    })
    await place.deliver()
    expect(await leaderOf(person.id)).toBeUndefined()
    expect(await place.store.get(reflections, person.id, deliveryId(id, person.id))).toBeUndefined()
    expect(await place.deliveries(id)).toEqual([])
  })

  test('whom the bot has never met is met, and how to reach them is kept', async () => {
    const id = await place.plan([{ id: 'stranger', kind: 'leader' }])
    await place.deliver()
    expect(place.sent[0]?.to).toEqual({ kind: 'person', tenantId: 'tenant', personId: 'stranger' })
    expect(await leaderOf('stranger')).toMatchObject({ conversation: { conversationId: 'a:stranger' } })
    expect(await statesOf(id)).toEqual(['sent'])
  })

  test('whose chat has moved is found there from then on', async () => {
    const people = await place.people(1)
    await place.plan(people)
    const conversation = {
      conversationId: 'a:new',
      serviceUrl: 'https://smba.trafficmanager.net/teams/',
      botId: '28:bot',
    }
    always({ status: 'sent', activityId: '1', conversation })
    await place.deliver()
    expect((await leaderOf(people[0]?.id ?? ''))?.conversation).toMatchObject(conversation)
  })

  test.each(['not-installed', 'no-conversation'] as const)(
    'to whom there is no way (%s) is known for it, and tried once an occasion, since nobody tells of an install by policy',
    async (why) => {
      const people = await place.people(1, { conversation: null })
      const occasion = async (campaignId: string) => {
        const id = await place.plan(people, { campaign: { id: campaignId } })
        for (let hour = 0; hour < 3; hour++) {
          await place.deliver()
          place.clock.advance(60 * minuteMs)
        }
        return reasonsOf(id)
      }
      always({ status: 'gone', why })
      expect([await occasion('c1'), await occasion('c2')]).toEqual([[`unreachable ${why}`], [`unreachable ${why}`]])
      expect(place.sent).toHaveLength(2)
      const since = new Date(place.clock.now() - 6 * 60 * minuteMs).toISOString()
      expect(await leaderOf(people[0]?.id ?? '')).toMatchObject({
        conversation: null,
        unreachable: { why, at: since },
      })
      place.answer(arrived)
      expect(await occasion('c3')).toEqual(['sent null'])
      expect(await leaderOf(people[0]?.id ?? '')).toMatchObject({ conversation: expect.anything(), unreachable: null })
    },
  )

  test('whose chat Teams does not find any more is asked for by their object id the next time', async () => {
    const people = await place.people(1)
    await place.plan(people)
    always({ status: 'gone', why: 'no-conversation' })
    await place.deliver()
    await place.plan(people, { campaign: { id: 'c2' } })
    await place.deliver()
    expect(place.sent.map(({ to }) => to.kind)).toEqual(['conversation', 'person'])
  })

  test('whom HR has named and who has not got the app leaves no record of their own', async () => {
    const id = await place.plan([{ id: 'stranger', kind: 'leader' }])
    always({ status: 'gone', why: 'not-installed' })
    await place.deliver()
    expect(await reasonsOf(id)).toEqual(['unreachable not-installed'])
    expect(await leaderOf('stranger')).toBeUndefined()
  })

  test('who is reached after all is so from then on, whatever was known against it', async () => {
    const at = new Date(place.clock.now()).toISOString()
    const people = await place.people(1, { unreachable: { why: 'not-installed', at } })
    await place.plan(people)
    await place.deliver()
    expect((await leaderOf(people[0]?.id ?? ''))?.unreachable).toBeNull()
  })

  test.each(['uninstalled', 'blocked'] as const)('who has %s the bot is not tried again', async (why) => {
    const people = await place.people(1)
    const id = await place.plan(people)
    always({ status: 'gone', why })
    await place.deliver()
    expect(await reasonsOf(id)).toEqual([`unreachable ${why}`])
    expect((await leaderOf(people[0]?.id ?? ''))?.unreachable).toMatchObject({ why })
    await place.plan(people, { campaign: { id: 'c2' } })
    await place.deliver()
    expect(place.sent).toHaveLength(1)
  })
})

describe('a message', () => {
  test('that may have arrived is never sent again, shows as unknown and stands in the journal', async () => {
    const [person] = await place.people(1)
    const id = await place.plan(person ? [person] : [])
    always({ status: 'unknown', why: 'timeout' })
    for (let hour = 0; hour < 8; hour++) {
      await place.deliver()
      place.clock.advance(60 * minuteMs)
    }
    expect(place.sent).toHaveLength(1)
    expect(await reasonsOf(id)).toEqual(['unknown timeout'])
    const reflection = await place.store.get(reflections, person?.id ?? '', deliveryId(id, person?.id ?? ''))
    expect(reflection?.document.state).toBe('shown')
  })

  test('that did not leave is sent when it can, with the same prompt, and counts its attempts', async () => {
    const id = await place.plan(await place.people(1))
    place.answer((one, nth) => (nth < 3 ? { status: 'not-sent', why: 'unreachable' } : arrived(one)))
    await place.deliver()
    const [waiting] = await place.deliveries(id)
    expect(waiting).toMatchObject({ state: 'pending', reason: 'unreachable', attempts: 1 })
    for (let minute = 0; minute < 3; minute++) {
      place.clock.advance(minuteMs)
      await place.deliver()
    }
    const [over] = await place.deliveries(id)
    expect(over).toMatchObject({ state: 'sent', reason: null, attempts: 3, promptId: waiting?.promptId })
    expect(place.sent).toHaveLength(3)
  })

  test('that cannot be sent before the end of grace is missed', async () => {
    const id = await place.plan(await place.people(1), { graceMs: 20 * minuteMs })
    always({ status: 'not-sent', why: 'unreachable' })
    for (let minute = 0; minute < 30; minute++) {
      await place.deliver()
      place.clock.advance(minuteMs)
    }
    expect(await statesOf(id)).toEqual(['missed'])
  })

  test('that waits for another attempt ends with its campaign', async () => {
    const id = await place.plan(await place.people(1))
    always({ status: 'busy' })
    await place.deliver()
    await cancel(id)
    place.clock.advance(minuteMs)
    await place.deliver()
    expect(await statesOf(id)).toEqual(['cancelled'])
    expect(place.sent).toHaveLength(1)
  })

  test('that breaks something of ours fails alone, and the others get theirs', async () => {
    const people = await place.people(5)
    const id = await place.plan(people)
    place.answer((one) => (one.recipientId === people[2]?.id ? { status: 'refused', why: 'card' } : arrived(one)))
    await place.deliver()
    expect(await statesOf(id)).toEqual(['failed', 'sent', 'sent', 'sent', 'sent'])
  })
})

describe('a channel', () => {
  const at = '2026-03-01T08:00:00.000Z'
  const channel: Channel = channelSchema.parse({
    id: '19:team@thread.tacv2',
    tenantId: 'tenant',
    teamId: 't',
    createdAt: at,
    updatedAt: at,
    conversation: { conversationId: '19:team@thread.tacv2', serviceUrl: 'https://x/', botId: '28:bot' },
  })

  test('gets a thread, of which the delivery keeps the address, and remembers the prompt', async () => {
    await place.store.create(channels, channel)
    const id = await place.plan([{ id: channel.id, kind: 'channel' }])
    const thread = { ...channel.conversation, conversationId: `${channel.id};messageid=7` }
    always({ status: 'sent', activityId: '7', conversation: thread })
    await place.deliver()
    const [delivery] = await place.deliveries(id)
    expect(delivery).toMatchObject({ state: 'sent', activityId: '7', conversation: thread, recipientKind: 'channel' })
    const after = (await place.store.get(channels, 'tenant', channel.id))?.document
    expect(after?.shown.map(({ promptId }) => promptId)).toEqual([delivery?.promptId])
    expect(after?.conversation.conversationId).toBe(channel.id)
  })

  test('is asked from what the occasion was planned with, whatever the campaign has been changed to', async () => {
    await place.store.create(channels, channel)
    const audience = audienceSchema.parse({ frameworks: ['odder'], channels: [channel.id] })
    const id = await place.plan([{ id: channel.id, kind: 'channel' }], {
      campaign: { audience },
      occasion: { frameworks: ['soro'] },
    })
    await place.deliver()
    expect((await place.deliveries(id))[0]?.promptId).toMatch(/^soro\//)
  })

  test.each(['uninstalled', 'blocked'] as const)('that has %s the app gets nothing any more', async (why) => {
    await place.store.create(channels, channel)
    const first = await place.plan([{ id: channel.id, kind: 'channel' }])
    always({ status: 'gone', why })
    await place.deliver()
    const second = await place.plan([{ id: channel.id, kind: 'channel' }], { campaign: { id: 'c2' } })
    await place.deliver()
    expect(await reasonsOf(first)).toEqual([`unreachable ${why}`])
    expect(await reasonsOf(second)).toEqual(['unreachable channel-removed'])
    expect(place.sent).toHaveLength(1)
  })

  test.each(['no-conversation', 'not-installed'] as const)('that is %s once is tried the next time', async (why) => {
    await place.store.create(channels, channel)
    const first = await place.plan([{ id: channel.id, kind: 'channel' }])
    always({ status: 'gone', why })
    await place.deliver()
    place.answer(arrived)
    const second = await place.plan([{ id: channel.id, kind: 'channel' }], { campaign: { id: 'c2' } })
    await place.deliver()
    expect(await reasonsOf(first)).toEqual([`unreachable ${why}`])
    expect(await reasonsOf(second)).toEqual(['sent null'])
  })
})

describe('when Teams wants fewer requests', () => {
  test('everybody waits as long as it says, and then everybody gets theirs, once', async () => {
    const id = await place.plan(await place.people(10))
    place.answer((one, nth) => (nth === 1 ? { status: 'throttled', retryAfterMs: 30_000 } : arrived(one)))
    await place.deliver(place.worker({ concurrency: 1 }))
    expect(place.sent).toHaveLength(1)
    place.clock.advance(10_000)
    await place.deliver(place.worker({ instanceId: 'two' }))
    expect(place.sent).toHaveLength(1)
    for (let round = 0; round < 4; round++) {
      place.clock.advance(20_000)
      await place.deliver()
    }
    expect(await statesOf(id)).toEqual(Array(10).fill('sent'))
    expect(place.sent).toHaveLength(11)
  })

  test('it is obeyed for hours too, with an alarm; what cannot leave in time then is missed', async () => {
    const id = await place.plan(await place.people(2))
    place.answer((one, nth) => (nth === 1 ? { status: 'throttled', retryAfterMs: 3600_000 } : arrived(one)))
    const worker = place.worker({ concurrency: 1 })
    const pass = async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute++) {
        place.clock.advance(minuteMs)
        await place.deliver(worker)
      }
    }
    await place.deliver(worker)
    await pass(59)
    expect(place.sent).toHaveLength(1)
    expect(place.logLines().filter(({ message }) => message.startsWith('ALARM'))).toMatchObject([{ ms: 3600_000 }])
    await pass(2)
    expect(await statesOf(id)).toEqual(['sent', 'sent'])
    always({ status: 'throttled', retryAfterMs: 24 * 3600_000 })
    const late = await place.plan(await place.people(1), { campaign: { id: 'c2' } })
    await pass(7 * 60)
    expect(await reasonsOf(late)).toEqual(['missed throttled'])
  })

  test('a time that no calendar holds stops everything until an operator acts', async () => {
    await place.plan(await place.people(1))
    always({ status: 'throttled', retryAfterMs: 1e300 })
    const worker = place.worker()
    await place.deliver(worker)
    expect(worker.health().stopped).toBe('throttled')
  })

  test('one token that Teams refuses costs minutes: then everything goes on by itself', async () => {
    const id = await place.plan(await place.people(10))
    let refused = 0
    place.answer((sent) => (refused++ === 0 ? { status: 'disabled', why: 'unauthorized' } : arrived(sent)))
    const worker = place.worker({ concurrency: 1 })
    await place.deliver(worker)
    expect(worker.health().stopped).toBe('unauthorized')
    for (let minute = 0; minute < 3; minute++) {
      place.clock.advance(minuteMs)
      await place.deliver(worker)
    }
    expect(await statesOf(id)).toEqual(Array(10).fill('sent'))
    expect(worker.health().stopped).toBeNull()
  })

  test('sends side by side that all meet a refused token are not lost: nothing more goes out in the pause, and all arrive after it', async () => {
    const id = await place.plan(await place.people(40))
    always({ status: 'disabled', why: 'unauthorized' })
    const worker = place.worker({ concurrency: 8 })
    await place.deliver(worker)
    expect(worker.health().stopped).toBe('unauthorized')
    expect(place.sent.length).toBeLessThanOrEqual(8)
    place.answer(arrived)
    for (let minute = 0; minute < 5; minute++) {
      place.clock.advance(minuteMs)
      await place.deliver(worker)
    }
    expect(await statesOf(id)).toEqual(Array(40).fill('sent'))
  })

  test('a bot that is switched off stops everything with an alarm, until an operator lets it go on', async () => {
    const id = await place.plan(await place.people(10))
    always({ status: 'disabled', why: 'switched-off' })
    const worker = place.worker({ concurrency: 1 })
    await place.deliver(worker)
    for (let minute = 0; minute < 30; minute++) {
      place.clock.advance(minuteMs)
      await place.deliver(worker)
    }
    expect(place.sent).toHaveLength(1)
    expect(worker.health().stopped).toBe('disabled')
    expect(place.logLines().filter(({ message }) => message.startsWith('ALARM'))).toHaveLength(1)
    place.answer(arrived)
    await resumeSending(place.services)
    place.clock.advance(minuteMs)
    await place.deliver(worker)
    expect(await statesOf(id)).toEqual(Array(10).fill('sent'))
  })
})

describe('a claim', () => {
  test('of an instance that died is not known to have been sent: never sent again, and nothing is lost', async () => {
    const id = await place.plan(await place.people(3))
    await claimed(id, new Date(place.clock.now()).toISOString())
    await place.deliver()
    expect(await statesOf(id)).toEqual(['claimed', 'sent', 'sent'])
    place.clock.advance(3 * minuteMs)
    await place.deliver()
    expect(await reasonsOf(id)).toContain('unknown interrupted')
    expect(place.sent).toHaveLength(2)
    expect((await place.store.get(reflections, 'leader-0', deliveryId(id, 'leader-0')))?.document).toMatchObject({
      state: 'shown',
      question: 'Hvad nu?',
    })
  })

  test('is settled even when nobody comes by before the occasion has closed', async () => {
    const id = await place.plan(await place.people(2))
    await claimed(id, new Date(place.clock.now()).toISOString())
    place.clock.advance(24 * 60 * minuteMs)
    await place.deliver()
    expect(await reasonsOf(id)).toEqual(['unknown interrupted'])
    expect(place.sent).toEqual([])
    expect(await place.store.get(reflections, 'leader-0', deliveryId(id, 'leader-0'))).toBeDefined()
  })

  test('is won by one of several workers', async () => {
    const id = await place.plan(await place.people(100))
    for (let copy = 0; copy < 3; copy++) await place.queue.send({ kind: 'page', occasionId: id, page: 0 })
    const workers = ['one', 'two', 'three'].map((instanceId) => place.worker({ instanceId }))
    place.clock.advance(10_000)
    await Promise.all(workers.map((worker) => place.deliver(worker)))
    place.clock.advance(10_000)
    await Promise.all(workers.map((worker) => place.deliver(worker)))
    expect(place.sent).toHaveLength(100)
    expect(await statesOf(id)).toEqual(Array(100).fill('sent'))
  })

  test('whose retry was lost with its instance is taken up again', async () => {
    const id = await place.plan(await place.people(1))
    const at = new Date(place.clock.now()).toISOString()
    await claimed(id, at, { state: 'pending', notBefore: at })
    place.clock.advance(5 * minuteMs)
    // A page that comes a second time is looked at person by person.
    const [page] = await place.queue.receive(1, 1000)
    await page?.release(0)
    await place.deliver()
    expect(await statesOf(id)).toEqual(['sent'])
  })
})

test('a store that fails in the midst of a page loses nobody and sends nothing twice', async () => {
  await place.dispose()
  let writes = 0
  place = createDeliveryPlace((store) => ({
    ...store,
    create: (container, document) => {
      writes += 1
      if (container.name === 'deliveries' && writes % 7 === 0) throw new Error('the disk is full')
      return store.create(container, document)
    },
  }))
  const id = await place.plan(await place.people(50))
  for (let minute = 0; minute < 60; minute++) {
    await place.deliver()
    place.clock.advance(minuteMs)
  }
  expect(await statesOf(id)).toEqual(Array(50).fill('sent'))
  expect(place.sent).toHaveLength(50)
})

describe('wherever the program is killed', () => {
  /** A place whose store answers `most` calls and then none, until it is mended. */
  async function dyingAfter(most: number): Promise<{ mend(): void; hasDied(): boolean }> {
    await place.dispose()
    let left = most
    let isMended = false
    const through = <T>(call: () => Promise<T>): Promise<T> => {
      if (!isMended && left-- <= 0) throw new Error('killed')
      return call()
    }
    place = createDeliveryPlace((store) => ({
      ...store,
      get: (...given) => through(() => store.get(...given)),
      create: (...given) => through(() => store.create(...given)),
      replace: (...given) => through(() => store.replace(...given)),
      remove: (...given) => through(() => store.remove(...given)),
      list: (...given) => through(() => store.list(...given)),
    }))
    const mend = (): void => {
      isMended = true
    }
    return { mend, hasDied: () => left < 0 }
  }
  async function goOn(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute++) {
      place.clock.advance(minuteMs)
      await place.deliver()
    }
  }

  test('during a delivery, nothing is sent twice, and what was sent stands in the journal', async () => {
    const ends: string[] = []
    for (let most = 0, hasDied = true; hasDied; most++) {
      const dying = await dyingAfter(most)
      const id = await place.plan(await place.people(1))
      await place.deliver(place.worker({ instanceId: 'killed' })).catch(() => undefined)
      const before = place.sent.length
      hasDied = dying.hasDied()
      dying.mend()
      await goOn(10)
      const end = `${before} ${await statesOf(id)}`
      expect(place.sent).toHaveLength(end === '0 unknown' ? 0 : 1)
      const kept = await place.store.get(reflections, 'leader-0', deliveryId(id, 'leader-0'))
      expect({ most, kept: kept?.document.state }).toEqual({ most, kept: 'shown' })
      ends.push(end)
    }
    // Killed before the claim, between the claim and the send (which nobody can tell from after it), after the send, and after
    // all was written down.
    expect(new Set(ends)).toEqual(new Set(['0 sent', '0 unknown', '1 unknown', '1 sent']))
    expect(ends.filter((end) => end === '0 unknown')).toHaveLength(1)
  })

  test('while it settles a claim that was cut off already, the prompt stands in the journal', async () => {
    let deaths = 0
    for (let most = 0, hasDied = true; hasDied; most++) {
      const dying = await dyingAfter(most)
      const id = await place.plan(await place.people(1))
      await claimed(id, new Date(place.clock.now()).toISOString())
      place.clock.advance(3 * minuteMs)
      await place.deliver(place.worker({ instanceId: 'killed' })).catch(() => undefined)
      hasDied = dying.hasDied()
      if (hasDied) deaths += 1
      dying.mend()
      await goOn(10)
      expect(await reasonsOf(id)).toEqual(['unknown interrupted'])
      const kept = await place.store.get(reflections, 'leader-0', deliveryId(id, 'leader-0'))
      expect({ most, kept: kept?.document.state }).toEqual({ most, kept: 'shown' })
    }
    expect(deaths).toBeGreaterThan(5)
    expect(place.sent).toEqual([])
  })
})

test('a worker that is stopped finishes what is in flight, begins nothing more, and hands the rest back', async () => {
  const id = await place.plan(await place.people(50))
  let letGo: () => void = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  place.answer(async (one) => {
    await held
    return arrived(one)
  })
  const worker = place.worker({ concurrency: 4 })
  worker.start()
  while (place.sent.length < 4) await new Promise((resolve) => setTimeout(resolve, 5))
  const stopped = worker.stop()
  letGo()
  await stopped
  expect(place.sent).toHaveLength(4)
  expect(await statesOf(id)).toEqual(Array(4).fill('sent'))
  await place.deliver(place.worker({ instanceId: 'next' }))
  expect(await statesOf(id)).toEqual(Array(50).fill('sent'))
})
