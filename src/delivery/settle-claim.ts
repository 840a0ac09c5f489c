import { retained } from '../caller/retention'
import { type Delivery, deliveries } from '../records/delivery'
import { leaders } from '../records/leader'
import { asStored } from '../store/as-stored'
import type { Versioned } from '../store/store'
import { keepArrival, reflectionOf } from './keep-arrival'
import { done, later, type SendingContext, type Verdict } from './sending-context'

/** A retry that has been due for so long has lost its message, with the process that was to send it. */
const overdueMs = 120_000

/** What is left to do about a delivery that is already there. A claim that has run out becomes `unknown`, which is never sent again by itself. */
export async function settleClaim(
  context: SendingContext,
  { document, version }: Versioned<Delivery>,
): Promise<Verdict> {
  const { services, queue } = context
  const { leaseMs } = context.timings
  const nowMs = services.clock.now()
  if (document.state === 'pending') {
    const dueMs = Date.parse(document.notBefore ?? document.claimedAt)
    if (nowMs - dueMs > overdueMs) await queue.send({ kind: 'delivery', deliveryId: document.id })
    return done
  }
  if (document.state !== 'claimed') return done
  const ageMs = nowMs - Date.parse(document.claimedAt)
  // A clock that was set back must not keep a claim for ever.
  if (Math.abs(ageMs) < leaseMs) return later(leaseMs - Math.max(ageMs, 0))
  const unknown: Delivery = retained(services, { ...document, state: 'unknown', reason: 'interrupted' })
  if ((await keepUnknown(context, unknown, version)) === 'changed') return done
  services.log.warn({ occasionId: document.occasionId }, 'a send was interrupted; whether it arrived is not known')
  return done
}

async function keepUnknown(
  context: SendingContext,
  delivery: Delivery,
  version: string,
): Promise<'replaced' | 'changed'> {
  const { store, config } = context.services
  if (delivery.recipientKind === 'channel') {
    return (await store.replace(deliveries, delivery, version)).status
  }
  const known = await store.get(asStored(leaders), config.tenantId, delivery.recipientId)
  const reflection = reflectionOf(context, delivery.recipientId, delivery)
  return keepArrival(context, { delivery, version, reflection, isKnown: known !== undefined })
}
