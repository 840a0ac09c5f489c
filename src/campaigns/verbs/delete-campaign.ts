import type { z } from 'zod'
import { requireHr } from '../../caller/access'
import { recordAudit } from '../../caller/audit'
import { type Ctx, nowIso } from '../../caller/context'
import { AppError } from '../../errors'
import { audiencePages, campaigns, occasions } from '../../records/campaign'
import { deliveries } from '../../records/delivery'
import { asStored } from '../../store/as-stored'
import { everyDocument } from '../../store/every-document'
import type { ContainerShape } from '../../store/store'
import type { campaignIdInput } from '../form/campaign-input'
import { getCampaign, updateCampaign } from '../kept/campaign-record'

/** How many records of each kind went. */
export interface Deleted {
  readonly occasions: number
  readonly deliveries: number
}

/**
 * Deletes a draft, or a campaign that is over, with its occasions and all that they were sent to. What leaders have written is theirs
 * and stays. When the process is killed at any point, doing it again finishes it.
 * @throws AppError `not-found`; `conflict` for one that is running or paused, and for one of which something can still be sent
 */
export async function deleteCampaign(ctx: Ctx, input: z.input<typeof campaignIdInput>): Promise<Deleted> {
  requireHr(ctx)
  const { campaignId } = input
  await getCampaign(ctx, campaignId)
  // A draft that is cancelled cannot be started meanwhile, and nothing more is planned of one that is over.
  const campaign = await updateCampaign(ctx, campaignId, ({ state }) => {
    if (state === 'running' || state === 'paused') throw refused()
    return state === 'draft' ? { state: 'cancelled', nextAt: null } : undefined
  })
  await refuseOpen(ctx, campaignId)
  const held = await everyDocument(ctx.store, asStored(occasions), campaignId)
  if (held.some(({ isHeld }) => isHeld))
    throw new AppError('conflict', 'Somebody’s data are held', { say: { key: 'campaign.refused.held' } })
  const counts = { occasions: held.length, deliveries: 0 }
  // An erasure finds a person's deliveries by campaign and occasion, so these go last.
  for (const { id } of held) {
    await removeAll(ctx, audiencePages, id)
    counts.deliveries += await removeAll(ctx, deliveries, id)
    await ctx.store.remove(occasions, campaignId, id)
  }
  // An id of one's own may be used again.
  await recordAudit(ctx, {
    id: `${campaignId}:deleted:${campaign.createdAt}`,
    what: 'campaign-deleted',
    counts,
    campaign,
  })
  await ctx.store.remove(campaigns, ctx.caller.tenantId, campaignId)
  return counts
}

/** A delivery that is written after its occasion is gone would be found by no erasure. */
async function refuseOpen(ctx: Ctx, campaignId: string): Promise<void> {
  const now = nowIso(ctx)
  const all = await everyDocument(ctx.store, occasions, campaignId)
  const isOpen = all.some(({ closesAt, remindAt }) => closesAt > now || remindAt !== null)
  if (isOpen) throw new AppError('conflict', 'Something is still to be sent', { say: { key: 'campaign.refused.open' } })
}

async function removeAll(ctx: Ctx, container: ContainerShape, occasionId: string): Promise<number> {
  const all = await everyDocument(ctx.store, asStored(container), occasionId)
  for (const { id } of all) await ctx.store.remove(container, occasionId, id)
  return all.length
}

function refused(): AppError {
  return new AppError('conflict', 'The campaign is not over', { say: { key: 'campaign.refused.live' } })
}
