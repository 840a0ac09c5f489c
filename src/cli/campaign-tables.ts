import { fewestTold, toldCount } from '../campaigns/audience/own-choice'
import type { PromptsRunOut } from '../campaigns/audience/prompts-run-out'
import type { Shortage } from '../campaigns/calendar/planned-date'
import type { Schedule } from '../campaigns/planning/read-schedule'
import type { CampaignStatus, CampaignSummary, OccasionReport } from '../campaigns/verbs/campaign-report'
import type { DeliveryLine } from '../campaigns/verbs/list-deliveries'
import type { Preview } from '../campaigns/verbs/preview'
import type { Library } from '../framework/library'
import type { Campaign } from '../records/campaign'
import { deliveryStates } from '../records/delivery'
import type { Locale } from '../texts'
import { columns } from './columns'
import { localMinute, zonedMinute } from './local-minute'
import { sampleLines } from './sample-lines'

export function campaignLine({ id, name, state, revision }: Campaign): string {
  return columns([
    ['id', 'state', 'revision', 'name'],
    [id, state, revision, name],
  ])
}

export function campaignLines(summaries: readonly CampaignSummary[]): string {
  if (summaries.length === 0) return 'There are no campaigns.\n'
  const rows = summaries.map(({ campaign, nextSendAt, last, approval }) => [
    campaign.id,
    approval === 'none' ? campaign.state : `${campaign.state}, to be approved`,
    campaign.recurrence.rrule,
    zonedMinute(nextSendAt, campaign.recurrence.timeZone),
    last ? `${last.counts.sent} of ${last.counts.recipients}` : '-',
    campaign.failing ? 'failing' : '-',
    campaign.name,
  ])
  return columns([['id', 'state', 'rule', 'next send', 'last: sent', 'scheduler', 'name'], ...rows])
}

/** Work that is due is seen to within a minute where a server runs. */
export function scheduleLine({ nextRunAt, oldestUndoneMs, failing }: Schedule, timeZone: string): string {
  const late = oldestUndoneMs > 60_000 ? `; work has been waiting for ${Math.round(oldestUndoneMs / 60_000)} min` : ''
  const faults = failing > 0 ? `; ${failing} failing` : ''
  return `\nScheduler: next run ${zonedMinute(nextRunAt, timeZone)}${late}${faults}\n`
}

export function occasionLines({ occasions }: CampaignStatus): string {
  if (occasions.length === 0) return '\nNothing has been sent yet.\n'
  const row = ({ occasion, counts }: OccasionReport) => [
    occasion.id,
    occasion.state,
    zonedMinute(occasion.dueAt, occasion.timeZone),
    counts.recipients,
    ...deliveryStates.map((state) => counts[state]),
  ]
  return `\n${columns([['occasion', 'state', 'due', 'recipients', ...deliveryStates], ...occasions.map(row)])}`
}

export function deliveryLines(lines: readonly DeliveryLine[], timeZone: string, hasHead: boolean): string {
  const rows = lines.map(({ id, state, reason, attempts, sentAt }) => [
    id,
    state,
    reason ?? '-',
    attempts,
    localMinute(sentAt, timeZone),
  ])
  const head = hasHead ? [['delivery', 'state', 'reason', 'attempts', `sent (${timeZone})`]] : []
  return head.length + rows.length > 0 ? columns([...head, ...rows]) : ''
}

export interface Previewed {
  readonly campaign: Campaign
  readonly preview: Preview
  readonly library: Library
  /** The language of the sample. */
  readonly locale: Locale
}

export function previewLines({ campaign, preview, library, locale }: Previewed): string {
  const { timeZone, isLeadersZone } = campaign.recurrence
  const { dates, leaders, channels, channelsAsked, unreachable, unreachableCount, away, newcomers, sample, shortage } =
    preview
  const rows = dates.map(({ ruleDate, date, at, why, holiday, isPlanned }) => [
    ruleDate,
    date === null ? 'skipped' : date === ruleDate ? sent(isPlanned) : `moved to ${date}`,
    localMinute(at, timeZone),
    [why, holiday].filter((part) => part !== null).join(': '),
  ])
  const more = unreachableCount - unreachable.length
  return [
    columns([['date', '', `at (${isLeadersZone ? 'where each leader is' : timeZone})`, 'because'], ...rows]),
    `\n${leaders} leaders, ${channels} channels; ${unreachableCount} of them not reached today, which can be mended\n`,
    ...unreachable.map(({ id, why }) => `  ${id}  ${why}\n`),
    ...(more > 0 ? [`  and ${more} more\n`] : []),
    ...(channelsAsked > 0 ? [`${channelsAsked} of the channels have a question of their own, which waits\n`] : []),
    awayLine(away ?? 0),
    ...(newcomers > 0 ? [`${newcomers} meet Pejling for the first time, if the app is installed for them\n`] : []),
    sampleLines(sample, library, locale),
    ...(preview.runOut ? [runOutLine(preview.runOut)] : []),
    ...(shortage ? [shortageLine(shortage, timeZone)] : []),
    ...(preview.needsConfirmation ? ['So many recipients are to be confirmed: start it with --confirm.\n'] : []),
  ].join('')
}

function sent(isPlanned = false): string {
  return isPlanned ? 'sent as planned' : 'sent'
}

function runOutLine(runOut: PromptsRunOut): string {
  const { times } = runOut
  if (runOut.kind === 'again')
    return `${runOut.prompts} prompts for ${times} times: they begin again when they are used.\n`
  const roles = runOut.roles.map(
    ({ framework, role, prompts }) => `  ${framework} ${role ?? 'everybody'}: ${prompts}\n`,
  )
  return `Prompts run out: of ${times} times these get one\n${roles.join('')}`
}

function shortageLine({ from, until, inTime, recipients }: Shortage, timeZone: string): string {
  const window = `from ${localMinute(from, timeZone)} to ${localMinute(until, timeZone)}`
  return `There is no time for everybody: ${window}, ${inTime} of ${recipients} recipients can be sent to.\n`
}

/** Of those who chose not to be reached nobody is named. */
export function awayLine(away: number): string {
  return `${toldCount(away) ?? `fewer than ${fewestTold}`} have paused, stopped, blocked or removed Pejling\n`
}
