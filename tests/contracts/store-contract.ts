import { randomUUID } from 'node:crypto'
import type { AppError } from '../../src/errors'
import { asStored } from '../../src/store/as-stored'
import type { OnUnreadable, Store } from '../../src/store/store'
import { lastingNotes, type Note, note, notes } from './notes'
import { storeListContract } from './store-list-contract'
import { storeRefusalContract } from './store-refusal-contract'
import { storeUnreadableContract } from './store-unreadable-contract'

/** One place for documents, opened as often as a test likes. */
export interface StorePlace {
  /** Another store over the same documents, with the containers of `notes.ts`. */
  open(onUnreadable?: OnUnreadable): Promise<Store>
  dispose(): Promise<void>
}

/** Every guarantee of the port. Each test has a partition of its own, so that a real account can be used again and again. */
export function storeContract(name: string, prepare: () => Promise<StorePlace>): void {
  describe(`store contract: ${name}`, () => {
    let place: StorePlace
    let store: Store
    let other: Store
    let owner: string
    const toldOf: { id: string; fault: AppError }[] = []

    beforeAll(async () => {
      place = await prepare()
      store = await place.open(({ id }, fault) => void toldOf.push({ id, fault }))
      other = await place.open()
    })
    afterAll(async () => {
      await store.close()
      await other.close()
      await place.dispose()
    })
    beforeEach(() => {
      owner = randomUUID()
    })

    const read = async (id: string): Promise<Note | undefined> => (await store.get(notes, owner, id))?.document
    const mustRead = async (id: string) => {
      const found = await store.get(notes, owner, id)
      if (!found) throw new Error(`${id} is not there`)
      return found
    }

    describe('create and get', () => {
      test('what was created is read back, with the version it was created with', async () => {
        const outcome = await store.create(notes, note(owner, 'a', { text: 'first' }))
        expect(outcome).toEqual({ status: 'created', version: expect.any(String) })
        expect(await store.get(notes, owner, 'a')).toEqual({
          document: note(owner, 'a', { text: 'first' }),
          version: (outcome as { version: string }).version,
        })
      })

      test('an absent document is undefined', async () => {
        expect(await store.get(notes, owner, 'absent')).toBeUndefined()
      })

      test('a second create is told that it exists and changes nothing', async () => {
        await store.create(notes, note(owner, 'a', { text: 'first' }))
        expect(await other.create(notes, note(owner, 'a', { text: 'second' }))).toEqual({ status: 'exists' })
        expect((await read('a'))?.text).toBe('first')
      })

      test('of 20 creators of one id at once exactly one is told that it created', async () => {
        const creators = Array.from({ length: 20 }, (_, n) =>
          (n % 2 ? store : other).create(notes, note(owner, 'race', { rank: n })),
        )
        const outcomes = await Promise.all(creators)
        expect(outcomes.filter(({ status }) => status === 'created')).toHaveLength(1)
        expect((await read('race'))?.rank).toBe(outcomes.findIndex(({ status }) => status === 'created'))
      })

      test('danish letters and emoji come back as they were, in text and in ids', async () => {
        const text = 'Rødgrød med fløde på Ærø 🧭👩🏽‍🏫 "citat" \\ \u0000 \n'
        await store.create(notes, note(`${owner}-æøå`, 'prøve-ÆØÅ-🧭', { text }))
        const found = await store.get(notes, `${owner}-æøå`, 'prøve-ÆØÅ-🧭')
        expect(found?.document.text).toBe(text)
      })

      test('fields that the schema does not know survive a read and a rewrite', async () => {
        await store.create(notes, { ...note(owner, 'a'), later: { deep: [1, null, 'x'] } })
        const found = await mustRead('a')
        await store.replace(notes, { ...found.document, text: 'rewritten' }, found.version)
        expect(await read('a')).toMatchObject({ text: 'rewritten', later: { deep: [1, null, 'x'] } })
      })

      test('the defaults of the schema are filled in', async () => {
        await store.create(asStored(notes), { id: 'bare', owner })
        expect((await read('bare'))?.colour).toBe('blue')
      })

      test('the store adds no field of its own', async () => {
        await store.create(notes, note(owner, 'a'))
        const found = await mustRead('a')
        expect(found.document).toEqual(note(owner, 'a'))
        await store.replace(notes, note(owner, 'a', { rank: 2 }), found.version)
        expect(await read('a')).toEqual(note(owner, 'a', { rank: 2 }))
      })
    })

    describe('partitions and containers', () => {
      test('one id in two partitions is two documents', async () => {
        const neighbour = `${owner}-neighbour`
        expect(await store.create(notes, note(owner, 'same', { text: 'mine' }))).toMatchObject({ status: 'created' })
        expect(await store.create(notes, note(neighbour, 'same', { text: 'theirs' }))).toMatchObject({
          status: 'created',
        })
        expect((await store.get(notes, neighbour, 'same'))?.document.text).toBe('theirs')
        expect((await store.list(notes, owner, { limit: 10 })).documents.map(({ document }) => document.text)).toEqual([
          'mine',
        ])
        await store.remove(notes, owner, 'same')
        expect(await read('same')).toBeUndefined()
        expect((await store.get(notes, neighbour, 'same'))?.document.text).toBe('theirs')
      })

      test('no document is found through another partition', async () => {
        await store.create(notes, note(owner, 'a'))
        expect(await store.get(notes, `${owner}-neighbour`, 'a')).toBeUndefined()
        expect((await store.list(notes, `${owner}-neighbour`, { limit: 10 })).documents).toEqual([])
      })

      test('one id in two containers is two documents', async () => {
        await store.create(notes, note(owner, 'same', { text: 'note' }))
        expect(await store.create(lastingNotes, note(owner, 'same'))).toMatchObject({ status: 'created' })
        await store.remove(lastingNotes, owner, 'same')
        expect((await read('same'))?.text).toBe('note')
      })
    })

    describe('replace and remove', () => {
      test('replaces what is unchanged since it was read', async () => {
        await store.create(notes, note(owner, 'a', { text: 'first' }))
        const before = await mustRead('a')
        const outcome = await store.replace(notes, note(owner, 'a', { text: 'second' }), before.version)
        expect(outcome.status).toBe('replaced')
        const after = await mustRead('a')
        expect(after.document.text).toBe('second')
        expect(outcome).toEqual({ status: 'replaced', version: after.version })
        expect(after.version).not.toBe(before.version)
      })

      test('a replacement drops the fields it leaves out', async () => {
        await store.create(notes, note(owner, 'a', { text: 'first', rank: 1 }))
        await store.replace(notes, note(owner, 'a'), (await mustRead('a')).version)
        expect(await read('a')).toEqual(note(owner, 'a'))
      })

      test('the version that create and replace return serves the next replace', async () => {
        const created = await store.create(notes, note(owner, 'a'))
        const first = await other.replace(notes, note(owner, 'a', { rank: 1 }), versionOf(created))
        const second = await store.replace(notes, note(owner, 'a', { rank: 2 }), versionOf(first))
        expect(second.status).toBe('replaced')
        expect((await read('a'))?.rank).toBe(2)
      })

      test('is told of a change by somebody else and changes nothing', async () => {
        await store.create(notes, note(owner, 'a'))
        const stale = await mustRead('a')
        await other.replace(notes, note(owner, 'a', { text: 'theirs' }), stale.version)
        expect(await store.replace(notes, note(owner, 'a', { text: 'mine' }), stale.version)).toEqual({
          status: 'changed',
        })
        expect((await read('a'))?.text).toBe('theirs')
      })

      test('of 20 replacements of one version at once exactly one is made', async () => {
        await store.create(notes, note(owner, 'race'))
        const { version } = await mustRead('race')
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, (_, n) =>
            (n % 2 ? store : other).replace(notes, note(owner, 'race', { rank: n }), version),
          ),
        )
        expect(outcomes.filter(({ status }) => status === 'replaced')).toHaveLength(1)
        expect((await read('race'))?.rank).toBe(outcomes.findIndex(({ status }) => status === 'replaced'))
      })

      test('a document that was removed is changed, also when it was created again just the same', async () => {
        await store.create(notes, note(owner, 'a'))
        const { version } = await mustRead('a')
        await other.remove(notes, owner, 'a')
        expect(await store.replace(notes, note(owner, 'a'), version)).toEqual({ status: 'changed' })
        expect(await read('a')).toBeUndefined()
        await other.create(notes, note(owner, 'a'))
        expect(await store.replace(notes, note(owner, 'a', { text: 'late' }), version)).toEqual({ status: 'changed' })
        expect(await read('a')).toEqual(note(owner, 'a'))
      })

      test.each(['', '*', 'v', '"0000"'])('a version that no store gave, like %j, is changed', async (version) => {
        await store.create(notes, note(owner, 'a'))
        expect(await store.replace(notes, note(owner, 'a', { rank: 1 }), version)).toEqual({ status: 'changed' })
        expect(await read('a')).toEqual(note(owner, 'a'))
      })

      test('a document that was removed can be created again', async () => {
        await store.create(notes, note(owner, 'a'))
        await store.remove(notes, owner, 'a')
        expect(await read('a')).toBeUndefined()
        expect(await store.create(notes, note(owner, 'a', { text: 'again' }))).toMatchObject({ status: 'created' })
      })

      test('removing what is not there is fine', async () => {
        await expect(store.remove(notes, owner, 'never')).resolves.toBeUndefined()
      })
    })

    storeRefusalContract(() => ({ store, other, owner }))
    storeListContract(() => ({ store, other, owner }))
    storeUnreadableContract(() => ({ store, owner, toldOf }))

    describe('opening and closing', () => {
      test('everything is there for a store opened later', async () => {
        await store.create(notes, note(owner, 'a', { text: 'kept' }))
        const third = await place.open()
        expect((await third.get(notes, owner, 'a'))?.document.text).toBe('kept')
        await third.close()
      })

      test('check is quiet while the store can be read', async () => {
        await expect(store.check()).resolves.toBeUndefined()
      })

      test('after close everything is unavailable, and closing again is fine', async () => {
        const closed = await place.open()
        await closed.close()
        await closed.close()
        const unavailable = { code: 'unavailable' }
        await expect(closed.get(notes, owner, 'a')).rejects.toMatchObject(unavailable)
        await expect(closed.create(notes, note(owner, 'late'))).rejects.toMatchObject(unavailable)
        await expect(closed.replace(notes, note(owner, 'late'), 'v')).rejects.toMatchObject(unavailable)
        await expect(closed.remove(notes, owner, 'a')).rejects.toMatchObject(unavailable)
        await expect(closed.list(notes, owner, { limit: 1 })).rejects.toMatchObject(unavailable)
        await expect(closed.check()).rejects.toMatchObject(unavailable)
        expect(await read('late')).toBeUndefined()
      })
    })
  })
}

function versionOf(outcome: { readonly status: string; readonly version?: string }): string {
  if (outcome.version === undefined) throw new Error(`nothing was written: ${outcome.status}`)
  return outcome.version
}
