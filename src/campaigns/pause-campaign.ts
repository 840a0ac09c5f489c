import type { z } from 'zod'
import { requireHr } from '../access'
import { recordAudit } from '../audit'
import type { Ctx } from '../context'
import { AppError } from '../errors'
import type { Campaign } from '../store/campaign-containers'
import type { campaignIdInput } from './campaign-input'
import { getCampaign, updateCampaign } from './campaign-record'
import { goOn } from './start-campaign'
import { letOccasionsGoOn, stopOccasions } from './stop-occasions'

/**
 * Holds a campaign: nothing more is sent, what is on its way included. Safe to repeat.
 * @throws AppError `conflict` for a draft, and for one that has ended
 */
export async function pauseCampaign(ctx: Ctx, input: z.input<typeof campaignIdInput>): Promise<Campaign> {
  requireHr(ctx)
  const { campaignId } = input
  await getCampaign(ctx, campaignId)
  const after = await updateCampaign(ctx, campaignId, (campaign) => {
    if (campaign.state === 'paused') return undefined
    if (campaign.state !== 'running') throw refused(campaign)
    return { state: 'paused', nextAt: null }
  })
  await stopOccasions(ctx, campaignId)
  await recordAudit(ctx, { id: `${campaignId}:paused:${after.updatedAt}`, what: 'campaign-paused', counts: {} })
  return after
}

/**
 * Lets a paused campaign go on with its next date. What fell into the pause is not sent afterwards. Safe to repeat.
 * @throws AppError `conflict` for a draft, and for one that has ended; `invalid` when its dates have passed meanwhile
 */
export async function resumeCampaign(ctx: Ctx, input: z.input<typeof campaignIdInput>): Promise<Campaign> {
  requireHr(ctx)
  const { campaignId } = input
  await getCampaign(ctx, campaignId)
  const after = await updateCampaign(ctx, campaignId, (campaign) => {
    if (campaign.state === 'running') return undefined
    if (campaign.state !== 'paused') throw refused(campaign)
    return goOn(ctx, campaign)
  })
  await letOccasionsGoOn(ctx, campaignId)
  await recordAudit(ctx, { id: `${campaignId}:resumed:${after.updatedAt}`, what: 'campaign-resumed', counts: {} })
  return after
}

function refused({ state }: Campaign): AppError {
  return new AppError('conflict', `The campaign is ${state}`, { say: { key: `campaign.refused.${state}` } })
}
