import type { z } from 'zod'
import { requireHr } from '../../caller/access'
import { recordAudit } from '../../caller/audit'
import { type Ctx, nowIso } from '../../caller/context'
import { AppError } from '../../errors'
import type { Campaign } from '../../records/campaign'
import type { campaignIdInput } from '../form/campaign-input'
import { getCampaign, updateCampaign } from '../kept/campaign-record'
import { dropReminders } from '../kept/drop-reminders'
import { listOccasions } from '../kept/occasion-record'
import { goOn } from './start-campaign'

/**
 * Holds a campaign: nothing more is sent, what is on its way included, and nobody is reminded of what has been. Occasions stay as
 * they are: their messages wait, and what has not left when an occasion closes is missed. Safe to repeat.
 * @throws AppError `conflict` for a draft, and for one that has ended
 */
export async function pauseCampaign(ctx: Ctx, input: z.input<typeof campaignIdInput>): Promise<Campaign> {
  requireHr(ctx)
  const { campaignId } = input
  await getCampaign(ctx, campaignId)
  const after = await updateCampaign(ctx, campaignId, (campaign) => {
    if (campaign.state === 'paused') return undefined
    if (campaign.state !== 'running') throw refused(campaign)
    // The scheduler still looks at the campaign, so that an occasion's recipients are written down to the last.
    return { state: 'paused' }
  })
  await dropReminders(ctx, campaignId)
  await recordAudit(ctx, {
    id: `${campaignId}:paused:${after.updatedAt}`,
    what: 'campaign-paused',
    counts: {},
    campaign: after,
  })
  return after
}

/**
 * Lets a paused campaign go on: with what waits, where it has not closed meanwhile, and with its next date. Other dates that fell
 * into the pause are not sent afterwards. Safe to repeat.
 * @throws AppError `conflict` for a draft, and for one that has ended; `invalid` when its dates have passed meanwhile
 */
export async function resumeCampaign(ctx: Ctx, input: z.input<typeof campaignIdInput>): Promise<Campaign> {
  requireHr(ctx)
  const { campaignId } = input
  await getCampaign(ctx, campaignId)
  const isWaiting = await hasOpenOccasion(ctx, campaignId)
  const after = await updateCampaign(ctx, campaignId, (campaign) => {
    if (campaign.state === 'running') return undefined
    if (campaign.state !== 'paused') throw refused(campaign)
    return goOn(ctx, campaign, isWaiting)
  })
  await recordAudit(ctx, {
    id: `${campaignId}:resumed:${after.updatedAt}`,
    what: 'campaign-resumed',
    counts: {},
    campaign: after,
  })
  return after
}

async function hasOpenOccasion(ctx: Ctx, campaignId: string): Promise<boolean> {
  const now = nowIso(ctx)
  const states = ['planning', 'planned'] as const
  const all = await Promise.all(states.map((state) => listOccasions(ctx, campaignId, state)))
  return all.flat().some(({ closesAt }) => closesAt > now)
}

function refused({ state }: Campaign): AppError {
  return new AppError('conflict', `The campaign is ${state}`, { say: { key: `campaign.refused.${state}` } })
}
