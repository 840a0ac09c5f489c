import { skipPrompt } from '../../src/journal/skip-prompt'
import { newLeader } from '../../src/people/leader'
import { fittingPrompts } from '../../src/prompts/choosing/fitting-prompts'
import { requestPrompt } from '../../src/prompts/request-prompt'
import type { Leader } from '../../src/records/leader'
import { reflections } from '../../src/records/reflection'
import { dayMs } from '../support/fake-clock'
import { knowledge } from '../support/kept'
import { createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

const leader = (more: Partial<Leader> = {}): Leader => ({
  ...newLeader(place.ctx()),
  framework: 'skanderborg',
  role: 'kontraktholder',
  ...more,
})
const request = async (who = leader(), statementIds: string[] = []) => {
  const reflection = await requestPrompt(place.ctx(), who, { statementIds })
  if (!reflection) throw new Error('no prompt')
  return reflection
}

test('records in the caller’s own partition that a prompt was shown', async () => {
  const reflection = await request()
  expect(reflection).toMatchObject({
    id: `${reflection.promptId.replaceAll('/', '.')}:2026-03-10`,
    leaderId: 'ea',
    statementIds: knowledge.library.prompt(reflection.promptId)?.statements,
    state: 'shown',
    shownAt: '2026-03-10T08:00:00.000Z',
    createdAt: '2026-03-10T08:00:00.000Z',
  })
  expect(reflection.text).toBeUndefined()
  expect((await place.store.get(reflections, 'ea', reflection.id))?.document).toEqual(reflection)
  expect(place.writes()).toBe(1)
})

test('the day is the leader’s own, not that of the server', async () => {
  place.clock.set('2026-03-10T23:30:00.000Z')
  expect((await request(leader({ timeZone: 'Europe/Copenhagen' }))).id).toMatch(/:2026-03-11$/)
  expect((await request(leader({ timeZone: 'America/Godthab' }))).id).toMatch(/:2026-03-10$/)
})

test('every id can be kept in Cosmos DB', () => {
  for (const { id } of knowledge.library.prompts)
    expect(`${id.replaceAll('/', '.')}:2026-03-10`).toMatch(/^[^/\\?#]{1,255}$/)
})

test('asking on and on goes through all prompts of the role before one comes again', async () => {
  const all = knowledge.library.prompts.filter(({ id }) => id.startsWith('skanderborg/kontraktholder/'))
  const ids = []
  for (let i = 0; i < all.length; i++) {
    ids.push((await request()).promptId)
    place.clock.advance(60_000)
  }
  expect(new Set(ids)).toEqual(new Set(all.map(({ id }) => id)))
})

test('an employee who asks gets one for employees, if need be one that is resting', async () => {
  const employee = leader({ role: 'medarbejder' })
  const all = fittingPrompts(knowledge.library, employee).flat()
  for (let i = 0; i <= all.length; i++) {
    expect((await request(employee)).promptId).toMatch(/^skanderborg\/(medarbejder|personalegrupper)\//)
    place.clock.advance(60_000)
  }
})

test('asking twice at the same moment for the one prompt of a statement makes one record', async () => {
  const statement = 'sonderborg/direktionen/saet-retning/2'
  expect(knowledge.library.promptsFor(statement)).toHaveLength(1)
  const [first, second] = await Promise.all([request(leader(), [statement]), request(leader(), [statement])])
  expect(second).toEqual(first)
  expect((await place.store.list(reflections, 'ea', { limit: 10 })).documents).toHaveLength(1)
})

test('asking for it again on the same day finds what stands there, and on another day a new one', async () => {
  const statement = 'sonderborg/direktionen/saet-retning/2'
  const first = await request(leader(), [statement])
  await skipPrompt(place.ctx(), { reflectionId: first.id })
  place.clock.advance(60_000)
  expect(await request(leader(), [statement])).toMatchObject({ id: first.id, state: 'skipped' })
  place.clock.advance(dayMs)
  expect(await request(leader(), [statement])).toMatchObject({ promptId: first.promptId, state: 'shown' })
})

test('one that was skipped comes again only after all the others', async () => {
  const skipped = await request()
  await skipPrompt(place.ctx(), { reflectionId: skipped.id })
  const all = knowledge.library.prompts.filter(({ id }) => id.startsWith('skanderborg/kontraktholder/'))
  // A week between each: before the last comes the first is rested, and only the skip keeps it back.
  for (let i = 1; i < all.length; i++) {
    place.clock.advance(7 * dayMs)
    expect((await request()).promptId).not.toBe(skipped.promptId)
  }
})

test('on a topic there is one on it, though all on it are resting; without a topic too', async () => {
  const statement = 'sonderborg/direktionen/saet-retning/2'
  const first = await request(leader(), [statement])
  place.clock.advance(dayMs)
  expect((await request(leader(), [statement])).promptId).toBe(first.promptId)
  const all = knowledge.library.prompts.filter(({ id }) => id.startsWith('soro/'))
  const soro = leader({ framework: 'soro', role: null })
  const ids = []
  for (let i = 0; i <= all.length; i++) {
    ids.push((await request(soro)).promptId)
    place.clock.advance(dayMs)
  }
  expect(ids.at(-1)).toBe(ids[0])
})

test('what the municipality says to every leader comes when the role’s own are used up', async () => {
  const who = leader({ framework: 'sonderborg', role: 'leder-af-ledere' })
  const own = knowledge.library.prompts.filter(({ id }) => id.startsWith('sonderborg/leder-af-ledere/')).length
  const ids: string[] = []
  for (let week = 0; week < 26; week++) {
    ids.push((await request(who)).promptId)
    place.clock.advance(7 * dayMs)
  }
  expect(new Set(ids).size).toBe(26)
  expect(ids.map((id) => id.split('/')[1]).slice(own - 1, own + 1)).toEqual(['leder-af-ledere', 'alle-ledere'])
})
