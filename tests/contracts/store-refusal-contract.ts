import type { Store } from '../../src/store/store'
import { note, notes } from './notes'

/** What a store refuses, and how; part of the store contract. */
export function storeRefusalContract(current: () => { store: Store; owner: string }): void {
  describe('refusals', () => {
    const bad = ['', 'a/b', 'a\\b', 'a?b', 'a#b', 'line\nbreak', ' a', 'a ', '.', '..', '\ud800', 'x'.repeat(256)]
    let store: Store
    let owner: string
    beforeEach(() => {
      store = current().store
      owner = current().owner
    })

    test.each(bad)('the id %j is refused everywhere', async (id) => {
      const invalid = { code: 'invalid' }
      await expect(store.create(notes, note(owner, id))).rejects.toMatchObject(invalid)
      await expect(store.replace(notes, note(owner, id), 'v')).rejects.toMatchObject(invalid)
      await expect(store.get(notes, owner, id)).rejects.toMatchObject(invalid)
      await expect(store.remove(notes, owner, id)).rejects.toMatchObject(invalid)
      await expect(store.create(notes, note(id, 'a'))).rejects.toMatchObject(invalid)
      await expect(store.list(notes, id, { limit: 1 })).rejects.toMatchObject(invalid)
    })

    test('an id of 255 characters and one full of quotes are kept', async () => {
      for (const id of ['y'.repeat(255), `o'brien" OR 1=1 -- %20 [a] ;`, 'campaign:2026-01-05:person@tenant']) {
        expect(await store.create(notes, note(owner, id))).toMatchObject({ status: 'created' })
        expect((await store.get(notes, owner, id))?.document.id).toBe(id)
        await store.remove(notes, owner, id)
        expect(await store.get(notes, owner, id)).toBeUndefined()
      }
    })

    test.each([0, -1, 1.5, 2 ** 31])('a ttl of %d is refused', async (ttl) => {
      await expect(store.create(notes, note(owner, 'a', { ttl }))).rejects.toMatchObject({ code: 'invalid' })
    })

    test('a field of the store, and a document over 2 MB, are refused', async () => {
      await expect(store.create(notes, { ...note(owner, 'a'), _ts: 1 })).rejects.toMatchObject({ code: 'invalid' })
      const big = note(owner, 'a', { text: 'å'.repeat(1_000_001) })
      await expect(store.create(notes, big)).rejects.toMatchObject({ code: 'invalid' })
    })

    test('what does not fit the schema is not written: nobody could read it', async () => {
      const odd = { ...note(owner, 'a'), text: { a: 1 } } as never
      const refused = { code: 'internal', say: { key: 'error.unreadable' } }
      await expect(store.create(notes, odd)).rejects.toMatchObject(refused)
      expect(await store.get(notes, owner, 'a')).toBeUndefined()
      await store.create(notes, note(owner, 'a', { text: 'mine' }))
      const version = (await store.get(notes, owner, 'a'))?.version ?? ''
      await expect(store.replace(notes, odd, version)).rejects.toMatchObject(refused)
      expect((await store.get(notes, owner, 'a'))?.document.text).toBe('mine')
    })

    test('a document of a megabyte is kept', async () => {
      const text = 'å'.repeat(500_000)
      await store.create(notes, note(owner, 'big', { text }))
      expect((await store.get(notes, owner, 'big'))?.document.text).toBe(text)
    })
  })
}
