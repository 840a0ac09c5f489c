import type { z } from 'zod'
import { requireHr } from '../../caller/access'
import type { Ctx } from '../../caller/context'
import { keptAway } from '../../dates/pause-of'
import type { Campaign, Occasion } from '../../records/campaign'
import type { Channel, ChannelName } from '../../records/channel'
import { teamRhythms } from '../../records/team-rhythm'
import { everyDocument } from '../../store/every-document'
import { localDate } from '../../time/clock'
import { everybodyMeant, type Meant } from '../audience/audience'
import { createCandidates } from '../audience/candidate-prompts'
import { createLastAttempt, type NoChat } from '../audience/last-attempt'
import { isOwnChoice, toldCount } from '../audience/own-choice'
import { zoneOf } from '../audience/page-drafts'
import { promptsRunOut } from '../audience/prompts-run-out'
import type { PlannedDate } from '../calendar/planned-date'
import { passedUntil, plannedDates } from '../calendar/planned-dates'
import { shortageOf } from '../calendar/send-window'
import { zonedInstant } from '../calendar/zoned-time'
import type { campaignIdInput } from '../form/campaign-input'
import { getCampaign } from '../kept/campaign-record'
import { listOccasions } from '../kept/occasion-record'
import type { Preview, UnreachableRecipient } from './preview'

const datesShown = 6
/** Dates that are skipped in between are shown too, but no more than this: nobody needs to read of a whole summer. */
const mostRows = 12
const mostNamed = 50

/** What a campaign will do from now on, by the code that does it. */
export async function previewCampaign(ctx: Ctx, input: z.input<typeof campaignIdInput>): Promise<Preview> {
  requireHr(ctx)
  const campaign = await getCampaign(ctx, input.campaignId)
  const unreachable: UnreachableRecipient[] = []
  const counts = { leader: 0, channel: 0, newcomers: 0, unreachable: 0, away: 0, addressed: 0, caller: 0 }
  const lastAttempt = await createLastAttempt(ctx, campaign.id)
  const zones = new Map<string, number>()
  const { municipality } = ctx.config
  const candidatesFor = createCandidates(ctx, campaign)
  let sample: Preview['sample']
  for await (const meant of everybodyMeant(ctx, campaign.audience)) {
    counts[meant.recipient.kind]++
    counts.caller += Number(meant.leader?.id === ctx.caller.leaderId)
    const [first] = candidatesFor(meant)
    const why = (await whyUnreachable(ctx, meant, lastAttempt)) ?? (first ? undefined : 'no-prompt')
    if (!why && meant.recipient.kind === 'leader' && !meant.leader?.conversation) counts.newcomers++
    if (why && isChosen(why)) counts.away++
    else if (why) {
      counts.unreachable++
      if (unreachable.length < mostNamed) unreachable.push(unreachableOf(meant, why))
    }
    if (why !== 'paused' && why !== 'stopped' && why !== 'leaving') {
      counts.addressed++
      const zone = zoneOf(campaign, meant)
      zones.set(zone, (zones.get(zone) ?? 0) + 1)
    }
    if (!why && first) sample ??= { ...first, framework: meant.leader?.framework ?? municipality }
  }
  const planned = await listPlanned(ctx, campaign)
  // An occasion that is just being planned does not count in the campaign's record yet.
  const upcoming = upcomingDates(campaign, ctx.clock.now(), datesShown - planned.length).filter(({ date }) =>
    planned.every((one) => one.date !== date),
  )
  const first = upcoming.find(({ date }) => date !== null)?.date
  return {
    dates: [...planned, ...upcoming],
    leaders: counts.leader,
    isForCaller: counts.caller > 0,
    channels: counts.channel,
    channelsAsked: await countAsked(ctx, campaign),
    newcomers: counts.newcomers,
    unreachable,
    unreachableCount: counts.unreachable,
    away: toldCount(counts.away),
    sample,
    runOut: promptsRunOut(ctx.knowledge.library, campaign),
    shortage: first ? shortageOf(campaign, first, zones, ctx.config.sendsPerSecond) : null,
    needsConfirmation: counts.addressed > ctx.config.confirmRecipients,
  }
}

/** How many of the channels have a question of their own. */
async function countAsked({ store, config }: Ctx, { audience }: Campaign): Promise<number> {
  if (audience.channels.length === 0) return 0
  const all = await everyDocument(store, teamRhythms, config.tenantId)
  return all.filter(({ id }) => audience.channels.includes(id)).length
}

/** The next dates, with those between that are skipped, until `most` are sent or the campaign is over. */
export function upcomingDates(campaign: Campaign, nowMs: number, most = datesShown): PlannedDate[] {
  const isToCome = campaign.state === 'draft' || campaign.state === 'paused' || campaign.state === 'running'
  if (!isToCome) return []
  const { doneUntil, occasions } = campaign
  const from = campaign.state === 'running' ? doneUntil : passedUntil(campaign, doneUntil, occasions, nowMs)
  const dates: PlannedDate[] = []
  for (const planned of plannedDates(campaign, from, occasions)) {
    dates.push(planned)
    if (dates.length === mostRows || dates.filter(({ date }) => date !== null).length >= most) break
  }
  return dates
}

/** The occasions that are planned and have their time ahead, as they were planned. */
async function listPlanned(ctx: Ctx, { id }: Campaign): Promise<PlannedDate[]> {
  const now = ctx.clock.now()
  const open = [...(await listOccasions(ctx, id, 'planning')), ...(await listOccasions(ctx, id, 'planned'))]
  // With each leader's own clock some get it long before it is time in the campaign's zone.
  const isToCome = (occasion: Occasion) => Math.max(Date.parse(occasion.dueAt), instantOf(occasion)) > now
  return open
    .filter(isToCome)
    .sort((a, b) => instantOf(a) - instantOf(b))
    .map((occasion) => {
      const { date } = occasion
      const at = new Date(instantOf(occasion)).toISOString()
      return { ruleDate: date, date, at, why: null, holiday: null, isPlanned: true }
    })
}

function instantOf({ date, time, timeZone }: Occasion): number {
  return zonedInstant(date, time, timeZone)
}

type OwnChoice = 'paused' | 'stopped' | 'blocked' | 'uninstalled'
type Why = UnreachableRecipient['why'] | OwnChoice

function isChosen(why: Why): why is OwnChoice {
  return isOwnChoice(why)
}

async function whyUnreachable(
  ctx: Ctx,
  meant: Meant,
  lastAttempt: (personId: string) => Promise<NoChat>,
): Promise<Why | undefined> {
  const { leader, channel, recipient, unreadable } = meant
  if (unreadable) return 'unreadable'
  if (recipient.kind === 'channel') return channel && channel.removedAt === null ? undefined : 'channel-removed'
  if (!leader) return lastAttempt(recipient.id)
  return keptAway(leader, localDate(ctx.clock.now(), leader.timeZone)) ?? leader.unreachable?.why
}

function unreachableOf(meant: Meant, why: UnreachableRecipient['why']): UnreachableRecipient {
  const { recipient, leader, channel, unreadable } = meant
  const name = leader?.name ?? channel?.name ?? unreadable?.name ?? ''
  return { id: recipient.id, name, ...(channel && { channel: namesOf(channel) }), why }
}

function namesOf({ id, teamName, name }: Channel): ChannelName {
  return { id, teamName, name }
}
