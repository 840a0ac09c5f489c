import { atOnce } from '../../src/async/at-once'
import { createScheduler } from '../../src/campaigns/planning/scheduler'
import { saveCampaign } from '../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../src/campaigns/verbs/start-campaign'
import { readConfig } from '../../src/config/config'
import { createLog } from '../../src/log/log'
import { openStore } from '../../src/open-store'
import type { Store } from '../../src/store/store'
import { type CosmosAccount, startCosmosAccount } from '../support/cosmos-account'
import { createPlace, type Place } from '../support/verbs'
import { addLeaders, audienceOf, createKeptQueue, occasionsOf, operator, weekly } from './place'

// More than one page.
const ids = Array.from({ length: 120 }, (_, n) => `leader-${String(n).padStart(4, '0')}`)

let account: CosmosAccount
let place: Place
let stores: readonly [Store, Store]
beforeEach(async () => {
  account = await startCosmosAccount()
  place = createPlace()
  place.clock.set('2026-12-01T08:00:00.000Z')
  const config = readConfig({ PEJLING_LOCAL: 'yes', ...account.env })
  const log = createLog({ level: 'silent' })
  stores = [await openStore(config, place.clock, log), await openStore(config, place.clock, log)]
})
afterEach(async () => {
  for (const store of stores) await store.close()
  await place.dispose()
  await account.close()
})

test('two instances on Cosmos DB plan an occasion once, for everybody', async () => {
  const [store, other] = stores
  const ctx = { ...operator(place), store }
  // A few at a time: each write has to be answered in time, however busy the machine is.
  await atOnce(4, ids, (leader) => addLeaders({ ...place, store }, [leader]))
  const { id } = await saveCampaign(ctx, weekly)
  await startCampaign(ctx, { campaignId: id })
  place.clock.set('2027-01-05T07:55:00.000Z')
  const kept = createKeptQueue(place)
  const one = createScheduler({ services: ctx, queue: kept.queue })
  const two = createScheduler({ services: { ...ctx, store: other }, queue: kept.queue })
  await Promise.all([one.tick(), two.tick()])
  expect(await occasionsOf(store, id)).toMatchObject([{ state: 'planned', recipients: ids.length, pages: 2 }])
  expect(await audienceOf(store, `${id}:2027-01-05`)).toEqual(ids)
  expect(kept.sent.map(({ work }) => 'page' in work && work.page)).toEqual([0, 1])
}, 120_000)
