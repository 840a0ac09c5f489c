import { pauseSending, resumeSending, sendingStatus } from '../../src/delivery/sending-stop'
import { audiencePages, campaigns, type Occasion, occasions } from '../../src/records/campaign'
import { type Delivery, deliveries } from '../../src/records/delivery'
import { deliveryId, pageId, snoozeId } from '../../src/records/ids'
import { type Leader, leaders } from '../../src/records/leader'
import { type Reflection, reflections, snoozes } from '../../src/records/reflection'
import { changeRecord } from '../support/change-record'
import { arrived, createDeliveryPlace, type DeliveryPlace } from '../support/delivery-place'

const minuteMs = 60_000
let place: DeliveryPlace
beforeEach(() => {
  place = createDeliveryPlace()
})
afterEach(() => place.dispose())

/** Sends an occasion to some people on a Tuesday, two days ago. @returns its id, and theirs */
async function sentTo(
  count: number,
  most = 2,
  occasion: Partial<Occasion> = {},
): Promise<{ id: string; people: string[] }> {
  const recipients = await place.people(count)
  const reminderDates = ['2026-03-12', '2026-03-16'].slice(0, most)
  const id = await place.plan(recipients, {
    campaign: { reminder: { afterDays: 2, most } },
    occasion: { reminderDates, ...occasion },
  })
  await place.deliver()
  place.sent.length = 0
  place.clock.advance(2 * 24 * 60 * minuteMs)
  return { id, people: recipients.map((one) => one.id) }
}
const remind = async (occasionId: string, number = 1) => {
  await place.queue.send({ kind: 'reminder', occasionId, page: 0, number })
  await place.deliver()
}

describe('a reminder', () => {
  test('goes once to those who have done nothing, with the same prompt', async () => {
    const { id, people } = await sentTo(2)
    await remind(id)
    await remind(id)
    expect(place.sent.map(({ recipientId }) => recipientId).sort()).toEqual(people)
    expect(place.sent[0]?.message).toMatchObject({ kind: 'prompt', reminder: 1 })
    const cards = (await place.store.get(reflections, people[0] ?? '', deliveryId(id, people[0] ?? '')))?.document
      .cardIds
    expect(cards).toHaveLength(2)
  })

  test.each<[what: string, reflection: Partial<Reflection>, delivery: Partial<Delivery>, leader: Partial<Leader>]>([
    ['answered', { state: 'answered' }, {}, {}],
    ['answered, as far as the delivery knows', {}, { response: 'answered' }, {}],
    ['skipped it', { state: 'skipped' }, { response: 'skipped' }, {}],
    ['put it off', { state: 'snoozed' }, { response: 'snoozed' }, {}],
    ['taken the answer back', { state: 'withdrawn' }, {}, {}],
    ['never got it', {}, { state: 'failed' }, {}],
    ['paused', {}, {}, { pausedUntil: '2099-01-01' }],
    ['stopped', {}, {}, { stopped: true }],
    ['removed the app', {}, {}, { unreachable: { why: 'uninstalled', at: '2026-03-10T08:00:00.000Z' } }],
    ['begun to erase everything', {}, {}, { erasing: 'line' }],
  ])('does not go to somebody who has %s', async (_what, reflection, delivery, leader) => {
    const { id, people } = await sentTo(1)
    const [person = ''] = people
    await changeRecord(place.store, reflections, person, deliveryId(id, person), reflection)
    await changeRecord(place.store, deliveries, id, deliveryId(id, person), delivery)
    await changeRecord(place.store, leaders, 'tenant', person, leader)
    await remind(id)
    expect(place.sent).toEqual([])
  })

  test('goes no more often than HR has said', async () => {
    const { id } = await sentTo(1, 1)
    await remind(id, 1)
    await remind(id, 2)
    expect(place.sent).toHaveLength(1)
  })

  test('that may have arrived is not repeated, one that has not is', async () => {
    const { id } = await sentTo(1)
    place.answer((_one, nth) => (nth === 1 ? { status: 'busy' } : { status: 'unknown', why: 'timeout' }))
    await remind(id)
    for (let minute = 0; minute < 5; minute++) {
      place.clock.advance(minuteMs)
      await place.deliver()
    }
    expect(place.sent).toHaveLength(2)
  })
})

const stopSeconds = async () => {
  const { stop } = await sendingStatus(place.services)
  return stop && (stop.untilMs - place.clock.now()) / 1000
}
const waits = [
  ['as it says', 7000, 7],
  ['a second at least', 0, 1],
  ['as a prompt does where it does not say', null, 2],
] as const

test.each(waits)(
  'everything waits for a reminder that Teams does not take: %s',
  async (_what, retryAfterMs, seconds) => {
    const { id } = await sentTo(1)
    place.answer(() => ({ status: 'throttled', retryAfterMs }))
    await remind(id)
    expect(await stopSeconds()).toBe(seconds)
  },
)

