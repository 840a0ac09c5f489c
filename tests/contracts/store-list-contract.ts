import type { Filter, Store } from '../../src/store/store'
import { idsOf, listAll, note, notes } from './notes'

/** The guarantees of `list`; part of the store contract. */
export function storeListContract(current: () => { store: Store; other: Store; owner: string }): void {
  describe('list', () => {
    const fill = async (): Promise<void> => {
      const { store, owner } = current()
      await store.create(notes, note(owner, 'a', { state: 'shown', rank: 1, done: true }))
      await store.create(notes, note(owner, 'b', { state: 'answered', rank: 2, done: false }))
      await store.create(notes, note(owner, 'c', { state: 'answered', rank: 10, done: true }))
      await store.create(notes, note(owner, 'd', { state: '1', rank: null }))
      await store.create(notes, note(owner, 'e', { rank: -0.5 }))
      await store.create(notes, note(`${owner}-neighbour`, 'f', { state: 'answered', rank: 3, done: true }))
    }

    const filters: [string, Filter[], string[]][] = [
      ['equal text', [{ field: 'state', is: '=', value: 'answered' }], ['b', 'c']],
      ['equal number', [{ field: 'rank', is: '=', value: 10 }], ['c']],
      ['true', [{ field: 'done', is: '=', value: true }], ['a', 'c']],
      ['false', [{ field: 'done', is: '=', value: false }], ['b']],
      ['more', [{ field: 'rank', is: '>', value: 1 }], ['b', 'c']],
      ['at least', [{ field: 'rank', is: '>=', value: 1 }], ['a', 'b', 'c']],
      ['less', [{ field: 'rank', is: '<', value: 2 }], ['a', 'e']],
      ['at most', [{ field: 'rank', is: '<=', value: 2 }], ['a', 'b', 'e']],
      ['later text', [{ field: 'state', is: '>', value: 'answered' }], ['a']],
      ['earlier text', [{ field: 'state', is: '<', value: 'shown' }], ['b', 'c', 'd']],
      [
        'two conditions',
        [
          { field: 'state', is: '=', value: 'answered' },
          { field: 'done', is: '=', value: true },
        ],
        ['c'],
      ],
      [
        'a range',
        [
          { field: 'rank', is: '>=', value: 1 },
          { field: 'rank', is: '<', value: 10 },
        ],
        ['a', 'b'],
      ],
      ['a range of ids', [{ field: 'id', is: '>=', value: 'd' }], ['d', 'e']],
      ['a number where text is stored', [{ field: 'state', is: '=', value: 1 }], []],
      ['text where a number is stored', [{ field: 'rank', is: '=', value: '1' }], []],
      ['text over every number', [{ field: 'rank', is: '<', value: 'zzz' }], []],
      ['a number where a boolean is stored', [{ field: 'done', is: '=', value: 1 }], []],
      ['a boolean where a number is stored', [{ field: 'rank', is: '=', value: true }], []],
      ['text with a quote', [{ field: 'state', is: '=', value: `' OR 1=1 -- ` }], []],
    ]

    test('filters compare within one type, and without a filter a partition comes by id', async () => {
      await fill()
      const { store, owner } = current()
      expect(await idsOf(store, owner, { limit: 10 })).toEqual(['a', 'b', 'c', 'd', 'e'])
      for (const [what, where, ids] of filters) {
        expect({ what, ids: await idsOf(store, owner, { where, limit: 10 }) }).toEqual({ what, ids })
      }
    })

    test('orders both ways and leaves out documents without the field or with null in it', async () => {
      await fill()
      const { store, owner } = current()
      expect(await idsOf(store, owner, { orderBy: { field: 'rank' }, limit: 10 })).toEqual(['e', 'a', 'b', 'c'])
      expect(await idsOf(store, owner, { orderBy: { field: 'rank', descending: true }, limit: 2 })).toEqual([
        'c',
        'b',
        'a',
        'e',
      ])
      expect(await idsOf(store, owner, { orderBy: { field: 'id', descending: true }, limit: 2 })).toEqual([
        'e',
        'd',
        'c',
        'b',
        'a',
      ])
      const answered: Filter = { field: 'state', is: '=', value: 'answered' }
      const newest = { where: [answered], orderBy: { field: 'rank', descending: true }, limit: 1 }
      expect(await idsOf(store, owner, newest)).toEqual(['c', 'b'])
    })

    test.each([1, 3, 7, 25, 1000])('pages of %d lose and repeat nothing, among equal values too', async (limit) => {
      const { store, owner } = current()
      const ids = Array.from({ length: 25 }, (_, n) => `n${String(n).padStart(2, '0')}`)
      for (const [n, id] of ids.entries()) await store.create(notes, note(owner, id, { rank: n % 4, state: 'x' }))
      expect(await idsOf(store, owner, { limit })).toEqual(ids)
      for (const descending of [false, true]) {
        const found = await listAll(store, owner, { orderBy: { field: 'rank', descending }, limit })
        expect(found.map(({ document }) => document.id).sort()).toEqual(ids)
        const ranks = found.map(({ document }) => document.rank ?? 0)
        expect(ranks).toEqual([...ranks].sort((one, two) => (descending ? two - one : one - two)))
      }
      const some: Filter = { field: 'rank', is: '>=', value: 2 }
      const found = await idsOf(store, owner, { where: [some], orderBy: { field: 'state' }, limit })
      expect(found.sort()).toEqual(ids.filter((_, n) => n % 4 >= 2))
    })

    test('what others write and remove between two pages moves nothing else', async () => {
      const { store, other, owner } = current()
      for (let n = 10; n < 20; n++) await store.create(notes, note(owner, `n${n}`, { rank: n }))
      const options = { orderBy: { field: 'rank' }, limit: 4 }
      const first = await store.list(notes, owner, options)
      await other.create(notes, note(owner, 'before', { rank: 1 }))
      await other.create(notes, note(owner, 'after', { rank: 30 }))
      await other.remove(notes, owner, 'n11')
      const rest = await store.list(notes, owner, { ...options, limit: 1000, cursor: first.cursor })
      const seen = [...first.documents, ...rest.documents].map(({ document }) => document.id)
      expect(seen.filter((id) => id.startsWith('n'))).toEqual(Array.from({ length: 10 }, (_, n) => `n${n + 10}`))
    })

    test('the version of a listed document serves a replace', async () => {
      const { store, owner } = current()
      await store.create(notes, note(owner, 'a'))
      const [listed] = await listAll(store, owner, { limit: 1 })
      if (!listed) throw new Error('nothing listed')
      expect(await store.replace(notes, note(owner, 'a', { rank: 1 }), listed.version)).toMatchObject({
        status: 'replaced',
      })
    })

    test('there is no cursor when there is no more', async () => {
      const { store, owner } = current()
      await store.create(notes, note(owner, 'a'))
      expect((await store.list(notes, owner, { limit: 5 })).cursor).toBeUndefined()
      expect(await store.list(notes, `${owner}-nobody`, { limit: 5 })).toEqual({ documents: [], cursor: undefined })
    })

    test.each([0, 1001, 1.5])('a page of %d is refused', async (limit) => {
      const { store, owner } = current()
      await expect(store.list(notes, owner, { limit })).rejects.toMatchObject({ code: 'invalid' })
    })

    test('a cursor that no store gave is refused', async () => {
      const { store, owner } = current()
      for (const cursor of ['', 'nonsense', 'e30']) {
        await expect(store.list(notes, owner, { limit: 1, cursor })).rejects.toMatchObject({ code: 'invalid' })
      }
    })

    test('a field that is not indexed, and a range of booleans, are bugs', async () => {
      const { store, owner } = current()
      const internal = { code: 'internal' }
      const byText: Filter = { field: 'text', is: '=', value: 'x' }
      await expect(store.list(notes, owner, { where: [byText], limit: 1 })).rejects.toMatchObject(internal)
      await expect(store.list(notes, owner, { orderBy: { field: 'text' }, limit: 1 })).rejects.toMatchObject(internal)
      const range: Filter = { field: 'done', is: '>', value: false }
      await expect(store.list(notes, owner, { where: [range], limit: 1 })).rejects.toMatchObject(internal)
      const byId: Filter = { field: 'id', is: '=', value: 1 }
      await expect(store.list(notes, owner, { where: [byId], limit: 1 })).rejects.toMatchObject(internal)
    })
  })
}
