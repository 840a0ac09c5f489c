import type { z } from 'zod'
import { requireHr } from '../../caller/access'
import { recordAudit } from '../../caller/audit'
import type { Ctx } from '../../caller/context'
import type { Campaign } from '../../records/campaign'
import type { campaignIdInput } from '../form/campaign-input'
import { getCampaign, updateCampaign } from '../kept/campaign-record'
import { stopOccasions } from '../kept/stop-occasions'

/** Ends a campaign for good: what is not sent yet is not to be. Safe to repeat; one that has ended stays so. */
export async function cancelCampaign(ctx: Ctx, input: z.input<typeof campaignIdInput>): Promise<Campaign> {
  requireHr(ctx)
  const { campaignId } = input
  await getCampaign(ctx, campaignId)
  const after = await updateCampaign(ctx, campaignId, ({ state }) =>
    state === 'cancelled' || state === 'ended' ? undefined : { state: 'cancelled', nextAt: null },
  )
  // Again when it is pressed again: the first time may have been cut off between the two.
  if (after.state === 'cancelled') await stopOccasions(ctx, after)
  await recordAudit(ctx, { id: `${campaignId}:cancelled`, what: 'campaign-cancelled', counts: {} })
  return after
}
