import { nowIso, type Services } from '../../caller/context'
import { audiencePages, type Campaign, type Occasion } from '../../records/campaign'
import { everyDocument } from '../../store/every-document'
import { everybodyMeant, isAddressed } from '../audience/audience'
import { changeOccasion, listOccasions } from './occasion-record'

/** Stops everything of a campaign that is not sent yet: its open occasions, and reminders to come. */
export async function stopOccasions(services: Services, campaign: Campaign): Promise<void> {
  for (const state of ['planning', 'planned'] as const) {
    for (const occasion of await listOccasions(services, campaign.id, state))
      await stopOccasion(services, campaign, occasion)
  }
}

/** The same for one of them. */
export async function stopOccasion(services: Services, campaign: Campaign, occasion: Occasion): Promise<void> {
  const now = nowIso(services)
  const whole = occasion.state === 'planning' ? await countWhole(services, campaign, occasion) : {}
  await changeOccasion(services, campaign.id, occasion.date, (standing) =>
    standing.state === 'planning' ? { ...whole, state: 'cancelled', cursor: null } : stopped(standing, now),
  )
}

function stopped({ state, closesAt, remindAt }: Occasion, now: string): Partial<Occasion> | undefined {
  if (state !== 'planned') return undefined
  if (closesAt > now) return { state: 'cancelled' }
  // An occasion that is sent stays sent.
  return remindAt === null ? undefined : { remindAt: null }
}

/** The recipients of an occasion that is still being planned: those on its pages, and those who would have been added. */
async function countWhole(
  services: Services,
  { audience }: Campaign,
  { id, date }: Occasion,
): Promise<Pick<Occasion, 'recipients' | 'pages'>> {
  const pages = await everyDocument(services.store, audiencePages, id)
  const written = new Set(pages.flatMap(({ recipients }) => recipients.map((recipient) => recipient.id)))
  let recipients = written.size
  for await (const meant of everybodyMeant(services, audience)) {
    if (!written.has(meant.recipient.id) && isAddressed(meant, date)) recipients++
  }
  return { recipients, pages: pages.length }
}
