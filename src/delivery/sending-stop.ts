import { nowIso, type Services } from '../caller/context'
import { type Sending, sending } from '../records/delivery'
import { everyDocument } from '../store/every-document'
import { updateDocument } from '../store/update-document'

/** The record that stops everybody. */
export const stopId = 'gate'

/** Nobody sends before `untilMs`. */
export interface Stop {
  readonly untilMs: number
  readonly why: string
}

type StopServices = Pick<Services, 'store' | 'clock' | 'config'>

/** Until an operator says otherwise: the last instant that records can hold. */
const forEver = '9999-12-31T23:59:59.999Z'

/**
 * Stops all sending by all instances, at once here and within seconds elsewhere. A stop never shortens another one.
 * @param ms how long; null: until `resumeSending`
 */
export async function pauseSending(services: StopServices, ms: number | null, why: string): Promise<void> {
  const until = stopEnd(ms, services.clock.now())
  await changeStop(services, ({ pausedUntil, why: known }) =>
    pausedUntil !== null && pausedUntil >= until ? { pausedUntil, why: known } : { pausedUntil: until, why },
  )
}

/** Lets everything go on, whatever had stopped it. */
export async function resumeSending(services: StopServices): Promise<void> {
  await changeStop(services, () => ({ pausedUntil: null, why: null }))
}

export interface SendingStatus {
  readonly stop: Stop | undefined
  /** The processes that send, and those that did until lately. */
  readonly instances: readonly Pick<Sending, 'id' | 'seenAt'>[]
}

export async function sendingStatus({ store, config, clock }: StopServices): Promise<SendingStatus> {
  const all = await everyDocument(store, sending, config.tenantId)
  return {
    stop: stopIn(
      all.find(({ id }) => id === stopId),
      clock.now(),
    ),
    instances: all.filter(({ id }) => id !== stopId).map(({ id, seenAt }) => ({ id, seenAt })),
  }
}

/** Where a stop that begins now ends, as records hold it. @param ms null: not by itself */
export function stopEnd(ms: number | null, nowMs: number): string {
  return ms === null ? forEver : new Date(Math.min(nowMs + ms, Date.parse(forEver))).toISOString()
}

/** The stop in force; undefined when sending may go on. */
export function stopIn(stop: Pick<Sending, 'pausedUntil' | 'why'> | undefined, nowMs: number): Stop | undefined {
  const untilMs = Date.parse(stop?.pausedUntil ?? '')
  return untilMs > nowMs ? { untilMs, why: stop?.why ?? '' } : undefined
}

async function changeStop(
  services: StopServices,
  change: (stop: Sending) => Pick<Sending, 'pausedUntil' | 'why'>,
): Promise<void> {
  const { store, config } = services
  // Where several instances stop everything at the same moment, one of them has done it for all.
  await updateDocument(store, sending, config.tenantId, stopId, (found) => {
    const before = found ?? {
      id: stopId,
      tenantId: config.tenantId,
      seenAt: nowIso(services),
      pausedUntil: null,
      why: null,
    }
    return { ...before, ...change(before), seenAt: nowIso(services) }
  })
}
