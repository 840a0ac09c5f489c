import assert from 'node:assert/strict'
import { createRandom } from '../bench/random'
import type { Report } from '../e2e/report'
import { eraseSome } from './erase-some'
import { countStates, planFor, untilSettled, withoutReflection } from './occasion-state'
import { openPlace } from './place'
import { say } from './say'
import { startSenders } from './senders'
import { createUnrulyConnector } from './unruly-connector'

export interface SqliteSoak {
  readonly file: string
  readonly recipients: number
  readonly kills: number
  readonly seed: number
}

const senders = 2
const atOnce = 8

/** Two processes on one file, one campaign, killed again and again while they send. */
export async function soakSqlite(step: Report['step'], { file, recipients, kills, seed }: SqliteSoak): Promise<void> {
  const random = createRandom(seed)
  const connector = await createUnrulyConnector({ random: createRandom(seed + 1), latencyMs: [50, 250] })
  const key = { kind: 'sqlite', file } as const
  const place = await openPlace(key)
  const occasionId = await planFor(place, recipients, connector.serviceUrl, 'soak')
  const running = await startSenders(key, senders, atOnce)
  const from = Date.now()
  const erased = new Map<string, number>()
  const erasing = eraseSome(place, connector, { every: 50, recipients, erased })

  await step(`${kills} times one of ${senders} processes is killed with -9 while it sends`, async () => {
    for (let kill = 0; kill < kills; kill++) {
      // At a random moment of its part of the campaign, however fast that goes.
      const moment = ((kill + random()) / (kills + 1)) * recipients
      while (connector.taken.size < moment) await new Promise((resolve) => setTimeout(resolve, 20))
      await running.kill(kill % senders)
    }
  })
  await erasing
  const all = await untilSettled(place.store, occasionId, recipients, 240_000)
  const isErased = (id: string) => erased.has(id.slice(occasionId.length + 1))
  const of = (state: string) => all.filter((delivery) => delivery.state === state)
  const states = countStates(all)
  say(`    ${recipients} recipients in ${((Date.now() - from) / 1000).toFixed(0)} s: ${states}`)
  say(`    Teams: ${[...connector.answers].map(([answer, count]) => `${count} ${answer}`).join(', ')}`)

  await step('nobody gets a message twice', async () => {
    assert.deepEqual(
      [...connector.taken].filter(([, count]) => count > 1),
      [],
    )
  })
  await step('everybody is accounted for, and nothing is left under way', async () => {
    assert.equal(all.length, recipients)
    assert.deepEqual(
      [...of('claimed'), ...of('pending'), ...of('missed')].map(({ id }) => id),
      [],
    )
  })
  await step('whatever Teams has taken is recorded as sent or as not known', async () => {
    const known = new Set([...of('sent'), ...of('unknown')].map(({ id }) => id))
    assert.deepEqual(
      [...connector.taken.keys()].filter((id) => !known.has(id) && !isErased(id)),
      [],
    )
    assert.deepEqual(
      of('sent')
        .filter(({ id, recipientId }) => !connector.taken.has(id) && !recipientId.startsWith('erased-'))
        .map(({ id }) => id),
      [],
    )
  })
  await step(
    `of ${erased.size} who erased everything meanwhile nothing is left, and nothing comes to them later`,
    async () => {
      assert.ok(erased.size > 0)
      const rows = all.map((delivery) => JSON.stringify(delivery))
      for (const [leaderId, taken] of erased) {
        assert.deepEqual(
          rows.filter((row) => row.includes(`"${leaderId}"`)),
          [],
        )
        assert.equal(connector.taken.get(`${occasionId}:${leaderId}`) ?? 0, taken)
      }
    },
  )
  await step('no more is not known than was in flight at the kills or ambiguously answered', async () => {
    const most = kills * atOnce + connector.ambiguous()
    assert.ok(of('unknown').length <= most, `${of('unknown').length} are unknown, at most ${most} could be`)
    say(`    ${of('unknown').length} unknown, at most ${most} could be`)
  })
  await step('everybody who may have a prompt finds it in the journal', async () => {
    const mayHave = [...of('sent'), ...of('unknown')].filter(({ recipientId }) => !recipientId.startsWith('erased-'))
    assert.deepEqual(await withoutReflection(place.store, mayHave), [])
  })
  await step('the processes end in order', async () => {
    assert.deepEqual(await running.stop(), [0, 0])
  })
  await place.close()
  await connector.close()
}
