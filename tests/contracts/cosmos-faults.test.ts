import { randomUUID } from 'node:crypto'
import dns from 'node:dns'
import { createCosmosStore } from '../../src/store/cosmos/cosmos-store'
import type { Store } from '../../src/store/store'
import {
  type CosmosLine,
  cosmosLine,
  isCreate,
  isQuery,
  isRead,
  isRemove,
  isReplace,
  quick,
  thrownBy,
} from './cosmos-line'
import type { FaultProxy } from './fault-proxy'
import { note, notes } from './notes'

const throttled = { status: 429, headers: { 'x-ms-retry-after-ms': '20' } }
const always = Number.POSITIVE_INFINITY

describe('Cosmos DB store on a disturbed line', () => {
  let line: CosmosLine
  let store: Store
  let proxy: FaultProxy
  let owner: string

  beforeAll(async () => {
    line = await cosmosLine()
    store = line.store
    proxy = line.proxy
  })
  afterAll(() => line.close())
  beforeEach(() => {
    owner = randomUUID()
    line.calm()
  })

  describe('a list', () => {
    // As documented: a page may be short, or empty, though there is more.
    function answerInParts(parts: readonly (readonly object[])[]): void {
      line.disturb(
        isQuery,
        (_seen, nth) => {
          const headers: Record<string, string> =
            parts[nth] === undefined ? {} : { 'x-ms-continuation': `after-${nth}` }
          const documents = parts[nth - 1] ?? []
          return {
            status: 200,
            headers,
            body: JSON.stringify({ _rid: 'x', Documents: documents, _count: documents.length }),
          }
        },
        parts.length,
      )
    }
    const item = (id: string) => ({ ...note(owner, id), _etag: `"${id}"`, _rid: id, _self: id, _ts: 1 })

    test('that begins with an empty page finds what comes after it', async () => {
      answerInParts([[], [item('a')], [], [item('b')]])
      const page = await store.list(notes, owner, { limit: 5 })
      expect(page.documents.map(({ document }) => document.id)).toEqual(['a', 'b'])
      expect(page.cursor).toBeUndefined()
      expect(line.count(isQuery)).toBe(4)
    })

    test('asks on until the page is full, and for no more than that', async () => {
      answerInParts([[item('a')], [], [item('b')], [item('c')]])
      const page = await store.list(notes, owner, { limit: 2 })
      expect(page.documents.map(({ document }) => document.id)).toEqual(['a', 'b'])
      expect(page.cursor).toBeDefined()
      expect(line.count(isQuery)).toBe(3)
    })
  })

  describe('a write whose answer is lost', () => {
    test.each(['lose answer', 'break', 'hang'] as const)('is created when the first try meets "%s"', async (fault) => {
      line.disturb(isCreate, () => fault)
      expect(await store.create(notes, note(owner, 'a', { text: 'mine' }))).toMatchObject({ status: 'created' })
      const found = await store.get(notes, owner, 'a')
      expect(found?.document).toEqual(note(owner, 'a', { text: 'mine' }))
      expect(line.count(isCreate)).toBe(2)
    })

    test('gives back a version that the next replace can use', async () => {
      line.disturb(isCreate, () => 'lose answer')
      const created = (await store.create(notes, note(owner, 'a'))) as { version: string }
      line.disturb(isReplace, () => 'lose answer')
      const replaced = await store.replace(notes, note(owner, 'a', { rank: 1 }), created.version)
      expect(replaced).toMatchObject({ status: 'replaced' })
      const again = await store.replace(notes, note(owner, 'a', { rank: 2 }), (replaced as { version: string }).version)
      expect(again).toMatchObject({ status: 'replaced' })
      expect((await store.get(notes, owner, 'a'))?.document.rank).toBe(2)
    })

    test('is `exists` when another was first, with the same content too', async () => {
      line.disturb(isCreate, (_, nth) => (nth === 1 ? 'pass' : 'break'), 2)
      await store.create(notes, note(owner, 'a', { text: 'same' }))
      expect(await store.create(notes, note(owner, 'a', { text: 'same' }))).toEqual({ status: 'exists' })
    })

    test.each(['lose answer', 'break', 'hang'] as const)('is replaced when the first try meets "%s"', async (fault) => {
      const { version } = (await store.create(notes, note(owner, 'a'))) as { version: string }
      line.disturb(isReplace, () => fault)
      expect(await store.replace(notes, note(owner, 'a', { rank: 7 }), version)).toMatchObject({ status: 'replaced' })
      expect((await store.get(notes, owner, 'a'))?.document.rank).toBe(7)
    })

    test('is `changed` when another replaced it first', async () => {
      const { version } = (await store.create(notes, note(owner, 'a'))) as { version: string }
      await store.replace(notes, note(owner, 'a', { text: 'theirs' }), version)
      line.disturb(isReplace, () => 'break')
      expect(await store.replace(notes, note(owner, 'a', { text: 'mine' }), version)).toEqual({ status: 'changed' })
      expect((await store.get(notes, owner, 'a'))?.document.text).toBe('theirs')
    })

    test.each(['lose answer', 'break', 'hang'] as const)('is removed when the first try meets "%s"', async (fault) => {
      await store.create(notes, note(owner, 'a'))
      line.disturb(isRemove, () => fault)
      await store.remove(notes, owner, 'a')
      expect(await store.get(notes, owner, 'a')).toBeUndefined()
    })

    test('is unavailable, not `created`, when nobody can tell whose the document is', async () => {
      line.disturb(
        (seen) => isCreate(seen) || isRead(seen),
        (seen) => (isCreate(seen) ? 'lose answer' : { status: 503 }),
        always,
      )
      const error = await thrownBy(store.create(notes, note(owner, 'a')))
      expect(error).toMatchObject({ code: 'unavailable' })
      // Repeating it later is safe.
      proxy.disturb(() => 'pass')
      expect(await store.create(notes, note(owner, 'a'))).toEqual({ status: 'exists' })
    })

    test('is tried again when the document it met is gone', async () => {
      line.disturb(
        (seen) => isCreate(seen) || isRead(seen),
        () => ({ status: 409 }),
        1,
      )
      expect(await store.create(notes, note(owner, 'a'))).toMatchObject({ status: 'created' })
    })
  })

  describe('a busy or broken service', () => {
    test('429 and then success is success, without a second write of ours', async () => {
      line.disturb(isCreate, () => throttled, 2)
      expect(await store.create(notes, note(owner, 'a'))).toMatchObject({ status: 'created' })
      expect(line.count(isCreate)).toBe(3)
    })

    test('429 for ever is unavailable within the time allowed for waiting', async () => {
      line.disturb(isCreate, () => ({ status: 429, headers: { 'x-ms-retry-after-ms': '100' } }), always)
      const start = performance.now()
      const error = await thrownBy(store.create(notes, note(owner, 'a')))
      expect(error).toMatchObject({ code: 'unavailable', message: expect.stringContaining('throughput') })
      expect(performance.now() - start).toBeLessThan(1000)
    })

    test('429 that asks for a long wait is cut off by the deadline', async () => {
      line.disturb(isRead, () => ({ status: 429, headers: { 'x-ms-retry-after-ms': '4000' } }), always)
      const start = performance.now()
      expect(await thrownBy(store.get(notes, owner, 'a'))).toMatchObject({ code: 'unavailable' })
      expect(performance.now() - start).toBeLessThan(3000)
    })

    test.each([503, 449, 408, 500])('%d and then success is success', async (status) => {
      line.disturb(
        (seen) => isCreate(seen) || isRead(seen) || isReplace(seen) || isRemove(seen),
        (_, nth) => (nth % 2 ? { status } : 'pass'),
        always,
      )
      const created = await store.create(notes, note(owner, 'a'))
      expect(created).toMatchObject({ status: 'created' })
      expect(await store.get(notes, owner, 'a')).toBeDefined()
      const { version } = created as { version: string }
      expect(await store.replace(notes, note(owner, 'a'), version)).toMatchObject({ status: 'replaced' })
      await store.remove(notes, owner, 'a')
    })

    test('503 for ever is unavailable after three tries', async () => {
      line.disturb(isCreate, () => ({ status: 503 }), always)
      const error = await thrownBy(store.create(notes, note(owner, 'a')))
      expect(error).toMatchObject({ code: 'unavailable', message: expect.stringContaining('status 503') })
      expect(line.count(isCreate)).toBe(3)
    })

    test.each([
      ['an empty answer', ''],
      ['the page of a proxy', '<html>Bad gateway</html>'],
    ])('%s instead of JSON is unavailable', async (_, body) => {
      line.disturb(isCreate, () => ({ status: 502, body }), always)
      expect(await thrownBy(store.create(notes, note(owner, 'a')))).toMatchObject({ code: 'unavailable' })
    })

    test('a service that never answers is unavailable within the deadline, for every method', async () => {
      proxy.disturb(() => 'hang')
      const start = performance.now()
      const failures = await Promise.all([
        thrownBy(store.get(notes, owner, 'a')),
        thrownBy(store.create(notes, note(owner, 'a'))),
        thrownBy(store.replace(notes, note(owner, 'a'), 'v')),
        thrownBy(store.remove(notes, owner, 'a')),
        thrownBy(store.list(notes, owner, { limit: 1 })),
        thrownBy(store.check()),
      ])
      expect(failures.map(({ code }) => code)).toEqual(Array(6).fill('unavailable'))
      expect(performance.now() - start).toBeLessThan(3500)
    })

    test('an address where nobody listens is unavailable within the deadline', async () => {
      const lost = await createCosmosStore({ ...line.account, endpoint: 'http://127.0.0.1:9', timings: quick })
      expect(await thrownBy(lost.get(notes, owner, 'a'))).toMatchObject({ code: 'unavailable' })
      expect(await thrownBy(lost.create(notes, note(owner, 'a')))).toMatchObject({ code: 'unavailable' })
      await lost.close()
    })

    test('while its name cannot be resolved one search goes on for all, and its regions are used when found', async () => {
      const resolve = dns.lookup
      const lookup = jest.spyOn(dns, 'lookup')
      const asks = (): number => lookup.mock.calls.filter(([name]) => String(name) === 'account.invalid').length
      lookup.mockImplementation(((name: string, options: object, answer: (error: Error | null) => void) =>
        name === 'account.invalid'
          ? answer(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }))
          : resolve(name, options, answer as never)) as never)
      const { port } = new URL(proxy.endpoint)
      const far = { ...line.account, endpoint: `http://account.invalid:${port}`, enableEndpointDiscovery: true }
      const lost = await createCosmosStore({ ...far, timings: quick })
      const start = performance.now()
      const failures = await Promise.all(Array.from({ length: 20 }, () => thrownBy(lost.get(notes, owner, 'a'))))
      expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['unavailable']))
      expect(performance.now() - start).toBeLessThan(3500)
      expect(asks()).toBeLessThan(5)

      lookup.mockImplementation(((_: string, options: { all?: boolean }, answer: (...found: unknown[]) => void) => {
        const address = { address: '127.0.0.1', family: 4 }
        return options.all ? answer(null, [address]) : answer(null, address.address, address.family)
      }) as never)
      const region = [{ name: 'West Europe', databaseAccountEndpoint: proxy.endpoint }]
      const body = JSON.stringify({ id: 'account', writableLocations: region, readableLocations: region })
      proxy.disturb(({ path }) => (path === '/' ? { status: 200, body } : 'pass'))
      expect(await lost.create(notes, note(owner, 'a'))).toMatchObject({ status: 'created' })
      expect(await lost.get(notes, owner, 'a')).toBeDefined()
      expect(proxy.seen.filter(({ path }) => path === '/')).toHaveLength(1)
      await lost.close()
      lookup.mockRestore()
    })
  })
})