describe('the hours of a reminder', () => {
  const sentAt = async (iso: string) => {
    place.clock.set(`${iso}:00.000Z`)
    await place.deliver()
    return place.sent.length
  }
  const quietHours = { from: '12:00', to: '07:00' }

  test.each<[until: string, occasion: Partial<Occasion>, last: string, over: string]>([
    ['the end of grace', {}, '2026-03-12T13:59', '2026-03-12T14:00'],
    ['the end of a shorter grace', { graceMinutes: 30 }, '2026-03-12T08:29', '2026-03-12T08:30'],
    ['quiet hours', { quietHours }, '2026-03-12T10:59', '2026-03-12T11:00'],
    ['the end of the day', { time: '20:00' }, '2026-03-12T22:59', '2026-03-12T23:00'],
  ])('are those of the campaign, until %s', async (_until, occasion, last, over) => {
    const early = await sentTo(1, 1, occasion)
    await place.queue.send({ kind: 'reminder', occasionId: early.id, page: 0, number: 1 })
    expect(await sentAt(last)).toBe(1)
    place.sent.length = 0
    await changeRecord(place.store, deliveries, early.id, deliveryId(early.id, early.people[0] ?? ''), { reminded: 0 })
    await place.queue.send({ kind: 'reminder', occasionId: early.id, page: 0, number: 1 })
    expect(await sentAt(over)).toBe(0)
    expect(await sentAt('2026-03-14T20:10')).toBe(0)
    expect(await sentAt('2026-03-19T08:00')).toBe(0)
  })

  test('begin at the campaign’s time: one that comes early waits', async () => {
    const { id } = await sentTo(1)
    place.clock.set('2026-03-12T07:00:00.000Z')
    await remind(id)
    expect(place.sent).toEqual([])
    expect(await sentAt('2026-03-12T08:00')).toBe(1)
  })

  test('are by the clocks of those on the page', async () => {
    const { id } = await sentTo(1)
    await changeRecord(place.store, audiencePages, id, pageId(id, 0), { timeZone: 'America/Nuuk' })
    await remind(id)
    expect(place.sent).toEqual([])
    expect(await sentAt('2026-03-12T16:59')).toBe(1)
  })

  test('end in the midst of a page too', async () => {
    const { id } = await sentTo(3)
    place.answer((one, nth) => {
      if (nth === 2) place.clock.set('2026-03-12T14:00:00.000Z')
      return arrived(one)
    })
    await place.queue.send({ kind: 'reminder', occasionId: id, page: 0, number: 1 })
    await place.deliver(place.worker({ concurrency: 1 }))
    expect(place.sent).toHaveLength(2)
  })

  test('pass for good while an operator holds all sending', async () => {
    const { id } = await sentTo(1)
    await pauseSending(place.services, null, 'operator')
    await remind(id)
    for (let hour = 0; hour < 60; hour++)
      await sentAt(new Date(place.clock.now() + 60 * minuteMs).toISOString().slice(0, 16))
    await resumeSending(place.services)
    place.clock.advance(minuteMs)
    await place.deliver()
    expect(place.sent).toEqual([])
  })

  test.each(['paused', 'cancelled'] as const)(
    'are over when the campaign is %s, whatever becomes of it',
    async (state) => {
      const { id } = await sentTo(1)
      await changeRecord(place.store, campaigns, 'tenant', 'c1', { state })
      await remind(id)
      await changeRecord(place.store, campaigns, 'tenant', 'c1', { state: 'running' })
      place.clock.advance(minuteMs)
      await place.deliver()
      expect(place.sent).toEqual([])
    },
  )

  test('are none once the reminders were called off', async () => {
    const { id } = await sentTo(1)
    await changeRecord(place.store, occasions, 'c1', id, { reminderDates: [] })
    await remind(id)
    expect(place.sent).toEqual([])
  })
})

describe('a prompt that was put off', () => {
  async function putOff(): Promise<{ person: string; id: string }> {
    const { id, people } = await sentTo(1)
    const [leaderId = ''] = people
    const reflectionId = deliveryId(id, leaderId)
    const dueAt = new Date(place.clock.now()).toISOString()
    await changeRecord(place.store, reflections, leaderId, reflectionId, { state: 'snoozed', snoozedUntil: dueAt })
    await place.store.create(snoozes, {
      id: snoozeId(leaderId, reflectionId),
      tenantId: 'tenant',
      leaderId,
      reflectionId,
      dueAt,
    })
    await place.queue.send({ kind: 'snoozed', leaderId, reflectionId })
    await place.queue.send({ kind: 'snoozed', leaderId, reflectionId })
    return { person: leaderId, id: reflectionId }
  }
  const stateOf = async ({ person, id }: { person: string; id: string }) =>
    (await place.store.get(reflections, person, id))?.document.state

  test('comes again, once', async () => {
    const put = await putOff()
    await place.deliver()
    expect(place.sent.map(({ message }) => message.kind)).toEqual(['snoozed'])
    expect(await stateOf(put)).toBe('shown')
  })

  test('waits for the end of a pause', async () => {
    const put = await putOff()
    await changeRecord(place.store, leaders, 'tenant', put.person, { pausedUntil: '2099-01-01' })
    await place.deliver()
    expect(place.sent).toEqual([])
    expect(await stateOf(put)).toBe('snoozed')
    // Its record wakes it again, and no message of the queue waits beside that.
    const waiting = await place.store.get(snoozes, 'tenant', snoozeId(put.person, put.id))
    expect(Date.parse(waiting?.document.dueAt ?? '') - place.clock.now()).toBe(6 * 3600_000)
  })

  test.each(waits)('lets everything wait where Teams does not take it: %s', async (_what, retryAfterMs, seconds) => {
    await putOff()
    place.answer(() => ({ status: 'throttled', retryAfterMs }))
    await place.deliver()
    expect(await stopSeconds()).toBe(seconds)
  })

  test('is put off again where Teams takes nothing just now', async () => {
    const put = await putOff()
    place.answer(() => ({ status: 'busy' }))
    await place.deliver()
    expect(await stateOf(put)).toBe('snoozed')
    const waiting = await place.store.get(snoozes, 'tenant', snoozeId(put.person, put.id))
    expect(Date.parse(waiting?.document.dueAt ?? '')).toBeGreaterThan(place.clock.now())
  })
})
