import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { requireHr } from '../../caller/access'
import { campaignIdInput } from '../../campaigns/form/campaign-input'
import { readCampaignForm } from '../../campaigns/form/read-campaign-form'
import { approvalOf } from '../../campaigns/kept/approval'
import { getCampaign } from '../../campaigns/kept/campaign-record'
import { cancelCampaign } from '../../campaigns/verbs/cancel-campaign'
import { changeCampaign } from '../../campaigns/verbs/change-campaign'
import { copyForm } from '../../campaigns/verbs/copy-campaign'
import { previewCampaign } from '../../campaigns/verbs/preview-campaign'
import { saveCampaign } from '../../campaigns/verbs/save-campaign'
import { startCampaign } from '../../campaigns/verbs/start-campaign'
import { confirmStartCard } from '../../cards/campaign/campaign-confirm-card'
import type { CampaignFormValues } from '../../cards/campaign/campaign-form-values'
import { campaignPreviewCard } from '../../cards/campaign/campaign-preview-card'
import { notice } from '../../cards/kit/notice-card'
import type { Campaign } from '../../records/campaign'
import { newCampaignId } from '../../records/ids'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { campaignOf } from './campaign-of'
import { showCampaign } from './follow-campaign'
import { areRolesLost, type FormInput, readForm } from './form-fields'
import { emptyForm, formOf } from './form-of'
import { formCard, isStarted, type StandingForm, showRoles, standingOf, wholeForm } from './form-steps'
import { tellToApprove } from './tell-to-approve'

type CampaignId = z.infer<typeof campaignIdInput>
export const startPressInput = campaignIdInput.extend({ confirmed: z.literal('yes').optional() })

/** An empty form. The campaign it will make has its id already, so that two presses, or one that Teams sends again, make one campaign. */
export async function newCampaign(turn: Turn): Promise<Reply> {
  requireHr(turn.ctx)
  const { clock, config } = turn.ctx
  const form = emptyForm(turn.leader, clock.now(), config.timeZone)
  return send(await formCard(turn, { campaignId: newCampaignId(), step: 'who', isNew: true, form }))
}

/** The form of a campaign that is there, filled in. */
export async function editCampaign(turn: Turn, { campaignId }: CampaignId): Promise<Reply> {
  requireHr(turn.ctx)
  const campaign = await getCampaign(turn.ctx, campaignId)
  const { revision, reminder } = campaign
  const standing = { campaignId, isNew: false, isStarted: isStarted(campaign), revision }
  const form = formOf(campaign)
  return replace(await formCard(turn, { ...standing, step: 'who', reminderDays: reminder.afterDays, form }))
}

/** The form of a new campaign like another one, filled in. Nothing is saved by it. */
export async function duplicateCampaign(turn: Turn, { campaignId }: CampaignId): Promise<Reply> {
  const { form, source } = await copyForm(turn.ctx, { campaignId })
  const filled = formOf({ ...source, ...(await readCampaignForm(turn.ctx, form)) })
  const more = { isNew: true, copyOf: campaignId, reminderDays: source.reminder.afterDays }
  return send(await formCard(turn, { campaignId: newCampaignId(), step: 'who', form: filled, ...more }))
}

/** Saves what the form says, as a draft where it is new, and shows what will happen. A faulty form stays as it is. */
export async function previewForm(turn: Turn, input: FormInput): Promise<Reply> {
  requireHr(turn.ctx)
  if (areRolesLost(input)) return showRoles(turn, input)
  const form = readForm(input)
  const standing = await standingOf(turn, input)
  const kept = await keepForm(turn, input, form, standing)
  if (approvalOf(turn.ctx, kept) === 'waits' && isNewlyWritten(kept, standing.campaign)) await tellToApprove(turn, kept)
  return showPreview(turn, kept)
}

export async function reviewCampaign(turn: Turn, { campaignId }: CampaignId): Promise<Reply> {
  requireHr(turn.ctx)
  return showPreview(turn, await getCampaign(turn.ctx, campaignId))
}

/** Starts a draft; asks once more where very many would get it. */
export async function startNow(turn: Turn, input: z.infer<typeof startPressInput>): Promise<Reply> {
  const { campaignId, confirmed } = input
  const isConfirmed = confirmed === 'yes'
  if (!isConfirmed) {
    const preview = await previewCampaign(turn.ctx, { campaignId })
    if (preview.needsConfirmation) return replace(confirmStartCard(turn.reader, campaignId, preview))
  }
  await startCampaign(turn.ctx, { campaignId, isConfirmed })
  return showCampaign(turn, { campaignId })
}

/** Leaves the form: nothing has been saved by it. */
export function leaveForm(turn: Turn): Reply {
  requireHr(turn.ctx)
  return replace(notice(turn.reader, 'campaignLeft'))
}

/** Throws a draft away. One that was started meanwhile is shown instead: stopping it asks first. */
export async function dropDraft(turn: Turn, { campaignId }: CampaignId): Promise<Reply> {
  requireHr(turn.ctx)
  const { state } = await getCampaign(turn.ctx, campaignId)
  if (state !== 'draft' && state !== 'cancelled') return showCampaign(turn, { campaignId })
  await cancelCampaign(turn.ctx, { campaignId })
  return replace(notice(turn.reader, 'campaignDropped'))
}

/** Changed only from the revision that the form was filled from, so that of two people of HR none overwrites the other unawares. */
async function keepForm(
  turn: Turn,
  { campaignId: id, revision }: FormInput,
  form: CampaignFormValues,
  standing: StandingForm,
): Promise<Campaign> {
  const { campaign } = standing
  if (!campaign) return saveCampaign(turn.ctx, { id, ...wholeForm(form, standing) })
  // Where nothing was changed, nothing is written.
  if (isDeepStrictEqual(formOf(campaign), form)) return getCampaign(turn.ctx, id)
  return changeCampaign(turn.ctx, { campaignId: id, revision, ...campaignOf(form, campaign) })
}

/** The questions as they stand are this form's, and nobody has been told of them. */
function isNewlyWritten(now: Campaign, before: Campaign | undefined): boolean {
  return before === undefined || !isDeepStrictEqual(before.prompts, now.prompts)
}

async function showPreview({ ctx, reader }: Turn, campaign: Campaign): Promise<Reply> {
  const preview = await previewCampaign(ctx, { campaignId: campaign.id })
  const approval = approvalOf(ctx, campaign)
  return replace(campaignPreviewCard({ ...reader, campaign, preview, approval, nowMs: ctx.clock.now() }))
}
