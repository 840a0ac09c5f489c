import assert from 'node:assert/strict'
import { createHttpServer } from '@vercel/cosmosdb-server'
import { containers } from '../../src/records/containers'
import { createContainers } from '../../src/store/cosmos/cosmos-containers'
import { createRandom } from '../bench/random'
import { startAzurite } from '../contracts/azurite'
import { emulatorKey } from '../contracts/cosmos-line'
import { listen, shut } from '../contracts/fault-proxy'
import type { Report } from '../e2e/report'
import { countStates, planFor, untilSettled, withoutReflection } from './occasion-state'
import { openPlace, type PlaceKey } from './place'
import { say } from './say'
import { startSenders } from './senders'
import { createUnrulyConnector } from './unruly-connector'

const senders = 3
const atOnce = 4

/** Three processes on Cosmos DB and an Azure queue, one campaign; one of them dies and does not come back. */
export async function soakAzure(step: Report['step'], { recipients }: { recipients: number }): Promise<void> {
  const cosmos = createHttpServer()
  const endpoint = `http://127.0.0.1:${await listen(cosmos)}`
  const azurite = await startAzurite()
  await createContainers({ endpoint, key: emulatorKey, database: 'soak', containers, enableEndpointDiscovery: false })
  const key: PlaceKey = { kind: 'azure', endpoint, key: emulatorKey, connection: azurite.connectionString }
  const place = await openPlace(key)
  const connector = await createUnrulyConnector({ random: createRandom(7), latencyMs: [100, 300] })
  const running = await startSenders(key, senders, atOnce)
  const occasionId = await planFor(place, recipients, connector.serviceUrl, 'cloud')

  await step('on Cosmos DB and an Azure queue, one of three processes is killed while all send', async () => {
    while (connector.taken.size < recipients / 4) await new Promise((resolve) => setTimeout(resolve, 50))
    await running.end(0)
    assert.ok(connector.taken.size < recipients, 'the campaign was over before the kill')
  })
  const all = await untilSettled(place.store, occasionId, recipients, 90_000)
  const states = countStates(all)
  say(`    ${recipients} recipients: ${states}`)

  await step('nobody gets a message twice, whichever of the processes sends it', async () => {
    assert.deepEqual(
      [...connector.taken].filter(([, count]) => count > 1),
      [],
    )
  })
  await step('the work of the dead one is taken over, and everybody is accounted for', async () => {
    assert.equal(all.length, recipients)
    assert.deepEqual(
      all.filter(({ state }) => state === 'claimed' || state === 'pending').map(({ id }) => id),
      [],
    )
    const known = new Set(all.filter(({ state }) => state === 'sent' || state === 'unknown').map(({ id }) => id))
    assert.deepEqual(
      [...connector.taken.keys()].filter((id) => !known.has(id)),
      [],
    )
  })
  await step('everybody who may have a prompt finds it in the journal', async () => {
    const mayHave = all.filter(({ state }) => state === 'sent' || state === 'unknown')
    assert.deepEqual(await withoutReflection(place.store, mayHave), [])
  })
  await step('the others had a share in it, and end in order', async () => {
    const shares = [1, 2].map((n) => all.filter(({ claimedBy }) => claimedBy === `sender-${n}`).length)
    assert.ok(
      shares.every((share) => share > 0),
      `shares of ${shares.join(' and ')}`,
    )
    assert.deepEqual((await running.stop()).slice(1), [0, 0])
  })
  await place.close()
  await connector.close()
  await azurite.stop()
  await shut(cosmos)
}
