import { listReflections } from '../../src/reflections/list-reflections'
import { type Reflection, reflections } from '../../src/store/containers'
import { codeOf, createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

const instant = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString()

async function keep(n: number, more: Partial<Reflection> = {}): Promise<void> {
  await place.store.create(reflections, {
    id: `p${n}:2026-01-01`,
    leaderId: 'ea',
    promptId: `p${n}`,
    statementIds: ['s'],
    state: 'answered',
    text: `svar ${n}`,
    shownAt: instant(0),
    answeredAt: instant(n),
    createdAt: instant(0),
    ...more,
  })
}

/** All pages, one after the other. */
async function pages(ctx = place.ctx()): Promise<string[][]> {
  const all: string[][] = []
  let cursor: string | undefined
  do {
    const page = await listReflections(ctx, cursor === undefined ? {} : { cursor })
    all.push(page.reflections.map(({ promptId }) => promptId))
    cursor = page.cursor
  } while (cursor !== undefined)
  return all
}

test('gives the newest first, a page at a time, each once and none lost', async () => {
  const order = [5, 12, 1, 19, 8, 3, 16, 2, 14, 7, 11, 18, 4, 9, 20, 6, 13, 10, 17, 15]
  for (const n of order) await keep(n)
  const all = await pages()
  expect(all.flat()).toEqual(Array.from({ length: 20 }, (_, i) => `p${20 - i}`))
  expect(Math.max(...all.map((page) => page.length))).toBeLessThanOrEqual(10)
  expect(all.length).toBeGreaterThan(1)
})

test('answers given in the same instant are not lost between two pages', async () => {
  for (let n = 1; n <= 20; n++) await keep(n, { answeredAt: instant(1) })
  expect((await pages()).flat().sort()).toEqual(Array.from({ length: 20 }, (_, i) => `p${i + 1}`).sort())
})

test('an answer that comes while somebody turns the pages shifts none of the others out', async () => {
  for (let n = 1; n <= 12; n++) await keep(n)
  const first = await listReflections(place.ctx(), {})
  await keep(13)
  const second = await listReflections(place.ctx(), first.cursor === undefined ? {} : { cursor: first.cursor })
  const seen = [...first.reflections, ...second.reflections].map(({ promptId }) => promptId)
  expect(seen).toEqual(Array.from({ length: 12 }, (_, i) => `p${12 - i}`))
})

test('what was only shown or skipped is not among the answers', async () => {
  await keep(1)
  await keep(2, { state: 'shown' })
  await keep(3, { state: 'skipped' })
  expect(await pages()).toEqual([['p1']])
})

test('nobody sees another’s answers', async () => {
  await keep(1)
  expect(await pages(place.ctx({ leaderId: 'bo' }))).toEqual([[]])
})

test('a whole last page is not followed by an empty one', async () => {
  for (let n = 1; n <= 8; n++) await keep(n)
  expect((await pages()).at(-1)).not.toEqual([])
})

test('a cursor that was not given by the store is refused', async () => {
  for (const cursor of ['', 'x', 'e30', Buffer.from('{"a":1}').toString('base64url')])
    expect(await codeOf(listReflections(place.ctx(), { cursor }))).toBe('invalid')
})
