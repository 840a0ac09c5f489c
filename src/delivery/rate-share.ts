import { nowIso, type Services } from '../caller/context'
import { type Sending, sending } from '../records/delivery'
import { everyDocument } from '../store/every-document'
import { pauseSending, type Stop, stopEnd, stopId, stopIn } from './sending-stop'

type SharingServices = Pick<Services, 'store' | 'clock' | 'config' | 'log'>

/** What one instance knows of the others: how much of the rate is its own, and whether all are to wait. */
export interface RateShare {
  /** Says that this instance lives and looks who else does, when that is due. Cheap to call often. */
  refresh(): Promise<void>
  /** Messages a second that this instance may send now; 0: none yet, the others have not noticed it. */
  rate(): number
  stop(): Stop | undefined
  /** Stops everybody, this instance before the call returns. */
  pause(ms: number | null, why: string): Promise<void>
  /** Leaves its share to the others. */
  leave(): Promise<void>
}

const beatEveryMs = 10_000
const lookEveryMs = 2500
/** An instance that was seen within this time is alive: it is longer than two beats and a slow store, and no clock is that wrong. */
const aliveMs = 30_000
/** After this time every instance has looked, and leaves a newcomer its share. */
const noticedAfterMs = 2 * lookEveryMs
const nearlyMs = 1000
/** A stop of more than this is an operator's to look at. */
const longMs = 15 * 60_000

/** @param steadyMs milliseconds of a clock that nobody sets */
export function createRateShare(services: SharingServices, instanceId: string, steadyMs: () => number): RateShare {
  const { store, clock, config, log } = services
  let beatAtMs = Number.NEGATIVE_INFINITY
  let lookedAtMs = Number.NEGATIVE_INFINITY
  let startedAtMs: number | undefined
  let others = 0
  let isNewcomer = false
  let isCounted = false
  let stop: Pick<Sending, 'pausedUntil' | 'why'> | undefined
  let looking: Promise<void> | undefined

  async function beat(): Promise<void> {
    beatAtMs = steadyMs()
    const alive: Sending = {
      id: instanceId,
      tenantId: config.tenantId,
      seenAt: nowIso({ clock }),
      pausedUntil: null,
      why: null,
      ttl: 60,
    }
    if ((await store.create(sending, alive)).status === 'created') return
    const found = await store.get(sending, config.tenantId, instanceId)
    // An instance that comes back after a moment has been counted by the others all along.
    if (found && startedAtMs === undefined) isCounted = isAlive(found.document.seenAt)
    if (found) await store.replace(sending, alive, found.version)
  }

  async function look(): Promise<void> {
    if (steadyMs() - beatAtMs >= beatEveryMs) await beat()
    const records = await everyDocument(store, sending, config.tenantId)
    lookedAtMs = steadyMs()
    const before = stop?.pausedUntil ?? null
    stop = records.find(({ id }) => id === stopId)
    if ((stop?.pausedUntil ?? null) !== before) log.info({ why: stop?.why, until: stop?.pausedUntil }, 'sending stop')
    others = records.filter(({ id, seenAt }) => id !== stopId && id !== instanceId && isAlive(seenAt)).length
    if (startedAtMs !== undefined) return
    startedAtMs = lookedAtMs
    isNewcomer = others > 0 && !isCounted
  }

  const isAlive = (seenAt: string) => Math.abs(clock.now() - Date.parse(seenAt)) < aliveMs

  return {
    refresh() {
      if (steadyMs() - lookedAtMs < lookEveryMs) return Promise.resolve()
      looking ??= look().finally(() => {
        looking = undefined
      })
      return looking
    },
    rate() {
      if (startedAtMs === undefined) return 0
      if (isNewcomer && steadyMs() - startedAtMs < noticedAfterMs) return 0
      return config.sendsPerSecond / (others + 1)
    },
    stop: () => stopIn(stop, clock.now()),
    async pause(ms, why) {
      const until = stopEnd(ms, clock.now())
      const standing = stopIn(stop, clock.now())
      // Every message in flight meets the same refusal, and one write is enough for all of them.
      if (standing && standing.untilMs >= Date.parse(until) - nearlyMs) return
      stop = { pausedUntil: until, why }
      if (why === 'disabled') log.error({ why }, 'ALARM: Teams refuses the bot, all sending is stopped')
      else if (ms === null || ms > longMs) log.error({ why, ms }, 'ALARM: Teams has all sending wait for long')
      else log.warn({ why, ms }, 'all sending waits')
      await pauseSending(services, ms, why)
    },
    leave: () => store.remove(sending, config.tenantId, instanceId),
  }
}
