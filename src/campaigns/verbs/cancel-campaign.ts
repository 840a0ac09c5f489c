import type { z } from 'zod'
import { requireHr } from '../../caller/access'
import { recordAudit } from '../../caller/audit'
import type { Ctx } from '../../caller/context'
import type { Campaign } from '../../records/campaign'
import type { campaignIdInput } from '../form/campaign-input'
import { getCampaign, updateCampaign } from '../kept/campaign-record'
import { stopOccasions } from '../kept/stop-occasions'

/** Ends a campaign for good: nothing of it is sent any more. It is safe to repeat, and a campaign that has ended stays ended. */
export async function cancelCampaign(ctx: Ctx, input: z.input<typeof campaignIdInput>): Promise<Campaign> {
  requireHr(ctx)
  const { campaignId } = input
  await getCampaign(ctx, campaignId)
  let wasDraft = false
  const after = await updateCampaign(ctx, campaignId, ({ state }) => {
    wasDraft = state === 'draft'
    return state === 'cancelled' || state === 'ended' ? undefined : { state: 'cancelled', nextAt: null }
  })
  // This is done at each press, since the process may have died between the two steps of the first one.
  if (after.state === 'cancelled') await stopOccasions(ctx, after)
  // One id for both: a second press of either finds the first one's line.
  const what = wasDraft ? 'draft-deleted' : 'campaign-cancelled'
  await recordAudit(ctx, { id: `${campaignId}:cancelled`, what, counts: {}, campaign: after })
  return after
}
