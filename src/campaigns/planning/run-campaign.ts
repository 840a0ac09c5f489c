import { nowIso } from '../../caller/context'
import { type Campaign, campaigns, type Occasion, occasions } from '../../records/campaign'
import { countAddressed } from '../audience/audience'
import type { PlannedDate } from '../calendar/planned-date'
import { plannedDates } from '../calendar/planned-dates'
import { planningWindow } from '../calendar/send-window'
import { updateCampaign } from '../kept/campaign-record'
import { listOccasions } from '../kept/occasion-record'
import { stopOccasions } from '../kept/stop-occasions'
import { openOccasion, type Planning, planOccasion } from './plan-occasion'
import { remindOccasion } from './remind-occasion'
import { watchOccasion } from './watch-occasion'

/** An instance has a campaign to itself for so long. When it dies, another one takes the campaign up afterwards. */
const leaseMs = 2 * 60_000
/** So many past dates are looked at in one go. No campaign has more, and if one had, the rest would come at the next look. */
const mostDatesAtOnce = 100

/**
 * Does what is due of one campaign, if it is this instance that gets it: what is left of planning, the dates that are due and not
 * done, reminders, and pages that nobody works on. Then notes when to look again, or that the campaign has ended. For a campaign
 * that is paused only the planning is finished, since HR asks how many an occasion was for.
 */
export async function runCampaign(planning: Planning, id: string): Promise<void> {
  const { services } = planning
  const found = await services.store.get(campaigns, services.config.tenantId, id)
  const now = services.clock.now()
  const isKept = found?.document.state === 'running' || found?.document.state === 'paused'
  if (!found || !isKept || Date.parse(found.document.nextAt ?? nowIso(services)) > now) return
  const leased = { ...found.document, nextAt: iso(now + leaseMs) }
  if ((await services.store.replace(campaigns, leased, found.version)).status === 'changed') return

  for (const left of await listOccasions(services, id, 'planning')) {
    const opened = await services.store.get(occasions, id, left.id)
    if (opened) await finish(planning, leased, await planOccasion(planning, leased, opened))
  }
  if (leased.state === 'paused') {
    await updateCampaign(services, id, ({ state }) => (state === 'paused' ? { nextAt: null } : undefined))
    return
  }
  const campaign = await planDueDates(planning, leased)
  const looks: number[] = []
  const late: string[] = []
  const open = await listOccasions(services, id, 'planned')
  for (const occasion of open) {
    const watched = await watchOccasion(planning, occasion)
    looks.push(...(await remindOccasion(planning, occasion)), ...watched.looks)
    if (watched.isLate) late.push(occasion.dueAt)
  }
  const toCome = open.map(({ dueAt }) => dueAt).filter((dueAt) => Date.parse(dueAt) > services.clock.now())
  await noteNextLook(planning, campaign, { looks, undoneSince: late.sort()[0] ?? null, toCome })
}

/** Plans what can be planned now and notes what came too late. */
async function planDueDates(planning: Planning, leased: Campaign): Promise<Campaign> {
  const { services } = planning
  let campaign = leased
  for (let n = 0; n < mostDatesAtOnce; n++) {
    const [planned, next] = twoFrom(campaign)
    if (!planned || campaign.state !== 'running') return campaign
    const day = planned.date ?? planned.ruleDate
    const { opensAt, closesAt } = planningWindow(campaign, day)
    if (services.clock.now() < opensAt) return campaign
    if (planned.date === null) {
      campaign = await note(planning, campaign, { doneUntil: day })
      continue
    }
    const isTooLate = services.clock.now() >= closesAt
    const occasion = isTooLate
      ? await openOccasion(planning, campaign, day, next, await missed(planning, campaign, day))
      : await openOccasion(planning, campaign, day, next)
    campaign = await finish(planning, campaign, await planOccasion(planning, campaign, occasion))
  }
  return campaign
}

/** The occasion is too late for everybody. It is recorded all the same, since HR asks how many it would have been for. */
async function missed({ services }: Planning, { id, audience }: Campaign, date: string): Promise<Partial<Occasion>> {
  const recipients = await countAddressed(services, audience, date)
  services.log.warn({ campaignId: id, date, recipients }, 'an occasion was found too late and is missed')
  return { state: 'missed', recipients, remindAt: null, reminderDates: [] }
}

/** Notes in the campaign that an occasion is done. Where the campaign was ended meanwhile, the occasion is stopped too. */
async function finish(planning: Planning, { id }: Campaign, { date, number }: Occasion): Promise<Campaign> {
  const campaign = await updateCampaign(planning.services, id, ({ doneUntil, occasions: count }) => ({
    doneUntil: doneUntil !== null && doneUntil > date ? doneUntil : date,
    occasions: Math.max(count, number + 1),
  }))
  if (campaign.state === 'cancelled') await stopOccasions(planning.services, campaign)
  return campaign
}

function note({ services }: Planning, { id }: Campaign, changes: Partial<Campaign>): Promise<Campaign> {
  return updateCampaign(services, id, ({ state }) => (state === 'running' ? changes : undefined))
}

interface Looked {
  readonly looks: readonly number[]
  readonly undoneSince: string | null
  /** When planned occasions are due that are not yet. */
  readonly toCome: readonly string[]
}

async function noteNextLook(planning: Planning, campaign: Campaign, looked: Looked): Promise<void> {
  const { looks, undoneSince, toCome } = looked
  const [planned] = twoFrom(campaign)
  const day = planned && (planned.date ?? planned.ruleDate)
  const nextSendAt = [...toCome, ...upcomingSends(campaign)].sort()[0] ?? null
  // A look is due at each send to come, since from then on the next send is another one.
  const all = [...looks, ...toCome.map(Date.parse), ...(day ? [planningWindow(campaign, day).opensAt] : [])]
  const leasedUntil = campaign.nextAt
  await updateCampaign(planning.services, campaign.id, ({ state, nextAt, revision }) => {
    // HR has changed the campaign meanwhile and noted that it is to be looked at again at once.
    if (state !== 'running' || revision !== campaign.revision || nextAt !== leasedUntil) return undefined
    const standing = { failing: null, undoneSince, nextSendAt }
    if (all.length === 0) return { ...standing, state: 'ended', nextAt: null }
    return { ...standing, nextAt: iso(Math.min(...all)) }
  })
}

/** When the next date that is not skipped is sent. */
function upcomingSends(campaign: Campaign): readonly string[] {
  for (const { at } of plannedDates(campaign, campaign.doneUntil, campaign.occasions)) if (at !== null) return [at]
  return []
}

/** The next date, and the date of the occasion after it. */
function twoFrom(campaign: Campaign): [PlannedDate | undefined, string | null] {
  const dates = plannedDates(campaign, campaign.doneUntil, campaign.occasions)
  const planned = dates.next().value ?? undefined
  for (const { date } of dates) if (date !== null) return [planned, date]
  return [planned, null]
}

function iso(instantMs: number): string {
  return new Date(instantMs).toISOString()
}
