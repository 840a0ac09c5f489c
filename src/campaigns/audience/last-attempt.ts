import type { Ctx } from '../../caller/context'
import { occasions } from '../../records/campaign'
import { deliveries } from '../../records/delivery'
import { deliveryId } from '../../records/ids'
import { asStored } from '../../store/as-stored'

/** Why Teams could open no chat with somebody; undefined: it was not tried, or it could. */
export type NoChat = 'not-installed' | 'no-conversation' | undefined

/** What a campaign's newest occasion has shown of people of whom no record is kept. */
export async function createLastAttempt(ctx: Ctx, campaignId: string): Promise<(personId: string) => Promise<NoChat>> {
  // The newest occasion may be planned and not due yet.
  const newest = { orderBy: { field: 'date', descending: true }, limit: 2 }
  const { documents } = await ctx.store.list(occasions, campaignId, newest)
  const now = ctx.clock.now()
  const last = documents.find(({ document }) => Date.parse(document.dueAt) <= now)?.document
  return async (personId) => {
    const found = last && (await ctx.store.get(asStored(deliveries), last.id, deliveryId(last.id, personId)))
    const reason = found?.document.reason
    return reason === 'not-installed' || reason === 'no-conversation' ? reason : undefined
  }
}
