import { z } from 'zod'
import { requireHr } from '../../caller/access'
import { recordAudit } from '../../caller/audit'
import { type Ctx, nowIso } from '../../caller/context'
import { AppError } from '../../errors'
import { type Campaign, type Occasion, occasions } from '../../records/campaign'
import { hasDates, passedUntil } from '../calendar/planned-dates'
import { campaignChanges } from '../form/campaign-input'
import { changedForm } from '../form/changed-form'
import { readCampaignForm } from '../form/read-campaign-form'
import { approvalOf, authorship } from '../kept/approval'
import { getCampaign, updateCampaign } from '../kept/campaign-record'
import { dropReminders } from '../kept/drop-reminders'

export const changeInput = campaignChanges.extend({
  campaignId: z.string(),
  /** That of the campaign the change was made from: refused where somebody else has changed it since. */
  revision: z.number().int().optional(),
})

/**
 * Changes a campaign from its next occasion on; one that is planned is sent as it was planned. What is left out stays as it is. Where
 * its own questions are to be approved anew, it is paused until they are.
 * @throws AppError `invalid` with a sentence for each fault and for a running one that would have no date to come, `conflict` for one
 * that has ended, was changed by somebody else, or is being planned just now
 */
export async function changeCampaign(ctx: Ctx, input: z.input<typeof changeInput>): Promise<Campaign> {
  requireHr(ctx)
  const { campaignId, revision, ...changes } = input
  const before = await getCampaign(ctx, campaignId)
  refuseFinished(before)
  await refuseWhilePlanning(ctx, campaignId)
  const changed = changedForm(before, changes)
  const form = await readCampaignForm(ctx, changed.form, changed.faults, before)
  const after = await updateCampaign(ctx, campaignId, (campaign) => {
    refuseFinished(campaign)
    if (campaign.revision !== (revision ?? before.revision)) throw changedMeanwhile()
    const author = authorship(ctx.caller, form.prompts, campaign)
    const revised = { ...form, ...author, revision: campaign.revision + 1 }
    if (campaign.state !== 'running') return revised
    // The next date may be another one now, but never one that has just gone by.
    const isOngoing = hasDates(campaign, campaign.doneUntil, campaign.occasions)
    const doneUntil = passedUntil({ ...campaign, ...form }, campaign.doneUntil, campaign.occasions, ctx.clock.now())
    if (isOngoing && !hasDates({ ...campaign, ...form }, doneUntil, campaign.occasions)) throw dateless()
    const isUnapproved = approvalOf(ctx, { ...campaign, ...revised }) !== 'none'
    return { ...revised, doneUntil, nextAt: nowIso(ctx), ...(isUnapproved && { state: 'paused' as const }) }
  })
  await recordAudit(ctx, {
    id: `${campaignId}:changed:${after.revision}`,
    what: 'campaign-changed',
    counts: {},
    campaign: after,
  })
  // What is on its way is held, too, as by a pause that somebody asks for.
  if (before.state === 'running' && after.state === 'paused') await dropReminders(ctx, campaignId)
  return after
}

/** It would end at once, and could not be brought back. */
function dateless(): AppError {
  return new AppError('invalid', 'No date would be left to come', { say: { key: 'campaign.refused.noDate' } })
}

function changedMeanwhile(): AppError {
  return new AppError('conflict', 'The campaign has been changed since', { say: { key: 'campaign.refused.changed' } })
}

function refuseFinished({ state }: Campaign): void {
  if (state !== 'cancelled' && state !== 'ended') return
  throw new AppError('conflict', `The campaign is ${state}`, { say: { key: `campaign.refused.${state}` } })
}

/** For some seconds the recipients are being written down, and the audience must not change meanwhile. */
async function refuseWhilePlanning(ctx: Ctx, campaignId: string): Promise<void> {
  const where = [{ field: 'state', is: '=', value: 'planning' satisfies Occasion['state'] }] as const
  const { documents } = await ctx.store.list(occasions, campaignId, { where, limit: 1 })
  if (documents.length === 0) return
  throw new AppError('conflict', 'An occasion is being planned', { say: { key: 'campaign.refused.planning' } })
}
