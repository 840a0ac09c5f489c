import type { Work } from '../../src/queue/work-message'
import type { WorkQueue } from '../../src/queue/work-queue'
import {
  type AudiencePage,
  audiencePages,
  type Campaign,
  campaignSchema,
  campaigns,
  type Occasion,
  occasionSchema,
  occasions,
  type Recipient,
} from '../../src/records/campaign'
import { occasionId, pageId } from '../../src/records/ids'
import type { Store } from '../../src/store/store'

export interface PlannedOccasion {
  readonly store: Store
  readonly queue: WorkQueue<Work>
  readonly tenantId: string
  readonly nowMs: number
  readonly recipients: readonly Recipient[]
  readonly campaign?: Partial<Campaign>
  readonly occasion?: Partial<Occasion>
  readonly pageSize?: number
  /** How long it may be sent. Default 6 hours. */
  readonly graceMs?: number
}

/** Writes down a campaign and one occasion as the planning leaves them, with a message of the queue for each page. */
export async function planOccasion(plan: PlannedOccasion): Promise<string> {
  const { store, queue, tenantId, nowMs, recipients, pageSize = 100, graceMs = 6 * 3600_000 } = plan
  const at = (ms: number) => new Date(nowMs + ms).toISOString()
  const [dueAt, closesAt] = [at(0), at(graceMs)]
  const date = dueAt.slice(0, 10)
  const prompts = plan.campaign?.prompts ?? { kind: 'automatic' as const }
  const campaign = campaignSchema.parse({
    id: 'c1',
    tenantId,
    name: 'Ugens spørgsmål',
    state: 'running',
    prompts,
    audience: { isEveryLeader: true },
    recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=TU', time: '09:00', timeZone: 'Europe/Copenhagen', first: date },
    closedDays: {},
    createdBy: 'hr',
    createdAt: dueAt,
    updatedAt: dueAt,
    ...plan.campaign,
  })
  const id = occasionId(campaign.id, date)
  const pages: AudiencePage[] = []
  for (let from = 0; from < recipients.length; from += pageSize) {
    const number = pages.length
    pages.push({
      id: pageId(id, number),
      occasionId: id,
      campaignId: campaign.id,
      number,
      dueAt,
      closesAt,
      recipients: recipients.slice(from, from + pageSize),
    })
  }
  const occasion = occasionSchema.parse({
    id,
    campaignId: campaign.id,
    tenantId,
    campaignName: campaign.name,
    date,
    number: 0,
    revision: 1,
    prompts: campaign.prompts,
    reminder: campaign.reminder,
    closedDays: campaign.closedDays,
    timeZone: 'Europe/Copenhagen',
    time: '09:00',
    quietHours: null,
    state: 'planned',
    dueAt,
    closesAt,
    recipients: recipients.length,
    pages: pages.length,
    createdAt: dueAt,
    ...plan.occasion,
  })
  await store.create(campaigns, campaign)
  await store.create(occasions, occasion)
  await Promise.all(pages.map((page) => store.create(audiencePages, page)))
  for (const { number } of pages) await queue.send({ kind: 'page', occasionId: id, page: number })
  return id
}
