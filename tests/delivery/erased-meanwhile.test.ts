import type { Ctx } from '../../src/caller/context'
import { erasePerson } from '../../src/people/erase-person'
import { reflections } from '../../src/records/reflection'
import { asStored } from '../../src/store/as-stored'
import type { Store } from '../../src/store/store'
import { startCosmosAccount } from '../support/cosmos-account'
import { createDeliveryPlace, type DeliveryPlace } from '../support/delivery-place'
import { nothingShown } from '../support/nothing-shown'

/** Calls `before` ahead of each call of the store. */
function announcing(store: Store, before: () => Promise<void>): Store {
  const after = async <T>(call: () => Promise<T>): Promise<T> => {
    await before()
    return call()
  }
  return {
    ...store,
    get: (...given) => after(() => store.get(...given)),
    create: (...given) => after(() => store.create(...given)),
    replace: (...given) => after(() => store.replace(...given)),
    remove: (...given) => after(() => store.remove(...given)),
    list: (...given) => after(() => store.list(...given)),
  }
}

/** An account of its own: ids come again with every moment that is tried. */
async function openCosmos() {
  const account = await startCosmosAccount()
  return { store: await account.open(), close: account.close }
}

const turnOfLoop = () => new Promise((resolve) => setImmediate(resolve))

/** Delivers to one person who erases everything, from the worker's `nth` call of the store on: all of it then, or a call for each of the worker's. */
async function eraseDuring(nth: number, isAtOnce: boolean, given?: Store) {
  let calls = 0
  let erasure: Promise<void> | undefined
  let isOver = false
  let wasSentBefore = false
  const waiting: (() => void)[] = []
  const letOneStep = async () => {
    for (const go of waiting.splice(0)) go()
    await turnOfLoop()
  }
  const place: DeliveryPlace = createDeliveryPlace(
    (store) =>
      announcing(store, async () => {
        calls += 1
        if (calls === nth) {
          wasSentBefore = place.sent.length > 0
          const own = isAtOnce ? store : announcing(store, () => new Promise((resolve) => waiting.push(resolve)))
          const ctx: Ctx = {
            ...place.services,
            store: own,
            caller: { tenantId: 'tenant', leaderId: 'leader-0', name: '' },
          }
          erasure = erasePerson(ctx, nothingShown).then(() => {
            isOver = true
          })
          if (isAtOnce) await erasure
        }
        if (erasure && !isOver) await letOneStep()
      }),
    given,
  )
  try {
    const id = await place.plan(await place.people(1))
    await place.deliver(place.worker({ concurrency: 1 }))
    const hasBegun = erasure !== undefined
    while (hasBegun && !isOver) await letOneStep()
    const rows = await place.deliveries(id)
    const own = await place.store.list(asStored(reflections), 'leader-0', { limit: 10 })
    return {
      hasBegun,
      wasSentBefore,
      sent: place.sent.length,
      named: rows.filter((row) => JSON.stringify(row).includes('leader-0')).length + own.documents.length,
      counted: rows.length,
    }
  } finally {
    await place.dispose()
  }
}

describe.each([
  ['at once', true],
  ['step by step', false],
])('whoever erases everything while a campaign is being sent, %s', (_how, isAtOnce) => {
  test.each([
    ['SQLite', async () => ({ store: undefined, close: async () => {} })],
    ['Cosmos DB', openCosmos],
  ] as const)(
    'on %s is told nothing after that, stands in no delivery, and is counted once',
    async (_name, open) => {
      let moments = 0
      for (let nth = 1; ; nth++) {
        const { store, close } = await open()
        const { hasBegun, wasSentBefore, sent, named, counted } = await eraseDuring(nth, isAtOnce, store)
        await close()
        if (!hasBegun) break
        moments += 1
        // Where both run side by side, one message may be on its way while the erasure ends.
        const isFine = sent <= (isAtOnce && !wasSentBefore ? 0 : 1)
        expect({ nth, isFine, named, counted }).toEqual({ nth, isFine: true, named: 0, counted: 1 })
      }
      expect(moments).toBeGreaterThan(8)
    },
    120_000,
  )
})
