import { nowIso } from '../context'
import { ttlSeconds } from '../reflections/retention'
import { leaders, type Reflection, reflections } from '../store/containers'
import type { Delivery } from '../store/delivery-containers'
import type { Run } from './run'

type Keeping = Pick<Run, 'services'>

/** The leader's own side of a delivery, under the same id. */
export function reflectionOf({ services }: Keeping, leaderId: string, delivery: Delivery): Reflection {
  const { id, promptId, statementIds, question } = delivery
  const now = nowIso(services)
  return {
    ...{ id, leaderId, promptId, statementIds, deliveryId: id, state: 'shown', shownAt: now, createdAt: now },
    ...(question !== undefined && { question }),
    ttl: ttlSeconds(now, services.config.retentionMonths, services.clock.now()),
  }
}

/**
 * Puts a prompt that was sent into the leader's journal; there already is fine. Whoever began to erase everything before
 * this was written finds it; whoever began earlier is found here, and nothing stays.
 * @param isKnown there was a record of the leader when the message was sent
 */
export async function keepReflection(
  { services: { store, config } }: Keeping,
  reflection: Reflection,
  isKnown: boolean,
): Promise<void> {
  await store.create(reflections, reflection)
  if (!isKnown) return
  const leader = await store.get(leaders, config.tenantId, reflection.leaderId)
  if (leader && leader.document.erasing === undefined) return
  await store.remove(reflections, reflection.leaderId, reflection.id)
}
