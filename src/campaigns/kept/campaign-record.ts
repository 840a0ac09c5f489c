import { type Ctx, nowIso, type Services } from '../../caller/context'
import { requireManaged } from '../../caller/hr-right'
import { AppError } from '../../errors'
import { type Campaign, campaigns } from '../../records/campaign'
import { updateDocument } from '../../store/update-document'

/** The one campaign of the tenant, for who may plan for all whom it is for. AppError `not-found`, `forbidden`. */
export async function getCampaign(ctx: Ctx, id: string): Promise<Campaign> {
  // The id comes from a card or a command line. A text that can be no id belongs to no campaign.
  const found = /^[\w-]{1,64}$/.test(id) ? await ctx.store.get(campaigns, ctx.caller.tenantId, id) : undefined
  if (!found) throw notFound()
  requireManaged(ctx, found.document.audience)
  return found.document
}

/**
 * Several of HR, and the scheduler, may write at once.
 * @param change the changed fields, or undefined to leave the record as it is
 * @throws AppError `not-found`, and `conflict` when it never stands still
 */
export async function updateCampaign(
  services: Services,
  id: string,
  change: (campaign: Campaign) => Partial<Campaign> | undefined,
): Promise<Campaign> {
  const outcome = await updateDocument(services.store, campaigns, services.config.tenantId, id, (before) => {
    const changes = before && change(before)
    return changes ? { ...before, ...changes, updatedAt: nowIso(services) } : 'keep'
  })
  if (outcome.status === 'absent') throw notFound()
  if (outcome.status === 'conflict') throw new AppError('conflict', 'The campaign kept changing under several writers')
  return outcome.document
}

function notFound(): AppError {
  return new AppError('not-found', 'There is no such campaign', { say: { key: 'campaign.notFound' } })
}
