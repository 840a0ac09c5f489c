import { z } from 'zod'
import { requireHr } from '../../caller/access'
import { campaignIdInput } from '../../campaigns/form/campaign-input'
import { approvalOf } from '../../campaigns/kept/approval'
import { getCampaign } from '../../campaigns/kept/campaign-record'
import { type approveInput, approveQuestions } from '../../campaigns/verbs/approve-questions'
import { nameOfHr } from '../../campaigns/verbs/campaign-report'
import { approvalCard } from '../../cards/campaign/approval-card'
import { type Reply, replace } from '../reply'
import type { Turn } from '../turn'
import { showCampaign } from './follow-campaign'
import { reviewCampaign } from './plan-campaign'

export const toApproveInput = campaignIdInput.extend({ page: z.coerce.number().int().min(0).default(0) })

/** HR's own questions, to be read before they are approved. */
export async function showToApprove(turn: Turn, input: z.infer<typeof toApproveInput>): Promise<Reply> {
  const { ctx, reader } = turn
  requireHr(ctx)
  const campaign = await getCampaign(ctx, input.campaignId)
  const approval = approvalOf(ctx, campaign)
  // Approved meanwhile, or there are none any more.
  if (approval === 'none') return showCampaign(turn, { campaignId: campaign.id })
  const writer = await nameOfHr(ctx, campaign.ownBy ?? campaign.createdBy)
  return replace(approvalCard({ ...reader, campaign, approval, writer, page: input.page }))
}

/** What can be started comes next to whoever has approved of it. */
export async function approveNow(turn: Turn, input: z.infer<typeof approveInput>): Promise<Reply> {
  const { id: campaignId, state } = await approveQuestions(turn.ctx, input)
  return state === 'draft' ? reviewCampaign(turn, { campaignId }) : showCampaign(turn, { campaignId })
}
