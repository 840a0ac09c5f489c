import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Services } from '../../src/caller/context'
import type { Pacing } from '../../src/delivery/policy/pacing'
import type { Destination, Outgoing, Sender, SendOutcome } from '../../src/delivery/policy/sender'
import { createWorker, type Worker, type WorkerOptions } from '../../src/delivery/worker'
import { createSqliteQueue } from '../../src/queue/sqlite/sqlite-queue'
import { type Work, workQueueName, workSchema } from '../../src/queue/work-message'
import type { WorkQueue } from '../../src/queue/work-queue'
import type { Recipient } from '../../src/records/campaign'
import { type Delivery, deliveries } from '../../src/records/delivery'
import { type Leader, leaderSchema, leaders } from '../../src/records/leader'
import { everyDocument } from '../../src/store/every-document'
import type { Store } from '../../src/store/store'
import { createLogLines, type LogLine } from './log-lines'
import { type PlannedOccasion, planOccasion } from './occasion'
import { createPlace, type Place } from './verbs'

export interface Sent {
  readonly to: Destination
  readonly message: Outgoing
  /** The id of whom it was for. */
  readonly recipientId: string
}

/** Store, queue and worker as the program has them, a clock that stands still, and Teams as a port of ours. */
export interface DeliveryPlace extends Omit<Place, 'ctx'> {
  readonly services: Services
  readonly queue: WorkQueue<Work>
  readonly sent: Sent[]
  /** What becomes of a message; replaces what was said before. Default: it arrives. */
  answer(outcome: (sent: Sent, nth: number) => SendOutcome | Promise<SendOutcome>): void
  worker(options?: Partial<WorkerOptions>): Worker
  /** People who have met the bot. */
  people(count: number, more?: Partial<Leader>): Promise<Recipient[]>
  plan(recipients: readonly Recipient[], more?: Partial<PlannedOccasion>): Promise<string>
  /** Does what is due, until nothing is. */
  deliver(worker?: Worker): Promise<void>
  deliveries(occasionId: string): Promise<Delivery[]>
  logLines(): LogLine[]
}

let activities = 0

/** A message that arrives where it was sent. */
export function arrived({ to }: Sent): SendOutcome {
  activities += 1
  const conversation =
    to.kind === 'person'
      ? { conversationId: `a:${to.personId}`, serviceUrl: 'https://smba.trafficmanager.net/teams/', botId: '28:bot' }
      : to.conversation
  return { status: 'sent', activityId: `activity-${activities}`, conversation }
}

export const anyPace: Pacing = { take: () => 0, conversationWaitMs: () => 0, depart: () => 0, setRate: () => {} }

/** @param wrap what worker and verbs are handed of the store @param own instead of a SQLite store of its own */
export function createDeliveryPlace(wrap: (store: Store) => Store = (store) => store, own?: Store): DeliveryPlace {
  const { ctx, ...place } = createPlace(own)
  const folder = mkdtempSync(join(tmpdir(), 'pejling-delivery-'))
  const { log, lines } = createLogLines()
  const { caller: _, ...given } = ctx()
  const services: Services = Object.defineProperties({}, Object.getOwnPropertyDescriptors(given)) as Services
  const { clock } = place
  Object.assign(services, { log, store: wrap(place.store) })
  const queue = createSqliteQueue({
    file: join(folder, 'queue.db'),
    clock,
    log,
    name: workQueueName,
    schema: workSchema,
  })
  const sent: Sent[] = []
  let answer: Parameters<DeliveryPlace['answer']>[0] = arrived
  const sender: Sender = {
    send: async (to, message) => {
      const recipientId = recipientOf(message)
      const one = { to, message, recipientId }
      sent.push(one)
      return answer(one, sent.length)
    },
  }
  const worker = (options: Partial<WorkerOptions> = {}) =>
    createWorker({
      services,
      queue,
      sender,
      instanceId: 'one',
      pacing: anyPace,
      random: () => 0,
      steadyMs: () => clock.now(),
      ...options,
    })
  let usual: Worker | undefined
  let known = 0
  return {
    ...place,
    services,
    queue,
    sent,
    answer: (outcome) => {
      answer = outcome
    },
    worker,
    async people(count, more = {}) {
      const at = new Date(clock.now()).toISOString()
      const ids = Array.from({ length: count }, () => `leader-${known++}`)
      for (const id of ids) {
        await place.store.create(leaders, {
          ...leaderSchema.parse({ id, tenantId: 'tenant', createdAt: at, updatedAt: at }),
          conversation: {
            conversationId: `a:${id}`,
            serviceUrl: 'https://smba.trafficmanager.net/emea/',
            botId: '28:bot',
          },
          ...more,
        })
      }
      return ids.map((id) => ({ id, kind: 'leader' }))
    },
    plan: (recipients, more = {}) =>
      planOccasion({ store: place.store, queue, tenantId: 'tenant', nowMs: clock.now(), recipients, ...more }),
    async deliver(by) {
      usual ??= worker()
      for (let round = 0; (await (by ?? usual).runOnce()) > 0; round++) {
        if (round > 1000) throw new Error('the work has no end')
      }
    },
    deliveries: (occasionId) => everyDocument(place.store, deliveries, occasionId),
    logLines: lines,
    async dispose() {
      await queue.close()
      await place.dispose()
      rmSync(folder, { recursive: true })
    },
  }
}

function recipientOf(message: Outgoing): string {
  switch (message.kind) {
    case 'channel-prompt':
    case 'channel-called-back':
      return message.channel.id
    case 'discussion':
      return message.discussion.placeId
    case 'agreement':
      return message.agreement.placeId
    case 'team-rhythm':
      return message.rhythm.id
    default:
      return message.leader.id
  }
}
