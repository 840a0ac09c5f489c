import { nowIso } from '../caller/context'
import { retained } from '../caller/retention'
import type { Work } from '../queue/work-message'
import { type Delivery, deliveries } from '../records/delivery'
import { discussions } from '../records/discussion'
import { occasionOf } from '../records/ids'
import { reflections } from '../records/reflection'
import { deliver } from './deliver'
import { createPermission } from './permission'
import { done, later, lookAgainMs, type SendingContext, type Verdict } from './sending-context'
import { settleClaim } from './settle-claim'

type AgainWork = Extract<Work, { kind: 'delivery' }>

/** One more attempt at a delivery that waits for it. */
export async function deliverAgain(
  context: SendingContext,
  { deliveryId }: AgainWork,
  deadlineMs: number,
): Promise<Verdict> {
  const { store, clock } = context.services
  const { occasionId = '' } = occasionOf(deliveryId) ?? {}
  const found = occasionId === '' ? undefined : await store.get(deliveries, occasionId, deliveryId)
  if (!found) return done
  const { document, version } = found
  if (document.state !== 'pending') return settleClaim(context, found)
  const earlyMs = Date.parse(document.notBefore ?? '') - clock.now()
  if (earlyMs > 0) return later(earlyMs)

  const end = async (state: 'missed' | 'cancelled'): Promise<Verdict> => {
    const ended: Delivery = retained(context.services, { ...document, state, notBefore: null })
    await store.replace(deliveries, ended, version)
    return done
  }
  const permission = createPermission(context, occasionId)
  const standing = await permission()
  if (standing.kind === 'cancelled') return end('cancelled')
  const closesAt = document.closesAt ?? (standing.kind === 'go' ? standing.occasion.closesAt : undefined)
  if (closesAt !== undefined && nowIso(context.services) >= closesAt) return end('missed')
  if (standing.kind === 'paused') return later(lookAgainMs)

  return context.concurrently(() =>
    deliver(context, {
      occasion: standing.occasion,
      recipient: { id: document.recipientId, kind: document.recipientKind },
      page: undefined,
      closesAt: closesAt ?? standing.occasion.closesAt,
      before: document,
      deadlineMs,
      permission,
      hasArrived: () => hasArrived(context, document),
      write: async (delivery) => {
        const outcome = await store.replace(deliveries, delivery, version)
        // Another instance is sending it, and records what comes of that.
        return outcome.status === 'replaced'
          ? { kind: 'written', version: outcome.version }
          : { kind: 'taken', verdict: done }
      },
    }),
  )
}

/** A delivery may be sent again because nobody knew whether it had arrived. A response proves that it had. */
async function hasArrived({ services: { store } }: SendingContext, delivery: Delivery): Promise<boolean> {
  const { id, recipientId, recipientKind, response, answerKeys = [] } = delivery
  if (response !== null || answerKeys.length > 0) return true
  // A channel's is a discussion from the moment that it is known to be there.
  if (recipientKind === 'channel') return (await store.get(discussions, delivery.tenantId, id)) !== undefined
  // A response is written into the journal first and into the delivery afterwards, so the journal is asked.
  const reflection = await store.get(reflections, recipientId, id)
  return reflection !== undefined && reflection.document.state !== 'shown'
}
