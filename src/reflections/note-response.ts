import type { Ctx } from '../context'
import type { Reflection } from '../store/containers'
import { type Delivery, deliveries } from '../store/delivery-containers'
import { occasionOf } from '../store/ids'

const mostAttempts = 4

/**
 * Tells the campaign what became of a prompt that it brought: that it was answered, skipped or put off, never what was written.
 * An answer taken back counts as skipped, so that nobody is reminded of what they have already taken up.
 */
export async function noteResponse(ctx: Ctx, { deliveryId, state }: Reflection): Promise<void> {
  const occasion = occasionOf(deliveryId ?? '')
  const response = responseTo(state)
  if (deliveryId === undefined || !occasion || response === null) return
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const found = await ctx.store.get(deliveries, occasion.occasionId, deliveryId)
    if (!found || found.document.response === response) return
    const outcome = await ctx.store.replace(deliveries, { ...found.document, response }, found.version)
    if (outcome.status === 'replaced') return
  }
}

function responseTo(state: Reflection['state']): Delivery['response'] {
  switch (state) {
    case 'answered':
    case 'skipped':
    case 'snoozed':
      return state
    case 'withdrawn':
      return 'skipped'
    case 'shown':
      return null
  }
}
