import type { z } from 'zod'
import { type JournalPage, listInput, listReflections } from '../../src/journal/list-reflections'
import { type Reflection, reflections } from '../../src/records/reflection'
import { createPlace, type Place } from '../support/verbs'

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
    promptId: `odder/alle-ledere/performance/q${n}`,
    statementIds: ['s'],
    state: 'answered',
    text: `svar ${n}`,
    shownAt: instant(0),
    answeredAt: instant(n),
    createdAt: instant(0),
    ...more,
  })
}

const list = (input: z.input<typeof listInput> = {}, ctx = place.ctx()) =>
  listReflections(ctx, { locale: 'da', timeZone: 'Europe/Copenhagen' }, listInput.parse(input))
const numbers = ({ entries }: JournalPage) => entries.map(({ text }) => Number(text.replace('svar ', '')))
const upTo = (most: number) => Array.from({ length: most }, (_, i) => most - i)

/** All pages, one after the other. */
async function pages(ctx = place.ctx()): Promise<number[][]> {
  const all: number[][] = []
  let cursor: string | undefined
  do {
    const page = await list({ cursor }, ctx)
    all.push(numbers(page))
    cursor = page.cursor
  } while (cursor !== undefined)
  return all
}

test('gives the newest first, a page at a time, each once and none lost', async () => {
  const order = [5, 12, 1, 19, 8, 3, 16, 2, 14, 7, 11, 18, 4, 9, 20, 6, 13, 10, 17, 15]
  for (const n of order) await keep(n)
  const all = await pages()
  expect(all.flat()).toEqual(upTo(20))
  expect(Math.max(...all.map((page) => page.length))).toBeLessThanOrEqual(10)
  expect(all.length).toBeGreaterThan(1)
})

test('answers given in the same instant are not lost between two pages', async () => {
  for (let n = 1; n <= 20; n++) await keep(n, { answeredAt: instant(1) })
  expect((await pages()).flat().sort((a, b) => b - a)).toEqual(upTo(20))
})

test('an answer that comes while somebody turns the pages shifts none of the others out', async () => {
  for (let n = 1; n <= 12; n++) await keep(n)
  const first = await list()
  await keep(13)
  const second = await list({ cursor: first.cursor })
  expect([...numbers(first), ...numbers(second)]).toEqual(upTo(12))
})

test('an answer that is changed or goes while somebody turns the pages shifts none of the others out', async () => {
  for (let n = 1; n <= 12; n++) await keep(n)
  const first = await list()
  const last = first.entries.at(-1)?.id ?? ''
  await place.store.remove(reflections, 'ea', last)
  expect(numbers(await list({ cursor: first.cursor }))).toEqual(upTo(12).slice(8))
})

test('what was only shown, put off, skipped or withdrawn is not among the answers', async () => {
  await keep(1)
  await keep(2, { state: 'shown' })
  await keep(3, { state: 'skipped' })
  await keep(4, { state: 'withdrawn' })
  await keep(5, { state: 'snoozed', snoozedUntil: instant(9) })
  expect(await pages()).toEqual([[1]])
})

test('nobody sees another’s answers', async () => {
  await keep(1)
  expect(await pages(place.ctx({ leaderId: 'bo' }))).toEqual([[]])
})

test('a whole last page is not followed by an empty one', async () => {
  for (let n = 1; n <= 8; n++) await keep(n)
  expect((await pages()).at(-1)).not.toEqual([])
})

test('one area alone, or HR’s own questions alone', async () => {
  await keep(1)
  await keep(2, {
    promptId: 'odder/alle-ledere/resiliens/q1',
    statementIds: ['odder/alle-ledere/resiliens/1'],
  })
  await keep(3, { promptId: 'own', question: 'Hvad vil I?' })
  const one = await list({ area: 'odder/resiliens' })
  expect([numbers(one), one.total]).toEqual([[2], 1])
  const own = await list({ area: 'own' })
  expect(own.entries).toMatchObject([{ place: null, question: 'Hvad vil I?', text: 'svar 3' }])
  expect(numbers(await list({ area: 'odder/__proto__' }))).toEqual([])
})

test('a cursor that was not given is refused', () => {
  for (const cursor of ['', 'x', 'e30', '2026-01-01', 5]) expect(listInput.safeParse({ cursor }).success).toBe(false)
})
