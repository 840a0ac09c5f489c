import { wakeReflection } from '../../src/journal/wake-reflection'
import { type Reflection, reflections, snoozes } from '../../src/records/reflection'
import { createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

const minuteMs = 60_000
const inMinutes = (minutes: number) => new Date(place.clock.now() + minutes * minuteMs).toISOString()

async function putOff(reflectionId: string, dueAt: string, more: Partial<Reflection> = {}): Promise<void> {
  const at = new Date(place.clock.now()).toISOString()
  await place.store.create(reflections, {
    id: reflectionId,
    leaderId: 'ea',
    promptId: 'p',
    statementIds: ['s'],
    state: 'snoozed',
    snoozedUntil: dueAt,
    shownAt: at,
    createdAt: at,
    ...more,
  })
  await place.store.create(snoozes, {
    id: `ea:${reflectionId}`,
    tenantId: 'tenant',
    leaderId: 'ea',
    reflectionId,
    dueAt,
  })
}
const wake = (reflectionId: string) => wakeReflection(place.ctx(), { leaderId: 'ea', reflectionId })
const standing = async (id: string) => (await place.store.get(reflections, 'ea', id))?.document
const left = async () => (await place.store.list(snoozes, 'tenant', { limit: 10 })).documents.length

test('one that is due is shown again, and no longer waits', async () => {
  await putOff('r1', inMinutes(60))
  place.clock.advance(60 * minuteMs)
  const woken = await wake('r1')
  expect(woken).toMatchObject({ id: 'r1', state: 'shown', shownAt: inMinutes(0) })
  expect(woken).not.toHaveProperty('snoozedUntil')
  expect(await standing('r1')).toEqual(woken)
  expect(await left()).toBe(0)
})

test('of two that wake it at the same moment one is handed it', async () => {
  await putOff('r1', inMinutes(1))
  place.clock.advance(minuteMs)
  const woken = await Promise.all([wake('r1'), wake('r1'), wake('r1')])
  expect(woken.filter(Boolean)).toHaveLength(1)
  expect(await wake('r1')).toBeUndefined()
})

test('one that has been put off further is left alone, and so is its record', async () => {
  await putOff('r1', inMinutes(60))
  place.clock.advance(59 * minuteMs)
  expect(await wake('r1')).toBeUndefined()
  expect([(await standing('r1'))?.state, await left()]).toEqual(['snoozed', 1])
})

test.each(['answered', 'skipped', 'withdrawn', 'shown'] as const)(
  'one that is %s meanwhile does not come, and the record of it goes',
  async (state) => {
    await putOff('r1', inMinutes(1), { state })
    place.clock.advance(minuteMs)
    expect(await wake('r1')).toBeUndefined()
    expect([(await standing('r1'))?.state, await left()]).toEqual([state, 0])
  },
)

test('one that is gone does not come, and the record of it goes', async () => {
  await putOff('r1', inMinutes(1))
  await place.store.remove(reflections, 'ea', 'r1')
  place.clock.advance(minuteMs)
  expect(await wake('r1')).toBeUndefined()
  expect(await left()).toBe(0)
})

test('killed between the claim and the record, it is not sent again', async () => {
  await putOff('r1', inMinutes(1))
  place.clock.advance(minuteMs)
  const ctx = place.ctx()
  const dying = { ...ctx, store: { ...ctx.store, remove: () => Promise.reject(new Error('killed')) } }
  await expect(wakeReflection(dying, { leaderId: 'ea', reflectionId: 'r1' })).rejects.toThrow('killed')
  expect(await left()).toBe(1)
  expect(await wake('r1')).toBeUndefined()
  expect(await left()).toBe(0)
})
