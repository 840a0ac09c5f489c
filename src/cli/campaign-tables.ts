import type { CampaignStatus, CampaignSummary, OccasionReport } from '../campaigns/campaign-report'
import type { DeliveryLine } from '../campaigns/list-deliveries'
import type { Preview, Shortage } from '../campaigns/preview'
import type { Schedule } from '../campaigns/read-schedule'
import type { Campaign } from '../store/campaign-containers'
import { deliveryStates } from '../store/delivery-containers'
import { columns } from './columns'

export function campaignLine({ id, name, state, revision }: Campaign): string {
  return columns([
    ['id', 'state', 'revision', 'name'],
    [id, state, revision, name],
  ])
}

export function campaignLines(summaries: readonly CampaignSummary[]): string {
  if (summaries.length === 0) return 'There are no campaigns.\n'
  const rows = summaries.map(({ campaign, nextSendAt, last }) => [
    ...[campaign.id, campaign.state, campaign.recurrence.rrule, minute(nextSendAt)],
    ...[
      last ? `${last.counts.sent} of ${last.counts.recipients}` : '-',
      campaign.failing ? 'failing' : '-',
      campaign.name,
    ],
  ])
  return columns([['id', 'state', 'rule', 'next send (UTC)', 'last: sent', 'scheduler', 'name'], ...rows])
}

/** Work that is due is seen to within a minute where a server runs. */
export function scheduleLine({ nextRunAt, oldestUndoneMs, failing }: Schedule): string {
  const late = oldestUndoneMs > 60_000 ? `; work has been waiting for ${Math.round(oldestUndoneMs / 60_000)} min` : ''
  const faults = failing > 0 ? `; ${failing} failing` : ''
  return `\nScheduler: next run (UTC) ${minute(nextRunAt)}${late}${faults}\n`
}

export function occasionLines({ occasions }: CampaignStatus): string {
  if (occasions.length === 0) return '\nNothing has been sent yet.\n'
  const row = ({ occasion, counts }: OccasionReport) => [
    ...[occasion.id, occasion.state, minute(occasion.dueAt), counts.recipients],
    ...deliveryStates.map((state) => counts[state]),
  ]
  return `\n${columns([['occasion', 'state', 'due (UTC)', 'recipients', ...deliveryStates], ...occasions.map(row)])}`
}

export function deliveryLines(lines: readonly DeliveryLine[], hasHead: boolean): string {
  const rows = lines.map(({ id, state, reason, attempts, sentAt }) => [
    id,
    state,
    reason ?? '-',
    attempts,
    minute(sentAt),
  ])
  const head = hasHead ? [['delivery', 'state', 'reason', 'attempts', 'sent (UTC)']] : []
  return head.length + rows.length > 0 ? columns([...head, ...rows]) : ''
}

export function previewLines(preview: Preview): string {
  const { dates, leaders, channels, unreachable, unreachableCount, sample, shortage, needsConfirmation } = preview
  const rows = dates.map(({ ruleDate, date, at, why, holiday, isPlanned }) => [
    ...[ruleDate, date === null ? 'skipped' : date === ruleDate ? sent(isPlanned) : `moved to ${date}`, minute(at)],
    [why, holiday].filter((part) => part !== null).join(': '),
  ])
  const more = unreachableCount - unreachable.length
  return [
    columns([['date', '', 'at (UTC)', 'because'], ...rows]),
    `\n${leaders} leaders, ${channels} channels; ${unreachableCount} of them not reached today\n`,
    ...unreachable.map(({ id, why }) => `  ${id}  ${why}\n`),
    ...(more > 0 ? [`  and ${more} more\n`] : []),
    sample ? `Sample prompt: ${sample.question ?? sample.promptId}\n` : 'There is no prompt for anybody.\n',
    ...(shortage ? [shortageLine(shortage)] : []),
    ...(needsConfirmation ? ['So many recipients are to be confirmed: start it with --confirm.\n'] : []),
  ].join('')
}

function sent(isPlanned = false): string {
  return isPlanned ? 'sent as planned' : 'sent'
}

function shortageLine({ from, until, inTime, recipients }: Shortage): string {
  const window = `from ${minute(from)} to ${minute(until)} (UTC)`
  return `There is no time for everybody: ${window}, ${inTime} of ${recipients} recipients can be sent to.\n`
}

function minute(instant: string | null): string {
  return instant === null ? '-' : instant.slice(0, 16).replace('T', ' ')
}
