import type { AppError } from '../../src/errors'
import { asStored } from '../../src/store/as-stored'
import type { Store } from '../../src/store/store'
import { idsOf, note, notes } from './notes'

/** What a store makes of a document that a newer version of the program has written; part of the store contract. */
export function storeUnreadableContract(
  current: () => { store: Store; owner: string; toldOf: readonly { id: string; fault: AppError }[] },
): void {
  describe('a stored document that does not fit its schema', () => {
    const secret = 'hemmelig refleksion'
    const all = asStored(notes)
    const unfit = (owner: string, id: string) => ({ id, owner, rank: 5, text: [secret], place: { street: { secret } } })
    const quotesNothing = (fault: AppError) => {
      expect(fault.message).toContain('contractNotes')
      expect(fault.message).toContain('text')
      expect(fault.message).toContain('place.street')
      expect(`${fault.stack}${JSON.stringify(fault)}${String(fault.cause)}`).not.toContain(secret)
    }

    test('is an internal error to get, with words to say, that names container and field and quotes nothing', async () => {
      const { store, owner } = current()
      await store.create(all, unfit(owner, 'unfit'))
      const [read] = await Promise.allSettled([store.get(notes, owner, 'unfit')])
      const { reason } = read as PromiseRejectedResult
      expect(reason).toMatchObject({ name: 'AppError', code: 'internal', say: { key: 'error.unreadable' } })
      quotesNothing(reason)
    })

    test.each([1, 2, 10])('costs a list in pages of %d no other document, and is told of', async (limit) => {
      const { store, owner, toldOf } = current()
      for (const id of ['a', 'c', 'e']) await store.create(notes, note(owner, id, { rank: 1 }))
      for (const id of ['b', 'd', 'f']) await store.create(all, unfit(owner, id))
      const before = toldOf.length
      expect(await idsOf(store, owner, { limit })).toEqual(['a', 'c', 'e'])
      const told = toldOf.slice(before)
      expect(told.map(({ id }) => id)).toEqual(['b', 'd', 'f'])
      for (const { fault } of told) quotesNothing(fault)
      expect(await idsOf(store, owner, { orderBy: { field: 'rank', descending: true }, limit })).toHaveLength(3)
      expect(await idsOf(store, owner, { where: [{ field: 'rank', is: '=', value: 5 }], limit })).toEqual([])
    })

    test('is reached as it lies there, and removed', async () => {
      const { store, owner } = current()
      await store.create(all, unfit(owner, 'unfit'))
      expect((await store.get(all, owner, 'unfit'))?.document).toEqual(unfit(owner, 'unfit'))
      const { documents } = await store.list(all, owner, { limit: 10 })
      expect(documents.map(({ document }) => document)).toEqual([unfit(owner, 'unfit')])
      await store.remove(notes, owner, 'unfit')
      expect((await store.list(all, owner, { limit: 10 })).documents).toEqual([])
    })
  })
}
