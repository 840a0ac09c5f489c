import type { Services } from '../context'
import { AppError } from '../errors'
import { ttlSeconds } from '../reflections/retention'
import { type Occasion, occasions } from '../store/campaign-containers'
import { occasionId } from '../store/ids'
import type { Versioned } from '../store/store'

const mostAttempts = 6

/** Writes an occasion if nobody has changed it since it was read; undefined: somebody has. */
export async function replaceOccasion(
  services: Services,
  { document, version }: Versioned<Occasion>,
  changes: Partial<Occasion>,
): Promise<Versioned<Occasion> | undefined> {
  const ttl = ttlSeconds(document.createdAt, services.config.retentionMonths, services.clock.now())
  const after = { ...document, ...changes, ttl }
  const outcome = await services.store.replace(occasions, after, version)
  return outcome.status === 'replaced' ? { document: after, version: outcome.version } : undefined
}

/**
 * @param change the changed fields, or undefined to leave the record as it is
 * @returns undefined where there is no such occasion
 */
export async function changeOccasion(
  services: Services,
  campaignId: string,
  date: string,
  change: (occasion: Occasion) => Partial<Occasion> | undefined,
): Promise<Occasion | undefined> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const found = await services.store.get(occasions, campaignId, occasionId(campaignId, date))
    if (!found) return undefined
    const changes = change(found.document)
    if (!changes) return found.document
    const written = await replaceOccasion(services, found, changes)
    if (written) return written.document
  }
  throw new AppError('conflict', 'The occasion kept changing under several writers')
}
