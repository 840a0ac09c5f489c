import { mostCharacters, saveReflection } from '../../src/journal/save-reflection'
import { skipPrompt } from '../../src/journal/skip-prompt'
import { newLeader } from '../../src/people/leader'
import { requestPrompt } from '../../src/prompts/request-prompt'
import { type Reflection, reflections } from '../../src/records/reflection'
import { dayMs } from '../support/fake-clock'
import { codeOf, createPlace, type Place } from '../support/verbs'

const eighteenMonths = Date.parse('2027-09-10T08:00:00.000Z')

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

/** A prompt that was shown to the caller. */
async function shown(ctx = place.ctx()): Promise<Reflection> {
  const reflection = await requestPrompt(ctx, { ...newLeader(ctx), framework: 'odder' }, { statementIds: [] })
  if (!reflection) throw new Error('no prompt')
  return reflection
}

const stored = async (id: string) => (await place.store.get(reflections, 'ea', id))?.document

test('keeps the answer, trimmed, with the instant it was given', async () => {
  const { id } = await shown()
  place.clock.advance(60_000)
  const saved = await saveReflection(place.ctx(), { reflectionId: id, text: '  Det gik <b>godt</b> 😀\n' })
  expect(saved).toMatchObject({
    state: 'answered',
    text: 'Det gik <b>godt</b> 😀',
    answeredAt: '2026-03-10T08:01:00.000Z',
  })
  expect(await stored(id)).toEqual(saved)
})

test('the same answer sent twice is one answer, written once', async () => {
  const { id } = await shown()
  const writes = place.writes()
  const first = await saveReflection(place.ctx(), { reflectionId: id, text: 'Det gik godt' })
  place.clock.advance(60_000)
  expect(await saveReflection(place.ctx(), { reflectionId: id, text: 'Det gik godt ' })).toEqual(first)
  expect(place.writes()).toBe(writes + 1)
})

test('the same answer sent at the same moment from two devices is one answer', async () => {
  const { id } = await shown()
  const input = { reflectionId: id, text: 'Det gik godt' }
  const both = await Promise.all([saveReflection(place.ctx(), input), saveReflection(place.ctx(), input)])
  expect(new Set(both.map(({ text }) => text))).toEqual(new Set(['Det gik godt']))
  const page = await place.store.list(reflections, 'ea', { limit: 10 })
  expect(page.documents).toHaveLength(1)
})

test('of two different answers the last one stands', async () => {
  const { id } = await shown()
  await saveReflection(place.ctx(), { reflectionId: id, text: 'først' })
  place.clock.advance(60_000)
  await saveReflection(place.ctx(), { reflectionId: id, text: 'så' })
  expect(await stored(id)).toMatchObject({ text: 'så', answeredAt: '2026-03-10T08:01:00.000Z' })
})

test.each([
  ['nothing', ''],
  ['blanks', ' \n\t'],
  ['more than a card takes', 'x'.repeat(mostCharacters + 1)],
])('an answer of %s is refused before anything is written', async (_what, text) => {
  const { id } = await shown()
  const writes = place.writes()
  expect(await codeOf(saveReflection(place.ctx(), { reflectionId: id, text }))).toBe('invalid')
  expect(place.writes()).toBe(writes)
  expect(await stored(id)).toMatchObject({ state: 'shown' })
})

test('as much as a card takes is kept whole', async () => {
  const { id } = await shown()
  const text = 'ø'.repeat(mostCharacters)
  expect((await saveReflection(place.ctx(), { reflectionId: id, text })).text).toBe(text)
})

test('what went wrong is told without a word of the answer', async () => {
  const thrown = await saveReflection(place.ctx(), { reflectionId: 'x', text: 'hemmeligt' }).catch(
    (error: Error) => error,
  )
  expect(String((thrown as Error).stack)).not.toContain('hemmeligt')
})

test.each<[what: string, act: (id: string) => Promise<unknown>]>([
  ['answered', (id) => saveReflection(place.ctx({ leaderId: 'bo' }), { reflectionId: id, text: 'ikke mit' })],
  ['skipped', (id) => skipPrompt(place.ctx({ leaderId: 'bo' }), { reflectionId: id })],
])('another leader’s prompt cannot be %s: it is not found, and stays as it was', async (_what, act) => {
  const before = await shown()
  expect(await codeOf(act(before.id))).toBe('not-found')
  expect(await stored(before.id)).toEqual(before)
})

test('a prompt that was never shown, or whose time is over, is not found', async () => {
  const { id } = await shown()
  expect(await codeOf(saveReflection(place.ctx(), { reflectionId: 'odder.x.y.q1:2026-03-10', text: 'a' }))).toBe(
    'not-found',
  )
  place.clock.set(new Date(eighteenMonths).toISOString())
  expect(await codeOf(saveReflection(place.ctx(), { reflectionId: id, text: 'a' }))).toBe('not-found')
})

test('an id that no store could hold is refused, not searched for', async () => {
  for (const id of ['../ea', 'a/b', '', 'a'.repeat(300)])
    expect(await codeOf(saveReflection(place.ctx(), { reflectionId: id, text: 'a' }))).toBe('invalid')
})

test('a skip puts the prompt aside, twice as well as once', async () => {
  const { id } = await shown()
  const writes = place.writes()
  await skipPrompt(place.ctx(), { reflectionId: id })
  await skipPrompt(place.ctx(), { reflectionId: id })
  expect(await stored(id)).toMatchObject({ state: 'skipped' })
  expect(place.writes()).toBe(writes + 1)
})

test('a skip never takes an answer away', async () => {
  const { id } = await shown()
  const answered = await saveReflection(place.ctx(), { reflectionId: id, text: 'Det gik godt' })
  expect(await skipPrompt(place.ctx(), { reflectionId: id })).toEqual(answered)
  expect(await stored(id)).toEqual(answered)
})

test('of a skip and an answer at the same moment the answer stands', async () => {
  const { id } = await shown()
  await Promise.all([
    skipPrompt(place.ctx(), { reflectionId: id }),
    saveReflection(place.ctx(), { reflectionId: id, text: 'Det gik godt' }),
  ])
  expect(await stored(id)).toMatchObject({ state: 'answered', text: 'Det gik godt' })
})

test('a prompt put aside can still be answered', async () => {
  const { id } = await shown()
  await skipPrompt(place.ctx(), { reflectionId: id })
  expect(await saveReflection(place.ctx(), { reflectionId: id, text: 'alligevel' })).toMatchObject({
    state: 'answered',
  })
})

test('every write counts the time left from the creation, so that no edit prolongs a life', async () => {
  const { id } = await shown()
  const left = () => (eighteenMonths - place.clock.now()) / 1000
  expect((await stored(id))?.ttl).toBe(left())
  for (const text of ['først', 'så']) {
    place.clock.advance(100 * dayMs)
    expect((await saveReflection(place.ctx(), { reflectionId: id, text })).ttl).toBe(left())
  }
  place.clock.set(new Date(eighteenMonths).toISOString())
  expect(await stored(id)).toBeUndefined()
})

test('a record that keeps changing under it is a conflict, not an endless round', async () => {
  const ctx = place.ctx()
  const { id } = await shown()
  const store = { ...ctx.store, replace: async () => ({ status: 'changed' }) as const }
  expect(await codeOf(saveReflection({ ...ctx, store }, { reflectionId: id, text: 'a' }))).toBe('conflict')
})
