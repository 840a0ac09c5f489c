import type { z } from 'zod'
import { requireHr } from '../../caller/access'
import { recordAudit } from '../../caller/audit'
import { type Ctx, nowIso } from '../../caller/context'
import { type Campaign, campaignSchema, campaigns } from '../../records/campaign'
import { newCampaignId } from '../../records/ids'
import type { campaignInput } from '../form/campaign-input'
import { readCampaignForm } from '../form/read-campaign-form'
import { authorship } from '../kept/approval'

/**
 * Keeps a new campaign as a draft: nothing is sent before it is started. Where the `id` is that of a campaign that
 * is there already, the same form came twice, and that campaign is the outcome.
 * @throws AppError `invalid` with a sentence for each fault of the form
 */
export async function saveCampaign(ctx: Ctx, input: z.input<typeof campaignInput>): Promise<Campaign> {
  requireHr(ctx)
  const form = await readCampaignForm(ctx, input)
  const now = nowIso(ctx)
  const campaign = campaignSchema.parse({
    ...form,
    id: input.id ?? newCampaignId(),
    tenantId: ctx.caller.tenantId,
    ...authorship(ctx.caller, form.prompts),
    state: 'draft',
    createdBy: ctx.caller.leaderId,
    createdAt: now,
    updatedAt: now,
  })
  const outcome = await ctx.store.create(campaigns, campaign)
  if (outcome.status === 'exists') {
    const standing = await ctx.store.get(campaigns, ctx.caller.tenantId, campaign.id)
    return standing?.document ?? campaign
  }
  await recordAudit(ctx, { id: `${campaign.id}:created`, what: 'campaign-created', counts: {}, campaign })
  return campaign
}
