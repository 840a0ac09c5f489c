import { type Ctx, nowIso, type Services } from '../context'
import { AppError } from '../errors'
import { type Campaign, campaigns } from '../store/campaign-containers'

/** The one campaign of the tenant. AppError `not-found`. */
export async function getCampaign(ctx: Ctx, id: string): Promise<Campaign> {
  // An id comes from a card or a command line: what is none is not there.
  const found = /^[\w-]{1,64}$/.test(id) ? await ctx.store.get(campaigns, ctx.caller.tenantId, id) : undefined
  if (!found) throw new AppError('not-found', 'There is no such campaign', { say: { key: 'campaign.notFound' } })
  return found.document
}

/** Several of HR, and the scheduler, may write at once; who comes second reads again and writes on top. */
const mostAttempts = 6

/**
 * @param change the changed fields, or undefined to leave the record as it is
 * @throws AppError `not-found`, and `conflict` when it never stands still
 */
export async function updateCampaign(
  services: Services,
  id: string,
  change: (campaign: Campaign) => Partial<Campaign> | undefined,
): Promise<Campaign> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const found = await services.store.get(campaigns, services.config.tenantId, id)
    if (!found) break
    const changes = change(found.document)
    if (!changes) return found.document
    const after = { ...found.document, ...changes, updatedAt: nowIso(services) }
    if ((await services.store.replace(campaigns, after, found.version)).status === 'replaced') return after
    if (attempt === mostAttempts - 1) throw new AppError('conflict', 'The campaign kept changing under several writers')
  }
  throw new AppError('not-found', 'There is no such campaign', { say: { key: 'campaign.notFound' } })
}
