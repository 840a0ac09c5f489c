import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import type { Worker } from '../../src/delivery/worker'
import { type CampaignPlace, openCampaignPlace, unlimited } from './campaign-place'
import { type Connector, startConnector } from './connector'
import { median, type Row } from './table'

const atATime = 32
const perRound = 1000
const rounds = 5
const warmUp = 500
const leastRatio = 0.7
const limit = 50
/** They take longer than the longest window that Teams counts. */
const limitedSends = 1600
const leastShare = 0.95

/** Campaigns through a connector that takes everything at once: how fast, and how well a limit is used. */
export async function measureDelivery(): Promise<Row[]> {
  const connector = await startConnector()
  const { serviceUrl } = connector
  const place = await openCampaignPlace()
  try {
    await place.introduce(warmUp + rounds * perRound + limitedSends, serviceUrl)
    return [...(await measureSpeed(place, connector, serviceUrl)), ...(await measureLimit(place, connector))]
  } finally {
    await place.close()
    await connector.stop()
  }
}

interface Round {
  readonly perSecond: number
  readonly cpuMs: number
}

async function measureSpeed(place: CampaignPlace, connector: Connector, serviceUrl: string): Promise<Row[]> {
  const bare = createBareSender(serviceUrl)
  const worker = place.worker({ pacing: unlimited })
  let campaign = 0
  const ours = async (count: number) => {
    await place.plan(count, `speed${campaign++}`)
    return timed(count, () => untilIdle(worker))
  }
  const sample = place.sampleMessage()
  const theirs = (count: number) => timed(count, () => bare(count, sample))
  await ours(warmUp)
  await theirs(warmUp)
  await connector.times()
  const [own, other]: [Round[], Round[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    own.push(await ours(perRound))
    await expectReceived(connector, perRound)
    other.push(await theirs(perRound))
    await expectReceived(connector, perRound)
  }
  const ratios = own.map(({ perSecond }, i) => perSecond / (other[i]?.perSecond ?? Number.NaN))
  const cpu = median(own.map(({ cpuMs }, i) => (other[i]?.cpuMs ?? Number.NaN) / cpuMs))
  const rate = (all: Round[]) => median(all.map(({ perSecond }) => perSecond)).toFixed(0)
  const each = (all: Round[]) => median(all.map(({ cpuMs }) => cpuMs)).toFixed(2)
  return [
    {
      what: `a campaign’s sends, ${atATime} at a time, all states on disk, against bare continueConversationAsync`,
      measured: `${median(ratios).toFixed(2)} x (${rate(own)}/s against ${rate(other)}/s; rounds ${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)})`,
      target: `>= ${leastRatio} x`,
      isOk: median(ratios) >= leastRatio,
    },
    {
      what: '    by processor time',
      measured: `${cpu.toFixed(2)} x (${each(own)} ms a send against ${each(other)} ms)`,
      target: '',
      isOk: undefined,
    },
  ]
}

async function measureLimit(place: CampaignPlace, connector: Connector): Promise<Row[]> {
  await place.plan(limitedSends, 'limit')
  await connector.times()
  const worker = place.worker({ sendsPerSecond: limit })
  worker.start()
  const until = Date.now() + 120_000
  const times: number[] = []
  while (times.length < limitedSends && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    times.push(...(await connector.times()))
  }
  await worker.stop()
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000
  const share = (times.length - 1) / seconds / limit
  const most = [1, 2, 30].map((window) => mostWithin(times, window * 1000))
  const isWithin = most.every((count, i) => count <= limit * ([1, 2, 30][i] ?? 0))
  return [
    {
      what: `share used of ${limit} sends/s, over ${seconds.toFixed(0)} s`,
      measured: `${(share * 100).toFixed(1)} %`,
      target: `>= ${leastShare * 100} %`,
      isOk: share >= leastShare,
    },
    {
      what: '    most that the connector saw within any 1, 2 and 30 s',
      measured: most.join(', '),
      target: [1, 2, 30].map((window) => `<= ${window * limit}`).join(', '),
      isOk: isWithin,
    },
  ]
}

/** The SDK's own way, as its samples have it, with nothing of ours. */
function createBareSender(serviceUrl: string) {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }))
  return async (count: number, card: object): Promise<void> => {
    let next = 0
    const send = async () => {
      while (next < count) {
        const reference = {
          channelId: 'msteams',
          serviceUrl,
          bot: { id: '28:bot', name: '' },
          user: { id: `29:${next}`, name: '' },
          conversation: { id: `a:${next++}`, isGroup: false, conversationType: 'personal', name: '' },
        }
        await adapter.continueConversationAsync('', reference, async (context) => {
          await context.sendActivity({ ...card } as Partial<Activity>)
        })
      }
    }
    await Promise.all(Array.from({ length: atATime }, send))
  }
}

async function timed(count: number, act: () => Promise<void>): Promise<Round> {
  const cpu = process.cpuUsage()
  const from = performance.now()
  await act()
  const ms = performance.now() - from
  const { user, system } = process.cpuUsage(cpu)
  return { perSecond: count / (ms / 1000), cpuMs: (user + system) / 1000 / count }
}

async function untilIdle(worker: Worker): Promise<void> {
  while ((await worker.runOnce()) > 0);
}

async function expectReceived(connector: Connector, count: number): Promise<void> {
  const { length } = await connector.times()
  if (length !== count) throw new Error(`${length} messages came instead of ${count}`)
}

function mostWithin(times: readonly number[], ms: number): number {
  let most = 0
  let from = 0
  for (const [i, time] of times.entries()) {
    while (time - (times[from] ?? 0) >= ms) from += 1
    most = Math.max(most, i - from + 1)
  }
  return most
}
