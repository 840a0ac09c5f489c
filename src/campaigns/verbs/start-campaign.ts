import { z } from 'zod'
import { requireHr } from '../../caller/access'
import { recordAudit } from '../../caller/audit'
import { type Ctx, nowIso } from '../../caller/context'
import { AppError } from '../../errors'
import type { Campaign } from '../../records/campaign'
import { countAddressedByKind } from '../audience/audience'
import { hasDates, passedUntil } from '../calendar/planned-dates'
import { approvalOf } from '../kept/approval'
import { getCampaign, updateCampaign } from '../kept/campaign-record'

const startInput = z.object({
  campaignId: z.string(),
  /** The number of recipients has been seen and is meant. */
  isConfirmed: z.boolean().default(false),
})

/**
 * Starts a draft: from now on it is sent at its times. Dates that have passed are not sent afterwards. Starting it twice
 * starts it once.
 * @throws AppError `invalid` for an empty audience or no date to come, `conflict` for one that is paused or has ended, and for more
 * recipients than may be written to without another yes
 */
export async function startCampaign(ctx: Ctx, input: z.input<typeof startInput>): Promise<Campaign> {
  requireHr(ctx)
  const { campaignId, isConfirmed } = startInput.parse(input)
  const before = await getCampaign(ctx, campaignId)
  if (before.state === 'running') return before
  if (before.state !== 'draft') throw refused(before)
  const { leader: leaders, channel: channels } = await countAddressedByKind(ctx, before.audience)
  const recipients = leaders + channels
  if (recipients === 0) {
    throw new AppError('invalid', 'The audience is empty', { say: { key: 'campaign.refused.nobody' } })
  }
  const most = ctx.config.confirmRecipients
  if (recipients > most && !isConfirmed) {
    const say = { key: 'campaign.refused.many', params: { recipients, most } }
    throw new AppError('conflict', `${recipients} recipients are to be confirmed`, { say })
  }
  const after = await updateCampaign(ctx, campaignId, (campaign) => {
    if (campaign.state === 'running') return undefined
    if (campaign.state !== 'draft') throw refused(campaign)
    return goOn(ctx, campaign, false)
  })
  await recordAudit(ctx, {
    id: `${campaignId}:started`,
    what: 'campaign-started',
    counts: { recipients, leaders, channels },
    campaign: after,
  })
  return after
}

/**
 * What makes a campaign run from now on.
 * @param isWaiting something of it is planned and still to be sent
 * @throws AppError `invalid` when there is neither that nor a date to come, `conflict` where its questions are to be approved first
 */
export function goOn(ctx: Ctx, campaign: Campaign, isWaiting: boolean): Partial<Campaign> {
  if (approvalOf(ctx, campaign) !== 'none') {
    throw new AppError('conflict', 'Its questions are to be approved', { say: { key: 'campaign.refused.unapproved' } })
  }
  const doneUntil = passedUntil(campaign, campaign.doneUntil, campaign.occasions, ctx.clock.now())
  if (!isWaiting && !hasDates(campaign, doneUntil, campaign.occasions)) {
    throw new AppError('invalid', 'All its dates lie behind', { say: { key: 'campaign.refused.over' } })
  }
  return { state: 'running', doneUntil, nextAt: nowIso(ctx), failing: null }
}

function refused({ state }: Campaign): AppError {
  return new AppError('conflict', `The campaign is ${state}`, { say: { key: `campaign.refused.${state}` } })
}
