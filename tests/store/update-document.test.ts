import { AppError } from '../../src/errors'
import type { Store } from '../../src/store/store'
import { updateDocument } from '../../src/store/update-document'
import { type Note, note, notes } from '../contracts/notes'
import { type SqlitePlace, sqlitePlace } from '../contracts/sqlite-place'

let place: SqlitePlace
let store: Store
beforeEach(() => {
  place = sqlitePlace()
  store = place.open()
})
afterEach(() => place.dispose())

type Change = (before: Note | undefined) => Note | 'keep' | Promise<Note | 'keep'>
const update = (change: Change, at = store) => updateDocument(at, notes, 'o', 'a', change)
const stored = () => store.get(notes, 'o', 'a')
const counted: Change = (before = note('o', 'a')) => ({ ...before, rank: (before.rank ?? 0) + 1 })

test('who is overtaken changes what the other has written, so that both changes are there', async () => {
  await store.create(notes, note('o', 'a', { rank: 1 }))
  const seen: (number | null | undefined)[] = []
  const outcome = await update(async (before) => {
    seen.push(before?.rank)
    if (seen.length === 1) await update(counted)
    return { ...note('o', 'a'), ...before, text: 'mine' }
  })
  expect(seen).toEqual([1, 2])
  expect(outcome).toMatchObject({ status: 'written', before: { rank: 2 }, document: { rank: 2, text: 'mine' } })
  expect((await stored())?.document).toEqual(note('o', 'a', { rank: 2, text: 'mine' }))
})

test.each([
  ['that is there', 1],
  ['that each of them would make', 0],
])('of several changes at once to a document %s each counts once', async (_which, rank) => {
  if (rank > 0) await store.create(notes, note('o', 'a', { rank }))
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => update(counted)))
  expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill('written'))
  expect(outcomes.filter((outcome) => outcome.status === 'written' && !outcome.before)).toHaveLength(rank > 0 ? 0 : 1)
  expect((await stored())?.document.rank).toBe(rank + 4)
})

test('what is not there is made by a change that makes it, and by no other', async () => {
  expect(await update((before) => (before ? counted(before) : 'keep'))).toEqual({ status: 'absent' })
  expect(await stored()).toBeUndefined()
  expect(await update(counted)).toEqual({ status: 'written', before: undefined, document: note('o', 'a', { rank: 1 }) })
  expect((await stored())?.document.rank).toBe(1)
})

test('what is removed meanwhile is not there for the change', async () => {
  await store.create(notes, note('o', 'a'))
  const outcome = await update(async (before) => {
    await store.remove(notes, 'o', 'a')
    return before ?? 'keep'
  })
  expect(outcome).toEqual({ status: 'absent' })
  expect(await stored()).toBeUndefined()
})

test('what is kept is handed back and not written', async () => {
  await store.create(notes, note('o', 'a', { rank: 7 }))
  const before = await stored()
  expect(await update(() => 'keep')).toEqual({ status: 'kept', document: before?.document })
  expect(await stored()).toEqual(before)
})

test('it is given up after some attempts where others always come first', async () => {
  let attempts = 0
  const change: Change = (before) => {
    attempts++
    return counted(before)
  }
  const overtaken: Store = {
    ...store,
    create: async () => ({ status: 'exists' }),
    replace: async () => ({ status: 'changed' }),
  }
  expect(await update(change, overtaken)).toEqual({ status: 'conflict' })
  expect(attempts).toBe(6)
  await store.create(notes, note('o', 'a'))
  expect(await update(change, overtaken)).toEqual({ status: 'conflict' })
  expect(attempts).toBe(12)
  expect((await stored())?.document).toEqual(note('o', 'a'))
})

test('ttl and fields of a newer version are written as the change leaves them', async () => {
  await store.create(notes, note('o', 'a', { ttl: 100, newer: { deep: [1] } }))
  await update((before = note('o', 'a')) => ({ ...before, rank: 1 }))
  expect((await stored())?.document).toEqual(note('o', 'a', { ttl: 100, newer: { deep: [1] }, rank: 1 }))
  await update((before = note('o', 'a')) => ({ ...before, ttl: 10 }))
  place.now += 11_000
  expect(await stored()).toBeUndefined()
})

test('what the change or the store throws comes through, at the first attempt', async () => {
  let attempts = 0
  const refuse = () => {
    attempts++
    throw new AppError('forbidden', 'not theirs')
  }
  await expect(update(refuse)).rejects.toMatchObject({ code: 'forbidden' })
  expect(attempts).toBe(1)
  const broken: Store = { ...store, create: () => Promise.reject(new AppError('unavailable', 'down')) }
  await expect(update(counted, broken)).rejects.toMatchObject({ code: 'unavailable' })
  expect(await stored()).toBeUndefined()
})
