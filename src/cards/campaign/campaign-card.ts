import { toldCount } from '../../campaigns/audience/own-choice'
import type { Approval } from '../../campaigns/kept/approval'
import type { CampaignStatus, OccasionReport } from '../../campaigns/verbs/campaign-report'
import type { DeliveryCounts } from '../../records/campaign'
import { deliveryStates } from '../../records/delivery'
import { enumerate } from '../../texts'
import { localDate } from '../../time/clock'
import { type Button, button, mostButtons, primary } from '../kit/button'
import { dateInWords } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import {
  approvalInWords,
  audienceInWords,
  capitalised,
  instantInWords,
  numberInWords,
  recipientsInWords,
  stateInWords,
} from './campaign-words'

export interface CampaignView extends Reader {
  readonly status: Pick<CampaignStatus, 'campaign' | 'nextSendAt' | 'occasions'> & { readonly approval?: Approval }
  readonly nowMs: number
  /** An operator, or Teams, has stopped all sending. */
  readonly isHeld?: boolean
}

/** A quarter of a year, week by week, fits well within a message; the rest is counted. */
const mostOccasions = 12

/** One campaign: how it stands, what became of each time it was sent, and what can be done. */
export function campaignCard(view: CampaignView): CardContent {
  const { status, texts, locale, library, nowMs } = view
  const { campaign, nextSendAt, occasions } = status
  const t = (key: string, params = {}) => texts(locale, `campaignCard.${key}`, params)
  const { timeZone } = campaign.recurrence
  const { channels } = campaign.audience
  const when = nextSendAt && instantInWords(texts, locale, timeZone, nextSendAt, nowMs)
  const next = when === null ? t('noNext') : t('next', { when })
  const older = occasions.length - mostOccasions
  return sheetCard(view, {
    title: campaign.name,
    text: [
      stateInWords(texts, locale, campaign),
      ...approvalInWords(texts, locale, status.approval),
      ...(campaign.state === 'running' ? [next, ...(view.isHeld ? [texts(locale, 'campaigns.held')] : [])] : []),
      ...(campaign.state === 'paused' ? pauseInWords(view) : []),
      ...audienceInWords(texts, locale, library, campaign.audience),
      ...(channels.length > 0 ? [recipientsInWords(texts, locale, { leaders: 0, channels: channels.length })] : []),
    ].join('\n'),
    sections: [
      ...occasions.slice(0, mostOccasions).map((each) => occasionSection(view, each)),
      ...(older > 0 ? [{ heading: t('older', { n: older }), text: t('olderText') }] : []),
    ],
    buttons: buttonsOf(view),
  })
}

/** What a pause means: for what waits just now, and for what comes meanwhile. */
function pauseInWords({ status, texts, locale, nowMs }: CampaignView): string[] {
  const t = (key: string, params = {}) => texts(locale, `campaignCard.${key}`, params)
  const { timeZone } = status.campaign.recurrence
  const waiting = status.occasions.find(
    ({ occasion, counts }) => counts.pending > 0 && Date.parse(occasion.closesAt) > nowMs,
  )
  const until = waiting && instantInWords(texts, locale, timeZone, waiting.occasion.closesAt, nowMs)
  return [...(until === undefined ? [] : [t('waiting', { until })]), t('paused')]
}

function occasionSection({ status, texts, locale, nowMs }: CampaignView, report: OccasionReport) {
  const t = (key: string) => texts(locale, `campaignCard.${key}`)
  const { occasion, counts, away } = report
  const { timeZone } = status.campaign.recurrence
  return {
    heading: capitalised(dateInWords(locale, occasion.date, localDate(nowMs, timeZone))),
    text: [
      ...(occasion.calledBackAt === undefined ? [] : [t('calledBack')]),
      countsInWords({ texts, locale }, counts, away),
      ...remindersInWords({ texts, locale }, report),
    ].join('\n'),
  }
}

/** That a reminder went out; to how many only where it tells of nobody whether they had answered. */
function remindersInWords(
  { texts, locale }: Pick<Reader, 'texts' | 'locale'>,
  { counts, remindedLeaders: n }: OccasionReport,
): string[] {
  if (n === 0) return []
  const isTold = toldCount(n) !== null && toldCount(counts.sent - n) !== null
  const key = isTold ? 'campaignCard.remindedMany' : 'campaignCard.reminded'
  return [texts(locale, key, { n: numberInWords(locale, n) })]
}

