import { campaigns, type Occasion, occasions } from '../records/campaign'
import { occasionOf } from '../records/ids'
import type { SendingContext } from './sending-context'

/** Whether an occasion is to be sent. `cancelled` also where it, or its campaign, is no longer there. */
export type Permission =
  | { readonly kind: 'go'; readonly occasion: Occasion }
  | { readonly kind: 'paused' }
  | { readonly kind: 'cancelled' }

/** The answer is asked for before each send and used for so long, so a cancellation takes effect within this time. */
const freshForMs = 1000

/** Asks the store about one occasion, at most once a second. */
export function createPermission(context: SendingContext, occasionId: string): () => Promise<Permission> {
  let asked: Promise<Permission> | undefined
  let askedAtMs = Number.NEGATIVE_INFINITY
  return () => {
    if (!asked || context.steadyMs() - askedAtMs >= freshForMs) {
      askedAtMs = context.steadyMs()
      asked = permissionFor(context, occasionId)
    }
    return asked
  }
}

async function permissionFor({ services: { store, config } }: SendingContext, occasionId: string): Promise<Permission> {
  const campaignId = occasionOf(occasionId)?.campaignId ?? ''
  if (campaignId === '') return { kind: 'cancelled' }
  const [occasion, campaign] = await Promise.all([
    store.get(occasions, campaignId, occasionId),
    store.get(campaigns, config.tenantId, campaignId),
  ])
  if (!occasion || !campaign) return { kind: 'cancelled' }
  if (occasion.document.state === 'cancelled' || occasion.document.state === 'missed') return { kind: 'cancelled' }
  switch (campaign.document.state) {
    case 'cancelled':
      return { kind: 'cancelled' }
    case 'paused':
      return { kind: 'paused' }
    // A campaign ends when its last occasion is planned, not when that is sent.
    case 'running':
    case 'ended':
    case 'draft':
      return { kind: 'go', occasion: occasion.document }
  }
}
