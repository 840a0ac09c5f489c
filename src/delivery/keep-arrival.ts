import { nowIso } from '../caller/context'
import { retained } from '../caller/retention'
import { noteReflectionCard } from '../journal/note-reflection-card'
import { type Delivery, deliveries } from '../records/delivery'
import { leaders } from '../records/leader'
import { type Reflection, reflections } from '../records/reflection'
import { asStored } from '../store/as-stored'
import type { SendingContext } from './sending-context'

type Keeping = Pick<SendingContext, 'services'>

/** The leader's own side of a delivery, under the same id. */
export function reflectionOf({ services }: Keeping, leaderId: string, delivery: Delivery): Reflection {
  const { id, promptId, statementIds, question } = delivery
  const now = nowIso(services)
  return retained(services, {
    id,
    leaderId,
    promptId,
    statementIds,
    deliveryId: id,
    state: 'shown',
    shownAt: now,
    createdAt: now,
    ...(question !== undefined && { question }),
  })
}

/** A prompt that has arrived, or may have. */
export interface Arrival {
  /** The delivery as it is to be from now on: `sent` or `unknown`. */
  readonly delivery: Delivery
  /** The version of the record that it replaces. */
  readonly version: string
  readonly reflection: Reflection
  /** There was a record of the leader when the message was sent. */
  readonly isKnown: boolean
}

/**
 * Puts a prompt into the leader's journal and then into the counts. A process that dies in between leaves a claim that runs out,
 * and both are done again. In the other order it would leave the leader with a prompt that the journal does not know.
 */
export async function keepArrival(context: Keeping, arrival: Arrival): Promise<'replaced' | 'changed'> {
  const { store } = context.services
  const { delivery, version, reflection } = arrival
  const isNew = await keepReflection(context, arrival)
  const written = await store.replace(deliveries, delivery, version)
  if (written.status === 'replaced') return 'replaced'
  if (isNew && !(await mayHaveArrived(context, delivery))) {
    await store.remove(reflections, reflection.leaderId, reflection.id)
  }
  return 'changed'
}

/**
 * Writes the reflection. Where it is there already, the prompt was sent again: the second card is added to the first, since both
 * are to be emptied when the leader erases everything. An erasure that begins after this write finds the reflection; one that began
 * before it is found here, and the reflection is removed again.
 * @returns whether it was written here, and not there before
 */
async function keepReflection({ services }: Keeping, { reflection, isKnown }: Arrival): Promise<boolean> {
  const { store, config } = services
  const isNew = (await store.create(reflections, reflection)).status === 'created'
  if (!isNew && reflection.cardIds) {
    const caller = { tenantId: config.tenantId, leaderId: reflection.leaderId, name: '' }
    await noteReflectionCard({ ...services, caller }, reflection.id, reflection.cardIds)
  }
  if (!isKnown) return isNew
  const leader = await store.get(asStored(leaders), config.tenantId, reflection.leaderId)
  if (leader && leader.document.erasing === undefined) return isNew
  await store.remove(reflections, reflection.leaderId, reflection.id)
  return false
}

/** Whether somebody else has recorded meanwhile that the message arrived, or may have. After an erasure nothing is there any more. */
async function mayHaveArrived({ services: { store } }: Keeping, { occasionId, id }: Delivery): Promise<boolean> {
  const found = await store.get(deliveries, occasionId, id)
  return found?.document.state === 'sent' || found?.document.state === 'unknown'
}
