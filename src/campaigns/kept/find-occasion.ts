import type { Ctx } from '../../caller/context'
import { AppError } from '../../errors'
import { type Campaign, type Occasion, occasions } from '../../records/campaign'
import { occasionOf } from '../../records/ids'
import { getCampaign } from './campaign-record'

/** An occasion of one of the tenant's campaigns, with its campaign. AppError `not-found`. */
export async function findOccasion(ctx: Ctx, id: string): Promise<{ campaign: Campaign; occasion: Occasion }> {
  const named = occasionOf(id)
  if (named?.occasionId === id) {
    const campaign = await getCampaign(ctx, named.campaignId)
    const found = await ctx.store.get(occasions, campaign.id, id)
    if (found) return { campaign, occasion: found.document }
  }
  throw new AppError('not-found', 'There is no such occasion', { say: { key: 'campaign.noOccasion' } })
}
