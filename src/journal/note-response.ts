import type { Ctx } from '../caller/context'
import { retained } from '../caller/retention'
import { type Delivery, deliveries } from '../records/delivery'
import { occasionOf } from '../records/ids'
import type { Reflection } from '../records/reflection'
import { updateDocument } from '../store/update-document'

/**
 * Tells the campaign what became of a prompt that it brought: that it was answered, skipped or put off, never what was written.
 * An answer taken back counts as skipped, so that nobody is reminded of what they have already taken up.
 */
export async function noteResponse(ctx: Ctx, { deliveryId, state }: Reflection): Promise<void> {
  const occasion = occasionOf(deliveryId ?? '')
  const response = responseTo(state)
  if (deliveryId === undefined || !occasion || response === null) return
  await updateDocument(ctx.store, deliveries, occasion.occasionId, deliveryId, (before) =>
    before && before.response !== response ? retained(ctx, { ...before, response }) : 'keep',
  )
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
