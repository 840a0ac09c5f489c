import { randomInt } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Services } from '../caller/context'
import { errorCode } from '../errors'
import type { Work } from '../queue/work-message'
import type { Received, WorkQueue } from '../queue/work-queue'
import { createConcurrency } from './concurrency'
import { handleWork } from './handle-work'
import { throttlePauseMs } from './policy/next-state'
import { createPacing, type Pacing } from './policy/pacing'
import type { Sender } from './policy/sender'
import { createRateShare } from './rate-share'
import type { SendingContext, Timings } from './sending-context'
import { createDepartures, createWaitForPace } from './wait-for-pace'

export interface WorkerOptions {
  readonly services: Services
  readonly queue: WorkQueue<Work>
  readonly sender: Sender
  /** Tells the instances apart. It is the same after a restart, so that the rate is not shared with the process before. */
  readonly instanceId: string
  /** Sends under way at a time. Default 64: the rate that Teams allows, at a second each and some to spare. */
  readonly concurrency?: number
  readonly random?: () => number
  /** Milliseconds of a clock that nobody sets. */
  readonly steadyMs?: () => number
  readonly pacing?: Pacing
  readonly timings?: Timings
}

export interface WorkerHealth {
  readonly isRunning: boolean
  readonly inFlight: number
  /** Why everything waits; null: it does not. */
  readonly stopped: string | null
  /** When the queue last answered; null: never. */
  readonly askedAt: string | null
}

export interface Worker {
  start(): void
  /** Begins nothing more, finishes what is in flight within some seconds, and hands the rest back. */
  stop(): Promise<void>
  /** Does what is due now. @returns how many messages of the queue that were */
  runOnce(): Promise<number>
  health(): WorkerHealth
  /** Teams has said "too many requests" to something else of this process: everything waits. @param ms null: Teams does not say how long */
  throttled(ms: number | null): Promise<void>
}

const usualTimings: Timings = { budgetMs: 120_000, hiddenMs: 300_000, leaseMs: 120_000 }
/** So many messages are taken at once. A page is a hundred sends, so with a few pages at hand one can always go on. */
const messagesAtOnce = 4
/** How soon to ask a queue again that had nothing. */
const idleMs = 1000
/** After a fault, such as a store out of reach: longer with each attempt. */
const faultMs = 5000
const longestFaultMs = 5 * 60_000
/** App Service kills the process 5 to 10 seconds after its signal. A claim that is cut off then becomes `unknown` and is not sent twice. */
const finishMs = 6000

/** Delivers what the work queue holds; any number of workers may run side by side. */
export function createWorker(options: WorkerOptions): Worker {
  const { services, queue, sender, instanceId, concurrency = 64 } = options
  const { timings = usualTimings } = options
  const { random = () => randomInt(2 ** 32) / 2 ** 32, steadyMs = () => performance.now() } = options
  const { log, clock } = services
  const pacing = options.pacing ?? createPacing(services.config.sendsPerSecond)
  const rateShare = createRateShare(services, instanceId, steadyMs)
  const limit = createConcurrency(concurrency)
  const stopping = new AbortController()
  // Every wait listens for the end, and Node would take so many listeners for a leak.
  setMaxListeners(0, stopping.signal)
  const working = new Set<Promise<void>>()
  let loop: Promise<void> | undefined
  let askedAt: number | undefined

  const isOpen = (deadlineMs: number): boolean =>
    !stopping.signal.aborted && rateShare.stop() === undefined && steadyMs() < deadlineMs
  const context: SendingContext = {
    services,
    queue,
    sender,
    rateShare,
    instanceId,
    timings,
    random,
    steadyMs,
    isOpen,
    concurrently: limit.run,
    depart: createDepartures(pacing, steadyMs),
    waitForPace: createWaitForPace({ rateShare, pacing, steadyMs, isOpen, signal: stopping.signal }),
  }

  /** Takes what is due and begins with it. @returns what is under way, one promise a message */
  async function take(most: number): Promise<Promise<void>[]> {
    await rateShare.refresh()
    // A newcomer waits until the others leave it its share.
    if (rateShare.rate() === 0) return []
    const received = await queue.receive(most, timings.hiddenMs)
    askedAt = clock.now()
    return received.map((one) => {
      const work = finish(one)
      working.add(work)
      return work.finally(() => working.delete(work))
    })
  }

  async function finish(received: Received<Work>): Promise<void> {
    try {
      await handleWork(context, received)
    } catch (error) {
      log.error({ error, kind: received.message.kind, attempt: received.attempt }, 'work not done, it comes again')
      const delayMs = Math.min(faultMs * received.attempt, longestFaultMs)
      // Where handing it back fails too, the message comes again by itself when it is no longer hidden.
      await received.release(delayMs).catch((failure) => log.warn({ error: failure }, 'work not handed back'))
    }
  }

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await rateShare.refresh()
        if (rateShare.stop() || limit.underWay() >= concurrency) {
          await Promise.race([...(rateShare.stop() ? [] : working), pause(idleMs)])
          continue
        }
        if ((await take(messagesAtOnce)).length > 0) continue
      } catch (error) {
        log.error({ error, code: errorCode(error) }, 'the work queue cannot be asked')
        await pause(faultMs)
      }
      await pause(idleMs)
    }
  }

  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined)

  return {
    start() {
      loop ??= work()
    },
    async stop() {
      if (stopping.signal.aborted) return
      stopping.abort()
      await loop
      const late = new AbortController()
      await Promise.race([Promise.all(working), sleep(finishMs, undefined, { signal: late.signal }).catch(() => {})])
      late.abort()
      await rateShare.leave().catch((error) => log.warn({ error }, 'this instance is still counted among the senders'))
    },
    async runOnce() {
      const begun = await take(messagesAtOnce)
      await Promise.all(begun)
      return begun.length
    },
    throttled: (ms) => rateShare.pause(throttlePauseMs(ms, 1), 'throttled'),
    health: () => ({
      isRunning: loop !== undefined && !stopping.signal.aborted,
      inFlight: limit.underWay(),
      stopped: rateShare.stop()?.why ?? null,
      askedAt: askedAt === undefined ? null : new Date(askedAt).toISOString(),
    }),
  }
}