/** "120 af 132 sendt. 2 fejlede og 10 kunne ikke nås." Whatever is not there is not named. */
export function countsInWords(
  { texts, locale }: Pick<Reader, 'texts' | 'locale'>,
  counts: DeliveryCounts,
  away = 0,
): string {
  const t = (key: string, params = {}) => texts(locale, `campaignCard.${key}`, params)
  if (counts.recipients === 0) return t('nobody')
  // Who chose not to be reached is told together, and from five up.
  const told = { ...counts, unreachable: counts.unreachable - away }
  const others = deliveryStates.filter((state) => state !== 'sent' && told[state] > 0)
  const parts = [
    ...others.map((state) => t(`counts.${state}`, { n: numberInWords(locale, told[state]) })),
    ...(toldCount(away) === null ? [] : [t('counts.away', { n: numberInWords(locale, away) })]),
  ]
  const sent = numberInWords(locale, counts.sent)
  const recipients = numberInWords(locale, counts.recipients)
  return [t('sent', { sent, recipients }), ...(parts.length > 0 ? [`${enumerate(locale, parts)}.`] : [])].join(' ')
}

/** So many stand beside “Mere …” where there are more than a card takes (docs/teams-facts.md#cards-on-every-client). */
const besideMore = mostButtons - 1

function buttonsOf(view: CampaignView): Button[] {
  const all = campaignButtons(view)
  if (all.length <= mostButtons) return all
  const { status, texts, locale } = view
  const more = button(texts(locale, 'campaignCard.more'), 'campaign.more', { campaignId: status.campaign.id })
  return [...all.slice(0, besideMore), more]
}

/** With the way back, which always stands there. */
const perMore = mostButtons - 1

/** What else can be done with a campaign, in as many cards as it takes. @param page from 0 */
export function campaignMoreCard(view: CampaignView, page = 0): CardContent {
  const { status, texts, locale } = view
  const campaignId = status.campaign.id
  // Every card but the last gives one place to the way on.
  const rest = campaignButtons(view).slice(besideMore + page * (perMore - 1))
  const isLast = rest.length <= perMore
  const t = (key: string) => texts(locale, `campaignCard.${key}`)
  return sheetCard(view, {
    title: status.campaign.name,
    text: t('moreText'),
    buttons: [
      ...(isLast ? rest : rest.slice(0, perMore - 1)),
      ...(isLast ? [] : [button(t('more'), 'campaign.more', { campaignId, page: String(page + 1) })]),
      button(t('back'), 'campaign.show', { campaignId }),
    ],
  })
}

/** All that can be done, what is asked for most first. */
function campaignButtons({
  status: { campaign, occasions, approval = 'none' },
  texts,
  locale,
}: CampaignView): Button[] {
  const t = (key: string) => texts(locale, `campaignCard.${key}`)
  const data = { campaignId: campaign.id }
  const { state } = campaign
  const preview = button(t('preview'), 'campaign.review', data)
  const isUnderWay = state === 'running' || state === 'paused'
  const isDraft = state === 'draft'
  const canResend = occasions.some(isToResend)
  // The newest of them.
  const unreached = occasions.find(hasUnreached)
  const canCallBack = occasions.some(isToCallBack)
  return [
    ...(approval === 'open' ? [primary(button(t('approve'), 'campaign.toApprove', data))] : []),
    ...(isDraft ? [approval === 'open' ? preview : primary(preview)] : []),
    ...(state === 'running' ? [button(t('pause'), 'campaign.pause', data)] : []),
    ...(state === 'paused' && approval === 'none' ? [primary(button(t('resume'), 'campaign.resume', data))] : []),
    ...(canResend && (state === 'running' || state === 'ended')
      ? [button(t('resend'), 'campaign.askResend', data)]
      : []),
    ...(unreached ? [button(t('unreached'), 'campaign.unreached', { occasionId: unreached.occasion.id })] : []),
    ...(isUnderWay || isDraft ? [button(t('edit'), 'campaign.edit', data)] : []),
    ...(canCallBack ? [button(t('callBack'), 'campaign.askCallBack', data)] : []),
    ...(isUnderWay ? [button(t('cancel'), 'campaign.askCancel', data)] : []),
    ...(isUnderWay ? [button(t('sample'), 'campaign.sample', data)] : []),
    button(t('copy'), 'campaign.copy', data),
    ...(isDraft ? [button(t('drop'), 'campaign.drop', data)] : []),
    ...(isUnderWay || isDraft ? [] : [button(t('all'), 'campaign.list')]),
  ]
}

/** There is somebody whom HR may help to be reached. */
export function hasUnreached({ counts, away }: OccasionReport): boolean {
  return counts.unreachable > away || counts.failed > 0
}

/** Some of it failed, or may have, and it has not been called back. */
export function isToResend({ occasion, counts }: OccasionReport): boolean {
  return occasion.calledBackAt === undefined && counts.failed + counts.unknown > 0
}

/** Something of it was sent, or is about to be, and it has not been called back yet. */
export function isToCallBack({ occasion, counts }: OccasionReport): boolean {
  const hasGone = counts.sent + counts.unknown + counts.claimed + counts.pending > 0
  return occasion.calledBackAt === undefined && hasGone
}
