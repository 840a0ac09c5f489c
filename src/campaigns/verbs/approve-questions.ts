import { z } from 'zod'
import { requireHr } from '../../caller/access'
import { recordAudit } from '../../caller/audit'
import { type Ctx, nowIso } from '../../caller/context'
import { AppError } from '../../errors'
import type { Campaign } from '../../records/campaign'
import { approvalOf } from '../kept/approval'
import { getCampaign, updateCampaign } from '../kept/campaign-record'

export const approveInput = z.object({
  campaignId: z.string(),
  /** That of the campaign whose questions were read: of others, nobody has approved. */
  revision: z.coerce.number().int().optional(),
})

/**
 * Approves of a campaign's own questions as they stand, so that it can be started or go on. Safe to repeat.
 * @throws AppError `conflict` for who wrote them, and where they have been changed since they were read
 */
export async function approveQuestions(ctx: Ctx, input: z.input<typeof approveInput>): Promise<Campaign> {
  requireHr(ctx)
  const { campaignId, revision } = approveInput.parse(input)
  const before = await getCampaign(ctx, campaignId)
  const after = await updateCampaign(ctx, campaignId, (campaign) => {
    if (campaign.revision !== (revision ?? before.revision)) throw refused('changed')
    const approval = approvalOf(ctx, campaign)
    if (approval === 'none') return undefined
    if (approval === 'waits') throw refused('ownQuestions')
    return { approved: { by: ctx.caller.leaderId, at: nowIso(ctx) } }
  })
  if (after.approved) {
    await recordAudit(ctx, {
      id: `${campaignId}:approved:${after.revision}:${after.approved.at}`,
      what: 'campaign-approved',
      counts: {},
      campaign: after,
    })
  }
  return after
}

function refused(why: 'changed' | 'ownQuestions'): AppError {
  return new AppError('conflict', `The questions are not approved: ${why}`, { say: { key: `campaign.refused.${why}` } })
}
