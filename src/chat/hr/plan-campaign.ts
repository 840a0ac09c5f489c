import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { requireHr } from '../../caller/access'
import { campaignIdInput } from '../../campaigns/form/campaign-input'
import { getCampaign } from '../../campaigns/kept/campaign-record'
import { cancelCampaign } from '../../campaigns/verbs/cancel-campaign'
import { changeCampaign } from '../../campaigns/verbs/change-campaign'
import { previewCampaign } from '../../campaigns/verbs/preview-campaign'
import { saveCampaign } from '../../campaigns/verbs/save-campaign'
import { startCampaign } from '../../campaigns/verbs/start-campaign'
import { confirmStartCard } from '../../cards/campaign/campaign-confirm-card'
import {
  type CampaignFormFields,
  type CampaignFormValues,
  campaignFormCard,
} from '../../cards/campaign/campaign-form-card'
import { campaignPreviewCard } from '../../cards/campaign/campaign-preview-card'
import { notice } from '../../cards/kit/notice-card'
import type { CardContent } from '../../cards/kit/render'
import { listChannels } from '../../channels/list-channels'
import { type Campaign, campaigns } from '../../records/campaign'
import { newCampaignId } from '../../records/ids'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { showCampaign } from './follow-campaign'
import { areRolesLost, campaignOf, emptyForm, type FormInput, formOf, readFields, readForm } from './form-fields'

type CampaignId = z.infer<typeof campaignIdInput>
export const startPressInput = campaignIdInput.extend({ confirmed: z.literal('yes').optional() })

/** An empty form. The campaign it will make has its id already, so that two presses, or one that Teams sends again, make one campaign. */
export async function newCampaign(turn: Turn): Promise<Reply> {
  requireHr(turn.ctx)
  const { clock, config } = turn.ctx
  const form = emptyForm(turn.leader, clock.now(), config.timeZone)
  return send(await formCard(turn, { campaignId: newCampaignId(), isNew: true, form }))
}

/** The form of a campaign that is there, filled in. */
export async function editCampaign(turn: Turn, { campaignId }: CampaignId): Promise<Reply> {
  requireHr(turn.ctx)
  const campaign = await getCampaign(turn.ctx, campaignId)
  const { revision, reminder } = campaign
  const form = { campaignId, isNew: false, isStarted: isStarted(campaign), revision, reminderDays: reminder.afterDays }
  return replace(await formCard(turn, { ...form, form: formOf(campaign) }))
}

/** Saves what the form says, as a draft where it is new, and shows what will happen. A faulty form stays as it is. */
export async function previewForm(turn: Turn, input: FormInput): Promise<Reply> {
  requireHr(turn.ctx)
  if (areRolesLost(input)) return showRoles(turn, input)
  const form = readForm(input)
  const before = await findCampaign(turn, input.campaignId)
  return showPreview(turn, await keepForm(turn, input, form, before))
}

/** The form as it is filled in, with the roles of the municipality that is chosen now. Nothing is saved. */
export async function showRoles(turn: Turn, input: FormInput): Promise<Reply> {
  requireHr(turn.ctx)
  const form = readForm(input)
  const roles: CampaignFormFields['roles'] = areRolesLost(input) ? 'cleared' : 'asked'
  return replace(await standingForm(turn, input, { form, roles }))
}

/** The form of what was filled in, as far as it can be read, to be mended. */
export async function formToMend(turn: Turn, input: FormInput): Promise<CardContent> {
  requireHr(turn.ctx)
  return standingForm(turn, input, { form: readFields(input).form })
}

/** The same without the store: which channels there are is not known then. */
export function formWithoutStore({ ctx, reader }: Turn, input: FormInput): CardContent {
  requireHr(ctx)
  const { campaignId, revision } = input
  const { form } = readFields(input)
  return campaignFormCard({ ...reader, campaignId, isNew: revision === undefined, revision, form, channels: [] })
}

async function standingForm(
  turn: Turn,
  { campaignId, revision }: FormInput,
  filled: Pick<CampaignFormFields, 'form' | 'roles'>,
): Promise<CardContent> {
  const standing = await findCampaign(turn, campaignId)
  return formCard(turn, {
    campaignId,
    isNew: standing === undefined,
    isStarted: isStarted(standing),
    revision,
    reminderDays: standing?.reminder.afterDays,
    ...filled,
  })
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

/** A draft is simply replaced. A campaign that is under way is changed only from the revision that the form was filled from. */
async function keepForm(
  turn: Turn,
  { campaignId: id, revision }: FormInput,
  form: CampaignFormValues,
  before: Campaign | undefined,
): Promise<Campaign> {
  if (!before) return saveCampaign(turn.ctx, { id, ...campaignOf(form, undefined) })
  // Where nothing was changed, nothing is written.
  if (isDeepStrictEqual(formOf(before), form)) return before
  const from = isStarted(before) ? { revision } : {}
  return changeCampaign(turn.ctx, { campaignId: id, ...from, ...campaignOf(form, before) })
}

function isStarted(campaign: Campaign | undefined): boolean {
  return campaign !== undefined && campaign.state !== 'draft'
}

async function showPreview({ ctx, reader }: Turn, campaign: Campaign): Promise<Reply> {
  const preview = await previewCampaign(ctx, { campaignId: campaign.id })
  return replace(campaignPreviewCard({ ...reader, campaign, preview, nowMs: ctx.clock.now() }))
}

async function formCard({ ctx, reader }: Turn, form: Omit<CampaignFormFields, 'channels'>) {
  const channels = (await listChannels(ctx)).filter(
    ({ id, removedAt }) => removedAt === null || form.form.channels.includes(id),
  )
  return campaignFormCard({ ...reader, ...form, channels })
}

async function findCampaign({ ctx }: Turn, id: string): Promise<Campaign | undefined> {
  return (await ctx.store.get(campaigns, ctx.caller.tenantId, id))?.document
}
