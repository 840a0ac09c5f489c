import type { Services } from '../../caller/context'
import { retained } from '../../caller/retention'
import { AppError } from '../../errors'
import { type Occasion, occasions } from '../../records/campaign'
import { occasionId } from '../../records/ids'
import { everyDocument } from '../../store/every-document'
import type { Versioned } from '../../store/store'
import { updateDocument } from '../../store/update-document'
import { localDate } from '../../time/clock'
import { addDays } from '../../time/local-dates'

/** Occasions older than this have neither open deliveries nor reminders. */
const longestOpenDays = 40

/** A campaign's occasions in one state that may still be open. */
export function listOccasions(services: Services, campaignId: string, state: Occasion['state']): Promise<Occasion[]> {
  const since = addDays(localDate(services.clock.now(), 'UTC'), -longestOpenDays)
  const where = [
    { field: 'state', is: '=', value: state },
    { field: 'date', is: '>=', value: since },
  ] as const
  return everyDocument(services.store, occasions, campaignId, { where })
}

/** Writes an occasion if nobody has changed it since it was read; undefined: somebody has. */
export async function replaceOccasion(
  services: Services,
  { document, version }: Versioned<Occasion>,
  changes: Partial<Occasion>,
): Promise<Versioned<Occasion> | undefined> {
  const after = retained(services, { ...document, ...changes })
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
  const { store } = services
  const outcome = await updateDocument(store, occasions, campaignId, occasionId(campaignId, date), (before) => {
    const changes = before && change(before)
    return changes ? retained(services, { ...before, ...changes }) : 'keep'
  })
  if (outcome.status === 'absent') return undefined
  if (outcome.status === 'conflict') throw new AppError('conflict', 'The occasion kept changing under several writers')
  return outcome.document
}
