import { nowIso, type Services } from '../../caller/context'
import { retained, ttlSeconds } from '../../caller/retention'
import { AppError } from '../../errors'
import type { Work } from '../../queue/work-message'
import type { WorkQueue } from '../../queue/work-queue'
import { type AudiencePage, audiencePages, type Campaign, type Occasion, occasions } from '../../records/campaign'
import { occasionId, pageId } from '../../records/ids'
import type { Versioned } from '../../store/store'
import { audienceBatches } from '../audience/audience-batches'
import { draftAfter, inOrder, type PageDraft, recipientsPerPage } from '../audience/page-drafts'
import { pageTtl } from '../audience/page-ttl'
import { reminderDates } from '../calendar/reminder-dates'
import { firstReminderAt, pageDueAt, sendWindow } from '../calendar/send-window'
import { replaceOccasion } from '../kept/occasion-record'

/** What the loops are handed that fill the work queue. */
export interface Planning {
  readonly services: Services
  readonly queue: Pick<WorkQueue<Work>, 'send'>
}

/**
 * The record of an occasion, made if it is not there: with everything it is to be sent with, so that a change of the campaign
 * counts from the next one.
 * @param next the date of the occasion after it; null: none
 */
export async function openOccasion(
  { services }: Planning,
  campaign: Campaign,
  date: string,
  next: string | null,
  changes: Partial<Occasion> = {},
): Promise<Versioned<Occasion>> {
  const { recurrence, closedDays, reminder, quietHours, graceMinutes } = campaign
  const now = nowIso(services)
  const { dueAt, closesAt } = sendWindow(campaign, date, recurrence.timeZone)
  const dates = reminderDates(date, reminder, closedDays, next)
  const occasion: Occasion = retained(services, {
    id: occasionId(campaign.id, date),
    campaignId: campaign.id,
    tenantId: campaign.tenantId,
    campaignName: campaign.name,
    date,
    number: campaign.occasions,
    revision: campaign.revision,
    prompts: campaign.prompts,
    frameworks: campaign.audience.frameworks,
    reminder,
    closedDays,
    timeZone: recurrence.timeZone,
    time: recurrence.time,
    quietHours,
    graceMinutes,
    state: 'planning',
    dueAt: new Date(dueAt).toISOString(),
    closesAt: new Date(closesAt).toISOString(),
    recipients: 0,
    pages: 0,
    cursor: null,
    reminded: 0,
    reminderDates: dates,
    remindAt: dates[0] === undefined ? null : new Date(firstReminderAt(campaign, dates[0])).toISOString(),
    createdAt: now,
    ...changes,
  })
  const outcome = await services.store.create(occasions, occasion)
  if (outcome.status === 'created') return { document: occasion, version: outcome.version }
  const standing = await services.store.get(occasions, campaign.id, occasion.id)
  if (!standing) throw new AppError('unavailable', 'An occasion that is there cannot be read yet')
  return standing
}

/**
 * Writes an occasion's recipients down, page by page, and puts each page into the work queue. When the process is killed at any
 * point, any instance goes on where it was: a page that is written is taken as it is. The message of a page may be sent twice, which
 * does no harm; it is never left out.
 * @returns the occasion as it is then: `planned`, or what somebody else has made of it
 */
export async function planOccasion(
  planning: Planning,
  campaign: Campaign,
  opened: Versioned<Occasion>,
): Promise<Occasion> {
  const { services } = planning
  let held = opened
  while (held.document.state === 'planning') {
    const written = await writePages(planning, campaign, held)
    const standing = written ?? (await services.store.get(occasions, campaign.id, held.document.id))
    if (!standing) throw new AppError('unavailable', 'An occasion that is being planned is gone')
    held = standing
  }
  return held.document
}

/** @returns undefined when another instance has changed the occasion meanwhile */
async function writePages(
  planning: Planning,
  campaign: Campaign,
  opened: Versioned<Occasion>,
): Promise<Versioned<Occasion> | undefined> {
  const { services } = planning
  const { date } = opened.document
  let held = opened
  let { pages, recipients, dueAt, closesAt } = opened.document
  const note = async (changes: Partial<Occasion>) => {
    const noted = await replaceOccasion(services, held, { pages, recipients, dueAt, closesAt, ...changes })
    held = noted ?? held
    return noted
  }
  for await (const { meant, cursor } of audienceBatches(services, campaign.audience, held.document.cursor)) {
    const ordered = inOrder(campaign, date, meant)
    if (ordered.length === 0) continue
    // Where the batch ends is written down before a page of it is, so that a process that goes on from here writes the same pages.
    if (cursor !== held.document.cursor && !(await note({ cursor }))) return undefined
    let page: AudiencePage | undefined
    for (let draft = draftAfter(ordered, page); draft; draft = draftAfter(ordered, page)) {
      page = await writePage(planning, campaign, held.document, { ...draft, number: pages, before: recipients })
      dueAt = pages === 0 || page.dueAt < dueAt ? page.dueAt : dueAt
      closesAt = pages === 0 || page.closesAt > closesAt ? page.closesAt : closesAt
      pages++
      recipients += page.recipients.length
    }
  }
  return note({ state: 'planned', cursor: null })
}

async function writePage(
  { services, queue }: Planning,
  campaign: Campaign,
  occasion: Occasion,
  { recipients, timeZone, number, before }: PageDraft & { readonly number: number; readonly before: number },
): Promise<AudiencePage> {
  const window = sendWindow(campaign, occasion.date, timeZone)
  const { now } = services.clock
  const size = recipients.length
  // A few leaders and channels on pages of their own are no crowd, so none of them waits.
  const dueAt = before < recipientsPerPage ? window.dueAt : pageDueAt(window, { number, before, size }, services.config)
  const closesAt = new Date(window.closesAt).toISOString()
  const draft: AudiencePage = {
    id: pageId(occasion.id, number),
    occasionId: occasion.id,
    campaignId: campaign.id,
    number,
    timeZone,
    dueAt: new Date(dueAt).toISOString(),
    closesAt,
    recipients: [...recipients],
    ttl: pageTtl(closesAt, ttlSeconds(occasion.createdAt, services.config.retentionMonths, now()), now()),
  }
  const outcome = await services.store.create(audiencePages, draft)
  const standing =
    outcome.status === 'created' ? draft : (await services.store.get(audiencePages, occasion.id, draft.id))?.document
  if (!standing) throw new AppError('unavailable', 'A page that is there cannot be read yet')
  // Pages that are too late count as missed without any message.
  if (Date.parse(standing.closesAt) > now()) {
    const delayMs = Math.max(0, Date.parse(standing.dueAt) - now())
    await queue.send({ kind: 'page', occasionId: occasion.id, page: number }, { delayMs })
  }
  return standing
}
